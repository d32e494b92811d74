"""The window and the dialogs in German and French."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

pytest.importorskip("qgis", reason="the QGIS side runs under the system's Python")
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtWidgets import QPushButton

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "i18n"


@pytest.fixture
def speak(qgis_app):
    from sam2_toolbox.plugin.translation import install_translation

    installed = []

    def use(language):
        installed.append(install_translation(language))
        return installed[-1]

    yield use
    for translator in filter(None, installed):
        QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("language", ["de", "fr"])
def test_the_compiled_file_says_what_its_source_says(qgis_app, language):
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"sam2_toolbox_{language}.qm"))
    checked = 0
    for message in ET.parse(FOLDER / f"sam2_toolbox_{language}.ts").getroot().iter("message"):
        translation = message.findtext("translation", "")
        if translation:
            assert translator.translate("sam2_toolbox", message.findtext("source").encode()) == translation
            checked += 1
    assert checked > 300


def test_dialogs_speak_the_language_and_names_stay(speak):
    from sam2_toolbox.processing.automatic_masks import AutomaticMasks
    from sam2_toolbox.processing.parameters import definition_of
    from sam2_toolbox.processing.provider import ALGORITHMS

    english = {kind.NAME: (kind().groupId(), kind().displayName()) for kind in ALGORITHMS}
    assert speak("de_AT") is not None
    assert AutomaticMasks().displayName() == "Alles segmentieren (automatische Masken)"
    for kind in ALGORITHMS:
        algorithm = kind()
        assert (algorithm.name(), algorithm.groupId()) == (kind.NAME, english[kind.NAME][0])
        assert algorithm.displayName() != english[kind.NAME][1]
        assert "{fields}" not in algorithm.shortHelpString()
    (points,) = [spec for spec in AutomaticMasks._specs() if spec.name == "points_per_side"]
    definition = definition_of(points)
    assert (definition.name(), definition.description()) == ("POINTS_PER_SIDE", "Punkte je Seite")
    assert definition.help().endswith("(eine ganze Zahl von 1 bis 256; Vorgabe 32)")


def test_the_dock_speaks_it_too(speak, session):
    from sam2_toolbox.plugin.object_box import ObjectBox, in_words
    from sam2_toolbox.plugin.prompting import PointPrompt, Prompts

    assert speak("fr") is not None
    buttons = {button.text() for button in ObjectBox(session).findChildren(QPushButton)}
    assert {"Accepter", "Ajouter", "Soustraire", "Annuler"} <= buttons
    shown = Prompts().with_point(PointPrompt(0.0, 0.0, True))
    assert in_words(shown, answered=True, found=True) == "Montré : 1 dessus."


def test_what_the_engine_says_is_said_in_it(speak, session):
    from qgis.PyQt.QtWidgets import QLabel
    from sam2_toolbox.engine.api.errors import Code, EngineError
    from sam2_toolbox.plugin import states
    from sam2_toolbox.plugin.status_box import StatusBox
    from sam2_toolbox.processing.refusal import refusal

    assert speak("de") is not None
    box = StatusBox()
    sentence = box.findChild(QLabel, "sam2_status")
    box.show_status(states.encoding(9.0, 2.0, 0.1))
    assert sentence.text() == (
        "SAM 2 sieht die Ansicht an: noch etwa 7 s. Klicken, verschieben und zoomen geht schon."
    )
    died = EngineError(Code.WORKER_DIED, "The worker is not running. Start it again.")
    box.show_status(states.failure(died))
    assert sentence.text().endswith("Ihn neu starten. Die Prompts bleiben.")
    assert str(refusal("INPUT is a.tif, which does not exist.")) == "INPUT ist a.tif, und das gibt es nicht."


def test_in_english_it_is_said_as_it_is(qgis_app):
    from sam2_toolbox.processing.refusal import refusal

    assert str(refusal("INPUT is a.tif, which does not exist.")) == "INPUT is a.tif, which does not exist."


def test_a_language_nobody_has_translated_is_english(speak):
    from sam2_toolbox.processing.automatic_masks import AutomaticMasks

    assert speak("eo") is None
    assert AutomaticMasks().displayName() == "Segment everything (automatic masks)"


def test_unloading_takes_the_language_away(window, monkeypatch):
    import sam2_toolbox
    from qgis.core import QgsApplication
    from sam2_toolbox.plugin import plugin as plugin_module

    monkeypatch.setattr(QgsApplication, "locale", lambda: "de")
    plugin = sam2_toolbox.classFactory(window)
    plugin.initGui()
    assert plugin.action.text() == "Alles segmentieren…"
    plugin.unload()
    assert plugin_module.tr("Segment everything…") == "Segment everything…"
