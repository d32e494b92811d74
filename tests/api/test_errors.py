import pytest
from sam2_toolbox.engine.api.errors import Cancelled, Code, EngineError


def test_the_text_of_an_error_is_its_message_not_its_details():
    error = EngineError(Code.BAD_RASTER, "No bands.", "Traceback ...")
    assert str(error) == error.message == "No bands."
    assert error.details == "Traceback ..."


def test_cancelled_is_caught_as_an_engine_error():
    with pytest.raises(EngineError) as caught:
        raise Cancelled
    assert caught.value.code is Code.CANCELLED


def test_a_code_is_the_text_that_crosses_the_border():
    assert [Code(code.value) for code in Code] == list(Code)
    assert all(code == code.name.lower() for code in Code)
