"""Reading NPZ files of anyone, however badly meant."""

from __future__ import annotations

import json
import math
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ..api.errors import Code, EngineError
from ..rasters.georeference import Georeference
from .pixel_masks import PixelMask, cropped

LARGEST_ARRAY_BYTES = 2 << 30
"""A mask, a label array and the smaller arrays are read whole; none of an honest file is larger."""
_LARGEST_SIDE = 1 << 20
_MOST_MASKS = 10_000_000
_STRIP_BYTES = 1 << 24


@dataclass(frozen=True, eq=False)
class NpzMasks:
    """What an NPZ file says about its masks.

    ``layout`` is stack (N, H, W) or labels (H, W); ``shape`` that of ``masks.npy``. ``scores``
    (N,) and ``object_ids`` (N,) are None where the file has none, ``georeference`` where it does
    not say where the masks lie. ``metadata`` is the JSON object the file carries, or empty.
    """

    path: str
    layout: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    scores: NDArray[np.float64] | None
    object_ids: NDArray[np.int64] | None
    georeference: Georeference | None
    metadata: dict[str, Any]

    @property
    def width(self) -> int:
        """Pixels in a row."""
        return self.shape[-1]

    @property
    def height(self) -> int:
        """Rows of pixels."""
        return self.shape[-2]


def read_npz(path: str) -> NpzMasks:
    """Open an NPZ file of masks and check it, without reading the masks.

    Raises:
        EngineError: BAD_FILE, saying what is wrong with which part of it.
    """
    with _archive(path) as archive:
        shape, dtype = _mask_header(path, archive)
        count = shape[0] if len(shape) == 3 else None
        metadata = _metadata(path, archive)
        return NpzMasks(
            path=path,
            layout="stack" if count is not None else "labels",
            shape=shape,
            dtype=dtype,
            scores=_column(path, archive, "scores", count, "fiu", np.float64),
            object_ids=_column(path, archive, "object_ids", count, "iu", np.int64),
            georeference=_georeference(path, metadata),
            metadata=metadata,
        )


def stack_masks(masks: NpzMasks) -> Iterator[PixelMask]:
    """The masks of a stack one after another; memory holds one of them unpacked.

    Raises:
        EngineError: BAD_FILE for a file that ends early or holds values other than 0 and 1.
    """
    with _archive(masks.path) as archive, archive.open("masks.npy") as member:
        _header(masks.path, "masks", member)
        for number in range(masks.shape[0]):
            with _failures(masks.path):
                values = _read_array(masks, member, (masks.height, masks.width))
            if masks.dtype.kind != "b" and values.max(initial=0) > 1:
                raise _bad(
                    masks.path,
                    f"mask {number} holds the value {values.max()}; masks of a stack hold 0 and 1. A label "
                    "array has two dimensions",
                )
            yield cropped(PixelMask(0, 0, values.astype(bool)))


def labels_of(masks: NpzMasks) -> NDArray[np.integer]:
    """The label array (H, W).

    Raises:
        EngineError: BAD_FILE for a file that ends early.
    """
    with _archive(masks.path) as archive, archive.open("masks.npy") as member:
        _header(masks.path, "masks", member)
        with _failures(masks.path):
            return _read_array(masks, member, (masks.height, masks.width))


def _read_array(masks: NpzMasks, member: IO[bytes], shape: tuple[int, int]) -> NDArray[Any]:
    values = np.empty(shape, dtype=masks.dtype)
    target = values.view(np.uint8).reshape(-1)
    filled = 0
    while filled < len(target):
        part = member.read(min(len(target) - filled, _STRIP_BYTES))
        if not part:
            raise EOFError(f"masks.npy ends {len(target) - filled} bytes early")
        target[filled : filled + len(part)] = np.frombuffer(part, dtype=np.uint8)
        filled += len(part)
    return values


@contextmanager
def _archive(path: str) -> Iterator[zipfile.ZipFile]:
    with _failures(path), zipfile.ZipFile(path) as archive:
        yield archive


