"""The plugin's zip file: what is in it, the site's rules, and the scans the site runs."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TOP = "sam2_toolbox"

if not (ROOT / ".git").exists():
    pytest.skip("packages are made from a git checkout", allow_module_level=True)
if shutil.which("bash") is None or not Path("/usr/bin/python3").exists():
    pytest.skip("scripts/package.sh needs bash and the system's Python", allow_module_level=True)

# The site's rules, as its source had them on 2026-07-23: those nobody may switch off, and the others
# that are on unless the uploader switches them off.
BANDIT = (
    "B102,B103,B105,B106,B107,B111,B201,B202,B301,B302,B304,B305,B306,B307,B312,B321,B323,B401,B402,B412,"
    "B413,B501,B502,B503,B505,B506,B507,B601,B602,B604,B605,B609,B610,B611,B612,B613,B615,B701,"
    "B101,B104,B108,B110,B112,B113,B303,B308,B310,B311,B313,B314,B315,B316,B317,B318,B319,B320,B324,B403,"
    "B405,B406,B407,B408,B409,B504,B508,B509,B603,B606,B607,B608,B614,B702,B703,B704"
)


def package(target, *arguments):
    command = ["bash", str(ROOT / "scripts" / "package.sh"), *arguments, str(target)]
    # The environment of the tests is not that of the packager
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, env=clean, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    target = tmp_path_factory.mktemp("package") / "sam2_toolbox.zip"
    done = package(target)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def unpacked(made, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(made) as archive:
        archive.extractall(folder)
    return folder


def script(name, monkeypatch):
    """A module of scripts/."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def rules(monkeypatch):
    return script("package_rules", monkeypatch)


def test_the_same_checkout_gives_the_same_bytes(made, tmp_path):
    again = tmp_path / "again.zip"
    assert package(again).returncode == 0
    assert again.read_bytes() == made.read_bytes()


