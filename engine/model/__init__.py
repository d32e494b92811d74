"""SAM 2 itself: checkpoints and configs, the encoder, the mask decoder, prompts, devices."""