@contextmanager
def _failures(path: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise EngineError(Code.BAD_FILE, f"{path} does not exist. Choose an NPZ file.") from error
    # zipfile has NotImplementedError for a compression it does not know, RuntimeError for a password.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise _bad(path, f"it is damaged, incomplete or no NPZ file ({error})") from error


def _mask_header(path: str, archive: zipfile.ZipFile) -> tuple[tuple[int, ...], np.dtype[Any]]:
    if "masks.npy" not in archive.namelist():
        inside = ", ".join(sorted(archive.namelist())[:8]) or "nothing"
        raise _bad(path, f"it has no array named masks (it holds {inside})")
    with archive.open("masks.npy") as member:
        shape, dtype = _header(path, "masks", member)
    if dtype.kind not in "bui":
        raise _bad(path, f"its masks are of type {dtype}; whole numbers or bool are wanted")
    if len(shape) not in (2, 3):
        raise _bad(path, f"its masks have the shape {shape}; (N, H, W) or (H, W) is wanted")
    if max(shape[-2:]) > _LARGEST_SIDE or (len(shape) == 3 and shape[0] > _MOST_MASKS):
        raise _bad(path, f"its masks claim the shape {shape}, which no raster has")
    if shape[-2] * shape[-1] * dtype.itemsize > LARGEST_ARRAY_BYTES:
        raise _bad(
            path,
            f"its masks of {shape[-1]} x {shape[-2]} pixels are larger than what is read at once, "
            f"{LARGEST_ARRAY_BYTES >> 30} GB",
        )
    declared = math.prod(shape) * dtype.itemsize
    held = archive.getinfo("masks.npy").file_size
    if held < declared:
        raise _bad(path, f"its masks need {declared} bytes and {held} are there")
    return shape, dtype


def _header(path: str, name: str, member: IO[bytes]) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """Read the header of an array; the member stands at its first value afterwards."""
    try:
        version = np.lib.format.read_magic(member)
        read = (
            np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        )
        shape, fortran, dtype = read(member)
    except ValueError as error:
        raise _bad(path, f"its array {name} has no header numpy understands ({error})") from error
    if dtype.hasobject:
        raise _bad(path, f"its array {name} holds pickled Python objects, which could run a program")
    if fortran and len(shape) > 1:
        raise _bad(path, f"its array {name} is stored column by column (Fortran order); save it in C order")
    return shape, dtype


def _small_array(path: str, archive: zipfile.ZipFile, name: str) -> NDArray[Any] | None:
    if f"{name}.npy" not in archive.namelist():
        return None
    with archive.open(f"{name}.npy") as member:
        shape, dtype = _header(path, name, member)
    if math.prod(shape) * dtype.itemsize > LARGEST_ARRAY_BYTES // 8:
        raise _bad(path, f"its array {name} claims {math.prod(shape)} values")
    with archive.open(f"{name}.npy") as member:
        try:
            return np.asarray(np.lib.format.read_array(member, allow_pickle=False))
        except ValueError as error:
            raise _bad(path, f"its array {name} cannot be read ({error})") from error


def _column(
    path: str, archive: zipfile.ZipFile, name: str, count: int | None, kinds: str, dtype: type
) -> NDArray[Any] | None:
    values = _small_array(path, archive, name)
    if values is None or count is None:
        return None
    if values.shape != (count,) or values.dtype.kind not in kinds:
        raise _bad(
            path, f"its array {name} is {values.dtype} of shape {values.shape}; ({count},) numbers are wanted"
        )
    return values.astype(dtype)


def _metadata(path: str, archive: zipfile.ZipFile) -> dict[str, Any]:
    values = _small_array(path, archive, "metadata")
    if values is None:
        return {}
    if values.shape != () or values.dtype.kind != "U":
        raise _bad(path, "its metadata are no text")
    try:
        metadata = json.loads(str(values))
    except (ValueError, RecursionError) as error:
        raise _bad(path, f"its metadata are no JSON ({error})") from error
    return metadata if isinstance(metadata, dict) else {}


def _georeference(path: str, metadata: dict[str, Any]) -> Georeference | None:
    transform = metadata.get("transform")
    if transform is None:
        return None
    if (
        not isinstance(transform, list)
        or len(transform) != 6
        or not all(isinstance(value, (int, float)) for value in transform)
    ):
        raise _bad(path, f"its metadata give the transform {transform}; six numbers are wanted")
    crs = metadata.get("crs")
    a, b, c, d, e, f = (float(value) for value in transform)
    return Georeference((a, b, c, d, e, f), crs if isinstance(crs, str) else "")


def _bad(path: str, what: str) -> EngineError:
    return EngineError(
        Code.BAD_FILE,
        f"{path} cannot be read as masks: {what}. Save it again with numpy.savez_compressed and an array "
        "masks of whole numbers, (N, height, width) of 0 and 1 or (height, width) of labels.",
    )
