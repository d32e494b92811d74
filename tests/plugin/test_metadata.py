"""metadata.txt as the plugin site reads it."""

from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
REQUIRED = (
    *("name", "description", "version", "qgisMinimumVersion", "author", "email", "about"),
    *("tracker", "repository", "homepage", "icon", "changelog", "tags"),
)


@pytest.fixture
def general():
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.mark.parametrize("key", REQUIRED)
def test_key_is_there(general, key):
    assert general[key].strip()


def test_what_the_site_refuses(general):
    assert "/" not in general["author"]
    assert "plugin" not in general["name"].lower()
    assert "supportsQt6" not in general  # deprecated: qgisMaximumVersion says it
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert general["hasProcessingProvider"] == "yes"
    assert "External dependencies" in general["about"]
    assert (ROOT / general["icon"]).is_file()
    assert (ROOT / "LICENSE").is_file()
    assert general["changelog"].strip().startswith(general["version"])


def test_version_is_the_packages(general):
    line = f'version = "{general["version"]}"'
    assert line in (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
