"""Where the pages of docs/ are read: on this computer, also without a network."""

from __future__ import annotations

from .environment import PLUGIN_FOLDER

HELP_FOLDER = PLUGIN_FOLDER / "help"
"""The pages as HTML, in the plugin's zip file (scripts/package.sh puts them there)."""
DOCS_FOLDER = PLUGIN_FOLDER / "docs"
"""The pages as Markdown, in a checkout."""

START = "index"
CANVAS = "canvas"
EXAMPLE_MODELS = "example_models"


def algorithm_page(name: str) -> str:
    """The page of an algorithm, named without its provider."""
    return f"algorithms/{name}"


def help_url(page: str) -> str:
    """The address of a page of docs/, given without its ending; "" where neither form of it is there."""
    for path in (HELP_FOLDER / f"{page}.html", DOCS_FOLDER / f"{page}.md"):
        if path.is_file():
            return path.as_uri()
    return ""
