"""A run can be killed at any step; its export is an ordinary SAM 2 checkpoint."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("cv2")

from sam2_toolbox.training import export, train  # noqa: E402
from sam2_toolbox.training.answers import forward  # noqa: E402
from sam2_toolbox.training.architecture import IMAGE_SIDE, Pico  # noqa: E402
from sam2_toolbox.training.batches import Batches, Shelf  # noqa: E402
from sam2_toolbox.training.decoding import decode, encode  # noqa: E402
from sam2_toolbox.training.evaluate import evaluate, load_model  # noqa: E402
from sam2_toolbox.training.muon import orthogonal  # noqa: E402
from sam2_toolbox.training.recipe import Recipe  # noqa: E402
from sam2_toolbox.training.scenes import SceneObject  # noqa: E402
from sam2_toolbox.training.shelf import save_picture  # noqa: E402

MODELS = Path(__file__).parents[2] / "resources" / "models"
SMALL = Recipe(steps=4, images=1, prompts=3, objects=3, warmup=1, refine_from=0.0, refine_share=1.0)


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def shelves(shelf):
    """All small pictures on one shelf."""
    return [Shelf(tuple(sorted(shelf.iterdir())), 1.0)]


@pytest.fixture(scope="module")
def finished(one_thread, shelves, tmp_path_factory):
    """A run of four steps."""
    folder = tmp_path_factory.mktemp("run")
    run = train.Run(folder, SMALL, torch.device("cpu"))
    train.train(run, shelves, workers=0)
    return run


def test_a_killed_run_goes_on_as_if_nothing_had_happened(finished, shelves, tmp_path):
    first = train.Run(tmp_path, SMALL, torch.device("cpu"))
    batches = Batches(shelves, SMALL)
    for step in range(2):
        first.learn(batches[step])
    first.save()
    second = train.Run(tmp_path, SMALL, torch.device("cpu"))
    second.load()
    assert second.step == 2
    train.train(second, shelves, workers=0)
    wanted = finished.model.state_dict()
    for name, value in second.model.state_dict().items():
        assert torch.allclose(value, wanted[name], atol=1e-5), name


def test_curves_are_written(shelves, tmp_path, monkeypatch):
    monkeypatch.setattr(train, "REPORT_EVERY", 1)
    train.train(train.Run(tmp_path, replace(SMALL, steps=2), torch.device("cpu")), shelves, 0)
    with (tmp_path / "curves.csv").open() as lines:
        rows = list(csv.DictReader(lines))
    assert [row["step"] for row in rows] == ["1", "2"]
    assert all(float(row["loss"]) > 0 for row in rows)


def test_a_batch_depends_on_its_step_alone(shelves):
    first, second = (Batches(shelves, SMALL)[3] for _ in range(2))
    assert torch.equal(first.images, second.images)
    assert torch.equal(first.points, second.points)


def test_windows_come_from_shelves_by_their_weights(shelf, tmp_path):
    plain = tmp_path / "plain"
    plain.mkdir()
    whole = SceneObject("field", 10, 10, np.ones((100, 100), dtype=bool))
    save_picture(plain / "one.npz", np.full((256, 256, 3), 77, np.uint8), (whole,))
    recipe = replace(SMALL, images=1, recolour=0.0, guide_clicks=0, first_px=50)
    batches = Batches([train.read_shelf(f"{shelf}=1"), train.read_shelf(f"{plain}=3")], recipe)
    from_plain = sum(bool((batches[step].images == 77).all()) for step in range(80))
    assert 45 <= from_plain <= 75
    assert train.read_shelf(str(shelf)).weight == 3


def test_an_empty_shelf_is_a_sentence(tmp_path):
    with pytest.raises(FileNotFoundError, match="make scenes first"):
        Batches([train.read_shelf(str(tmp_path))], SMALL)


def test_a_run_begins_with_an_exported_model(finished, shelf, tmp_path):
    target = tmp_path / "exported.pt"
    assert export.main([str(finished.last), str(target), "--shelf", str(shelf), "--pictures", "1"]) == 0
    run = train.Run(tmp_path / "run", SMALL, torch.device("cpu"))
    run.begin_with(target)
    exported = load_model(target).state_dict()
    assert all(torch.equal(value, exported[name]) for name, value in run.model.state_dict().items())
    assert all(torch.equal(value, exported[name]) for name, value in run.smooth.items())


def test_an_empty_shelf_for_the_calibration_is_said(finished, tmp_path):
    with pytest.raises(ValueError, match="no object"):
        export.main([str(finished.last), str(tmp_path / "exported.pt"), "--shelf", str(tmp_path)])
    assert not (tmp_path / "exported.pt").exists()


def test_a_new_guide_leaves_the_features_alone_at_first(shelves):
    recipe = replace(SMALL, refine_share=0.0, guide_weight=1e4)
    batch = Batches(shelves, recipe)[0]
    gradients = []
    for weight, alone in ((1e4, False), (1e4, True), (0.0, False)):
        run = train.Run(Path(), recipe, torch.device("cpu"))
        loss, _ = forward(run.model, batch, 0.0, torch.Generator(), run.guide, weight, alone)
        loss.backward()
        gradients.append(run.model.image_encoder.trunk.patch_embed.proj.weight.grad)
    assert torch.allclose(gradients[1], gradients[2])
    assert not torch.allclose(gradients[0], gradients[2])


def test_the_export_is_read_by_the_engine_and_says_the_same(finished, shelf, tmp_path):
    sam2_image = pytest.importorskip("sam2_toolbox.engine.model.sam2_image")
    sam2_model = pytest.importorskip("sam2_toolbox.engine.model.sam2_model")
    sam2_prompts = pytest.importorskip("sam2_toolbox.engine.model.sam2_prompts")
    from sam2_toolbox.engine.api.parameters.params import ModelParams

    target = tmp_path / "sam2_pico.pt"
    assert export.main([str(finished.last), str(target), "--shelf", str(shelf), "--pictures", "1"]) == 0
    assert target.stat().st_size < 16e6
    params = ModelParams(checkpoint=str(target), config=str(MODELS / "sam2_pico.yaml"), device="cpu")
    theirs = sam2_model.load_model(params, MODELS, tmp_path).model
    rgb = np.random.default_rng(0).integers(0, 255, (IMAGE_SIDE, IMAGE_SIDE, 3), np.uint8)
    points = np.array([[100.0, 200.0], [333.0, 50.0]], np.float32)
    image = sam2_image.encode_image(theirs, rgb)
    asked = [sam2_prompts.Prompt(point[None], np.ones(1, np.int32)) for point in points]
    answers = [sam2_prompts.predict(theirs, image, prompt, True) for prompt in asked]
    ours = load_model(target)
    clicks = torch.zeros(1, 2, 2, 2)
    clicks[0, :, 0] = torch.from_numpy(points)
    with torch.no_grad():
        features = encode(ours, torch.from_numpy(rgb.transpose(2, 0, 1).copy())[None])
        logits, scores = decode(ours, features, clicks, torch.tensor([[[1, -1], [1, -1]]]))
    for number, answer in enumerate(answers):
        assert torch.allclose(answer.logits, logits[0, number, 1:], atol=1e-3)
        assert torch.allclose(answer.iou, scores[0, number, 1:], atol=1e-4)


def test_a_report_has_sensible_numbers(finished, shelf):
    report = evaluate(finished.model.eval(), sorted(shelf.iterdir())[:1], prompts=3)
    assert report.prompts == 3
    assert 0 <= report.click_picked <= 1
    assert 0 <= report.box <= 1


def test_every_weight_has_an_optimiser():
    model = Pico()
    matrices, others = train.split_weights(model)
    assert len(matrices) + len(others) == len(list(model.parameters()))
    assert all(weight.ndim >= 2 for weight in matrices)
    assert len(matrices) > 40


def test_orthogonal_updates_have_singular_values_near_one():
    torch.manual_seed(0)
    for shape in ((32, 80), (80, 32)):
        values = torch.linalg.svdvals(orthogonal(torch.randn(shape)))
        assert values.min() > 0.5
        assert values.max() < 1.4


def test_large_objects_come_first_and_windows_grow_at_the_end():
    recipe = Recipe(steps=100)
    assert recipe.cutting(0).smallest_px > recipe.cutting(60).smallest_px == recipe.smallest_px
    assert recipe.cutting(0).side == 256
    assert recipe.cutting(99).side == IMAGE_SIDE
    early = [recipe.cutting(step).side for step in range(6)]
    assert early == [256, 256, IMAGE_SIDE] * 2
    assert recipe.rate_factor(0) < recipe.rate_factor(50)
    assert recipe.rate_factor(99) < 0.05
