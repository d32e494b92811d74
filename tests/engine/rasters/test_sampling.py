from hypothesis import given
from hypothesis import strategies as st
from sam2_toolbox.engine.rasters.sampling import sample_windows
from sam2_toolbox.engine.tiles.tiling import Window


@given(
    x=st.integers(0, 50),
    y=st.integers(0, 50),
    width=st.integers(1, 3000),
    height=st.integers(1, 3000),
    most=st.integers(300, 20000),
)
def test_sampled_windows_lie_in_the_region_apart_from_each_other(x, y, width, height, most):
    region = Window(x, y, width, height)
    windows = list(sample_windows(region, most, 16))
    read = sum(window.width * window.height for window in windows)
    assert 0 < read <= most
    assert all(window.intersection(region) == window for window in windows)
    assert all(
        one.intersection(other) is None for i, one in enumerate(windows[:40]) for other in windows[i + 1 : 40]
    )
    if width * height <= most:
        assert read == width * height
