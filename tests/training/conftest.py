"""A shelf of small pictures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    pytest.importorskip("cv2")
    from sam2_toolbox.training.shelf import save_picture
    from training_pictures import rectangles

    folder = tmp_path_factory.mktemp("shelf")
    for seed in range(3):
        save_picture(folder / f"picture_{seed}.npz", *rectangles(seed))
    return folder
