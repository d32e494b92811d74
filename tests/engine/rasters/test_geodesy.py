import math

import numpy as np
import pytest
from pyproj import CRS, Geod, Transformer
from sam2_toolbox.engine.rasters.geodesy import Measures, ellipsoid_of, unmeasurable
from shapely.geometry import MultiPolygon, Point, Polygon

WGS84 = Geod(ellps="WGS84")
MARS = Geod(a=3396190.0, b=3396190.0)
CUSTOM = CRS(
    "+proj=tmerc +lat_0=44.5 +lon_0=14.25 +k=0.9999 +x_0=500000 +y_0=-4000000 +ellps=bessel +units=m"
)
LOCAL = 'LOCAL_CS["site",UNIT["metre",1]]'


def square(x, y, side, hole=0.0):
    ring = np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * side + (x, y)
    inner = np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * hole + (x + side / 4, y + side / 4)
    return Polygon(ring, [inner] if hole else [])


def by_geod(geod, polygon, to_degrees=lambda x, y: (x, y)):
    areas, lengths = zip(
        *(
            geod.polygon_area_perimeter(*to_degrees(*np.array(ring.coords).T))
            for ring in (polygon.exterior, *polygon.interiors)
        )
    )
    return 2 * abs(areas[0]) - sum(map(abs, areas)), sum(lengths)


def degrees_of(crs):
    crs = CRS.from_user_input(crs)
    return Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True).transform


@pytest.mark.parametrize(
    ("crs", "geod", "x", "y", "side"),
    [
        ("EPSG:4326", WGS84, 14.5, 46.0, 0.001),
        ("EPSG:4326", WGS84, 179.9, -16.0, 0.3),
        ("EPSG:32633", WGS84, 450_000.0, 5_100_000.0, 120.0),
        ("EPSG:3857", WGS84, 1_600_000.0, 5_780_000.0, 120.0),
        (CUSTOM, Geod(ellps="bessel"), 500_000.0, -3_900_000.0, 80.0),
        ("IAU_2015:49910", MARS, 1_000_000.0, 500_000.0, 4000.0),
        ("IAU_2015:49900", MARS, 77.4, 18.4, 0.01),
    ],
    ids=["degrees", "antimeridian", "utm", "mercator", "custom", "mars", "mars degrees"],
)
def test_measures_are_those_of_geod(crs, geod, x, y, side):
    crs = CRS.from_user_input(crs)
    polygon = square(x, y, side, hole=side / 3)
    to_degrees = degrees_of(crs) if crs.is_projected else lambda x, y: (x, y)
    area, length = by_geod(geod, polygon, to_degrees)
    (measures,) = ellipsoid_of(crs.to_wkt()).measure([MultiPolygon([polygon])])
    assert measures.area_m2 == pytest.approx(area, rel=1e-9)
    assert measures.perimeter_m == pytest.approx(length, rel=1e-9)


def test_known_figures():
    """A square of 1e-3 degrees at 46 N: 8,610 m2; Mercator shows it 2.07 times too large."""
    (measures,) = ellipsoid_of(CRS("EPSG:4326").to_wkt()).measure([MultiPolygon([square(14.5, 46, 1e-3)])])
    assert measures.area_m2 == pytest.approx(8610, rel=1e-4)
    mercator = Transformer.from_crs(4326, 3857, always_xy=True).transform
    corners = np.column_stack(mercator(*np.array(square(14.5, 46, 1e-3).exterior.coords).T))
    (same,) = ellipsoid_of(CRS("EPSG:3857").to_wkt()).measure([MultiPolygon([Polygon(corners)])])
    assert same.area_m2 == pytest.approx(measures.area_m2, rel=1e-9)
    assert Polygon(corners).area / same.area_m2 == pytest.approx(2.07, abs=0.01)


@pytest.mark.parametrize(
    ("crs", "unit_m"), [("EPSG:2263", 0.3048006096), ("EPSG:32118", 1.0)], ids=["feet", "metres"]
)
def test_units_of_the_crs_do_not_matter(crs, unit_m):
    x, y = 300_000 / unit_m, 60_000 / unit_m
    polygon = square(x, y, 100 / unit_m)
    (measures,) = ellipsoid_of(CRS(crs).to_wkt()).measure([MultiPolygon([polygon])])
    assert measures.area_m2 == pytest.approx(10_000, rel=1e-3)
    assert measures.perimeter_m == pytest.approx(400, rel=1e-3)


@pytest.mark.parametrize("crs", ["EPSG:4807", "EPSG:27572"], ids=["grads", "projected from grads"])
def test_grads_are_understood(crs):
    size = 0.001 if crs == "EPSG:4807" else 100.0
    polygon = square(*((2.0, 52.0) if crs == "EPSG:4807" else (600_000.0, 2_400_000.0)), size)
    (measures,) = ellipsoid_of(CRS(crs).to_wkt()).measure([MultiPolygon([polygon])])
    expected = (0.9e-3 * 111_200) ** 2 * math.cos(math.radians(46.8)) if crs == "EPSG:4807" else 10_000
    assert measures.area_m2 == pytest.approx(expected, rel=5e-3)


