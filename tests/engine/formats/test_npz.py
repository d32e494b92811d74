"""What is written comes back bit for bit, and what others wrote badly is refused in words."""

import io
import json
import re
import zipfile

import numpy as np
import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.formats.grid import metadata_text
from sam2_toolbox.engine.formats.npz_reader import labels_of, read_npz, stack_masks
from sam2_toolbox.engine.formats.npz_writer import (
    centroids_of,
    estimated_stack_bytes,
    npz_file,
    write_array,
    write_labels,
    write_stack,
)
from sam2_toolbox.tests.engine.formats import grids


def never() -> None:
    pass


def write(path, masks, grid, layout="stack"):
    with npz_file(str(path)) as archive:
        if layout == "stack":
            write_stack(archive, masks, (len(masks), grid.height, grid.width), never)
            write_array(archive, "centroids", centroids_of(masks))
            write_array(archive, "scores", np.linspace(0, 1, len(masks)))
            write_array(archive, "object_ids", np.arange(len(masks)) + 10)
        else:
            write_labels(archive, masks, np.arange(len(masks)) + 1, grid, never)
        write_array(archive, "metadata", np.array(metadata_text(grid, {"source": "ä.tif"})))


@pytest.mark.parametrize("name", grids.TRANSFORMS)
def test_a_stack_comes_back_bit_for_bit(tmp_path, name):
    grid = grids.grid_of(name)
    masks = grids.random_masks(2, 40, grid)
    write(tmp_path / "a.npz", masks, grid)
    read = read_npz(str(tmp_path / "a.npz"))
    assert (read.layout, read.shape) == ("stack", (40, grid.height, grid.width))
    assert read.georeference == grid.georeference
    assert read.metadata["source"] == "ä.tif"
    assert read.object_ids.tolist() == list(range(10, 50))
    assert all(grids.same(a, b) for a, b in zip(masks, stack_masks(read), strict=True))


def test_numpy_reads_it_without_pickles(tmp_path):
    grid = grids.grid_of("utm")
    masks = grids.random_masks(3, 5, grid)
    write(tmp_path / "a.npz", masks, grid)
    with np.load(tmp_path / "a.npz", allow_pickle=False) as content:
        stack = content["masks"]
        assert (stack.dtype, stack.shape) == (np.uint8, (5, grid.height, grid.width))
        assert stack.sum(axis=(1, 2)).tolist() == [mask.area for mask in masks]
        rows, columns = np.nonzero(stack[0])
        assert content["centroids"][0] == pytest.approx([columns.mean() + 0.5, rows.mean() + 0.5])
        assert json.loads(str(content["metadata"]))["transform"] == list(grid.georeference.transform)


def test_labels_show_the_smaller_of_two(tmp_path):
    grid = grids.grid_of("utm")
    masks = grids.random_masks(4, 30, grid)
    write(tmp_path / "a.npz", masks, grid, "labels")
    expected = np.zeros((grid.height, grid.width), dtype=int)
    for number in sorted(range(30), key=lambda n: -masks[n].area):
        mask = masks[number]
        place = expected[mask.y : mask.y + mask.bits.shape[0], mask.x : mask.x + mask.bits.shape[1]]
        place[mask.bits] = number + 1
    read = read_npz(str(tmp_path / "a.npz"))
    assert read.layout == "labels"
    assert np.array_equal(labels_of(read), expected)


def test_a_cancelled_export_leaves_nothing(tmp_path):
    class StopError(Exception):
        pass

    def stop():
        raise StopError

    grid = grids.grid_of("utm")
    with pytest.raises(StopError), npz_file(str(tmp_path / "a.npz")) as archive:
        write_stack(archive, grids.random_masks(1, 3, grid), (3, grid.height, grid.width), stop)
    assert not list(tmp_path.iterdir())


def test_the_estimate_is_near_the_truth(tmp_path):
    grid = grids.grid_of("utm", 1500, 1100)
    masks = grids.random_masks(5, 60, grid)
    write(tmp_path / "a.npz", masks, grid)
    real = (tmp_path / "a.npz").stat().st_size
    assert 0.6 * real < estimated_stack_bytes(masks, grid) < 1.7 * real


def test_a_folder_that_is_not_there_is_named(tmp_path):
    path = str(tmp_path / "nowhere" / "a.npz")
    with pytest.raises(EngineError, match=r"nowhere.+cannot be written") as caught, npz_file(path):
        pass
    assert caught.value.code is Code.OUTPUT_FAILED


def archive_of(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.npy", content)
    return buffer.getvalue()


def array_bytes(array, allow_pickle=False):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.asarray(array), allow_pickle=allow_pickle)
    return buffer.getvalue()


def header_only(shape, descr="|u1"):
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": descr, "fortran_order": False, "shape": shape})
    return buffer.getvalue()


