import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.layer_file import INTEGER, REAL, TEXT, LayerReader, LayerWriter

FIELDS = (("number", INTEGER), ("größe", REAL), ("class", TEXT))
ROWS = [(b"\x01abc", (1, 2.5, "Dach\nrot")), (b"", (None, None, None)), (b"x" * 5000, (2**60, 0.1, "ä'\""))]


@pytest.fixture
def layer(tmp_path):
    path = str(tmp_path / "layer")
    with LayerWriter(path, "WKT[]", FIELDS) as writer:
        for wkb, attributes in ROWS:
            writer.add(wkb, attributes)
        assert writer.count == len(ROWS)
    return path


def test_what_is_written_is_read_and_read_again(layer):
    with LayerReader(layer) as reader:
        assert (reader.crs_wkt, reader.fields) == ("WKT[]", FIELDS)
        for _ in range(2):
            assert [(row.wkb, row.attributes) for row in reader] == ROWS


def test_a_layer_brings_where_it_comes_from(tmp_path, layer):
    path = str(tmp_path / "made")
    with LayerWriter(path, "", FIELDS, {"model": {"id": "pico"}}):
        pass
    with LayerReader(path) as reader:
        assert reader.provenance == {"model": {"id": "pico"}}
    with LayerReader(layer) as reader:
        assert reader.provenance == {}


def test_rows_are_found_again_by_their_place(layer):
    with LayerReader(layer) as reader:
        placed = list(reader.placed())
        assert [reader.at(place) for place, _ in reversed(placed)] == [row for _, row in reversed(placed)]


def test_a_file_cut_anywhere_is_refused(layer):
    with open(layer, "rb") as file:
        content = file.read()
    cut_between_rows, codes = 0, set()
    for length in range(0, len(content), 3):
        with open(layer, "wb") as file:
            file.write(content[:length])
        try:
            with LayerReader(layer) as reader:
                list(reader)
        except EngineError as error:
            codes.add(error.code)
        else:
            cut_between_rows += 1
    assert cut_between_rows <= len(ROWS)
    assert codes == {Code.BAD_FILE}


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EngineError, match="nowhere") as caught:
        LayerWriter(str(tmp_path / "nowhere" / "layer"), "", FIELDS)
    assert caught.value.code is Code.OUTPUT_FAILED
    with pytest.raises(EngineError, match="nowhere"):
        LayerReader(str(tmp_path / "nowhere" / "layer"))
