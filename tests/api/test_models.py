import pytest
from sam2_toolbox.engine.api.models import MODEL_IDS, MODELS, model_entry


def test_ids_are_those_of_the_design():
    sizes = ("tiny", "small", "base_plus", "large")
    assert set(MODEL_IDS) == {
        "pico",
        *(f"sam2.1_hiera_{size}" for size in sizes),
        *(f"sam2_hiera_{size}" for size in sizes),
    }


def test_an_entry_is_found_by_its_id():
    assert [model_entry(model_id) for model_id in MODEL_IDS] == list(MODELS)
    with pytest.raises(KeyError):
        model_entry("sam3")


def test_no_two_models_share_files():
    assert (
        len({entry.checkpoint for entry in MODELS}) == len({entry.config for entry in MODELS}) == len(MODELS)
    )


def test_metas_files_have_metas_names():
    entry = model_entry("sam2.1_hiera_base_plus")
    assert entry.config == "configs/sam2.1/sam2.1_hiera_b+.yaml"
    assert entry.checkpoint == "sam2.1_hiera_base_plus.pt"


def test_only_the_bundled_model_needs_no_download():
    assert [entry.id for entry in MODELS if entry.bundled] == ["pico"]