GOOD = array_bytes(np.zeros((2, 3, 4), np.uint8))
HOSTILE = {
    "no zip": (b"PK nothing of the kind", "damaged, incomplete or no NPZ file"),
    "empty": (b"", "damaged, incomplete or no NPZ file"),
    "no masks": (archive_of(other=GOOD), "no array named masks (it holds other.npy)"),
    "pickles": (
        archive_of(masks=array_bytes(np.array([{}], dtype=object), allow_pickle=True)),
        "its array masks holds pickled Python objects",
    ),
    "floats": (archive_of(masks=array_bytes(np.zeros((2, 3, 4)))), "its masks are of type float64"),
    "one dimension": (archive_of(masks=array_bytes(np.zeros(4, np.uint8))), "have the shape (4,)"),
    "four dimensions": (
        archive_of(masks=array_bytes(np.zeros((1, 1, 2, 2), np.uint8))),
        "have the shape (1, 1, 2, 2)",
    ),
    "bomb": (archive_of(masks=header_only((1 << 40, 1 << 19, 1 << 19))), "which no raster has"),
    "bomb of one mask": (archive_of(masks=header_only((1, 1 << 18, 1 << 18))), "262144 x 262144 pixels"),
    "bomb of labels": (archive_of(masks=header_only((1 << 18, 1 << 18))), "larger than what is read at once"),
    "bomb of scores": (
        archive_of(masks=GOOD, scores=header_only((1 << 32,), "<f8")),
        "scores claims 4294967296",
    ),
    "bomb of metadata": (
        archive_of(masks=GOOD, metadata=header_only((), f"<U{1 << 28}")),
        "its array metadata claims",
    ),
    "declares more": (
        archive_of(masks=header_only((100, 1000, 1000))),
        "its masks need 100000000 bytes and 128 are there",
    ),
    "no header": (archive_of(masks=b"hello"), "its array masks has no header numpy understands"),
    "fortran": (
        archive_of(masks=array_bytes(np.asfortranarray(np.zeros((3, 4), np.uint8)))),
        "stored column by column",
    ),
    "scores too few": (
        archive_of(masks=GOOD, scores=array_bytes(np.zeros(1))),
        "its array scores is float64",
    ),
    "scores of text": (
        archive_of(masks=GOOD, scores=array_bytes(np.array(["a", "b"]))),
        "array scores is <U1",
    ),
    "pickled metadata": (
        archive_of(masks=GOOD, metadata=array_bytes(np.array({}, dtype=object), allow_pickle=True)),
        "its array metadata holds pickled Python objects",
    ),
    "metadata no json": (archive_of(masks=GOOD, metadata=array_bytes(np.array("{"))), "metadata are no JSON"),
    "transform of five": (
        archive_of(masks=GOOD, metadata=array_bytes(np.array('{"transform": [1, 2, 3, 4, 5]}'))),
        "six numbers are wanted",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_words(tmp_path, name):
    content, what = HOSTILE[name]
    path = tmp_path / "bad.npz"
    path.write_bytes(content)
    with pytest.raises(EngineError, match=re.escape(what)) as caught:
        read_npz(str(path))
    assert caught.value.code is Code.BAD_FILE
    assert caught.value.message.startswith(f"{path} cannot be read as masks: ")
    assert "Save it again" in caught.value.message


def test_a_transform_without_area_is_refused(tmp_path):
    path = tmp_path / "bad.npz"
    flat = array_bytes(np.array('{"transform": [0, 0, 0, 0, 0, 0]}'))
    path.write_bytes(archive_of(masks=GOOD, metadata=flat))
    with pytest.raises(EngineError, match="georeference the raster again") as caught:
        read_npz(str(path))
    assert caught.value.code is Code.BAD_GEOREFERENCE


def test_a_truncated_file_is_refused_while_reading(tmp_path):
    grid = grids.grid_of("utm")
    write(tmp_path / "a.npz", grids.random_masks(1, 20, grid), grid)
    content = (tmp_path / "a.npz").read_bytes()
    (tmp_path / "a.npz").write_bytes(content[: len(content) // 2])
    with pytest.raises(EngineError, match="incomplete"):
        read_npz(str(tmp_path / "a.npz"))


def test_a_stack_of_greys_is_no_stack_of_masks(tmp_path):
    path = tmp_path / "grey.npz"
    path.write_bytes(archive_of(masks=array_bytes(np.full((1, 3, 4), 7, np.uint8))))
    with pytest.raises(EngineError, match="the value 7"):
        list(stack_masks(read_npz(str(path))))


def test_files_of_others_need_no_more_than_masks(tmp_path):
    np.savez(tmp_path / "plain.npz", masks=np.eye(3, dtype=bool)[None])
    read = read_npz(str(tmp_path / "plain.npz"))
    assert read.georeference is read.scores is None
    (mask,) = stack_masks(read)
    assert np.array_equal(mask.bits, np.eye(3, dtype=bool))
