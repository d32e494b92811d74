"""Every figure that the pages quote stands where it was measured: in the results or in a model's card."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RESULTS = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8")
CARDS = [path.read_text(encoding="utf-8") for path in (ROOT / "resources" / "models").glob("*.md")]
_FIGURE = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w.]*\w)")


def figures(text):
    """The numbers of a text as they are written; not those in code, links and names such as sam2 or 1.4.2."""
    text = re.sub(r"`[^`]*`|\]\([^)]*\)|https?://\S+|\d+\.\d+\.\d+\S*", " ", text)
    return [number.rstrip(",") for number in _FIGURE.findall(text)]


def value(figure):
    return float(figure.replace(",", ""))


def stands_in(figure, text):
    """Whether a text has the figure, or one that is rounded to it."""
    decimals = len(figure.partition(".")[2])
    return any(round(value(other), decimals) == value(figure) for other in figures(text))


def sections(text):
    return re.split(r"(?m)^## ", text)


def blocks(page):
    """Rows of tables and paragraphs of a page, without its headings."""
    text = "\n".join(line for line in page.splitlines() if not line.startswith("#"))
    for paragraph in re.split(r"\n\s*\n", text):
        rows = paragraph.splitlines()
        yield from rows if paragraph.startswith("|") else [" ".join(rows)]


COMPARED = [block for block in blocks((ROOT / "docs" / "comparison.md").read_text("utf-8")) if figures(block)]


def test_there_is_something_to_compare():
    assert len(COMPARED) > 10


@pytest.mark.parametrize("block", COMPARED)
def test_what_the_comparison_quotes_was_measured_together(block):
    """In one section: that every number stands somewhere would be chance."""
    measured = [*sections(RESULTS), *(section for card in CARDS for section in sections(card))]
    missing = min(
        ([figure for figure in figures(block) if not stands_in(figure, section)] for section in measured),
        key=len,
    )
    assert missing == []


@pytest.mark.parametrize(
    ("changed", "stands"),
    [("256.4", False), ("257.4", True), ("257", True), ("257.40", True), ("258", False)],
)
def test_a_figure_that_drifts_is_missed(changed, stands):
    assert stands_in(changed, RESULTS) is stands


def ratio(row):
    """sam2 / ours of a row of the table of the engine."""
    (line,) = [line for line in RESULTS.splitlines() if line.startswith(f"| {row} |")]
    return value(line.split("|")[4].strip())


def test_the_ratios_of_the_first_page():
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    (quoted,) = re.findall(r"on a processor (\d+) times as fast and in a (\w+) of the memory", readme)
    parts = {"fifth": 5, "sixth": 6, "seventh": 7}
    assert int(quoted[0]) == int(ratio("generator, 32 x 32 points, one thread, CPU"))
    assert parts[quoted[1]] == int(ratio("peak memory above the model, 32 x 32, one thread"))


def test_threads_as_measured():
    page = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    (block,) = [block for block in blocks(page) if "bench_threads" in block]
    (section,) = [section for section in sections(RESULTS) if section.startswith("bench_threads.py")]
    assert [figure for figure in figures(block) if "." in figure and not stands_in(figure, section)] == []


def test_sizes_of_models_are_those_of_their_files():
    from sam2_toolbox.engine.api.models import MODELS

    page = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    sizes = dict(re.findall(r"(?m)^\| `([\w.]+)` \|[^|]*\| (\d+) MB \|", page))
    assert len(sizes) == 5
    for entry in MODELS:
        if not entry.bundled and entry.id in sizes:
            assert int(sizes[entry.id]) == round(entry.size / 1e6), entry.id
