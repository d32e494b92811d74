"""The image tokens of a prompt, kept as a small correction of tokens that all prompts of an image share.

In SAM's two-way transformer every prompt writes to its own copy of the image's N tokens of C channels.
What T prompt tokens write through H heads has rank H T at most: 64, where C is 256. So each prompt keeps

    X = scale * (shared + coefficients^T rows) * gamma + beta

with ``coefficients`` (R, N), ``rows`` (R, C) and ``scale`` (N), and X itself is never formed: here is how
attention reads such tokens, writes to them, and how LayerNorm leaves them in the same form.
Derived in docs/decoder.md, with the same names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch

Heads = torch.Tensor
"""A projection of prompt tokens, split by head: float32 (B, H, T, d)."""


@dataclass(frozen=True, eq=False)
class Read:
    """One linear map of the image tokens: an attention's projection to queries, keys or values.

    ``weight`` (C, H d) includes gamma; ``shared`` (H, d, N) is the map of the shared tokens; ``offset``
    (H, d, N) is the map of beta and, for queries and keys, of the tokens' positions; (H, d, 1) where it
    is the same for all tokens. None where it is part of ``shared``, which it is before the first scale.
    """

    weight: torch.Tensor
    shared: torch.Tensor
    offset: torch.Tensor | None


@dataclass(frozen=True, eq=False)
class Write:
    """One attention's output projection, its residual and the LayerNorm after it.

    ``gamma`` (C) is that of the layer before (ones in the first); ``output`` (H d, C) the projection and
    ``constant`` (C) what is added to every token beside it, both centred over the channels; ``constant`` is
    zeros where it is part of the shared tokens, which it is before the first scale. Of the shared
    tokens after the write: ``squares`` (N), their squared lengths, and twice their products with what a
    prompt adds: ``mask_products`` (Z, N) with the rows of a mask prompt, ``constant_products`` (N), and for
    each layer so far ``products`` (H, d, N), yet to be multiplied by the values it wrote.
    """

    gamma: torch.Tensor
    output: torch.Tensor
    constant: torch.Tensor
    squares: torch.Tensor
    mask_products: torch.Tensor
    products: tuple[torch.Tensor, ...]
    constant_products: torch.Tensor
    epsilon: float


@dataclass(frozen=True, eq=False)
class ImageTokens:
    """The image tokens of B prompts, as above; gamma and beta are known to those who read them.

    ``room`` (B, R_max, N) holds the coefficients: the first R rows, for ``rows`` (B, R, C). The first Z are a
    mask prompt's, then follow H T for each layer's ``values``. ``scale`` (B, 1, N) is None for 1.
    """

    room: torch.Tensor
    rows: torch.Tensor
    scale: torch.Tensor | None = None
    values: tuple[Heads, ...] = ()

    @property
    def coefficients(self) -> torch.Tensor:
        """(B, R, N)."""
        return self.room[:, : self.rows.shape[1]]

    def of_prompts(self, prompts: torch.Tensor) -> ImageTokens:
        """Those of some of the prompts, for reading; ``prompts`` int64 (K,)."""
        if len(prompts) == len(self.room) == 1:
            return self
        scale = None if self.scale is None else self.scale[prompts]
        return ImageTokens(self.coefficients[prompts], self.rows[prompts], scale)

    def attended_by(self, queries: Heads, keys: Read, values: Read) -> Heads:
        """What prompt tokens take from the image; ``queries`` are scaled by 1 / sqrt(d)."""
        weights = self._scores(queries, keys).softmax(dim=-1)
        if self.scale is not None:
            weights *= self.scale
        taken = _weighted_mean(weights, values.shared, queries.shape[2])
        if self.rows.shape[1]:
            mixed = torch.bmm(weights, self.coefficients.transpose(1, 2))
            taken = taken + mixed.view(*queries.shape[:3], -1) @ self._rows_through(values).transpose(2, 3)
        return taken if values.offset is None else taken + values.offset.transpose(1, 2)

    def attend(self, queries: Read, keys: Heads, values: Heads, write: Write) -> ImageTokens:
        """The tokens after attending to prompt tokens, residual and LayerNorm; ``keys`` are scaled.

        The coefficients are written behind those of ``self``, which stay as they are.
        """
        batch, heads, count, _ = keys.shape
        old, new = self.rows.shape[1], self.rows.shape[1] + heads * count
        scores = self._scores(keys, queries, out=self.room[:, old:new]).view(batch, heads, count, -1)
        scores -= scores.amax(dim=2, keepdim=True)
        scores.exp_()
        scores /= scores.sum(dim=2, keepdim=True)
        # Each head's weights sum to 1, so that its share of the constant can be one more value.
        added = _block_diagonal(values) @ write.output + write.constant / heads
        rows = torch.cat([centred(self.rows * write.gamma), added], dim=1)
        deviation = None if self.scale is None else self.scale.reciprocal()
        if deviation is not None:
            scores *= deviation.unsqueeze(1)
        written = replace(self, rows=rows, values=(*self.values, values))
        return replace(written, scale=written._normalising_scale(write, deviation))

    def through(
        self, weight: torch.Tensor, shared: torch.Tensor, offset: torch.Tensor, out: torch.Tensor
    ) -> torch.Tensor:
        """The tokens through a linear map, into ``out`` (B, N, D): ``weight`` (C, D) includes gamma,
        ``shared`` (N, D) is what it makes of the shared tokens, ``offset`` (N or 1, D) of all else."""
        batch = len(self.rows)
        torch.baddbmm(
            shared.expand(batch, -1, -1), self.coefficients.transpose(1, 2), self.rows @ weight, out=out
        )
        if self.scale is None:
            return out.add_(offset)
        return torch.addcmul(offset, out, self.scale.transpose(1, 2), out=out)

    def _scores(self, queries: Heads, keys: Read, out: torch.Tensor | None = None) -> torch.Tensor:
        """Products (B, H T, N) of prompt tokens with a map of the image tokens, head by head."""
        batch, heads, count, _ = queries.shape
        if out is None:
            out = queries.new_empty(batch, heads * count, self.room.shape[2])
        _head_products(queries, keys.shared, out, add=False)
        if self.rows.shape[1]:
            absorbed = queries @ self._rows_through(keys)
            out.baddbmm_(absorbed.view(batch, heads * count, -1), self.coefficients)
        if self.scale is not None:
            out *= self.scale
        if keys.offset is not None:
            _head_products(queries, keys.offset, out, add=True)
        return out

    def _rows_through(self, read: Read) -> torch.Tensor:
        """(B, H, d, R)."""
        heads, depth, _ = read.shared.shape
        return (self.rows @ read.weight).view(*self.rows.shape[:2], heads, depth).permute(0, 2, 3, 1)

    def _normalising_scale(self, write: Write, deviation: torch.Tensor | None) -> torch.Tensor:
        """The scale (B, 1, N) after LayerNorm, which divides by the deviation over the channels.

        The variance is the squared length of shared + coefficients^T rows, from dot products;
        ``deviation`` is 1 / scale before the write.
        """
        constant_products = write.constant_products
        lengths = write.squares + (constant_products if deviation is None else deviation * constant_products)
        start, end = 0, len(write.mask_products)
        if end:
            lengths = lengths + self._weighed(self._products(start, end) + write.mask_products, start)
        for values, products in zip(self.values, write.products, strict=True):
            start, end = end, end + values.shape[1] * values.shape[2]
            with_shared = self._products(start, end)
            _head_products(values, products, with_shared, add=True)
            lengths = lengths + self._weighed(with_shared, start)
        variance = lengths.clamp_(min=0).div_(self.rows.shape[2])
        if self.scale is None:
            return variance.add_(write.epsilon).rsqrt_()
        return variance.mul_(self.scale).mul_(self.scale).add_(write.epsilon).rsqrt_().mul_(self.scale)

    def _products(self, start: int, end: int) -> torch.Tensor:
        """Some rows' products (B, end - start, N) with what they and the rows before add to each token,
        those with rows before doubled: every pair counts twice in a square, and comes up once here."""
        products = self.rows[:, start:end] @ self.rows[:, :end].transpose(1, 2)
        products[:, :, :start] *= 2
        return torch.bmm(products, self.room[:, :end])

    def _weighed(self, products: torch.Tensor, start: int) -> torch.Tensor:
        """Products of rows from ``start`` on, times their coefficients and summed, (B, 1, N)."""
        products *= self.room[:, start : start + products.shape[1]]
        return products.sum(dim=1, keepdim=True)


def centred(values: torch.Tensor) -> torch.Tensor:
    """Minus the mean over the channels, the last axis: what LayerNorm does first."""
    return values - values.mean(dim=-1, keepdim=True)


def _head_products(tokens: Heads, shared: torch.Tensor, out: torch.Tensor, add: bool) -> None:
    """``tokens`` (B, H, T, d) times ``shared`` (H, d, N), head by head, into or added to ``out``
    (B, H T, N)."""
    batch, heads, count, depth = tokens.shape
    if batch == 1:
        places = out.view(heads, count, -1)
        torch.baddbmm(places, tokens[0], shared, beta=float(add), out=places)
        return
    # All prompts in one product; the zeros off the diagonal cost a GPU less than reading shared B times.
    products = (_block_diagonal(tokens).flatten(0, 1) @ shared.reshape(heads * depth, -1)).view_as(out)
    if add:
        out += products
    else:
        out.copy_(products)


def _weighted_mean(weights: torch.Tensor, shared: torch.Tensor, count: int) -> Heads:
    """``weights`` (B, H T, N) times ``shared`` (H, d, N) over N, head by head."""
    heads, depth, places = shared.shape
    if len(weights) == 1:
        return torch.bmm(weights.view(heads, count, places), shared.transpose(1, 2)).unsqueeze(0)
    every = weights.reshape(-1, places) @ shared.reshape(heads * depth, places).T
    return every.view(-1, heads, count, heads, depth).diagonal(dim1=1, dim2=3).permute(0, 3, 1, 2)


def _block_diagonal(tokens: Heads) -> torch.Tensor:
    """(B, H T, H d): each head's tokens in its own channels, zeros elsewhere."""
    batch, heads, count, depth = tokens.shape
    blocks = tokens.new_zeros(batch, heads, count, heads, depth)
    blocks.diagonal(dim1=1, dim2=3).copy_(tokens.permute(0, 2, 3, 1))
    return blocks.view(batch, heads * count, heads * depth)
