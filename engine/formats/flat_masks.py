"""Flat masks: a Parquet table whose rows hold a mask as a list of numbers, row after row of pixels.

Columns: ``mask`` (list of uint8 0/1, height x width of them, row-major), ``width``, ``height``,
``object_id`` and, perhaps, ``score``. Where the masks lie stands in the file's own metadata under
``METADATA_KEY``, as the JSON that NPZ files carry.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..api.errors import Code, EngineError
from ..rasters.georeference import Georeference
from ..rasters.whole_file import whole_file
from .pixel_masks import PixelMask, cropped

METADATA_KEY = "sam2_toolbox"
MOST_PIXELS = 1 << 25
"""Of one mask: as a list it takes some twenty times as many bytes while it is written or read."""

_PIXELS_AT_ONCE = 1 << 24
_MOST_VALUES = 1 << 30


@dataclass(frozen=True, eq=False)
class FlatMask:
    """A row: the mask's pixels, and the size of the picture they lie in."""

    number: int
    score: float | None
    width: int
    height: int
    mask: PixelMask


def write_flat_masks(
    path: str,
    masks: Iterable[FlatMask],
    with_scores: bool,
    metadata: str,
    check_cancelled: Callable[[], None],
) -> None:
    """Write a table row group by row group; memory holds some 16 million pixels, or one mask.

    Raises:
        EngineError: ENVIRONMENT_MISSING without pyarrow, OUTPUT_FAILED.
        Cancelled: by ``check_cancelled``, asked before every mask; the file is not there then.
    """
    arrow, parquet = _pyarrow()
    columns = [
        ("mask", arrow.list_(arrow.uint8())),
        ("width", arrow.int32()),
        ("height", arrow.int32()),
        ("object_id", arrow.int64()),
    ]
    if with_scores:
        columns.append(("score", arrow.float64()))
    schema = arrow.schema(columns, metadata={METADATA_KEY: metadata})
    with (
        whole_file(path, "The Parquet file", (OSError, arrow.ArrowException)) as part,
        parquet.ParquetWriter(part, schema, compression="zstd") as writer,
    ):
        group: list[FlatMask] = []
        for row in masks:
            check_cancelled()
            if group and (len(group) + 1) * row.width * row.height > _PIXELS_AT_ONCE:
                writer.write_table(_table(arrow, group, schema))
                group = []
            group.append(row)
        if group:
            writer.write_table(_table(arrow, group, schema))


def _table(arrow: Any, rows: list[FlatMask], schema: Any) -> Any:
    flat = np.zeros(sum(row.width * row.height for row in rows), dtype=np.uint8)
    ends = np.cumsum([0, *(row.width * row.height for row in rows)])
    for row, start, end in zip(rows, ends[:-1], ends[1:]):
        picture = flat[start:end].reshape(row.height, row.width)
        rows_high, columns = row.mask.bits.shape
        picture[row.mask.y : row.mask.y + rows_high, row.mask.x : row.mask.x + columns] = row.mask.bits
    values = {
        "mask": arrow.ListArray.from_arrays(arrow.array(ends.astype(np.int32)), arrow.array(flat)),
        "width": [row.width for row in rows],
        "height": [row.height for row in rows],
        "object_id": [row.number for row in rows],
        "score": [row.score for row in rows],
    }
    return arrow.table([values[name] for name in schema.names], schema=schema)


