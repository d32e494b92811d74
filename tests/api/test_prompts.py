"""Files of prompts: what is written comes back, and anything else is refused."""

import random

import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.prompts import PromptFeature, PromptFile, PromptWriter


def write(path, prompts):
    with PromptWriter(str(path)) as writer:
        for prompt in prompts:
            writer.add(prompt)
    return str(path)


@pytest.mark.parametrize("seed", range(20))
def test_prompts_come_back_as_they_went(tmp_path, seed):
    chance = random.Random(seed)
    prompts = [
        PromptFeature(
            chance.randrange(2**40),
            chance.randrange(-(2**62), 2**62),
            chance.randrange(2),
            chance.randbytes(n),
        )
        for n in (chance.randrange(300) for _ in range(chance.randrange(9)))
    ]
    with PromptFile(write(tmp_path / "prompts", prompts)) as file:
        read = list(file)
        assert [prompt for _, prompt in read] == prompts
        assert [file.at(place) for place, _ in reversed(read)] == prompts[::-1]
        assert list(file) == read


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 something else altogether"])
def test_another_file_is_refused(tmp_path, content):
    if content is not None:
        (tmp_path / "other").write_bytes(content)
    with pytest.raises(EngineError, match="cannot be read"):
        PromptFile(str(tmp_path / "other"))


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EngineError) as caught:
        PromptWriter(str(tmp_path / "nowhere" / "prompts"))
    assert caught.value.code is Code.OUTPUT_FAILED
