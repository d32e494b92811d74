"""Which addresses of a cluster are taken, and why the others are not."""

import pytest
from sam2_toolbox.engine.api.errors import Code, EngineError
from sam2_toolbox.engine.api.parameters.cluster_params import ClusterParams
from sam2_toolbox.engine.cluster.cluster_address import cluster_address


def refused(**params):
    with pytest.raises(EngineError) as caught:
        cluster_address(ClusterParams(**params))
    assert caught.value.code is Code.BAD_PARAMETER
    assert caught.value.message.endswith(".")
    return caught.value.message


@pytest.fixture
def files(tmp_path):
    paths = {}
    for name in ("scheduler_ca", "scheduler_cert", "scheduler_key"):
        (tmp_path / name).write_text("a certificate")
        paths[name] = str(tmp_path / name)
    return paths


@pytest.mark.parametrize(
    "address",
    ["tcp://127.0.0.1:8786", "tcp://127.1.2.3:8786", "tcp://[::1]:8786", "tcp://localhost:8786"],
)
def test_this_computer_needs_no_encryption(address):
    place = cluster_address(ClusterParams(scheduler=address))
    assert (place.address, place.encrypted) == (address, False)


@pytest.mark.parametrize(
    "address",
    [
        "tcp://10.0.0.7:8786",
        "tcp://cluster.example.org:8786",
        "tcp://localhost.example.org:8786",
        "tcp://127.0.0.1.example.org:8786",
        "tcp://[2001:db8::1]:8786",
        "tcp://0.0.0.0:8786",
    ],
)
def test_another_computer_without_encryption_only_with_consent(address):
    message = refused(scheduler=address)
    assert address in message
    assert "SCHEDULER_PLAIN" in message
    assert cluster_address(ClusterParams(scheduler=address, scheduler_plain=True)).address == address


@pytest.mark.parametrize(
    "address",
    ["8786", "127.0.0.1:8786", "tcp://127.0.0.1", "tcp://:8786", "http://127.0.0.1:8787", "inproc://x/1",
     "tcp://127.0.0.1:99999", "tcp://127.0.0.1:8786/x", "ws://127.0.0.1:8786", "tcp://[::1:8786"],
)  # fmt: skip
def test_what_is_no_address_is_refused_whatever_is_allowed(address):
    message = refused(scheduler=address, scheduler_plain=True)
    assert repr(address) in message
    assert "tls://host:port" in message


def test_tls_takes_the_certificates(files):
    place = cluster_address(ClusterParams(scheduler="tls://cluster.example.org:8786", **files))
    assert place.encrypted
    assert [place.authority, place.certificate, place.key] == list(files.values())


def test_a_key_may_be_in_the_file_of_the_certificate(files):
    del files["scheduler_key"]
    place = cluster_address(ClusterParams(scheduler="tls://127.0.0.1:8786", **files))
    assert place.key == place.certificate == files["scheduler_cert"]


@pytest.mark.parametrize("name", ["scheduler_ca", "scheduler_cert"])
def test_tls_without_its_certificates_is_refused(files, name):
    del files[name]
    assert name.upper() in refused(scheduler="tls://127.0.0.1:8786", **files)


@pytest.mark.parametrize("name", ["scheduler_ca", "scheduler_cert", "scheduler_key"])
def test_a_certificate_that_cannot_be_read_is_named(files, tmp_path, name):
    files[name] = str(tmp_path / "nowhere.pem")
    message = refused(scheduler="tls://127.0.0.1:8786", **files)
    assert name.upper() in message
    assert files[name] in message


def test_certificates_that_would_not_be_used_are_refused(files):
    assert "tls://" in refused(scheduler="tcp://127.0.0.1:8786", scheduler_plain=True, **files)