def test_users_get_what_runs_and_nothing_else(unpacked):
    shipped = {path.relative_to(unpacked / TOP).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    tops = {name.partition("/")[0] for name in shipped}
    assert tops == {
        *("__init__.py", "metadata.txt", "LICENSE", "CHANGELOG.md"),
        *("engine", "plugin", "processing", "resources", "scripts", "help"),
    }
    tracked = subprocess.run(
        ["git", "ls-files", "engine", "plugin", "processing", "resources"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    there = {name for name in tracked.stdout.splitlines() if (ROOT / name).is_file()}
    assert {name for name in there if not name.endswith(".ts")} <= shipped
    assert not [name for name in shipped if name.endswith((".ts", ".pyc"))]


def test_every_script_a_message_names_is_there(unpacked):
    named = set()
    for path in (unpacked / TOP).rglob("*.py"):
        named |= set(re.findall(r"\b(?:scripts/)?(\w+\.py)\b(?=[\"' `])", path.read_text(encoding="utf-8")))
    scripts = {path.name for path in (ROOT / "scripts").glob("*.py")}
    assert {"make_environment.py", "checkout.py"} <= named
    assert {name for name in named & scripts if not (unpacked / TOP / "scripts" / name).exists()} == set()


def test_it_may_be_uploaded(made, rules):
    assert rules.complaints(made) == []


def test_it_runs_where_the_checkout_is_not(unpacked, tmp_path):
    """The border, imported by a Python of its own from the unpacked package alone."""
    line = (
        "from sam2_toolbox.engine.api import environment, models; import sam2_toolbox; "
        "from sam2_toolbox.engine.api.parameters import params; "
        "print(sam2_toolbox.__file__, environment.REQUIREMENTS.is_file())"
    )
    done = subprocess.run(
        [sys.executable, "-c", line],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(unpacked))
    assert done.stdout.split()[-1] == "True"


def test_bandit_finds_nothing(unpacked):
    if importlib.util.find_spec("bandit") is None:
        pytest.skip("bandit is not installed (tests/requirements-engine.txt)")
    command = [sys.executable, "-m", "bandit", "-r", ".", "-q", "-f", "json", "-t", BANDIT]
    done = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout[done.stdout.index("{") :])
    assert report["metrics"]["_totals"]["loc"] > 1000  # it has read the package
    assert [
        f"{found['filename']}:{found['line_number']} {found['test_id']} {found['issue_text']}"
        for found in report["results"]
    ] == []
    assert report["errors"] == []


def test_detect_secrets_finds_nothing(unpacked):
    if importlib.util.find_spec("detect_secrets") is None:
        pytest.skip("detect-secrets is not installed (tests/requirements-engine.txt)")
    options = ["--all-files", "--exclude-files", r"metadata\.txt", "--disable-plugin", "IPPublicDetector"]
    command = [sys.executable, "-m", "detect_secrets", "scan", *options, "."]

    def findings():
        done = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)["results"]

    assert findings() == {}
    planted = unpacked / TOP / "planted.py"
    planted.write_text('password = "hunter2-is-no-good"\n')
    try:
        assert [Path(name).name for name in findings()] == ["planted.py"]
    finally:
        planted.unlink()


def test_the_texts_of_the_package_name_no_file_that_is_not_in_it(unpacked):
    """Links between the pages, and to their pictures."""
    pages = unpacked / TOP / "help"
    assert (pages / "index.html").is_file()
    for page in pages.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#]+)', page.read_text(encoding="utf-8")):
            if "//" not in link:
                assert (page.parent / link).is_file(), (page.name, link)


def test_a_placeholder_is_not_published(tmp_path, rules, monkeypatch):
    metadata = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    named = re.sub(r"(?m)^email=.*$", "email=somebody@example.org", metadata)
    assert [line.partition(" ")[0] for line in rules.placeholders(named)] == ["email"]
    assert rules.placeholders(re.sub(r"(?m)^email=.*$", "email=somebody@real.net", metadata)) == []
    builder = script("package_plugin", monkeypatch)
    (tmp_path / "metadata.txt").write_text(named, encoding="utf-8")
    monkeypatch.setattr(builder, "ROOT", tmp_path)
    monkeypatch.setattr(builder, "_git", lambda *arguments: "")
    assert any("example.org" in line for line in builder._not_to_be_published())


def test_an_address_that_does_not_answer_is_not_published(monkeypatch):
    builder = script("package_plugin", monkeypatch)
    lines = "email=a@b.net\ntracker=http://127.0.0.1:9/none\n"
    assert [line.partition(",")[0] for line in builder._unreachable(lines)] == ["The tracker"]


# Planted violations of every rule


class Draft:
    """The files of a small package that may be uploaded, to be spoilt."""

    def __init__(self, path):
        self.path = path
        self.metadata = (ROOT / "metadata.txt").read_text(encoding="utf-8")
        self.files = {"__init__.py": b"", "LICENSE": b"", "resources/icons/sam2.svg": b""}
        self.others = {}
        self.modes = {}

    def change(self, key, value):
        pattern = rf"(?m)^{key}=.*\n?"
        assert re.search(pattern, self.metadata)
        self.metadata = re.sub(pattern, f"{key}={value}\n" if value is not None else "", self.metadata)

    def write(self):
        files = {**self.files, "metadata.txt": self.metadata.encode()}
        with zipfile.ZipFile(self.path, "w") as archive:
            for name, content in {**{f"{TOP}/{n}": c for n, c in files.items()}, **self.others}.items():
                info = zipfile.ZipInfo(name)
                info.external_attr = (0o100000 | self.modes.get(name, 0o644)) << 16
                archive.writestr(info, content)
        return self.path


@pytest.fixture
def draft(tmp_path):
    return Draft(tmp_path / "draft.zip")


def test_the_draft_may_be_uploaded(draft, rules):
    assert rules.complaints(draft.write()) == []


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("other/file.py", "outside the folder"),
        ("file.py", "outside the folder"),
        (f"{TOP}/../file.py", "hidden, a cache or out of bounds"),
        (f"{TOP}/a\\b.py", "no relative path"),
        ("C:/file.py", "no relative path"),
        ("/etc/file.py", "no relative path"),
        (f"{TOP}/__pycache__/a.txt", "hidden, a cache"),
        (f"{TOP}/.git/config", "hidden, a cache"),
        ("__MACOSX/a", "outside the folder"),
        (f"{TOP}/.hidden", "hidden, a cache"),
        (f"{TOP}/a.pyc", "a program or compiled"),
        (f"{TOP}/lib/a.so", "a program or compiled"),
        (f"{TOP}/run.sh", "a program or compiled"),
        (f"{TOP}/tests/test_a.py", "not for users"),
    ],
)
def test_a_name_is_refused(draft, rules, name, complaint):
    draft.others[name] = b""
    (sentence,) = rules.complaints(draft.write())
    assert complaint in sentence


