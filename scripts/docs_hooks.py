"""What mkdocs does to the pages beyond its own work; named in mkdocs.yml."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!\w+:|#)([^)#\s]+)(#[^)]*)?\)")


def on_config(config: Any) -> Any:
    """The pages of the algorithms come into the navigation as the generated overview lists them."""
    overview = Path(config.docs_dir, "parameters.md").read_text(encoding="utf-8")
    (algorithms,) = (section["Algorithms"] for section in config.nav if "Algorithms" in section)
    for title, path in re.findall(r"\[([^\]]+)\]\((algorithms/[^)]+)\)", overview):
        algorithms.append({title.partition(" (")[0]: path})
    return config


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Links to files outside docs lead to the repository: on a forge they work as they are."""
    folder = posixpath.dirname(f"docs/{page.file.src_uri}")

    def outside(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, link[2]))
        if target.startswith("docs/"):
            return link[0]
        return f"[{link[1]}]({config.repo_url}/blob/main/{target}{link[3] or ''})"

    return _LINK.sub(outside, markdown)
