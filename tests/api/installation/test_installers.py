"""pip and uv against an index with faults: each fault a sentence that says what to do, and a way on."""

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sam2_toolbox.engine.api.errors import EngineError
from sam2_toolbox.engine.api.installation import installers
from sam2_toolbox.engine.api.installation.install_steps import Steps
from sam2_toolbox.engine.api.installation.installers import Offer, Pip, Uv, find_uv
from sam2_toolbox.engine.api.installation.package_source import PackageSource
from sam2_toolbox.engine.api.installation.pins import PIP, by_hash

FILLING = 200_000


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """An environment to install into, with the pip that is pinned: its words are read."""
    if importlib.metadata.version("pip") != PIP.partition("==")[2]:
        pytest.skip(f"the Python of the tests has not got {PIP}")
    folder = tmp_path_factory.mktemp("environment") / "with a space"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    (packages,) = folder.glob("lib/*/site-packages")
    for path in Path(importlib.metadata.distribution("pip").locate_file("")).glob("pip*"):
        (packages / path.name).symlink_to(path)
    return folder / "bin" / "python"


@pytest.fixture
def wheels(tmp_path, make_wheel):
    folder = tmp_path / "a folder of wheels"
    make_wheel(folder, "rocks", "1.0", FILLING, requires=("pebbles==2.0",))
    make_wheel(folder, "pebbles", "2.0")
    return folder


@pytest.fixture(params=["pip", "uv"])
def installer(request):
    if request.param == "uv" and find_uv() is None:
        pytest.skip("uv is not there")
    return request.param


@pytest.fixture
def install(installer, python, tmp_path, monkeypatch):
    """Installs rocks 1.0 from a source."""
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_")) or "PROXY" in name.upper()]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_RETRIES", "1")  # says why it tries again
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    monkeypatch.setenv("PIP_DEFAULT_TIMEOUT", "10")

    def run(source, requirement="rocks==1.0", hashes=None, disk=tmp_path):
        scratch = disk / "scratch"
        scratch.mkdir(exist_ok=True)
        steps = Steps(tmp_path / "install.log", scratch, lambda: None, source, disk / "kept")
        program = Pip(steps, python) if installer == "pip" else Uv(steps, find_uv(), python)
        target = tmp_path / "target"
        arguments = ["--target", str(target)]
        if hashes is None:
            arguments.append(requirement)
        else:
            arguments += by_hash(list(hashes), hashes, scratch / "pins.txt")
        program.install("install rocks", arguments)
        return target

    return run


def sums(folder):
    import hashlib

    def of(name):
        (path,) = folder.glob(f"{name}-*")
        return [hashlib.sha256(path.read_bytes()).hexdigest()]

    return {"rocks==1.0": of("rocks"), "pebbles==2.0": of("pebbles")}


def refusal(install, source, **options):
    with pytest.raises(EngineError) as caught:
        install(source, **options)
    message = caught.value.message
    assert "failed to install rocks" in message
    assert "try again" in message or "Get it again" in message
    return message


def test_from_an_index(install, wheels, make_index):
    assert (install(PackageSource(index_url=make_index(wheels).url)) / "rocks.py").is_file()


def test_from_a_folder_nothing_is_asked_of_any_network(install, wheels, make_index, monkeypatch):
    index = make_index(wheels)
    monkeypatch.setenv("PIP_INDEX_URL", index.url)
    monkeypatch.setenv("UV_DEFAULT_INDEX", index.url)
    assert (install(PackageSource(wheels=str(wheels)), hashes=sums(wheels)) / "pebbles.py").is_file()
    assert not index.asked


def test_no_network(install, closed_port):
    source = PackageSource(index_url=f"http://localhost:{closed_port}/simple")
    said = refusal(install, source)
    assert "could not be reached" in said
    assert "folder of wheels" in said  # the way on


def test_a_host_that_nobody_knows(install):
    assert "could not be reached" in refusal(install, PackageSource(index_url="https://index.invalid/simple"))


def test_a_proxy_that_refuses(install, wheels, make_index):
    proxy = make_index(wheels)
    source = PackageSource(index_url="https://index.invalid/simple", proxy=proxy.address)
    said = refusal(install, source)
    assert "proxy did not let the connection through" in said
    assert "Settings > Options > Network" in said
    assert ("CONNECT", "index.invalid:443") in proxy.asked


def test_hosts_without_proxy_are_reached_without_it(install, wheels, make_index, closed_port):
    index = make_index(wheels)
    proxy = f"http://localhost:{closed_port}"
    install(PackageSource(index_url=index.url, proxy=proxy, no_proxy="localhost"))
    assert index.asked


def test_a_certificate_nobody_has_signed_until_it_is_trusted(install, wheels, make_index, certificate):
    index = make_index(wheels, certificate)
    said = refusal(install, PackageSource(index_url=index.url))
    assert "was not trusted" in said
    assert "file of certificates" in said  # the way on
    trusted = certificate.with_name("authority.pem")
    install(PackageSource(index_url=index.url, certificates=str(trusted)))


def test_an_index_that_refuses_the_user(install, wheels, make_index):
    index = make_index(wheels)
    index.status = 403
    assert "refused the user" in refusal(install, PackageSource(index_url=index.url))