def test_rotated_poles_compound_and_bound_crs():
    polygon = MultiPolygon([square(0.0, 0.0, 0.01)])
    rotated = CRS(
        "+proj=ob_tran +o_proj=longlat +o_lon_p=-162 +o_lat_p=39.25 +lon_0=180 "
        "+to_meter=0.0174532925199433 +ellps=WGS84"
    )
    (measures,) = ellipsoid_of(rotated.to_wkt()).measure([polygon])
    assert measures.area_m2 == pytest.approx((0.01 * 111_250) ** 2, rel=1e-2)
    utm = MultiPolygon([square(450_000, 5_100_000, 100)])
    plain = ellipsoid_of(CRS("EPSG:32633").to_wkt()).measure([utm])
    assert ellipsoid_of(CRS("EPSG:32633+5773").to_wkt()).measure([utm]) == plain
    bound = CRS("+proj=utm +zone=33 +ellps=WGS84 +towgs84=100,200,300 +units=m")
    assert bound.is_bound
    (shifted,) = ellipsoid_of(bound.to_wkt()).measure([utm])
    assert shifted.area_m2 == pytest.approx(plain[0].area_m2, rel=1e-12)


def test_direction_and_order_of_parts_do_not_matter():
    ellipsoid = ellipsoid_of(CRS("EPSG:32633").to_wkt())
    one, two = square(450_000, 5_100_000, 50, hole=10), square(460_000, 5_100_000, 20)
    forward = MultiPolygon([one, two])
    backward = MultiPolygon([two.reverse(), one.reverse()])
    first, second, nothing = ellipsoid.measure([forward, backward, MultiPolygon()])
    assert first.area_m2 == pytest.approx(second.area_m2, rel=1e-12)
    assert first.area_m2 == pytest.approx(50**2 - 10**2 + 20**2, rel=1e-3)
    assert first.perimeter_m == pytest.approx(4 * 80, rel=1e-3)
    assert nothing == Measures(0.0, 0.0)
    assert ellipsoid.measure([]) == []


def test_beyond_the_antimeridian_is_the_same_as_wrapped():
    ellipsoid = ellipsoid_of(CRS("EPSG:4326").to_wkt())
    wide = MultiPolygon([square(179.9, 10, 0.2)])
    wrapped = MultiPolygon([Polygon([(179.9, 10), (-179.9, 10), (-179.9, 10.2), (179.9, 10.2)])])
    beyond, other = ellipsoid.measure([wide, wrapped])
    assert beyond.area_m2 == pytest.approx(other.area_m2, rel=1e-9)


@pytest.mark.parametrize(
    ("crs", "polygon"),
    [("EPSG:4326", square(14, 89.5, 5)), ("+proj=ortho +lat_0=45 +lon_0=10", square(9e6, 9e6, 10))],
    ids=["beyond the pole", "beside the globe"],
)
def test_outside_the_domain_there_is_no_measure(crs, polygon):
    inside = square(10.0, 20.0, 1.0)
    ellipsoid = ellipsoid_of(CRS(crs).to_wkt())
    outside, good = ellipsoid.measure([MultiPolygon([polygon]), MultiPolygon([inside])])
    assert outside == Measures(None, None)
    assert good.area_m2 > 0


@pytest.mark.parametrize(
    ("wkt", "word"),
    [
        ("", "no CRS"),
        ("  ", "no CRS"),
        (LOCAL, "site"),
        ("nonsense", "cannot be read"),
        (CRS("EPSG:4978").to_wkt(), "WGS 84"),
    ],
)
def test_without_an_ellipsoid_there_is_a_reason(wkt, word):
    assert ellipsoid_of(wkt) is None
    assert word in unmeasurable(wkt)
    assert unmeasurable(wkt).endswith((".", ")."))


def test_with_an_ellipsoid_there_is_no_reason():
    assert unmeasurable(CRS("EPSG:32633").to_wkt()) == ""


def test_many_at_once_are_as_each_alone():
    rng = np.random.default_rng(1)
    ellipsoid = ellipsoid_of(CRS("EPSG:32633").to_wkt())
    outlines = [
        MultiPolygon([Point(x, 5_000_000 + y).buffer(r, quad_segs=2)])
        for x, y, r in zip(rng.uniform(3e5, 7e5, 50), rng.uniform(0, 1e5, 50), rng.uniform(0.1, 90, 50))
    ]
    assert ellipsoid.measure(outlines) == [ellipsoid.measure([one])[0] for one in outlines]
