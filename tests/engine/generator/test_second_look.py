"""FILL_GAPS: what the first look missed because it is larger than a tile."""

import numpy as np
import pytest
import rasterio
import shapely
from sam2_toolbox.engine.api.errors import Cancelled
from sam2_toolbox.engine.api.parameters.params import AutomaticMasksParams
from sam2_toolbox.engine.generator.gaps import CoarseGrid, CoveredGround, tiles_with_gaps
from sam2_toolbox.engine.jobs import segment_everything
from sam2_toolbox.engine.objects import FoundObject, Piece
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.engine.rasters.raster import RasterInfo
from sam2_toolbox.engine.tiles.tiling import Window, plan_tiles

from ..colour_segmenter import ColourSegmenter, load_colours

WIDTH, HEIGHT = 640, 520
LAKE = (200, 120, 320, 280)
HOUSES = ((20, 20, 40, 40), (560, 60, 40, 60), (100, 440, 60, 40))


class Heard:
    def __init__(self, cancel_at=""):
        self.found, self.fractions, self.texts, self.cancel_at = [], [], [], cancel_at

    def progress(self, fraction, text=""):
        self.fractions.append(fraction)
        self.texts.append(text)

    def log(self, text, level="info"): ...

    def features(self, features):
        self.found.extend(features)

    def check_cancelled(self):
        if self.cancel_at and self.texts and self.texts[-1].startswith(self.cancel_at):
            raise Cancelled


class BlindToTheLake(ColourSegmenter):
    """Sees the lake only where it lies whole in a tile, as SAM does."""

    def masks(self, image, check_cancelled=lambda: None):
        height, width = image.valid.shape
        found = super().masks(image, check_cancelled)
        return [
            mask
            for mask in found
            if image.rgb[int(mask.point[1]), int(mask.point[0]), 0] != 40
            or (
                mask.x > 0
                and mask.y > 0
                and mask.x + mask.bits.shape[1] < width
                and mask.y + mask.bits.shape[0] < height
            )
        ]


@pytest.fixture
def raster(tmp_path):
    rgb = np.zeros((3, HEIGHT, WIDTH), np.uint8)
    for number, (x, y, width, height) in enumerate((LAKE, *HOUSES), start=1):
        rgb[:, y : y + height, x : x + width] = np.array([40 * number, 250 - 40 * number, 90])[:, None, None]
    transform = rasterio.Affine(0.5, 0, 500_000, 0, -0.5, 5_500_000)
    path = tmp_path / "scene.tif"
    profile = {"driver": "GTiff", "width": WIDTH, "height": HEIGHT, "count": 3, "dtype": "uint8"}
    with rasterio.open(path, "w", crs="EPSG:32632", transform=transform, **profile) as file:
        file.write(rgb)
    return str(path)


def run(path, heard=None, **params):
    heard = heard or Heard()
    loads = []

    def load(params, report):
        loads.append(1)
        return load_colours(128)(params, report)[0], BlindToTheLake()

    params = {"tile_size": 128, "overlap": 32, "fill_gaps": True} | params
    segment_everything(AutomaticMasksParams(input=path, **params), heard, load)
    assert len(loads) == 1
    return sorted(heard.found, key=lambda feature: -feature.area_px)


def box_of(place):
    x, y, width, height = place
    return shapely.box(
        500_000 + x / 2, 5_500_000 - (y + height) / 2, 500_000 + (x + width) / 2, 5_500_000 - y / 2
    )


@pytest.mark.parametrize("mode", ["objects", "coverage"])
def test_an_object_larger_than_a_tile_is_found_and_nothing_twice(raster, mode):
    assert len(run(raster, fill_gaps=False, mode=mode)) == len(HOUSES)
    found = run(raster, mode=mode)
    assert [feature.area_px for feature in found] == [320 * 280, 2400, 2400, 1600]
    lake = shapely.from_wkb(found[0].wkb)
    assert lake.equals(box_of(LAKE))
    assert lake.contains(shapely.Point(found[0].prompt_x, found[0].prompt_y))
    first_look = run(raster, fill_gaps=False)
    assert found[0].tile > max(feature.tile for feature in first_look)
    assert {shapely.from_wkb(f.wkb).wkt for f in found[1:]} == {
        shapely.from_wkb(f.wkb).wkt for f in first_look
    }