def test_a_program_among_the_modules_is_refused(draft, rules):
    draft.modes[f"{TOP}/__init__.py"] = 0o755
    assert rules.complaints(draft.write()) == [f"{TOP}/__init__.py is marked as a program."]


@pytest.mark.parametrize("name", ["__init__.py", "LICENSE", "resources/icons/sam2.svg"])
def test_a_missing_file_is_refused(draft, rules, name):
    del draft.files[name]
    (sentence,) = rules.complaints(draft.write())
    assert name in sentence


def test_a_package_that_is_too_large_is_refused(draft, rules):
    draft.files["resources/large.bin"] = bytes(rules.LARGEST)
    (sentence,) = rules.complaints(draft.write())
    assert "the site takes 25000000" in sentence


def test_what_is_no_zip_is_refused(tmp_path, rules):
    (tmp_path / "no.zip").write_text("no")
    assert rules.complaints(tmp_path / "no.zip") == ["The package is no zip file."]


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("name", "My Plugin", "says that it is a plugin"),
        ("name", None, "has no name"),
        ("about", None, "has no about"),
        ("homepage", "", "has no homepage"),
        ("tags", "", "has no tags"),
        ("author", "A/B", "has a slash"),
        ("email", "nobody", "The email is nobody"),
        ("tracker", "ftp://x", "no address of a web page"),
        ("repository", "here", "no address of a web page"),
        ("qgisMinimumVersion", "three", "The versions of QGIS"),
        ("qgisMinimumVersion", "5.0", "above the last"),
        ("icon", "none.svg", "is not in the package"),
        ("version", "9.9.9", "does not begin with version 9.9.9"),
        ("hasProcessingProvider", "no", "would not find the algorithms"),
        ("deprecated", "False\nsupportsQt6=True", "supportsQt6"),
    ],
)
def test_metadata_is_refused(draft, rules, key, value, complaint):
    draft.change(key, value)
    found = rules.complaints(draft.write())
    assert len(found) == 1
    assert complaint in found[0]


def test_metadata_without_its_dependencies_is_refused(draft, rules):
    draft.metadata = draft.metadata.replace("External dependencies", "What else")
    (sentence,) = rules.complaints(draft.write())
    assert "external dependencies" in sentence


def test_metadata_that_is_no_utf8_is_refused(draft, rules):
    draft.metadata = draft.metadata.replace("SAM 2 Toolbox contributors", "\udcff")
    with zipfile.ZipFile(draft.path, "w") as archive:
        for name, content in draft.files.items():
            archive.writestr(f"{TOP}/{name}", content)
        archive.writestr(f"{TOP}/metadata.txt", draft.metadata.encode("utf-8", "surrogateescape"))
    (sentence,) = rules.complaints(draft.path)
    assert "not UTF-8" in sentence
