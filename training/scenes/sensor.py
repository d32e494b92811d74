"""From radiance to the numbers of a file: haze, blur, noise, quantisation, band choice, tone."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

BAND_CHOICES = ("natural", "natural", "natural", "false_colour", "swapped", "single")


@dataclass(frozen=True)
class Sensor:
    """A camera and what was done to its pictures."""

    blur_px: float = 0.55
    """Spread of the point spread function in pixels."""
    noise: float = 0.009
    """Spread of additive noise, share of full scale."""
    haze: float = 0.05
    """Share of scattered light mixed in, more in blue."""
    gamma: float = 1.0
    gain: float = 1.0
    contrast: float = 1.0
    saturation: float = 0.86
    warmth: float = 0.0
    """Red up and blue down by this share."""
    bits: int = 8
    """12: quantised as 12-bit data of a dim scene, then stretched to 8 bits by percentiles."""
    bands: str = "natural"
    """natural, false_colour (near infrared, red, green), swapped (blue, green, red) or single."""

    @classmethod
    def sample(cls, rng: np.random.Generator) -> Sensor:
        """Any of the pictures that people load into a GIS."""
        return cls(
            blur_px=float(rng.choice([0.4, 0.6, 0.8, 1.2])),
            noise=float(rng.uniform(0.002, 0.025)),
            haze=float(rng.beta(1.2, 6) * 0.5),
            gamma=float(rng.lognormal(0, 0.2)),
            gain=float(rng.lognormal(0, 0.15)),
            contrast=float(rng.lognormal(0.05, 0.15)),
            saturation=float(np.clip(rng.normal(1.05, 0.3), 0.3, 1.9)),
            warmth=float(rng.normal(0, 0.05)),
            bits=int(rng.choice([8, 8, 12])),
            bands=str(rng.choice(BAND_CHOICES)),
        )


def expose(radiance: np.ndarray, sensor: Sensor, rng: np.random.Generator) -> np.ndarray:
    """The picture, uint8 (h, w, 3), of radiance (h, w, 4) float32 (red, green, blue, near infrared)."""
    air = np.array([0.62, 0.66, 0.72, 0.50], dtype=np.float32)
    scattered = sensor.haze * np.array([0.8, 1.0, 1.3, 0.4], dtype=np.float32)
    image = radiance * (1 - scattered) + air * scattered
    image = cv2.GaussianBlur(image, (0, 0), max(0.3, sensor.blur_px))
    bands = {"false_colour": [3, 0, 1], "swapped": [2, 1, 0], "single": [0, 1, 2], "natural": [0, 1, 2]}[
        sensor.bands
    ]
    image = image[:, :, bands]
    if sensor.bands == "single":
        image = np.repeat(image @ np.float32([[0.35], [0.5], [0.15]]), 3, axis=2)
    image = _grade(image, sensor)
    noise = rng.normal(size=(*image.shape[:2], 1 if sensor.bands == "single" else 3)).astype(np.float32)
    # Photon noise grows with brightness; the film's grain of neighbours is correlated.
    noise = 0.6 * noise + 0.8 * cv2.GaussianBlur(noise, (0, 0), 0.7).reshape(noise.shape)
    image = image + sensor.noise * noise * (0.5 + np.clip(image, 0, 1))
    if sensor.bits > 8:
        image = _dim_then_stretch(image, sensor.bits)
    return np.clip(np.rint(image * 255), 0, 255).astype(np.uint8)


def _grade(image: np.ndarray, sensor: Sensor) -> np.ndarray:
    """Gain, white balance, saturation, contrast about the mean, gamma."""
    image = image * sensor.gain * np.float32([1 + sensor.warmth, 1, 1 - sensor.warmth])
    grey = image.mean(axis=2, keepdims=True)
    image = grey + sensor.saturation * (image - grey)
    middle = float(image.mean())
    image = middle + sensor.contrast * (image - middle)
    return np.clip(image, 0, 1.2) ** np.float32(sensor.gamma)


def _dim_then_stretch(image: np.ndarray, bits: int) -> np.ndarray:
    """Quantise to `bits` with the scene in the lowest sixth of the range, then stretch 1-99 % to 0..1."""
    levels = np.rint(np.clip(image, 0, 1) * (2**bits - 1) / 6)
    low, high = np.percentile(levels, [1, 99])
    return ((levels - low) / max(high - low, 1)).astype(np.float32)