def test_an_address_that_is_no_index(install, wheels, make_index):
    index = make_index(wheels)
    index.status = 404
    said = refusal(install, PackageSource(index_url=index.url))
    assert "has no rocks==1.0" in said
    assert "address of your index" in said  # the way on


def test_an_index_that_is_out_of_order(install, wheels, make_index):
    index = make_index(wheels)
    index.status = 503
    assert "could not be reached, or the connection broke" in refusal(
        install, PackageSource(index_url=index.url)
    )


def test_an_index_that_falls_silent(install, wheels, make_index, monkeypatch):
    monkeypatch.setenv("PIP_DEFAULT_TIMEOUT", "1")
    monkeypatch.setenv("UV_HTTP_TIMEOUT", "1")
    index = make_index(wheels)
    index.silent = "rocks"
    assert "could not be reached, or the connection broke" in refusal(
        install, PackageSource(index_url=index.url)
    )
    index.silent = ""
    install(PackageSource(index_url=index.url))


def test_an_index_without_the_package(install, wheels, make_index):
    index = make_index(wheels)
    said = refusal(install, PackageSource(index_url=index.url), requirement="rocks==9.9")
    assert "has no rocks==9.9 for this computer's Python" in said


def test_a_connection_that_breaks_in_a_file(install, wheels, make_index):
    index = make_index(wheels)
    index.cut = "rocks"
    said = refusal(install, PackageSource(index_url=index.url))
    assert "could not be reached, or the connection broke" in said
    index.cut = ""
    install(PackageSource(index_url=index.url))


def test_what_was_downloaded_is_not_downloaded_again(install, wheels, make_index, certificate):
    index = make_index(wheels, certificate)
    index.cut = "pebbles"
    source = PackageSource(index_url=index.url, certificates=str(certificate.with_name("authority.pem")))
    refusal(install, source)
    index.cut = ""
    index.asked.clear()
    install(source)
    assert not [path for command, path in index.asked if command == "GET" and "/files/rocks" in path]
    assert [path for command, path in index.asked if command == "GET" and "/files/pebbles" in path]


def test_a_file_that_is_not_the_index_s_own_is_refused(install, wheels, make_index):
    index = make_index(wheels)
    index.forged = True
    said = refusal(install, PackageSource(index_url=index.url), hashes=sums(wheels))
    assert "refused" in said or "is damaged" in said  # uv unpacks while it downloads


def test_a_file_that_is_not_the_one_pinned_is_refused(install, wheels, make_index, make_wheel):
    expected = sums(wheels)
    make_wheel(wheels, "pebbles", "2.0", FILLING)  # and the index vouches for it
    said = refusal(install, PackageSource(index_url=make_index(wheels).url), hashes=expected)
    assert "pebbles" in said
    assert "refused" in said
    said = refusal(install, PackageSource(wheels=str(wheels)), hashes=expected)
    assert "refused" in said


def test_a_folder_without_a_wheel_names_it(install, wheels):
    expected = sums(wheels)
    (wheels / "pebbles-2.0-py3-none-any.whl").unlink()
    said = refusal(install, PackageSource(wheels=str(wheels)), hashes=expected)
    assert f"the folder of wheels, {wheels}, has no pebbles==2.0" in said


def test_a_damaged_wheel_is_no_crash(install, wheels):
    (wheels / "rocks-1.0-py3-none-any.whl").write_bytes(b"not a wheel at all")
    assert "is damaged" in refusal(install, PackageSource(wheels=str(wheels)))


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1 MB."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk(install, wheels, make_index, make_wheel, small_disk):
    make_wheel(wheels, "rocks", "1.0", 3 * FILLING)
    source = PackageSource(index_url=make_index(wheels).url)
    assert "disk is full" in refusal(install, source, disk=small_disk)


# -- what would be installed


@pytest.mark.parametrize(
    ("version", "requires", "expected"),
    [
        ("2.13.0", (), Offer("2.13.0")),
        ("2.13.0+cpu", (), Offer("2.13.0+cpu")),
        ("2.13.0+cu126", (), Offer("2.13.0+cu126", 12)),
        ("2.13.0", ("cuda-toolkit==13.0.3",), Offer("2.13.0", 13)),
        ("2.13.0", ("nvidia-cuda-runtime-cu12==12.8.90",), Offer("2.13.0", 12)),
    ],
)
@pytest.mark.parametrize("with_uv", [False, True])
def test_the_offer_says_which_cuda(python, tmp_path, make_wheel, version, requires, expected, with_uv):
    folder = tmp_path / "wheels"
    make_wheel(folder, "torch", version, requires=requires)
    make_wheel(folder, "cuda_toolkit", "13.0.3")
    make_wheel(folder, "nvidia_cuda_runtime_cu12", "12.8.90")
    if with_uv and find_uv() is None:
        pytest.skip("uv is not there")
    (tmp_path / "scratch").mkdir()
    source = PackageSource(wheels=str(folder))
    steps = Steps(tmp_path / "log", tmp_path / "scratch", lambda: None, source)
    installer = Uv(steps, find_uv(), python) if with_uv else Pip(steps, python)
    assert installer.offer("torch==2.13.0") == expected


def test_uv_is_found_where_its_own_installer_puts_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(installers.Path, "home", lambda: tmp_path)
    assert find_uv() is None
    program = tmp_path / ".local" / "bin" / "uv"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert find_uv() == Path(program)
