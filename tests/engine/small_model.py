"""A SAM 2 model small enough for tests: Meta's classes, 0.5 million weights, drawn from a seed."""

import torch
from sam2_toolbox.engine.model.sam2_config import build_with_random_weights, read_config

CONFIG = """
model:
  _target_: sam2.modeling.sam2_base.SAM2Base
  image_encoder:
    _target_: sam2.modeling.backbones.image_encoder.ImageEncoder
    scalp: 1
    trunk:
      _target_: sam2.modeling.backbones.hieradet.Hiera
      embed_dim: 16
      num_heads: 1
      stages: [1, 1, 2, 1]
      global_att_blocks: [3]
      window_pos_embed_bkg_spatial_size: [7, 7]
    neck:
      _target_: sam2.modeling.backbones.image_encoder.FpnNeck
      position_encoding:
        _target_: sam2.modeling.position_encoding.PositionEmbeddingSine
        num_pos_feats: 32
        normalize: true
        scale: null
        temperature: 10000
      d_model: 32
      backbone_channel_list: [128, 64, 32, 16]
      fpn_top_down_levels: [2, 3]
      fpn_interp_model: nearest
  image_size: IMAGE_SIZE
  directly_add_no_mem_embed: true
  use_high_res_features_in_sam: true
  multimask_output_in_sam: true
  iou_prediction_use_sigmoid: true
  pred_obj_scores: true
  pred_obj_scores_mlp: true
  use_multimask_token_for_obj_ptr: true
"""


def write_config(folder, image_size=256, name="sam2_pico.yaml"):
    path = folder / name
    path.write_text(CONFIG.replace("IMAGE_SIZE", str(image_size)))
    return path


def write_checkpoint(folder, config, seed=7, name="sam2_pico.pt", dtype=torch.float32):
    """A checkpoint in Meta's form, as a video model has it: with weights that images do not need."""
    weights = build_with_random_weights(read_config(config), seed).state_dict()
    weights = {key: value.to(dtype) for key, value in weights.items()}
    weights["memory_attention.layers.0.linear1.weight"] = torch.zeros(3, 3)
    weights["maskmem_tpos_enc"] = torch.zeros(7, 1, 1, 64)
    path = folder / name
    torch.save({"model": weights}, path)
    return path
