"""Class maps become objects."""

from __future__ import annotations

import numpy as np
import pytest

cv2 = pytest.importorskip("cv2")

from sam2_toolbox.training import real  # noqa: E402
from sam2_toolbox.training.shelf import load_picture  # noqa: E402
from training_pictures import rectangles  # noqa: E402


@pytest.fixture
def dubai(tmp_path):
    """One picture of 700 x 600 px with two buildings and a speck."""
    folder = tmp_path / "dubai"
    for name in ("images", "masks"):
        (folder / name).mkdir(parents=True)
    label = np.zeros((600, 700, 3), np.uint8)
    for top, left, size in ((50, 60, 40), (300, 400, 30), (10, 600, 3)):
        label[top : top + size, left : left + size] = (0x3C, 0x10, 0x98)
    cv2.imwrite(str(folder / "images" / "a.jpg"), np.full((600, 700, 3), 90, np.uint8))
    cv2.imwrite(str(folder / "masks" / "a.png"), label[:, :, ::-1])
    return folder


def test_components_of_a_class_become_objects(dubai, tmp_path):
    shelf = tmp_path / "shelf"
    assert real.main([str(shelf), "--dubai", str(dubai)]) == 0
    pictures = [load_picture(path) for path in sorted(shelf.iterdir())]
    areas = {int(picture.crop(i).sum()) for picture in pictures for i in range(len(picture.boxes))}
    assert areas == {1600, 900}
    assert all(set(picture.kinds) == {"building"} for picture in pictures)
    assert all(picture.rgb.shape[0] <= 512 and picture.rgb.shape[1] <= 512 for picture in pictures)


def test_what_fills_the_picture_is_no_object():
    assert list(real.components(np.ones((40, 40), bool), "water")) == []


def test_unlabelled_pictures_get_proposed_objects(tmp_path, monkeypatch):
    folder = tmp_path / "pictures"
    folder.mkdir()
    rgb, objects = rectangles(side=600)
    cv2.imwrite(str(folder / "town.png"), rgb[:, :, ::-1])
    seen = []
    monkeypatch.setattr(real, "propose", lambda part: seen.append(part) or list(objects[:1]))
    assert real.main([str(tmp_path / "shelf"), "--regions", str(folder)]) == 0
    names = sorted(path.name for path in (tmp_path / "shelf").iterdir())
    assert names == [f"regions_town_{index:02d}.npz" for index in range(len(seen))]
    assert all(part.shape == (512, 512, 3) for part in seen)
    assert np.array_equal(seen[0], rgb[:512, :512])