def test_an_extent_cuts_what_is_found_too(raster):
    extent = (500_090.0, 5_499_780.0, 500_300.0, 5_499_950.0)
    found = run(raster, extent=extent)
    assert shapely.from_wkb(found[0].wkb).within(shapely.box(*extent))
    assert found[0].area_px == pytest.approx(320 * 280, rel=0.03)


def test_it_can_be_cancelled(raster):
    with pytest.raises(Cancelled):
        run(raster, Heard(cancel_at="filling gaps"))


def test_progress_does_not_fall(raster):
    heard = Heard()
    run(raster, heard)
    assert heard.fractions == sorted(heard.fractions)


def info(width, height):
    georeference = Georeference((1.0, 0.0, 0.0, 0.0, -1.0, 0.0), "")
    return RasterInfo("x.tif", "GTiff", width, height, 3, "uint8", 8, georeference, False)


def found_at(x, y, bits):
    return FoundObject((Piece(x, y, bits),), 0.9, 0.9, (x + 0.5, y + 0.5), 2, False)


@pytest.mark.parametrize(("width", "height"), [(400, 300), (403, 297), (401, 302)])
def test_on_the_fine_grid_coarse_pixels_cover_the_ground_they_had(width, height):
    grid = CoarseGrid(info(width, height), info(100, 75))
    region = Window(0, 0, width, height)
    cover = np.zeros((height, width), dtype=int)
    rng = np.random.default_rng(1)
    bits = rng.random((75, 100)) < 0.5
    for part in (bits, ~bits):
        moved = grid.on_fine_grid(found_at(0, 0, part), region, 10)
        assert moved.tile == 12
        for piece in moved.pieces:
            h, w = piece.bits.shape
            cover[piece.y : piece.y + h, piece.x : piece.x + w] += piece.bits
        assert moved.area_px == pytest.approx(part.sum() * width * height / 7500, rel=0.02)
    assert (cover == 1).all()
    assert grid.on_fine_grid(found_at(90, 70, np.ones((3, 3), bool)), Window(0, 0, 50, 50), 0) is None


def test_bare_ground_is_what_no_object_covers(tmp_path):
    ground = CoveredGround(tmp_path)
    rng = np.random.default_rng(2)
    covered = np.zeros((2300, 2100), dtype=bool)
    for _ in range(12):
        x, y = (int(v) for v in rng.integers(0, 1700, 2))
        bits = rng.random((400, 400)) < 0.7
        covered[y : y + 400, x : x + 400] |= bits
        ground.add([found_at(x, y, bits)])
    grid = CoarseGrid(info(2100, 2300), info(525, 575))
    window = Window(13, 200, 480, 350)
    bare = grid.bare(ground, window)
    middles = covered[4 * 200 + 2 : 4 * 550 + 2 : 4, 4 * 13 + 2 : 4 * 493 + 2 : 4]
    assert np.array_equal(bare, ~middles)
    ground.close()
    assert list(tmp_path.iterdir()) == []


def test_only_tiles_with_enough_bare_ground_are_looked_at_again(tmp_path):
    ground = CoveredGround(tmp_path)
    ground.add([found_at(0, 0, np.ones((300, 196), dtype=bool))])
    grid = CoarseGrid(info(400, 300), info(100, 75))
    tiles = plan_tiles(Window(0, 0, 100, 75), 50, 0)
    wanted = list(tiles_with_gaps(tiles, grid, ground))
    assert [tile.column for tile in wanted] == [1] * (len(tiles) // 2)
