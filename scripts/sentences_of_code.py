"""The sentences of the code that people read, found in its source: they are given to no ``tr``.

The engine has no Qt to translate with, and its errors come to the window as finished English. What is found
here is told by its shape there (engine/api/sentences.py).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# Not shown by QGIS: a page of its own in English, SQL, what only scripts print, what a layer keeps of its
# run, a report of a bug, help texts that are gathered as such.
_NOT_SHOWN = (
    *("evaluation/report.py", "journal_file.py", "wheel_collection.py", "cluster_worker.py"),
    *("layer_metadata.py", "bug_report.py", "canvas_settings.py"),
)
# Handed to ``tr`` already, or for programmers.
_OTHER_CALLS = ("tr", "param", "FieldSpec", "ValueError", "TypeError", "KeyError", "re.compile")
# Calls whose texts are shown, whole sentences or not.
_SHOWN_CALLS = (
    "say",
    "begin",
    "progress",
    "_start",
    "run",
    "install",
    "Unreachable",
    "setProgressText",
    "tell",
)
# Files whose half sentences are filled into others.
_OF_PARTS = (
    *("exit_status.py", "torch_choice.py", "install_failures.py", "left_out.py", "install_progress.py"),
    *(
        "environment_state.py",
        "environment_setup.py",
        "installers.py",
        "device.py",
        "paramspec.py",
        "prompt_layer.py",
    ),
)
_GAP = re.compile(r"\{\d+\}")
_NAMED_GAP = re.compile(r"\{[a-z_]+\}")
_WORD = re.compile(r"[A-Za-z']{2,}")
_OF_PATTERNS = re.compile(r"[\\^$|*\n<]")


def sentences(folders: list[Path]) -> Iterator[str]:
    """Every text that is shown as it is or filled in, gaps as {1}, {2}, ...; some more than once."""
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        if not path.as_posix().endswith(_NOT_SHOWN):
            yield from sentences_of(path.read_text(encoding="utf-8"), path.name in _OF_PARTS)


def sentences_of(source: str, with_parts: bool = False) -> Iterator[str]:
    """Those of one file."""
    for text, is_shown in _texts(ast.parse(source), False):
        if is_shown or _is_sentence(text) or (with_parts and _is_part(text)):
            yield text.strip()


def _texts(node: ast.AST, is_shown: bool) -> Iterator[tuple[str, bool]]:
    """Texts and whether a call shows them; docstrings, and tuples of nothing but words to look for, aside."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Tuple) and all(isinstance(part, ast.Constant) for part in node.elts):
        return
    if isinstance(node, ast.Assign) and _is_name(node.value):
        return
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in _OTHER_CALLS or ast.unparse(node.func) in _OTHER_CALLS:
            return
        if name in _SHOWN_CALLS:
            for argument in node.args:
                if _is_text(argument):
                    yield _with_gaps(argument), bool(_WORD.search(_GAP.sub("", _with_gaps(argument))))
                else:
                    yield from _texts(argument, False)
            return
    if _is_text(node):
        yield _with_gaps(node), is_shown
        return
    for part in ast.iter_child_nodes(node):
        yield from _texts(part, is_shown)


def _is_text(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _is_text(node.left) or _is_text(node.right)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_name(node: ast.AST) -> bool:
    """A constant of a few words, by which code knows a thing."""
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and len(_WORD.findall(node.value)) < 5
        and not node.value.endswith(".")
    )


def _with_gaps(node: ast.AST) -> str:
    """A text, with {1}, {2}, ... for what is filled in."""
    count = 0

    def text(part: ast.AST) -> str:
        nonlocal count
        if isinstance(part, ast.JoinedStr):
            return "".join(map(text, part.values))
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add):
            return text(part.left) + text(part.right)
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            return part.value
        count += 1
        return f"{{{count}}}"

    plain = text(node)
    # What str.format fills in.
    return _NAMED_GAP.sub(lambda _: text(ast.Name("filled_in")), plain)


def _is_sentence(text: str) -> bool:
    """At least two words, from a capital or a gap to a full stop; or one, capital and full stop."""
    text = text.strip()
    of_its_own = _GAP.sub("", text)
    is_whole = re.match(r"[A-Z{]", text) and re.search(r"[.?…]$|[.:] \{\d+\}$", text)
    if re.fullmatch(r"[A-Z][a-z]+\.", text):
        return True
    return bool(is_whole) and len(_WORD.findall(of_its_own)) >= 2 and not _OF_PATTERNS.search(of_its_own)


def _is_part(text: str) -> bool:
    """At least two words."""
    of_its_own = _GAP.sub("", text)
    return len(_WORD.findall(of_its_own)) >= 2 and " " in text and not _OF_PATTERNS.search(of_its_own)
