"""The bundled model: an ordinary SAM 2 of about 4.9 million parameters, put together from sam2's own modules.

`Pico` holds the parts that segment single images under the names SAM2Base gives them, so that its state dict
is an ordinary SAM 2 checkpoint without the memory modules.
"""

from __future__ import annotations

import importlib.util
import sys
import types

import torch
from torch import nn

IMAGE_SIDE = 512
"""Pixels along one side of the model's input."""
STRIDE = 16
"""Pixels of the input per cell of the image embedding."""
LOGIT_STRIDE = 4
"""Pixels of the input per cell of the mask logits."""
TARGET_STRIDE = 2
"""Pixels of the input per cell of the truth that training compares with: finer, as the logits are drawn."""
WIDTH = 128
"""Channels of the image embedding and of the decoder's tokens."""
EMBED_DIM = 48
STAGES = (1, 2, 3, 1)
GLOBAL_BLOCKS = (4, 5)
WINDOWS = (8, 4, 16, 8)
"""Window sides per stage, in cells: they divide the grids of 512 and 256 px inputs, so nothing is padded."""


def expose_sam2_modules() -> None:
    """Make `sam2.modeling` importable without running sam2/__init__.py, which wants Hydra."""
    if "sam2" in sys.modules:
        return
    spec = importlib.util.find_spec("sam2")
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError("The sam2 package is not installed.")
    package = types.ModuleType("sam2")
    package.__path__ = list(spec.submodule_search_locations)
    sys.modules["sam2"] = package


class Pico(nn.Module):
    """Image encoder, prompt encoder and mask decoder of SAM2Base, without its memory."""

    def __init__(self) -> None:
        super().__init__()
        expose_sam2_modules()
        from sam2.modeling.backbones.hieradet import Hiera
        from sam2.modeling.backbones.image_encoder import FpnNeck, ImageEncoder
        from sam2.modeling.position_encoding import PositionEmbeddingSine
        from sam2.modeling.sam.mask_decoder import MaskDecoder
        from sam2.modeling.sam.prompt_encoder import PromptEncoder
        from sam2.modeling.sam.transformer import TwoWayTransformer

        trunk = Hiera(
            embed_dim=EMBED_DIM,
            num_heads=1,
            stages=STAGES,
            global_att_blocks=GLOBAL_BLOCKS,
            window_spec=WINDOWS,
            window_pos_embed_bkg_spatial_size=(8, 8),
        )
        neck = FpnNeck(
            position_encoding=PositionEmbeddingSine(num_pos_feats=WIDTH, normalize=True, temperature=10000),
            d_model=WIDTH,
            backbone_channel_list=trunk.channel_list,
            fpn_top_down_levels=[2, 3],
            fpn_interp_model="nearest",
        )
        cells = IMAGE_SIDE // STRIDE
        self.image_encoder = ImageEncoder(trunk, neck, scalp=1)
        self.sam_prompt_encoder = PromptEncoder(
            WIDTH, (cells, cells), (IMAGE_SIDE, IMAGE_SIDE), mask_in_chans=16
        )
        # What SAM2Base builds for the options in resources/models/sam2_pico.yaml.
        self.sam_mask_decoder = MaskDecoder(
            transformer_dim=WIDTH,
            transformer=TwoWayTransformer(depth=2, embedding_dim=WIDTH, num_heads=8, mlp_dim=2048),
            num_multimask_outputs=3,
            iou_head_depth=3,
            iou_head_hidden_dim=256,
            use_high_res_features=True,
            iou_prediction_use_sigmoid=True,
            pred_obj_scores=True,
            pred_obj_scores_mlp=True,
            use_multimask_token_for_obj_ptr=True,
        )
        # SAM 2's predictor adds the first to every single image; here they have nothing to say.
        self.register_buffer("no_mem_embed", torch.zeros(1, 1, WIDTH))
        self.register_buffer("no_mem_pos_enc", torch.zeros(1, 1, WIDTH))

    @torch.no_grad()
    def scale_logits(self, factor: float) -> None:
        """Make all mask logits so many times as steep; no mask changes."""
        for mlp in self.sam_mask_decoder.output_hypernetworks_mlps:
            mlp.layers[-1].weight.mul_(factor)
            mlp.layers[-1].bias.mul_(factor)
