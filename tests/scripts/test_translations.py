"""The files of resources/i18n: they hold what is shown, and translate it without losing anything."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = ROOT / "scripts"
LANGUAGES = ("de", "fr")


@pytest.fixture(scope="module")
def texts():
    """Every text that is shown, gathered in a process of its own: it has to do without QGIS."""
    line = (
        f"import sys, json; sys.path.insert(0, {str(SCRIPTS)!r}); import update_translations as u; "
        "u.stand_in_for_qgis(); u.load_package(); print(json.dumps(list(u.gather())))"
    )
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    import json

    return set(json.loads(done.stdout))


@pytest.fixture(scope="module", params=LANGUAGES)
def translations(request):
    sys.path.insert(0, str(SCRIPTS))
    try:
        import update_translations
    finally:
        sys.path.remove(str(SCRIPTS))
    return update_translations.read(ROOT / "resources" / "i18n" / f"sam2_toolbox_{request.param}.ts")


def test_every_text_that_is_shown_is_there(texts, translations):
    assert set(translations) == texts, "run scripts/update_translations.py --compile"


def test_all_of_it_is_translated(translations):
    assert [text for text, translation in translations.items() if not translation] == []


def test_no_placeholder_and_no_tag_is_lost(translations):
    for text, translation in translations.items():
        if translation:
            for pattern in (r"\{\w*\}", r"</?\w+>"):
                assert Counter(re.findall(pattern, text)) == Counter(re.findall(pattern, translation)), text


def test_names_of_parameters_and_values_stay(translations):
    """What scripts and files call by name: words in capitals with underscores, and names of fields."""
    for text, translation in translations.items():
        names = set(
            re.findall(r"\b[A-Z]+_[A-Z_]+\b|\b[a-z]+_[a-z_]+\b|\bSTRETCH (?!is)\w+|SAM 2|SHA-256", text)
        )
        missing = {name for name in names if name not in translation}
        assert not translation or not missing, (text, missing)


def test_the_shapes_the_window_knows_are_those_of_the_code(texts):
    known = (ROOT / "resources" / "i18n" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert known == sorted(text for text in texts if "{1}" in text), "run scripts/update_translations.py"


def test_sentences_are_found_where_they_are_shown():
    sys.path.insert(0, str(SCRIPTS))
    try:
        from sentences_of_code import sentences_of
    finally:
        sys.path.remove(str(SCRIPTS))
    source = '''
"""A docstring is no sentence."""
NAME = "a name"
LOOKED_FOR = ("No such file.", "It is not there.")
raise EngineError(Code.BAD, f"{path} has {count} bands. " "Choose another.")
raise ValueError("For programmers only.")
report.progress(0.5, f"tile {done} of {total}")
label.setText(tr("Given to tr already."))
connection.execute("SELECT a FROM b")
'''
    found = list(sentences_of(source))
    assert found == ["{1} has {2} bands. Choose another.", "tile {1} of {2}"]
    assert list(sentences_of('WHY = {1: "its disk is full"}', with_parts=True)) == ["its disk is full"]


def test_a_text_of_an_old_file_is_kept_and_one_that_has_gone_goes(tmp_path):
    sys.path.insert(0, str(SCRIPTS))
    try:
        import update_translations
    finally:
        sys.path.remove(str(SCRIPTS))
    path = tmp_path / "a.ts"
    update_translations.write(path, "de", {"One & <b>two</b>": "Eins & <b>zwei</b>", "New": ""})
    assert update_translations.read(path) == {"One & <b>two</b>": "Eins & <b>zwei</b>", "New": ""}
    assert 'type="unfinished"' in path.read_text("utf-8")
    assert list(update_translations.literals('tr("a" "b")\ntr(c)\nother("d")')) == ["ab"]
