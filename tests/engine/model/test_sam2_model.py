"""Loading: the right model from good files, one sentence for each kind of bad one."""

import subprocess
import sys
from pathlib import Path

import pytest
import torch
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.parameters.params import ModelParams
from sam2_toolbox.engine.model.sam2_config import build_on_meta, build_with_random_weights, read_config
from sam2_toolbox.engine.model.sam2_model import UNTRAINED, load_model
from sam2_toolbox.engine.model.sam2_package import meta_config

from ..small_model import write_checkpoint, write_config

ROOT = Path(__file__).resolve().parents[3]


class Heard:
    def __init__(self):
        self.said = []

    def log(self, text, level="info"):
        self.said.append((level, text))


@pytest.fixture(autouse=True)
def one_thread():
    torch.set_num_threads(1)


@pytest.fixture
def bundled(tmp_path):
    """A plugin's resources/models with the bundled model's config, not yet its checkpoint."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    write_config(folder)
    return folder


@pytest.fixture
def models(tmp_path):
    folder = tmp_path / "models"
    folder.mkdir()
    return folder


def load(bundled, models, report=None, **params):
    return load_model(ModelParams(device="cpu", **params), bundled, models, report)


def refused(code, *arguments, **params):
    with pytest.raises(EngineError) as refusal:
        load(*arguments, **params)
    assert refusal.value.code is code
    assert refusal.value.message.endswith(".")
    assert "\n" not in refusal.value.message
    return refusal.value.message


class TestBundledModel:
    def test_its_checkpoint_is_loaded(self, bundled, models):
        checkpoint = write_checkpoint(bundled, bundled / "sam2_pico.yaml")
        loaded = load(bundled, models)
        weights = torch.load(checkpoint, weights_only=True)["model"]
        state = loaded.model.state_dict()
        assert all(torch.equal(state[name], weights[name]) for name in state)
        assert (loaded.id, loaded.trained, loaded.image_size) == ("pico", True, 256)
        assert loaded.config == "sam2_pico.yaml"
        assert not loaded.model.training

    def test_sha256_is_the_files(self, bundled, models):
        checkpoint = write_checkpoint(bundled, bundled / "sam2_pico.yaml")
        expected = subprocess.run(
            [
                sys.executable,
                "-c",
                f"import hashlib; print(hashlib.sha256(open({str(checkpoint)!r},'rb').read()).hexdigest())",
            ],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        assert load(bundled, models).sha256 == expected

    def test_random_weights_stand_in_and_say_so(self, bundled, models):
        report = Heard()
        loaded = load(bundled, models, report)
        assert not loaded.trained
        assert loaded.checkpoint is None
        assert loaded.sha256 == UNTRAINED
        assert ("warning", "The model pico (bundled) has no trained weights: random ones stand in, "
                "and the outlines mean nothing.") in report.said  # fmt: skip

    def test_the_random_weights_are_the_same_every_time(self, bundled, models):
        first = load(bundled, models).model.state_dict()
        torch.rand(5)
        state = torch.random.get_rng_state()
        second = load(bundled, models).model.state_dict()
        assert all(torch.equal(first[name], second[name]) for name in first)
        assert torch.equal(state, torch.random.get_rng_state())

    def test_any_size_of_image(self, bundled, models):
        write_config(bundled, image_size=416)
        assert load(bundled, models).image_size == 416


class TestMetasModels:
    @pytest.mark.parametrize("size", ["t", "s", "b+", "l"])
    @pytest.mark.parametrize("generation", ["2", "2.1"])
    def test_metas_configs_build(self, generation, size):
        model = build_on_meta(
            read_config(meta_config(f"configs/sam{generation}/sam{generation}_hiera_{size}.yaml"))
        )
        names = model.state_dict()
        assert all(value.is_meta for value in names.values())
        assert not any("memory" in name for name in names)
        assert not any(parameter.requires_grad for parameter in model.parameters())

    def test_a_missing_checkpoint_says_where_it_is_looked_for(self, bundled, models):
        message = refused(Code.MODEL_MISSING, bundled, models, model="sam2.1_hiera_tiny")
        assert str(models / "sam2.1_hiera_tiny.pt") in message
        assert "Download it" in message

    def test_an_own_checkpoint_finds_its_config(self, bundled, models, tmp_path):
        """Tiny of SAM 2.1 is told from its sisters by names and shapes, and from SAM 2 by a sign."""
        config = read_config(meta_config("configs/sam2.1/sam2.1_hiera_t.yaml"))
        model = build_with_random_weights(config, 1)
        weights = {name: value.half() for name, value in model.state_dict().items()}
        path = tmp_path / "mine.pt"
        for extra, expected in (
            ({}, "configs/sam2/sam2_hiera_t.yaml"),
            ({"no_obj_embed_spatial": torch.zeros(1, 64)}, "configs/sam2.1/sam2.1_hiera_t.yaml"),
        ):
            torch.save({"model": {**weights, **extra}}, path)
            assert load(bundled, models, checkpoint=str(path)).config == expected

    def test_an_own_checkpoint_may_fit_the_bundled_config(self, bundled, models, tmp_path):
        path = write_checkpoint(tmp_path, bundled / "sam2_pico.yaml", name="mine.pt")
        loaded = load(bundled, models, checkpoint=str(path))
        assert (loaded.id, loaded.title, loaded.config) == ("own", "mine.pt", "sam2_pico.yaml")


class TestOwnCheckpoint:
    @pytest.fixture
    def config(self, tmp_path):
        return write_config(tmp_path, image_size=320, name="own.yaml")

    def test_with_its_config(self, bundled, models, tmp_path, config):
        path = write_checkpoint(tmp_path, config, name="own.pt")
        loaded = load(bundled, models, checkpoint=str(path), config=str(config))
        assert (loaded.image_size, loaded.checkpoint, loaded.trained) == (320, path, True)

    @pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
    def test_half_precision_becomes_float32(self, bundled, models, tmp_path, config, dtype):
        path = write_checkpoint(tmp_path, config, name="own.pt", dtype=dtype)
        loaded = load(bundled, models, checkpoint=str(path), config=str(config))
        assert {value.dtype for value in loaded.model.state_dict().values()} == {torch.float32}

    @pytest.mark.parametrize("zipped", [True, False])
    def test_bare_weights_in_both_of_torchs_forms(self, bundled, models, tmp_path, config, zipped):
        path = tmp_path / "own.pt"
        weights = build_with_random_weights(read_config(config), 1).state_dict()
        torch.save(weights, path, _use_new_zipfile_serialization=zipped)
        loaded = load(bundled, models, checkpoint=str(path), config=str(config))
        assert torch.equal(loaded.model.no_mem_embed, weights["no_mem_embed"])

    def test_the_file_may_be_replaced_while_the_model_is_in_use(self, bundled, models, tmp_path, config):
        path = write_checkpoint(tmp_path, config, name="own.pt")
        loaded = load(bundled, models, checkpoint=str(path), config=str(config))
        before = loaded.model.no_mem_embed.clone()
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
        assert torch.equal(loaded.model.no_mem_embed, before)

    def test_a_config_alone_is_refused(self, bundled, models, config):
        assert "CHECKPOINT is empty" in refused(Code.BAD_PARAMETER, bundled, models, config=str(config))


class Payload:
    """What an attacker would pickle."""

    def __reduce__(self):
        return (Path.touch, (Path("/nonexistent/touched"),))


def _cut(path, whole):
    path.write_bytes(whole[: len(whole) // 2])


def _cut_old_form(path, whole):
    torch.save({"a": torch.zeros(1000)}, path, _use_new_zipfile_serialization=False)
    path.write_bytes(path.read_bytes()[:900])


def _damaged(path, whole):
    middle = whole.find(b"image_encoder")
    path.write_bytes(whole[:middle] + b"\xff" * 40 + whole[middle + 40 :])


BAD_CHECKPOINTS = {
    "cut off": (_cut, "is cut off after"),
    "cut off, old form": (_cut_old_form, "is damaged"),
    "damaged inside": (_damaged, "The checkpoint"),
    "web page": (lambda path, whole: path.write_text("\n<!DOCTYPE html><html>"), "is a web page"),
    "LFS pointer": (
        lambda path, whole: path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
        "is a Git LFS pointer",
    ),
    "empty": (lambda path, whole: path.write_bytes(b""), "is empty"),
    "picture": (lambda path, whole: path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(5000)), "no PyTorch file"),
    "safetensors": (lambda path, whole: path.write_bytes(b"\x40" + bytes(7) + b'{"a": 1}'), "safetensors"),
    "folder": (lambda path, whole: path.mkdir(), "is a folder"),
    "pickled object": (
        lambda path, whole: torch.save({"model": Payload()}, path),
        "holds Python objects besides weights",
    ),
    "no tensors": (lambda path, whole: torch.save({"model": {"lr": 0.1}}, path), "holds other things"),
    "a list": (lambda path, whole: torch.save([1, 2], path), "holds no weights"),
    "another model": (
        lambda path, whole: torch.save({"model": {"layer4.conv1.weight": torch.zeros(2, 2)}}, path),
        "another kind of model (such as layer4.conv1.weight)",
    ),
    "missing": (lambda path, whole: None, "does not exist"),
}


class TestBadCheckpoints:
    @pytest.mark.parametrize(("make", "reason"), BAD_CHECKPOINTS.values(), ids=BAD_CHECKPOINTS.keys())
    @pytest.mark.parametrize("with_config", [True, False])
    def test_one_sentence_names_file_and_reason(self, bundled, models, tmp_path, make, reason, with_config):
        config = bundled / "sam2_pico.yaml"
        whole = write_checkpoint(tmp_path, config, name="whole.pt").read_bytes()
        path = tmp_path / "bad.pt"
        make(path, whole)
        message = refused(
            Code.MODEL_INVALID if path.exists() else Code.MODEL_MISSING,
            bundled,
            models,
            checkpoint=str(path),
            config=str(config) if with_config else "",
        )
        assert str(path) in message
        assert reason in message

    def test_the_bundled_file_is_checked_like_any_other(self, bundled, models):
        (bundled / "sam2_pico.pt").write_text("<html>")
        assert "is a web page" in refused(Code.MODEL_INVALID, bundled, models)

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            (lambda w: w.pop("no_mem_embed"), "1 weights are missing (first no_mem_embed)"),
            (
                lambda w: w.update(no_mem_embed=torch.zeros(1, 1, 99)),
                "1 have another shape (first no_mem_embed: (1, 1, 99) instead of (1, 1, 32))",
            ),
            (lambda w: w.update(adapter=torch.zeros(1)), "1 are not in the model (first adapter)"),
        ],
    )
    def test_another_architecture_says_where_it_differs(self, bundled, models, tmp_path, change, reason):
        config = write_config(tmp_path, name="own.yaml")
        path = write_checkpoint(tmp_path, config, name="own.pt")
        content = torch.load(path, weights_only=True)
        change(content["model"])
        torch.save(content, path)
        message = refused(Code.MODEL_INVALID, bundled, models, checkpoint=str(path), config=str(config))
        assert f"{path} does not fit the config {config}: {reason}" in message
        message = refused(Code.MODEL_INVALID, bundled, models, checkpoint=str(path))
        assert "fits none of Meta's configs" in message


BAD_CONFIGS = {
    "other class": (
        ("sam2.modeling.backbones.hieradet.Hiera", "os.system"),
        "asks for 'os.system', which is no part of a SAM 2 model and is not run",
    ),
    "other root": (("sam2_base.SAM2Base", "backbones.hieradet.Hiera"), "has no model of the class"),
    "class that is no text": (("sam2.modeling.backbones.hieradet.Hiera", "[1, 2]"), "asks for [1, 2]"),
    "weights from elsewhere": (("num_heads: 1", "weights_path: /tmp/x"), "a second file of weights"),
    "argument nobody knows": (("num_heads", "num_tails"), "unexpected keyword argument 'num_tails'"),
    "channels that do not match": (("[128, 64, 32, 16]", "[128, 64, 32, 8]"), "Channel dims of trunk"),
    "size": (("image_size: 256", "image_size: 250"), "an image_size of 250, not a multiple of 32"),
    "no size": (("image_size: 256", ""), "an image_size of None"),
    "broken size": (("image_size: 256", "image_size: 256.0"), "an image_size of 256.0"),
    "endless size": (("image_size: 256", "image_size: .inf"), "an image_size of inf"),
    "not a model": (("model:", "trainer:"), "has no section 'model'"),
    "python object": (("model:", "x: !!python/object/apply:os.system [ls]\nmodel:"), "is not a YAML file"),
    "not YAML": (("model:", "model: {"), "is not a YAML file"),
}


class TestBadConfigs:
    @pytest.mark.parametrize(("change", "reason"), BAD_CONFIGS.values(), ids=BAD_CONFIGS.keys())
    def test_one_sentence_names_file_and_reason(self, bundled, models, tmp_path, change, reason):
        checkpoint = write_checkpoint(tmp_path, bundled / "sam2_pico.yaml", name="own.pt")
        config = write_config(tmp_path, name="own.yaml")
        text = config.read_text()
        assert change[0] in text
        config.write_text(text.replace(*change))
        message = refused(Code.MODEL_INVALID, bundled, models, checkpoint=str(checkpoint), config=str(config))
        assert str(config) in message
        assert reason in message

    def test_missing(self, bundled, models, tmp_path):
        checkpoint = write_checkpoint(tmp_path, bundled / "sam2_pico.yaml", name="own.pt")
        gone = tmp_path / "gone.yaml"
        message = refused(Code.MODEL_MISSING, bundled, models, checkpoint=str(checkpoint), config=str(gone))
        assert f"The config {gone} does not exist" in message


def test_neither_hydra_nor_torchvision_is_imported(bundled, models):
    """In a process of its own, with both made impossible to import."""
    script = f"""
import importlib.util, sys
from pathlib import Path
sys.modules["hydra"] = sys.modules["torchvision"] = sys.modules["omegaconf"] = None
spec = importlib.util.spec_from_file_location(
    "sam2_toolbox", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}])
sys.modules["sam2_toolbox"] = module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
from sam2_toolbox.engine.api.parameters.params import ModelParams
from sam2_toolbox.engine.model.sam2_model import load_model
load_model(ModelParams(device="cpu"), Path({str(bundled)!r}), Path({str(models)!r}))
print("loaded")
"""
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "loaded", done.stderr
