"""What the documents say is what the code does."""

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote

import pytest
from sam2_toolbox.engine.api import help_pages
from sam2_toolbox.engine.api.errors import Code
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
from sam2_toolbox.engine.api.parameters.paramspec import FILLED_IN, Kind, specs_of
from sam2_toolbox.engine.api.parameters.prompt_params import PromptSegmentParams, RefinePolygonsParams

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    if not path.relative_to(ROOT).parts[0].startswith(".")
)
PARAMS = {
    "sam2:automaticmasks": AutomaticMasksParams,
    "sam2:promptsegment": PromptSegmentParams,
    "sam2:refinepolygons": RefinePolygonsParams,
}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The generated pages as they would be written now, by their path in docs."""
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, str(ROOT / "scripts" / "write_parameter_docs.py"), str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.md")}


def test_the_generated_pages_are_fresh(written):
    generated = {path.relative_to(DOCS).as_posix() for path in (DOCS / "algorithms").glob("*.md")}
    assert generated | {"parameters.md"} == set(written)
    stale = [name for name, text in written.items() if (DOCS / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run scripts/write_parameter_docs.py"


@pytest.mark.parametrize("algorithm", PARAMS)
def test_the_page_of_an_algorithm_names_every_parameter(written, algorithm):
    names = [spec.name.upper() for spec in specs_of(PARAMS[algorithm]) if spec.kind not in FILLED_IN]
    page = written[f"algorithms/{algorithm.partition(':')[2]}.md"]
    section = page.partition("\n## Parameters\n")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"^\| `([A-Z0-9_]+)` ", section, re.MULTILINE)) == sorted(names)


@pytest.mark.parametrize("name", ["exportcoco", "exportflatmasks", "exportmaskraster", "exportnpz"])
def test_an_example_says_which_pixels_masks_get(written, name):
    """Neither parameter is required, and one of them is needed."""
    (line,) = re.findall(rf"qgis_process run sam2:{name} .*", written[f"algorithms/{name}.md"])
    assert "REFERENCE=" in line


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if "//" not in link]
    assert [link for link in local if not (path.parent / unquote(link)).exists()] == []


def test_the_license_the_plugin_site_wants_is_there():
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")


# Recipes


def recipe_rows():
    """Algorithm, parameter and value of every row of the recipes' tables."""
    algorithm = None
    for line in (DOCS / "recipes.md").read_text(encoding="utf-8").splitlines():
        named = re.findall(r"`(sam2:\w+)`", line)
        if named:
            algorithm = named[-1]
        row = re.match(r"\| `([A-Z_]+)` \| `([^`]+)` \|", line)
        if row:
            yield algorithm, row[1], row[2]


def test_recipes_have_settings():
    assert len(list(recipe_rows())) > 15


@pytest.mark.parametrize(("algorithm", "name", "value"), list(recipe_rows()))
def test_a_recipe_can_be_followed(algorithm, name, value):
    specs = {spec.name.upper(): spec for spec in specs_of(PARAMS[algorithm])}
    spec = specs[name]
    if spec.kind is Kind.BANDS:
        given = [int(part) for part in value.split(",")]
    elif spec.kind is Kind.BOOLEAN:
        given = {"true": True, "false": False}[value]
    else:
        given = value if spec.kind is Kind.CHOICE else float(value)
    assert spec.check(given) is not None
    assert given != spec.default or spec.name == "polygon_as"


def test_every_parameter_the_pages_name_is_one():
    """Words in capitals and backticks that look like parameters, in pages written by hand."""
    known = {spec.name.upper() for spec in specs_of(AutomaticMasksParams)}
    for name in ("canvas_params", "format_params", "object_tool_params", "prompt_params"):
        module = importlib.import_module(f"sam2_toolbox.engine.api.parameters.{name}")
        for thing in vars(module).values():
            if isinstance(thing, type) and thing.__name__.endswith("Params"):
                known |= {spec.name.upper() for spec in specs_of(thing)}
    for page in ("recipes.md", "formats.md", "troubleshooting.md", "first_steps.md"):
        words = re.findall(r"`([A-Z]+_[A-Z_]+)", (DOCS / page).read_text(encoding="utf-8"))
        assert {word for word in words if word not in known} == set(), page


# Troubleshooting


