"""What the documents say is what the code does."""

import importlib.util
import re
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from sam2_toolbox.engine.api.environment import REQUIREMENTS
from sam2_toolbox.engine.api.params import AutomaticMasksParams
from sam2_toolbox.engine.api.paramspec import FILLED_IN, specs_of
from sam2_toolbox.engine.api.prompt_params import PromptSegmentParams, RefinePolygonsParams

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    if not path.relative_to(ROOT).parts[0].startswith(".")
)


@pytest.fixture
def written(monkeypatch):
    """The page as write_parameter_docs.py would write it now."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    path = ROOT / "scripts" / "write_parameter_docs.py"
    spec = importlib.util.spec_from_file_location("write_parameter_docs", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.page()


def test_the_parameters_page_is_fresh(written):
    page = (ROOT / "docs" / "parameters.md").read_text(encoding="utf-8")
    assert page == written, "run scripts/write_parameter_docs.py"


@pytest.mark.parametrize(
    ("algorithm", "params"),
    [
        ("automaticmasks", AutomaticMasksParams),
        ("promptsegment", PromptSegmentParams),
        ("refinepolygons", RefinePolygonsParams),
    ],
)
def test_the_parameters_page_names_every_parameter(written, algorithm, params):
    names = [spec.name.upper() for spec in specs_of(params) if spec.kind not in FILLED_IN]
    section = written.partition(f"## sam2:{algorithm}\n")[2].partition("\n## ")[0]
    in_tables = re.findall(r"^\| `([A-Z0-9_]+)` ", section, re.MULTILINE)
    as_above = re.findall(r"`([A-Z0-9_]+)`", section.partition("\nAs above: ")[2].partition("\n")[0])
    assert sorted(in_tables + as_above) == sorted(names)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if "//" not in link]
    assert [link for link in local if not (path.parent / unquote(link)).exists()] == []


def test_the_license_the_plugin_site_wants_is_there():
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_zip_of_the_plugin_holds_what_it_needs_and_no_tests(tmp_path):
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    archive = tmp_path / "sam2_toolbox.zip"
    command = ["git", "archive", "--worktree-attributes", "--format=zip", "-o", str(archive), "HEAD"]
    subprocess.run(command, cwd=ROOT, check=True)
    with zipfile.ZipFile(archive) as plugin:
        shipped = {name for name in plugin.namelist() if not name.endswith("/")}
        size = archive.stat().st_size
    needed = {"__init__.py", "metadata.txt", "LICENSE", "scripts/make_environment.py", "scripts/checkout.py"}
    needed.add(REQUIREMENTS.relative_to(ROOT).as_posix())
    assert needed <= shipped
    tops = {name.partition("/")[0] for name in shipped}
    assert not tops & {"tests", "training", "benchmarks", ".ci", "pyproject.toml"}
    assert not [name for name in shipped if name.endswith((".sh", ".pyc"))]
    assert size <= 25_000_000  # the plugin site's limit
