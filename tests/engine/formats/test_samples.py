"""Files of other programs come in, or are refused for what they are."""

import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.layer_file import LayerReader
from sam2_toolbox.engine.formats.import_coco import import_coco
from sam2_toolbox.engine.formats.import_npz import import_npz
from sam2_toolbox.tests.engine.samples import sample


class Ear:
    def __init__(self):
        self.texts = []

    def progress(self, fraction, text=""):
        pass

    def log(self, text, level="info"):
        self.texts.append(text)

    def check_cancelled(self):
        pass


@pytest.mark.parametrize(
    ("name", "images", "objects"),
    [
        ("coco_sample_1", 2, 3),
        ("coco_sample_2", 1, 43),
        ("coco_sample_3", 100, 89),
        ("coco_sample_file", 2, 6),
        ("combined_coco", 2, 12),
        ("dataset", 2, 249),
        ("detection_labels", 48, 1847),
        ("instances_val2014_fakebbox100_results", 99, 734),
        ("instances_val2014_fakesegm100_results", 99, 734),
        ("result", 2, 89),
        ("terrain1_coco", 1, 7),
        ("terrain2_coco", 1, 5),
    ],
)
def test_annotations_of_others_come_in(tmp_path, name, images, objects):
    ear = Ear()
    back = str(tmp_path / "back")
    result = import_coco({"input": sample("coco", f"{name}.json"), "output": back}, ear)
    assert (result["images"], result["count"]) == (images, objects)
    assert sum("does not say where its images lie" in text for text in ear.texts) == 1
    with LayerReader(back) as reader:
        assert sum(bool(row.wkb) for row in reader) == objects


@pytest.mark.parametrize(
    ("job", "path", "what"),
    [
        (import_coco, ("coco", "person_keypoints_val2014_fakekeypoints100_results.json"), "neither a segm"),
        (import_coco, ("coco", "terrain1.json"), "it is no COCO file: there is no list of images"),
        (import_npz, ("npz_masks", "classification_training.npz"), r"no array named masks .it holds X.npy"),
        (import_npz, ("npy_masks", "LULC.npy"), "no NPZ file"),
    ],
)
def test_what_holds_no_masks_is_refused(tmp_path, job, path, what):
    with pytest.raises(EngineError, match=what) as caught:
        job({"input": sample(*path), "output": str(tmp_path / "back")}, Ear())
    assert caught.value.code is Code.BAD_FILE
