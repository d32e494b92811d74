"""Add up what test.sh left in a folder and say it in one line.

``NAME.check`` holds passed or failed, ``NAME.xml`` a pytest report and ``NAME.exit`` the exit code
of the pytest that should have written it.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

NO_TESTS = 5  # pytest's exit code when it ran none


def main() -> int:
    """Print a line per side, then the sum; 1 when anything failed or nothing ran."""
    folder = Path(sys.argv[1])
    total: Counter[str] = Counter()
    for path in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns):
        counts = count(path)
        if counts is not None:
            sys.stdout.write(f"{path.stem} side: {summary(counts)}\n")
            total += counts
    sys.stdout.write(summary(total) + "\n")
    return 1 if total["failed"] or not total["passed"] else 0


def count(path: Path) -> Counter[str] | None:
    """What one file adds; None for a file that another one speaks for."""
    if path.suffix == ".check":
        return Counter({path.read_text().strip(): 1})
    if path.suffix == ".exit":
        return count_report(path.with_suffix(".xml"), int(path.read_text()))
    return None


def count_report(report: Path, exit_code: int) -> Counter[str]:
    """The tests of one pytest run; a run that broke down counts as one failure more."""
    counts: Counter[str] = Counter()
    if report.exists():
        for suite in ET.parse(report).getroot().iter("testsuite"):
            failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped = int(suite.get("skipped", 0))
            counts.update(
                failed=failed, skipped=skipped, passed=int(suite.get("tests", 0)) - failed - skipped
            )
    only_skipped = exit_code == NO_TESTS and counts["skipped"] > 0
    if exit_code != 0 and not counts["failed"] and not only_skipped:
        counts["failed"] = 1
    return counts


def summary(counts: Counter[str]) -> str:
    """``N passed, N failed, N skipped``."""
    return ", ".join(f"{counts[word]} {word}" for word in ("passed", "failed", "skipped"))


if __name__ == "__main__":
    sys.exit(main())
