import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.rpc import RPC
from rasterio.transform import Affine
from sam2_toolbox.engine.api.errors import Code
from sam2_toolbox.engine.api.parameters.params import RasterParams
from sam2_toolbox.engine.rasters import dataset as dataset_module
from sam2_toolbox.engine.rasters.georeference import Georeference
from sam2_toolbox.engine.rasters.raster import open_raster
from sam2_toolbox.engine.tiles.tiling import Window

ROTATED = Affine.translation(500000, 5100000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)


def counted(*shape, dtype=np.uint8):
    return (np.arange(np.prod(shape)) % 251).reshape(shape).astype(dtype)


class TestGrid:
    @pytest.mark.parametrize(
        "transform",
        [
            Affine(0.3, 0, 691234.5, 0, -0.3, 5123456.7),
            Affine(0.3, 0, 691234.5, 0, 0.3, 5123456.7),
            ROTATED,
            Affine(1.5, -5, 1841001.75, -5, -1.5, 1144003.25),
            Affine(1e-5, 0, 8.5, 0, -2e-5, 46.2),
        ],
        ids=["north-up", "south-up", "rotated", "sheared", "anisotropic"],
    )
    def test_pixels_lie_where_gdal_puts_them(self, write_raster, transform):
        path = write_raster(counted(6, 9), transform=transform)
        with open_raster(RasterParams(input=path)) as reader, rasterio.open(path) as dataset:
            expected = dataset.xy(4, 7)
            np.testing.assert_allclose(
                reader.info.georeference.to_map(np.array([(7.5, 4.5)]))[0], expected, rtol=1e-15
            )
            assert np.array_equal(reader.read(Window(7, 4, 1, 1))[0], [[[counted(6, 9)[4, 7]]]])

    def test_pixel_is_point_is_not_shifted_again(self, write_raster):
        path = write_raster(counted(6, 9), transform=Affine(1, 0, 100, 0, -1, 200))
        with rasterio.open(path, "r+") as dataset:
            dataset.update_tags(AREA_OR_POINT="Point")
        with open_raster(RasterParams(input=path)) as reader, rasterio.open(path) as dataset:
            assert reader.info.georeference.transform == tuple(dataset.transform)[:6]

    def test_without_georeference_it_lies_where_qgis_draws_it(self, write_raster):
        path = write_raster(counted(6, 9), transform=None)
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.info.georeference == Georeference((1, 0, 0, 0, -1, 0), "")
            assert "no CRS" in reader.notes[0]

    def test_a_geotransform_that_is_the_identity_is_one(self, write_raster):
        path = write_raster(counted(6, 9), transform=None)
        Path(path).with_suffix(".tfw").write_text("1\n0\n0\n1\n0.5\n0.5\n")
        with open_raster(RasterParams(input=path)) as reader:
            assert reader.info.georeference.transform == (1, 0, 0, 0, 1, 0)

    def test_the_crs_of_the_layer_comes_before_that_of_the_file(self, write_raster):
        path = write_raster(counted(6, 9))
        own = CRS.from_epsg(32632)
        with open_raster(RasterParams(input=path)) as reader:
            assert CRS.from_wkt(reader.info.georeference.crs_wkt) == own
        with open_raster(RasterParams(input=path, crs="LAYER WKT")) as reader:
            assert reader.info.georeference.crs_wkt == "LAYER WKT"

    def test_a_custom_crs_survives(self, write_raster):
        custom = CRS.from_proj4("+proj=laea +lat_0=12.5 +lon_0=-33 +x_0=7 +y_0=9 +ellps=intl +units=m")
        with open_raster(RasterParams(input=write_raster(counted(6, 9), crs=custom))) as reader:
            assert CRS.from_wkt(reader.info.georeference.crs_wkt) == custom

    def test_the_file_is_left_as_it_was(self, write_raster, read_raster):
        path = write_raster(counted(6, 9))
        before = Path(path).read_bytes()
        read_raster(path)
        assert Path(path).read_bytes() == before
        assert os.listdir(Path(path).parent) == ["raster.tif"]


