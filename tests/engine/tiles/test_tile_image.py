import numpy as np
import pytest
import shapely
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters.area_of_interest import AreaOfInterest
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.rasters.stretch import compute_stretch
from sam2_toolbox.engine.tiles.tile_image import read_tile
from sam2_toolbox.engine.tiles.tiling import Tile, Window


@pytest.fixture
def tile_images(write_raster):
    """The images of some windows of a raster."""

    def images(values, windows, profile=None, **params):
        params = RasterParams(input=write_raster(values, **(profile or {})), **params)
        with open_raster(params) as reader:
            area = AreaOfInterest.of(params, reader)
            stretch = compute_stretch(reader, params, reader.region, lambda: None)
            tiles = [Tile(i, 0, i, window, window) for i, window in enumerate(windows)]
            return [read_tile(reader, stretch, area, tile) for tile in tiles]

    return images


def halves(size):
    return [Window(0, 0, size // 2, size), Window(size // 2, 0, size // 2, size)]


@pytest.mark.parametrize("dtype", ["uint16", "int16", "float32", "float64"])
@pytest.mark.parametrize("resolution", [0.0, 0.8])
def test_the_same_value_has_the_same_grey_in_every_tile(tile_images, dtype, resolution):
    # Dark on the left, bright on the right: a stretch per tile would tear them apart.
    rng = np.random.default_rng(0)
    values = (rng.integers(0, 400, (1, 64, 64)) + np.linspace(0, 3000, 64)).astype(dtype)
    size = 40 if resolution else 64
    whole = Window(0, 0, size, size)
    left, right, both = tile_images(values, [*halves(size), whole], resolution=resolution)
    assert np.array_equal(np.hstack((left.rgb, right.rgb)), both.rgb)
    assert both.rgb[:, :5].mean() < 60
    assert both.rgb[:, -5:].mean() > 180


def test_one_band_is_shown_as_grey(tile_images):
    (image,) = tile_images(np.arange(64, dtype=np.uint8).reshape(8, 8), [Window(0, 0, 8, 8)])
    assert image.rgb.shape == (8, 8, 3)
    assert image.rgb.dtype == np.uint8
    assert np.array_equal(image.rgb, np.repeat(np.arange(64).reshape(8, 8, 1), 3, axis=2))


def test_three_bands_keep_their_order(tile_images):
    values = np.stack([np.full((4, 4), grey, np.uint8) for grey in (10, 20, 30)])
    (image,) = tile_images(values, [Window(1, 1, 2, 2)], bands=(3, 1, 2))
    assert image.rgb.reshape(-1, 3).tolist() == [[30, 10, 20]] * 4


def test_no_data_is_black_and_invalid(tile_images):
    values = np.full((3, 8, 8), 200, np.uint8)
    values[:, :, 4:] = 255
    (image,) = tile_images(values, [Window(0, 0, 8, 8)], {"nodata": 255})
    assert (image.rgb[:, :4] == 200).all()
    assert (image.rgb[:, 4:] == 0).all()
    assert np.array_equal(image.valid, np.broadcast_to(np.arange(8) < 4, (8, 8)))


def test_the_area_of_interest_hides_nothing_from_the_model(tile_images):
    values = np.random.default_rng(0).integers(1, 255, (3, 20, 20)).astype(np.uint8)
    polygon = shapely.box(500000, 5099995, 500005, 5100000)  # the upper left quarter
    window = Window(0, 0, 20, 20)
    (image,) = tile_images(values, [window], mask_layer=shapely.to_wkb(polygon, hex=True))
    assert np.array_equal(image.rgb, np.moveaxis(values, 0, -1))
    assert image.valid[:10, :10].all()
    assert image.valid.sum() == 100


def test_an_empty_tile_of_a_raster_with_data_elsewhere(tile_images):
    values = np.zeros((3, 64, 64), np.uint8)
    values[:, :, :10] = 90
    left, right = tile_images(values, halves(64), {"nodata": 0})
    assert left.valid.any()
    assert not right.valid.any()
    assert not right.rgb.any()
