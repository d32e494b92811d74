"""A report says what matters and nothing about who or where someone is."""

import json
import socket

import pytest
from sam2_toolbox.engine.api import bug_report, environment
from sam2_toolbox.engine.api.bug_report import mask
from sam2_toolbox.engine.api.installation.environment_place import log_file
from sam2_toolbox.engine.api.installation.package_source import PackageSource

SOURCE = PackageSource(
    index_url="https://einkauf:geheim@packages.firma.example/simple",
    proxy="http://emustermann:pass%20wort@proxy.firma.example:3128",
)


@pytest.fixture
def somebody(tmp_path, monkeypatch):
    home = tmp_path / "home" / "erika"
    home.mkdir(parents=True)
    monkeypatch.setattr(bug_report, "home_folder", lambda: home)
    monkeypatch.setattr(bug_report.getpass, "getuser", lambda: "erika")
    monkeypatch.setattr(socket, "gethostname", lambda: "buero-7")
    monkeypatch.setenv("SAM2_TOOLBOX_HOME", str(home / "data"))
    monkeypatch.delenv("SAM2_TOOLBOX_PYTHON", raising=False)
    return home


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("in /home/otto/data/x.log", "in /home/<user>/data/x.log"),
        (r"C:\Users\Otto Maier\AppData", r"C:\Users\<user>\AppData"),
        ("C:/Users/otto/AppData", "C:/Users/<user>/AppData"),
        ("/Users/otto/Library", "/Users/<user>/Library"),
        ("by erika on BUERO-7.", "by <user> on <computer>."),
        ("https://other.example/simple?key=1 failed", "https://<hidden> failed"),
        ("http://a:b@other.example:80/x", "http://<hidden>"),
        ("host packages.firma.example, port 443", "host <hidden>, port 443"),
        ("Connection to PROXY.firma.example timed out", "Connection to <hidden> timed out"),
        (
            "HTTPSConnectionPool(host='pypi.firma.example', port=443)",
            "HTTPSConnectionPool(host='<hidden>', port=443)",
        ),
        ("Failed to resolve 'pypi.firma.example'", "Failed to resolve '<hidden>'"),
        ("the erikative case", "the erikative case"),
        ("torch 2.13.0 on Linux-6.1", "torch 2.13.0 on Linux-6.1"),
    ],
)
def test_what_says_who_or_where_is_masked(somebody, text, masked):
    assert mask(text, SOURCE.secrets()) == masked


def test_folders_are_short(somebody):
    assert mask(f"{somebody}/data/environment.log", []) == "<data folder>/environment.log"
    assert mask(f"{somebody}/other and {somebody}2/data", []).startswith("~/other and ")
    assert mask(str(somebody), []) == "~"


def test_the_report_holds_versions_state_error_and_log_and_no_secret(somebody):
    place = environment.environment_folder()
    environment.python_in(place).parent.mkdir(parents=True)
    environment.python_in(place).write_text("")
    marker = {"requirements": environment.requirements_digest(), "versions": {"torch": "2.13.0"}}
    (place / environment.MARKER).write_text(json.dumps(marker))
    log_file().write_text(
        "Looking in indexes: https://einkauf:****@packages.firma.example/simple\nERROR: none\n"
    )
    text = bug_report.bug_report(
        {"QGIS": "3.22.16"},
        SOURCE,
        f"packages.firma.example could not be reached, see {somebody}/data/environment.log",
        ["Processor: works."],
    )
    for part in ("QGIS: 3.22.16", "torch 2.13.0", "State: ready", "could not be reached", "ERROR: none",
                 "Processor: works.", "an index of one's own with a proxy"):  # fmt: skip
        assert part in text
    for secret in ("erika", "einkauf", "geheim", "firma", "emustermann", "wort", "buero", str(somebody)):
        assert secret not in text.lower()