class FlatMaskFile:
    """A table of flat masks, of anyone; ``georeference`` is None where it does not say where they lie.

    Raises:
        EngineError: ENVIRONMENT_MISSING without pyarrow; BAD_FILE, saying what is wrong with the file.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        arrow, parquet = _pyarrow()
        self._errors = (arrow.ArrowException, OSError)
        with self._failures():
            self._file = parquet.ParquetFile(path)
        schema = self._file.schema_arrow
        missing = [name for name in ("mask", "width", "height") if name not in schema.names]
        if missing:
            raise self._bad(f"it has no column {missing[0]} (it has {', '.join(schema.names) or 'none'})")
        mask = schema.field("mask").type
        if not _holds_lists_of_numbers(arrow.types, mask):
            raise self._bad(f"its column mask holds {mask}; lists of whole numbers are wanted")
        self._columns = [
            name for name in ("mask", "width", "height", "object_id", "score") if name in schema.names
        ]
        self._look_ahead()
        self.count = int(self._file.metadata.num_rows)
        self.georeference = self._georeference((schema.metadata or {}).get(METADATA_KEY.encode()))

    def rows(self) -> Iterator[FlatMask]:
        """The masks one after another.

        Raises:
            EngineError: BAD_FILE, naming the row and what is wrong with it.
        """
        number = 0
        with self._failures():
            for batch in self._file.iter_batches(self._rows_at_once, columns=self._columns):
                columns = {name: batch.column(name) for name in self._columns}
                for index in range(batch.num_rows):
                    number += 1
                    yield self._row(number, {name: column[index] for name, column in columns.items()})

    def _row(self, number: int, values: Mapping[str, Any]) -> FlatMask:
        width, height = (values[side].as_py() for side in ("width", "height"))
        if not all(isinstance(side, int) and 0 < side <= MOST_PIXELS for side in (width, height)):
            raise self._bad(f"row {number} is {width} x {height} pixels large")
        pixels = values["mask"].values
        if pixels is None or len(pixels) != width * height:
            held = "none" if pixels is None else len(pixels)
            raise self._bad(f"row {number} has {held} pixels; {width} x {height} are {width * height}")
        if pixels.null_count:
            raise self._bad(f"row {number} has {pixels.null_count} pixels without a value")
        flat = pixels.to_numpy(zero_copy_only=False)
        if flat.max() > 1 or flat.min() < 0:
            raise self._bad(f"row {number} holds the value {flat.max()}; masks hold 0 and 1")
        bits = flat.astype(bool).reshape(height, width)
        given = {name: values[name].as_py() if name in values else None for name in ("object_id", "score")}
        score = given["score"]
        return FlatMask(
            number=given["object_id"] if isinstance(given["object_id"], int) else number,
            score=float(score) if isinstance(score, (int, float)) and np.isfinite(score) else None,
            width=width,
            height=height,
            mask=cropped(PixelMask(0, 0, bits)),
        )

    def _look_ahead(self) -> None:
        """Refuse what would not fit into memory, and find out how many rows do."""
        about = self._file.metadata
        pixels = 0
        for group in range(about.num_row_groups):
            for column in range(about.num_columns):
                values = about.row_group(group).column(column).num_values
                if values > _MOST_VALUES:
                    raise self._bad(
                        f"its row group {group} claims {values} values, more than is read at once"
                    )
                pixels += values
        self._rows_at_once = max(1, _PIXELS_AT_ONCE * about.num_rows // max(pixels, 1))

    def _georeference(self, text: bytes | None) -> Georeference | None:
        if text is None:
            return None
        try:
            about = json.loads(text)
            a, b, c, d, e, f = (float(value) for value in about["transform"])
            return Georeference((a, b, c, d, e, f), str(about.get("crs") or ""))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise self._bad(f"its metadata {METADATA_KEY} does not say where the masks lie") from error

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise EngineError(Code.BAD_FILE, f"{self.path} does not exist. Choose a Parquet file.") from error
        except self._errors as error:
            raise self._bad(f"it is damaged, incomplete or no Parquet file ({error})") from error

    def _bad(self, what: str) -> EngineError:
        return EngineError(
            Code.BAD_FILE,
            f"{self.path} cannot be read as flat masks: {what}. Write it again with the columns mask, width "
            "and height, a mask being the list of its pixels, 0 or 1, row after row.",
        )


def _holds_lists_of_numbers(types: Any, kind: Any) -> bool:
    lists = types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind)
    return bool(lists and (types.is_integer(kind.value_type) or types.is_boolean(kind.value_type)))


def _pyarrow() -> tuple[Any, Any]:
    """The packages ``pyarrow`` and ``pyarrow.parquet``; nothing else needs them."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise EngineError(
            Code.ENVIRONMENT_MISSING,
            "Parquet files need the package pyarrow, which is not in the Python that runs SAM 2. Install it "
            f'there, "{sys.executable}" -m pip install pyarrow, or choose NPZ or COCO instead.',
        ) from error
    return pyarrow, pyarrow.parquet
