"""Sentences of the engine, said in another language."""

import re

import pytest
from sam2_toolbox.engine.api.sentences import SHAPES, Sentences

GERMAN = {
    "{1} does not exist.": "{1} gibt es nicht.",
    "The checkpoint {1} does not exist. Choose another.": "Den Checkpoint {1} gibt es nicht.",
    "{1} cannot be read: {2}.": "{2}: {1} ist nicht lesbar.",
    "Step {1} of {2}: {3}": "Schritt {1} von {2}: {3}",
    "installing PyTorch": "PyTorch wird installiert",
    "Run it again.": "Noch einmal laufen lassen.",
    "{1} Your prompts are kept.": "{1} Die Prompts bleiben.",
    "objects": "Objekte",
}


@pytest.fixture
def say():
    sentences = Sentences(text for text in GERMAN if "{1}" in text)
    return lambda text: sentences.say(text, lambda text: GERMAN.get(text, text))


def test_what_was_filled_in_stays_and_may_change_its_place(say):
    assert (
        say("/data/a b.tif cannot be read: no (such) file.")
        == "no (such) file: /data/a b.tif ist nicht lesbar."
    )


def test_the_shape_with_most_words_is_meant(say):
    assert say("The checkpoint a.pt does not exist. Choose another.").startswith(
        "Den Checkpoint a.pt gibt es"
    )


def test_words_of_the_code_are_translated_inside_others(say):
    assert say("Step 2 of 7: installing PyTorch") == "Schritt 2 von 7: PyTorch wird installiert"


def test_a_name_that_is_also_a_word_stays(say):
    assert say("objects does not exist.") == "objects gibt es nicht."


def test_several_sentences(say):
    assert say("x does not exist. Run it again.") == "x gibt es nicht. Noch einmal laufen lassen."
    assert say("QGIS says so. Run it again.") == "QGIS says so. Noch einmal laufen lassen."
    assert (
        say("x cannot be read: gone. Run it again.") == "gone. Noch einmal laufen lassen: x ist nicht lesbar."
    )


def test_whole_sentences_that_were_filled_in(say):
    assert say("x does not exist. Run it again. Your prompts are kept.") == (
        "x gibt es nicht. Noch einmal laufen lassen. Die Prompts bleiben."
    )


@pytest.mark.parametrize("text", ["", "Nobody knows this.", "{1}", "a\nb: {2} \\d+ (.*"])
def test_what_nobody_knows_is_left_as_it_is(say, text):
    assert say(text) == text


def test_every_shape_of_the_code_is_recognised_as_itself():
    """However many there are, none takes another's place."""
    shapes = Sentences.of_the_code()
    texts = SHAPES.read_text(encoding="utf-8").splitlines()
    assert len(texts) > 200
    for text in texts:
        filled = re.sub(r"\{(\d+)\}", r"value\1", text)
        said = shapes.say(filled, lambda known: f"<{known}>" if known in texts else known)
        assert said == f"<{filled}>"