def text_of(node):
    """What a piece of code says, with … for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return text_of(node.left) + text_of(node.right)
    return "…"


def sentences_of_the_code():
    """Every text the plugin can show."""
    for side in ("engine", "plugin", "processing"):
        for path in (ROOT / side).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                text = text_of(node)
                if text != "…":
                    yield text


def explained():
    return re.findall(r"(?m)^> (.+)$", (DOCS / "troubleshooting.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts():
    return "\n".join(sentences_of_the_code())


@pytest.mark.parametrize("sentence", explained())
def test_a_sentence_that_is_explained_exists(texts, sentence):
    # A quotation may end before the sentence does, at its last variable
    assert sentence.strip("…").strip() in texts


def codes_of(sentence):
    """The codes of the errors that begin with these words."""
    found = set()
    for path in (ROOT / "engine").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_error = isinstance(node, ast.Call) and ast.unparse(node.func) == "EngineError"
            if is_error and sentence.strip("…").strip() in text_of(node.args[1]):
                found.add(ast.unparse(node.args[0]).partition(".")[2].lower())
    return found


def test_every_kind_of_error_is_explained():
    explained_codes = set().union(*(codes_of(sentence) for sentence in explained()))
    assert {code.value for code in Code} - explained_codes - {Code.CANCELLED.value} == set()


def reasons_of_installation():
    """The first column of the table at the end of docs/install.md."""
    table = (DOCS / "install.md").read_text(encoding="utf-8").partition("## When it fails")[2]
    return [cell.strip() for cell in re.findall(r"(?m)^\| (\w[^|]*|…[^|]*) \|", table)]


def test_the_table_of_failed_installations_has_rows():
    assert len(reasons_of_installation()) > 8


@pytest.mark.parametrize("reason", reasons_of_installation())
def test_a_reason_of_a_failed_installation_exists(texts, reason):
    # Numbers are filled in, a quotation may leave out what stands between, and a row may name several
    parts = [part.strip().lower() for part in re.split(r"\d+\.\d+|…|;", reason)]
    assert [part for part in parts if part not in texts.lower()] == []


# What stands in bold or italics on the pages about windows and is no text of ours
_QGIS_OWN = {"Run.", "Cancel", "Use Map Canvas Extent", "SAM 2", "Save Layer Edits", "Filter…"}


@pytest.mark.parametrize("page", ["canvas.md", "first_steps.md", "install.md", "models.md", "scale.md"])
def test_words_of_the_windows_are_those_of_the_windows(page):
    messages = ET.parse(ROOT / "resources" / "i18n" / "sam2_toolbox_de.ts").getroot().iter("message")
    known = {message.findtext("source", "") for message in messages} | _QGIS_OWN | {"PyTorch"}
    text = (DOCS / page).read_text(encoding="utf-8")
    named = re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)
    named += re.findall(r"(?<![*\w])\*([^*\n][^*]*?)\*(?!\*)", text)
    parts = [part for name in named for part in " ".join(name.split()).split(" > ")]
    assert [part for part in parts if part not in known] == []


# Pages in QGIS and as a site


def test_pictures_are_small():
    large = {path.name: path.stat().st_size for path in (DOCS / "images").glob("*.png")}
    assert {name: size for name, size in large.items() if size > 250_000} == {}


def test_every_picture_is_on_a_page():
    pages = "".join(path.read_text("utf-8") for path in [*DOCS.glob("*.md"), ROOT / "README.md"])
    pictures = {path.name for path in (DOCS / "images").glob("*.png")}
    assert {name for name in pictures if f"images/{name})" not in pages} == set()


def test_a_page_is_read_on_this_computer(tmp_path, monkeypatch):
    monkeypatch.setattr(help_pages, "HELP_FOLDER", tmp_path)
    assert help_pages.help_url("canvas") == (DOCS / "canvas.md").as_uri()
    (tmp_path / "canvas.html").write_text("")
    assert help_pages.help_url("canvas") == (tmp_path / "canvas.html").as_uri()
    assert help_pages.help_url("no page") == ""


def test_the_site_builds_without_a_warning(tmp_path):
    if shutil.which("bash") is None or not Path("/usr/bin/python3").exists():
        pytest.skip("scripts/docs.sh needs bash and the system's Python")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = ["bash", str(ROOT / "scripts" / "docs.sh"), str(tmp_path / "site")]
    done = subprocess.run(command, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for path in DOCS.rglob("*.md"):
        html = (tmp_path / "site" / path.relative_to(DOCS)).with_suffix(".html")
        page = html.with_name("index.html") if path.stem == "README" else html
        assert "<main>" in page.read_text(encoding="utf-8"), path
    everything = "".join(page.read_text("utf-8") for page in (tmp_path / "site").rglob("*.html"))
    assert "<script" not in everything  # nothing runs, and nothing is fetched from elsewhere
    assert not re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//', everything)