class TestGroundControlPoints:
    @staticmethod
    def points(transform, height, width):
        return [
            GroundControlPoint(row, column, *(transform @ (column, row)))
            for row in (0, height / 2, height)
            for column in (0, width / 2, width)
        ]

    @pytest.mark.parametrize("crs", [True, False], ids=["with CRS", "without"])
    def test_a_marked_pixel_comes_back_at_its_place(self, write_raster, crs):
        values = np.zeros((3, 100, 150), np.uint8)
        values[:, 40:44, 70:74] = 255
        path = write_raster(
            values, gcps=(self.points(ROTATED, 100, 150), CRS.from_epsg(32632) if crs else CRS())
        )
        with open_raster(RasterParams(input=path)) as reader:
            seen, valid = reader.read(reader.info.window)
            rows, columns = np.nonzero(seen[0])
            centre = np.array([(columns.mean() + 0.5, rows.mean() + 0.5)])
            place = reader.info.georeference.to_map(centre)[0]
            assert reader.info.warped
            assert bool(reader.info.georeference.crs_wkt) == crs
        # Nearest neighbour on the warped grid: half a pixel at most.
        assert np.abs(place - (ROTATED @ (72, 42))).max() < 0.25
        # The corners of the warped grid lie outside the turned image.
        assert not valid[0, 0]
        assert not valid[-1, -1]
        assert valid[valid.shape[0] // 2, valid.shape[1] // 2]
        assert valid.sum() == pytest.approx(100 * 150, rel=0.02)

    def test_nodata_also_fills_the_corners(self, write_raster, read_raster):
        values = np.full((1, 100, 150), 500, np.uint16)
        gcps = (self.points(ROTATED, 100, 150), CRS.from_epsg(32632))
        _, valid = read_raster(write_raster(values, gcps=gcps, nodata=65535))
        assert valid.sum() == pytest.approx(100 * 150, rel=0.02)

    def test_complex_values_are_invalid_outside(self, write_raster, read_raster):
        values = np.full((1, 100, 150), 3 + 4j, np.complex64)
        gcps = (self.points(ROTATED, 100, 150), CRS.from_epsg(32632))
        seen, valid = read_raster(write_raster(values, gcps=gcps))
        assert set(seen[0][valid]) == {5.0}
        assert valid.sum() == pytest.approx(100 * 150, rel=0.02)

    @pytest.mark.parametrize(
        "points",
        [
            [(0, 0, 1, 1)],
            [(1, 1, 5, 5)] * 4,
            [(i, i, i, i) for i in range(4)],
            [(0, 0, np.nan, 1), (5, 0, 1, 2), (5, 5, 2, 2)],
            [(0, 0, 1e300, 1), (5, 0, 1, 2e300), (5, 5, 2, 2)],
        ],
        ids=["one", "all the same", "on a line", "not a number", "absurdly far"],
    )
    def test_points_that_place_nothing(self, write_raster, points, refused):
        gcps = ([GroundControlPoint(*point) for point in points], CRS.from_epsg(4326))
        path = write_raster(counted(6, 9), gcps=gcps)
        error = refused(path)
        assert error.code is Code.BAD_GEOREFERENCE
        assert f"{path} cannot be placed on the map by its ground control points" in error.message


class TestRefusals:
    def test_no_input(self, refused):
        assert refused("").code is Code.BAD_PARAMETER

    def test_missing_file(self, tmp_path, refused):
        assert refused(str(tmp_path / "none.tif")).message == f"{tmp_path / 'none.tif'} does not exist."

    def test_folder(self, tmp_path, refused):
        assert "is a folder" in refused(str(tmp_path)).message

    def test_a_pipe_is_not_waited_for(self, tmp_path, refused):
        os.mkfifo(tmp_path / "pipe.tif")
        assert refused(str(tmp_path / "pipe.tif")).message == f"{tmp_path / 'pipe.tif'} is not a file."

    @pytest.mark.parametrize("name", ["nul\0.tif", "x" * 5000 + ".tif", "ünïcode ✓.tif"])
    def test_names_that_no_file_can_have(self, tmp_path, name, refused):
        assert refused(f"{tmp_path}/{name}").code is Code.BAD_RASTER

    def test_any_name_a_file_can_have(self, write_raster, read_raster):
        values, _ = read_raster(write_raster(counted(6, 9), name="ünïcode ✓ #1?a=b&c 100%.tif"))
        assert np.array_equal(values[0], counted(6, 9))

    def test_empty_file(self, tmp_path, refused):
        (tmp_path / "empty.tif").touch()
        assert "is an empty file" in refused(str(tmp_path / "empty.tif")).message

    def test_text_file(self, tmp_path, refused):
        (tmp_path / "notes.txt").write_text("no raster\n")
        error = refused(str(tmp_path / "notes.txt"))
        assert error.code is Code.BAD_RASTER
        assert "notes.txt cannot be opened as a raster: not recognized" in error.message

    def test_vector_file(self, tmp_path, refused):
        (tmp_path / "fields.geojson").write_text('{"type": "FeatureCollection", "features": []}')
        assert "vector file" in refused(str(tmp_path / "fields.geojson")).message

    def test_vsi_paths_and_their_failures(self, write_raster, tmp_path, read_raster, refused):
        path = write_raster(counted(6, 9))
        with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
            archive.write(path, "deep/raster.tif")
        values, _ = read_raster(f"/vsizip/{tmp_path}/in.zip/deep/raster.tif")
        assert np.array_equal(values[0], counted(6, 9))
        assert "nowhere.tif" in refused(f"/vsizip/{tmp_path}/in.zip/nowhere.tif").message

    def test_no_permission(self, write_raster, refused):
        path = write_raster(counted(6, 9))
        os.chmod(path, 0)
        if os.geteuid() != 0:
            assert "permission denied" in refused(path).message
            return
        # Root may read everything; for a moment this process is nobody.
        os.seteuid(65534)
        try:
            error = refused(path)
        finally:
            os.seteuid(0)
        assert "permission denied" in error.message

    def test_rational_polynomials_alone_ask_to_orthorectify(self, write_raster, refused):
        rpc = RPC(
            height_off=0, height_scale=1, lat_off=46, lat_scale=1, line_off=3, line_scale=3, long_off=8,
            long_scale=1, samp_off=4, samp_scale=4, line_den_coeff=[1.0] + [0.0] * 19,
            line_num_coeff=[0.0, 0.0, -1.0] + [0.0] * 17, samp_den_coeff=[1.0] + [0.0] * 19,
            samp_num_coeff=[0.0, 1.0] + [0.0] * 18, err_bias=None, err_rand=None,
        )  # fmt: skip
        path = write_raster(counted(6, 9), transform=None, rpcs=rpc)
        error = refused(path)
        assert error.code is Code.BAD_GEOREFERENCE
        assert "orthorectify" in error.message

    def test_a_container_names_what_is_inside(self, write_raster, tmp_path, read_raster, refused):
        for table in ("first", "second"):
            more = {"APPEND_SUBDATASET": "YES"} if table == "second" else {}
            path = write_raster(counted(6, 9), name="two.gpkg", driver="GPKG", RASTER_TABLE=table, **more)
        error = refused(path)
        assert f"GPKG:{path}:first; GPKG:{path}:second" in error.message
        values, _ = read_raster(f"GPKG:{path}:second", bands=(1,))
        assert np.array_equal(values[0], counted(6, 9))

    def test_blocks_too_large_to_decode(self, write_raster, monkeypatch, refused):
        path = write_raster(counted(3, 64, 64), tiled=True, blockxsize=64, blockysize=64, interleave="pixel")
        monkeypatch.setattr(dataset_module, "MAX_BLOCK_BYTES", 3 * 64 * 64 - 1)
        error = refused(path)
        assert "64 x 64 pixels and 3 bands" in error.message

    def test_a_degenerate_geotransform(self, write_raster, tmp_path, refused):
        path = write_raster(counted(6, 9), transform=None, name="flat.tif")
        Path(path).with_suffix(".tfw").write_text("1\n2\n2\n4\n0\n0\n")
        error = refused(path)
        assert error.code is Code.BAD_GEOREFERENCE
        assert path in error.message
