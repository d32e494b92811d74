"""The restructured mask decoder: as a whole beside Meta's own modules, and each identity of docs/decoder.md
by itself, on tokens written out in full."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
from sam2_toolbox.engine.model.sam2_config import build_with_random_weights, read_config
from sam2_toolbox.engine.model.sam2_decoder import decode, mask_decoder
from sam2_toolbox.engine.model.sam2_decoder_image import share_tokens
from sam2_toolbox.engine.model.sam2_decoder_plain import PlainDecoder
from sam2_toolbox.engine.model.sam2_decoder_prompts import encode_prompts
from sam2_toolbox.engine.model.sam2_decoder_restructured import RestructuredDecoder
from sam2_toolbox.engine.model.sam2_decoder_tokens import ImageTokens
from sam2_toolbox.engine.model.sam2_decoder_upscaling import draw, in_rows
from sam2_toolbox.engine.model.sam2_image import EncodedImage
from sam2_toolbox.engine.model.sam2_scratch import Scratch

from ..small_model import write_config

BUNDLED = Path(__file__).resolve().parents[3] / "resources" / "models" / "sam2_pico.yaml"
# Float32 sums in another order, through four attentions; logits have a deviation of about 1.
CLOSE = {"rtol": 1e-5, "atol": 2e-5}


def biased(model):
    """Weights as training leaves them: no bias zero, no norm the identity."""
    chance = torch.Generator().manual_seed(1)
    for name, weight in model.named_parameters():
        if name.startswith(("sam_mask_decoder", "sam_prompt_encoder")):
            if weight.ndim == 1:
                weight += 0.1 * torch.randn(weight.shape, generator=chance)
            else:
                weight *= 1.5
    return model


@pytest.fixture(scope="module", params=["width 128", "width 256", "no details"])
def model(request, tmp_path_factory):
    torch.set_num_threads(1)
    config = write_config(tmp_path_factory.mktemp("config"), 128)
    if request.param == "width 128":
        config.write_text(BUNDLED.read_text().replace("image_size: 512", "image_size: 128"))
    else:
        text = config.read_text().replace("d_model: 32", "d_model: 256")
        text = text.replace("num_pos_feats: 32", "num_pos_feats: 256")
        if request.param == "no details":
            text = text.replace("use_high_res_features_in_sam: true", "use_high_res_features_in_sam: false")
        config.write_text(text)
    return biased(build_with_random_weights(read_config(config), 5))


@pytest.fixture(scope="module")
def image(model):
    chance = torch.Generator().manual_seed(2)
    width, side = model.sam_mask_decoder.transformer_dim, model.image_size // 16
    details = ()
    if model.use_high_res_features_in_sam:
        details = tuple(
            torch.randn(1, width // part, scale * side, scale * side, generator=chance)
            for part, scale in ((8, 4), (4, 2))
        )
    embedding = torch.randn(1, width, side, side, generator=chance)
    return EncodedImage(embedding, model.sam_prompt_encoder.get_dense_pe(), details, 100, 100)


def prompts_of(model, count, points, with_masks, seed=3):
    chance = torch.Generator().manual_seed(seed)
    size = model.image_size
    places = torch.rand(count, points, 2, generator=chance) * size if points else None
    labels = torch.randint(0, 4, (count, points), generator=chance) if points else None
    masks = 5 * torch.randn(count, 1, size // 4, size // 4, generator=chance) if with_masks else None
    return encode_prompts(model, places, labels, masks)


def every(count):
    """All four masks of each prompt, as arguments of ``Answer.masks``."""
    return torch.arange(count).repeat_interleave(4), torch.arange(4).repeat(count)


def close(found, expected):
    return found.shape == expected.shape and torch.allclose(found, expected, **CLOSE)


class TestTheWhole:
    @pytest.mark.parametrize("at_once", [1, 1000], ids=["one by one", "together"])
    @pytest.mark.parametrize(
        ("points", "with_masks"), [(1, False), (2, False), (9, False), (0, True), (1, True), (3, True)]
    )
    def test_answers_as_the_modules(self, model, image, points, with_masks, at_once):
        decoder = RestructuredDecoder(model)
        decoder.prompts_per_group = at_once
        prompts = prompts_of(model, 3, points, with_masks)
        found = decoder.look(decoder.prepare(image), prompts)
        expected = PlainDecoder(model).look(image, prompts)
        assert expected.logits.std() > 0.1
        assert close(found.iou, expected.iou)
        assert close(found.masks(*every(3)), expected.masks(*every(3)))

    @pytest.mark.parametrize("at_once", [1, 2])
    def test_only_wanted_masks_are_drawn(self, model, image, at_once):
        decoder = RestructuredDecoder(model)
        decoder.prompts_per_group = at_once
        answer = decoder.look(decoder.prepare(image), prompts_of(model, 5, 1, False))
        whole = answer.masks(*every(5)).unflatten(0, (5, 4))
        prompts, candidates = torch.tensor([0, 3, 3, 4]), torch.tensor([2, 0, 3, 1])
        assert close(answer.masks(prompts, candidates), whole[prompts, candidates])
        assert answer.masks(prompts[:0], candidates[:0]).shape == (0, *whole.shape[2:])

    def test_threads_may_ask_at_once(self, model, image):
        decoder = RestructuredDecoder(model)
        prepared = decoder.prepare(image)
        asked = [prompts_of(model, 2, 1, seed % 2 == 1, seed) for seed in range(8)]

        def answer(prompts):
            looked = decoder.look(prepared, prompts)
            return looked.iou, looked.masks(*every(2))

        alone = [answer(prompts) for prompts in asked]
        with ThreadPoolExecutor(4, initializer=torch.set_num_threads, initargs=(1,)) as pool:
            together = list(pool.map(answer, asked))
        torch.set_num_threads(1)
        for one, other in zip(alone, together, strict=True):
            assert torch.equal(one[0], other[0])
            assert torch.equal(one[1], other[1])

    def test_answers_stay_as_they_are_while_others_are_given(self, model, image):
        decoder = RestructuredDecoder(model)
        prepared = decoder.prepare(image)
        first = decoder.look(prepared, prompts_of(model, 2, 1, False, 5))
        expected = first.masks(*every(2))
        for seed in range(3):
            decoder.look(prepared, prompts_of(model, 2, 1, False, seed)).masks(*every(2))
        assert torch.equal(first.masks(*every(2)), expected)


def heads(attention, values):
    return values.unflatten(2, (attention.num_heads, -1)).transpose(1, 2)


@pytest.fixture(scope="module", params=[False, True], ids=["no mask", "mask prompts"])
def stages(request, model, image):
    """Two prompts' image tokens before each layer and after the last: kept as the decoder keeps them, and
    written out (B, N, C) by Meta's modules."""
    decoder = RestructuredDecoder(model)
    prompts = prompts_of(model, 2, 1, request.param)
    shared = share_tokens(decoder.weights, image, request.param)
    _, dense = model.sam_prompt_encoder(points=None, boxes=None, masks=prompts.masks)
    full = (image.embedding + dense).expand(2, -1, -1, -1).flatten(2).transpose(1, 2)
    count = 0 if prompts.masks is None else len(decoder.weights.mask_rows)
    tokens = torch.randn(2, 7, full.shape[2], generator=torch.Generator().manual_seed(4))
    room = torch.full((2, count + 2 * 8 * 7, full.shape[1]), torch.nan)
    if count:
        room[:, :count] = model.sam_prompt_encoder.mask_downscaling[:-1](prompts.masks).flatten(2)
    kept = ImageTokens(room, decoder.weights.mask_rows[:count].expand(2, -1, -1))
    positions = image.positions.flatten(2).transpose(1, 2)
    transformer = model.sam_mask_decoder.transformer
    found = [SimpleNamespace(kept=kept, full=full)]
    for layer, on_image in zip(transformer.layers, shared.layers, strict=True):
        attention = layer.cross_attn_image_to_token
        scale = (attention.internal_dim // attention.num_heads) ** -0.5
        keys, values = (
            heads(attention, projection(tokens)) for projection in (attention.k_proj, attention.v_proj)
        )
        kept = kept.attend(on_image.queries, scale * keys, values, on_image.write)
        full = layer.norm4(full + attention(q=full + positions, k=tokens, v=tokens))
        found.append(SimpleNamespace(kept=kept, full=full))
    return SimpleNamespace(
        found=found, decoder=decoder, shared=shared, positions=positions, tokens=tokens, prompts=prompts
    )


class TestIdentities:
    def test_a_mask_prompt_is_a_few_rows(self, model, image, stages):
        """X0 = shared + coefficients^T rows."""
        weights, kept = stages.decoder.weights, stages.found[0].kept
        added = weights.no_mask if stages.prompts.masks is None else weights.mask_bias
        shared = image.embedding.flatten(2).transpose(1, 2) + added
        full = shared + kept.coefficients.transpose(1, 2) @ kept.rows
        assert close(full, stages.found[0].full)

    @pytest.mark.parametrize("level", [0, 1, 2])
    def test_tokens_read_the_image(self, model, stages, level):
        """Scores and means from shared projections and rows; keys' bias left out."""
        transformer = model.sam_mask_decoder.transformer
        stage, shared = stages.found[level], stages.shared
        if level == 2:
            attention, reads = transformer.final_attn_token_to_image, (shared.final_keys, shared.final_values)
        else:
            attention = transformer.layers[level].cross_attn_token_to_image
            reads = shared.layers[level].keys, shared.layers[level].values
        scale = (attention.internal_dim // attention.num_heads) ** -0.5
        queries = scale * heads(attention, attention.q_proj(stages.tokens))
        found = attention.out_proj(stage.kept.attended_by(queries, *reads).transpose(1, 2).flatten(2))
        assert close(found, attention(q=stages.tokens, k=stage.full + stages.positions, v=stage.full))

    @pytest.mark.parametrize("level", [1, 2])
    def test_the_image_reads_tokens_and_is_normalised(self, model, image, stages, level):
        """X1 = LayerNorm(X0 + attention), X2 likewise: formed from scale, shared tokens and rows."""
        weights, kept = stages.decoder.weights, stages.found[level].kept
        first, second = weights.layers
        added = weights.no_mask if stages.prompts.masks is None else weights.mask_bias
        shared = image.embedding.flatten(2).transpose(1, 2) + added + first.write.constant
        shared = shared - shared.mean(dim=2, keepdim=True)
        if level == 2:
            shared = shared * second.write.gamma
            shared = shared - shared.mean(dim=2, keepdim=True)
        norm = model.sam_mask_decoder.transformer.layers[level - 1].norm4
        sums = shared + kept.coefficients.transpose(1, 2) @ kept.rows
        full = kept.scale.transpose(1, 2) * sums * norm.weight + norm.bias
        assert close(full, stages.found[level].full)

    def test_upscaling_in_token_layout(self, model, image, stages):
        """Two transposed convolutions, norm, activations and skips, from rows and shared tokens."""
        stage, modules = stages.found[2], model.sam_mask_decoder
        side = model.image_size // 16
        depth = modules.transformer_dim // 8
        mixtures = torch.randn(2, 3, depth, generator=torch.Generator().manual_seed(6))
        full = stage.full.transpose(1, 2).unflatten(2, (side, side))
        if image.details:
            first, norm, activate, second, activate_again = modules.output_upscaling
            full = activate(norm(first(full) + image.details[1]))
            full = activate_again(second(full) + image.details[0])
        else:
            full = modules.output_upscaling(full)
        expected = torch.einsum("bmc,bchw->bmhw", mixtures, full)
        drawn = draw(
            mixtures,
            stage.kept,
            stages.decoder.weights.upscaling,
            stages.shared.upscaling,
            modules.output_upscaling[1],
            Scratch(torch.device("cpu")),
        )
        found = in_rows(drawn.flatten(0, 1), stages.shared.upscaling).unflatten(0, (2, 3))
        assert close(found, expected)


class TestChoice:
    def asked(self, model, image, multimask_output, iou_above=None):
        decoder = RestructuredDecoder(model)
        prompts = prompts_of(model, 6, 1, False)
        return decode(decoder, decoder.prepare(image), prompts, multimask_output, iou_above)

    @pytest.mark.parametrize("multimask_output", [True, False])
    def test_is_that_of_the_modules(self, model, image, multimask_output):
        prompts = prompts_of(model, 6, 1, False)
        _, dense = model.sam_prompt_encoder(points=None, boxes=None, masks=None)
        logits, iou, _, _ = model.sam_mask_decoder(
            image_embeddings=image.embedding,
            image_pe=image.positions,
            sparse_prompt_embeddings=prompts.tokens,
            dense_prompt_embeddings=dense,
            multimask_output=multimask_output,
            repeat_image=True,
            high_res_features=list(image.details),
        )
        found = self.asked(model, image, multimask_output)
        assert found.prompts.tolist() == torch.arange(6).repeat_interleave(logits.shape[1]).tolist()
        assert close(found.iou, iou.flatten())
        assert close(found.logits, logits.flatten(0, 1))

    @pytest.mark.parametrize("limit", [0.0, 0.98, 1.0])
    def test_an_unstable_single_mask_gives_way_to_the_best(self, model, image, limit, monkeypatch):
        monkeypatch.setattr(model.sam_mask_decoder, "dynamic_multimask_stability_thresh", limit)
        self.test_is_that_of_the_modules(model, image, False)

    @pytest.mark.parametrize("dynamic", [True, False])
    @pytest.mark.parametrize("multimask_output", [True, False])
    def test_below_the_limit_nothing_is_drawn(self, model, image, multimask_output, dynamic, monkeypatch):
        monkeypatch.setattr(model.sam_mask_decoder, "dynamic_multimask_via_stability", dynamic)
        whole = self.asked(model, image, multimask_output)
        limit = whole.iou.sort().values[len(whole.iou) // 2].item()
        kept = whole.iou > limit
        assert 0 < kept.sum() < len(kept)
        found = self.asked(model, image, multimask_output, limit)
        assert found.prompts.tolist() == whole.prompts[kept].tolist()
        assert close(found.logits, whole.logits[kept])
        assert self.asked(model, image, multimask_output, 2.0).logits.shape[0] == 0


def test_a_decoder_built_otherwise_answers_by_itself(tmp_path):
    def built():
        return build_with_random_weights(read_config(write_config(tmp_path, 64)), 5)

    assert isinstance(mask_decoder(built()), RestructuredDecoder)
    deeper = built()
    deeper.sam_mask_decoder.transformer.layers.append(deeper.sam_mask_decoder.transformer.layers[1])
    other_activation = built()
    other_activation.sam_mask_decoder.output_upscaling[2] = torch.nn.ReLU()
    for model in (deeper, other_activation):
        decoder = mask_decoder(model)
        assert isinstance(decoder, PlainDecoder)
        embedding = torch.randn(1, 32, 4, 4)
        details = torch.randn(1, 4, 16, 16), torch.randn(1, 8, 8, 8)
        image = EncodedImage(embedding, model.sam_prompt_encoder.get_dense_pe(), details, 64, 64)
        found = decode(decoder, decoder.prepare(image), prompts_of(model, 2, 1, False), True, 0.0)
        assert found.logits.shape == (6, 16, 16)
