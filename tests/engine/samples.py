"""Files of other programs that lie beside the checkout on some machines."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "formats"


def sample(*names):
    """The path of a sample; skips where there is none."""
    path = FOLDER.joinpath(*names)
    if not path.exists():
        pytest.skip(f"the samples of other programs are not there ({'/'.join(path.parts[-5:])})")
    return str(path)
