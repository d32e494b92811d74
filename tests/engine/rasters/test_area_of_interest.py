import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters.area_of_interest import AreaOfInterest
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.tiles.tiling import Window

PIXELS = Georeference((1, 0, 0, 0, 1, 0))
ROTATED = Affine.translation(500000, 5100000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)


def area_of(geometry, georeference=PIXELS):
    return AreaOfInterest.from_hex_wkb(shapely.to_wkb(geometry, hex=True), georeference)


def centres_inside(geometry, window):
    x, y = np.meshgrid(np.arange(window.x, window.right) + 0.5, np.arange(window.y, window.bottom) + 0.5)
    return shapely.contains_xy(geometry, x, y)


@given(seed=st.integers(0, 10**6), x=st.integers(0, 40), y=st.integers(0, 40), size=st.integers(1, 30))
def test_pixels_whose_centres_lie_inside(seed, x, y, size):
    rng = np.random.default_rng(seed)
    # Odd coordinates, so that no edge passes a centre.
    polygon = shapely.buffer(shapely.MultiPoint(rng.uniform(0, 60, (3, 2))), rng.uniform(2, 12), quad_segs=3)
    hole = shapely.Point(*rng.uniform(0, 60, 2)).buffer(4.03)
    geometry = polygon.difference(hole)
    window = Window(x, y, size, size)
    assert np.array_equal(area_of(geometry).mask(window), centres_inside(geometry, window))


def test_windows_fit_together():
    geometry = shapely.Point(51.3, 48.7).buffer(40.1)
    area, whole = area_of(geometry), Window(0, 0, 100, 100)
    parts = [area.mask(Window(x, y, 25, 25)) for y in range(0, 100, 25) for x in range(0, 100, 25)]
    joined = np.block([parts[i : i + 4] for i in range(0, 16, 4)])
    assert np.array_equal(joined, area.mask(whole))
    assert joined.sum() == pytest.approx(geometry.area, rel=0.02)


def test_a_window_deep_inside_or_far_outside():
    area = area_of(shapely.box(10, 10, 90, 90))
    assert area.mask(Window(20, 20, 10, 10)).all()
    assert not area.mask(Window(200, 20, 10, 10)).any()
    assert area.intersects(Window(20, 20, 10, 10))
    assert area.intersects(Window(80, 80, 40, 40))
    assert not area.intersects(Window(200, 20, 10, 10))


@pytest.mark.parametrize(
    "transform",
    [tuple(ROTATED)[:6], (0.5, 0, 500000, 0, 0.5, 5100000), (1e-6, 0, 8.0, 0, -2e-6, 46.0)],
    ids=["rotated", "south-up", "geographic"],
)
def test_map_polygons_are_laid_on_the_grid(transform):
    grid = Georeference(transform)
    in_pixels = shapely.Point(30.3, 20.2).buffer(9.7)
    on_map = shapely.transform(in_pixels, grid.to_map)
    window = Window(10, 5, 40, 35)
    assert np.array_equal(area_of(on_map, grid).mask(window), centres_inside(in_pixels, window))


def test_heights_are_ignored():
    flat, high = shapely.box(2, 2, 8, 8), shapely.force_3d(shapely.box(2, 2, 8, 8), 300.0)
    window = Window(0, 0, 10, 10)
    assert np.array_equal(area_of(high).mask(window), area_of(flat).mask(window))


class TestRepair:
    def test_a_bow_tie(self):
        bow_tie = shapely.Polygon([(1, 1), (9, 9), (9, 1), (1, 9)])
        mask = area_of(bow_tie).mask(Window(0, 0, 10, 10))
        assert mask[5, 2]
        assert mask[5, 7]
        assert not mask[1, 5]

    def test_overlapping_parts_are_joined(self):
        geometry = shapely.MultiPolygon([shapely.box(0, 0, 6, 6), shapely.box(3, 3, 9, 9)])
        mask = area_of(geometry).mask(Window(0, 0, 10, 10))
        assert mask.sum() == 36 + 36 - 9

    def test_lines_left_by_the_repair_are_dropped(self):
        spike = shapely.Polygon([(1, 1), (5, 1), (5, 5), (9, 9), (5, 5), (1, 5)])
        assert area_of(spike).mask(Window(0, 0, 10, 10)).sum() == 16


