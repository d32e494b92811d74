"""Files that are not what they seem are refused; the sums fit the pins."""

import re

import pytest
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.installation.pins import FROM_SOURCE, TOOLS, by_hash, read_hashes, read_pins
from sam2_toolbox.engine.api.installation.wheel_folder import check_wheels, release_of


def test_every_pin_and_tool_has_its_sums():
    pins = {line.partition(";")[0].strip() for lines in read_pins().values() for line in lines}
    hashes = read_hashes()
    assert set(hashes) == pins | set(TOOLS)
    for sums in hashes.values():
        assert sums
        assert all(re.fullmatch("[0-9a-f]{64}", sum_) for sum_ in sums)
    assert set(FROM_SOURCE) <= set(read_pins())


def test_the_sums_are_written_as_pip_and_uv_read_them(tmp_path):
    lines = ['numpy==1.0; python_version >= "3.11"', "affine==3.0"]
    by_hash(lines, {"numpy==1.0": ["a1", "b2"], "affine==3.0": ["c3"]}, tmp_path / "pins.txt")
    joined = (tmp_path / "pins.txt").read_text().replace("\\\n", "")
    assert [line.split() for line in joined.splitlines()] == [
        ["numpy==1.0;", "python_version", ">=", '"3.11"', "--hash=sha256:a1", "--hash=sha256:b2"],
        ["affine==3.0", "--hash=sha256:c3"],
    ]


@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl", "numpy==2.4.6"),
        ("opencv_python_headless-5.0.0.93-cp37-abi3-win_amd64.whl", "opencv-python-headless==5.0.0.93"),
        ("jinja2-3.1.6-py3-none-any.whl", "jinja2==3.1.6"),
        ("torch-2.13.0+cpu-cp311-cp311-linux_x86_64.whl", "torch==2.13.0+cpu"),
        ("sam2-1.1.0.tar.gz", "sam2==1.1.0"),
        ("readme.txt", None),
    ],
)
def test_a_file_says_its_release(name, release):
    assert release_of(name) == release


@pytest.mark.parametrize("name", ["torch-2.13.0-cp311-cp311-win_amd64.whl", "Jinja2-3.1.6-py3-none-any.whl"])
def test_a_forged_wheel_is_refused_by_name(tmp_path, name):
    (tmp_path / name).write_bytes(b"forged")
    with pytest.raises(EngineError) as caught:
        check_wheels(tmp_path, read_hashes())
    assert str(tmp_path / name) in caught.value.message
    assert "refused" in caught.value.message


def test_what_is_known_and_what_is_not_passes(tmp_path):
    (tmp_path / "notes.txt").write_text("notes")
    (tmp_path / "torch-2.13.0+cpu-cp311-cp311-linux_x86_64.whl").write_bytes(b"a build of its own index")
    (tmp_path / "rocks-1.0-py3-none-any.whl").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    check_wheels(tmp_path, {"Rocks==1.0": [empty]})
