"""The driver decides which CUDA runs."""

import sys

import pytest
from sam2_toolbox.engine.api.installation import nvidia
from sam2_toolbox.engine.api.installation.installers import Offer
from sam2_toolbox.engine.api.installation.nvidia import Driver, nvidia_driver
from sam2_toolbox.engine.api.installation.torch_choice import Machine, choose_torch

TORCH = "torch==2.13.0"


@pytest.mark.parametrize(
    ("version", "cuda", "runs"),
    [
        ("580.65.06", 13, True),
        ("579.99", 13, False),
        ("579.99", 12, True),
        ("470.223", 12, False),
        ("470.223", 11, True),
        ("580.65.06", 14, True),  # PyTorch is asked after the installation
        ("", 13, True),
    ],
)
def test_a_driver_runs_what_is_not_newer(monkeypatch, version, cuda, runs):
    monkeypatch.setattr(nvidia.sys, "platform", "linux")
    assert Driver(version).runs(cuda) is runs


@pytest.mark.skipif(sys.platform == "win32", reason="scripts of Unix")
@pytest.mark.parametrize(
    ("script", "driver"),
    [
        (
            "echo '550.54.14, RTX A2000'; echo '550.54.14, another'",
            Driver("550.54.14", "RTX A2000"),
        ),
        ("echo 'NVIDIA-SMI has failed'; exit 9", None),
        ("exit 0", None),
    ],
)
def test_the_driver_is_asked(tmp_path, monkeypatch, script, driver):
    program = tmp_path / "nvidia-smi"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(nvidia, "_LINUX_DRIVER", tmp_path / "nothing")
    assert nvidia_driver() == driver


def test_a_driver_without_its_program_is_found(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(nvidia, "_LINUX_DRIVER", tmp_path)
    assert nvidia_driver() == Driver("")


def never(backend):
    raise AssertionError("looked elsewhere")


@pytest.mark.parametrize(
    ("offer", "machine", "wanted", "backend", "for_gpu"),
    [
        # Windows: the index itself has the CPU build only
        (Offer("2.13.0"), Machine(Driver("581.0", "RTX"), "win32"), "auto", "auto", True),
        (Offer("2.13.0"), Machine(None, "win32"), "auto", "", False),
        (Offer("2.13.0"), Machine(None, "win32"), "cuda", "cu126", True),
        (Offer("2.13.0"), Machine(Driver("581.0"), "win32"), "cpu", "", False),
        # macOS: one build for all
        (Offer("2.13.0"), Machine(None, "darwin"), "auto", "", False),
        (Offer("2.13.0"), Machine(None, "darwin"), "cuda", "", False),
        # Linux: the index itself has the CUDA build
        (Offer("2.13.0", 13), Machine(Driver("580.1"), "linux"), "auto", "", True),
        (Offer("2.13.0", 13), Machine(Driver("535.1"), "linux"), "auto", "auto", True),
        (Offer("2.13.0", 13), Machine(Driver("390.1"), "linux"), "auto", "cpu", False),
        (Offer("2.13.0", 13), Machine(None, "linux"), "auto", "cpu", False),
        (Offer("2.13.0", 13), Machine(None, "linux"), "cuda", "", True),
    ],
)
def test_the_build_fits_system_and_driver(offer, machine, wanted, backend, for_gpu):
    looked = []
    build = choose_torch(TORCH, offer, machine, wanted, looked.append)
    assert (build.backend, build.for_gpu) == (backend, for_gpu)
    assert looked == ([backend] if backend else [])
    assert build.requirement == TORCH


def test_a_driver_too_old_is_named_with_what_it_would_take():
    build = choose_torch(TORCH, Offer("2.13.0"), Machine(Driver("390.1"), "linux"), "auto", never)
    assert "390.1 is too old" in build.sentence
    assert "525" in build.sentence