class TestRefusals:
    def refusal(self, hex_wkb):
        with pytest.raises(EngineError) as caught:
            AreaOfInterest.from_hex_wkb(hex_wkb, PIXELS)
        assert caught.value.code is Code.BAD_PARAMETER
        assert "MASK_LAYER" in caught.value.message

    @pytest.mark.parametrize("text", ["zz", "00", "01060000", "\x00", "é"])
    def test_what_is_no_wkb(self, text):
        self.refusal(text)

    @pytest.mark.parametrize(
        "wkt",
        ["MULTIPOLYGON EMPTY", "POINT (1 1)", "LINESTRING (1 1, 2 2)", "POLYGON ((1 1, 2 2, 3 3, 1 1))"],
    )
    def test_without_an_area(self, wkt):
        self.refusal(shapely.to_wkb(shapely.from_wkt(wkt), hex=True))


@given(st.integers(0, 2**32))
def test_what_lies_near_a_window_gives_the_same_mask_in_it(seed):
    rng = np.random.default_rng(seed)
    parts = [shapely.Polygon(rng.uniform(-50, 150, (5, 2))) for _ in range(4)]
    holed = shapely.box(10, 10, 90, 90).difference(shapely.box(*rng.uniform(20, 40, 2), 60, 70))
    whole = area_of(shapely.union_all([*map(shapely.make_valid, parts), holed]))
    x, y, width, height = (int(number) for number in rng.integers((0, 0, 1, 1), (80, 80, 20, 20)))
    window = Window(x, y, width, height)
    near = whole.near(window)
    assert (near.mask(window) == whole.mask(window)).all()
    reach = window.expanded(3)
    assert all(
        shapely.box(reach.x, reach.y, reach.right, reach.bottom).covers(polygon) for polygon in near.polygons
    )


class TestOfARaster:
    @pytest.fixture
    def area(self, write_raster):
        def area(transform=ROTATED, mask=None, **params):
            path = write_raster(np.ones((100, 100), np.uint8), transform=transform)
            if mask is not None:
                params["mask_layer"] = shapely.to_wkb(mask, hex=True)
            params = RasterParams(input=path, **params)
            with open_raster(params) as reader:
                return AreaOfInterest.of(params, reader), reader

        return area

    def test_none_is_asked_for(self, area):
        assert area()[0] is None

    def test_an_upright_extent_is_a_window_already(self, area):
        upright = Affine(1, 0, 0, 0, -1, 100)
        assert area(upright, extent=(10, 10, 50, 50))[0] is None

    def test_an_extent_askew_joins_it(self, area):
        x, y = ROTATED @ (50, 50)
        found, reader = area(extent=(x - 5, y - 5, x + 5, y + 5))
        mask = found.mask(reader.region)
        assert mask.sum() == pytest.approx(100 / 0.25, rel=0.03)
        assert mask.mean() < 0.6

    def test_and_cuts_the_polygons(self, area):
        x, y = ROTATED @ (50, 50)
        polygon = shapely.box(x - 5, y - 5, x, y + 5)
        found, reader = area(extent=(x - 5, y - 5, x + 5, y + 5), mask=polygon)
        assert found.mask(reader.region).sum() == pytest.approx(50 / 0.25, rel=0.05)

    def test_off_the_raster_names_both_extents(self, area):
        with pytest.raises(EngineError) as caught:
            area(Affine(1, 0, 0, 0, -1, 100), mask=shapely.box(200, 200, 300, 300))
        assert caught.value.code is Code.BAD_PARAMETER
        assert "200, 200, 300, 300" in caught.value.message
        assert "0, 0, 100, 100" in caught.value.message

    def test_off_the_extent_too(self, area):
        with pytest.raises(EngineError, match="MASK_LAYER does not touch"):
            area(
                Affine(1, 0, 0, 0, -1, 100),
                extent=(0, 0, 10, 10),
                mask=shapely.box(50, 50, 60, 60),
            )

    def test_off_an_extent_askew(self, area):
        x, y = ROTATED @ (50, 50)
        corner = ROTATED @ (50 + 12, 50 + 12)  # in the window around the extent, not in the extent
        with pytest.raises(EngineError, match="MASK_LAYER does not touch"):
            area(extent=(x - 5, y - 5, x + 5, y + 5), mask=shapely.Point(corner).buffer(0.2))
