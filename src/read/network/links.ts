// How well stretches of words fit together: a cue and its source, a content and its cue. In: a vector for each word
// and the weights of heads.bin. Out: scores of pairs.

import { addProducts, dot } from "../../base/arithmetic.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { HeadWeights, LinkWeights, SpanRole } from "./weights.ts"

/** Vectors of all words, row-major, `heads.wordWidth` numbers each. */
export interface WordVectors {
  readonly wordCount: number
  readonly values: Float32Array
}

/** Scores links within one report. Vectors of spans are made when first asked for and kept: each takes some 10 to 30 µs. */
export class Links {
  readonly #words: WordVectors
  readonly #heads: HeadWeights
  /** By role, then by `from * (wordCount + 1) + to`. */
  readonly #vectors: Readonly<Record<SpanRole | "source through" | "cue through", Map<number, Float32Array>>>
  readonly #mean: Float32Array

  constructor(words: WordVectors, heads: HeadWeights) {
    this.#words = words
    this.#heads = heads
    this.#mean = new Float32Array(heads.wordWidth)
    this.#vectors = {
      source: new Map(),
      cue_source: new Map(),
      cue_content: new Map(),
      content: new Map(),
      "source through": new Map(),
      "cue through": new Map(),
    }
  }

  cueToSource(cue: TokenRange, source: TokenRange): number {
    const { cueToSource } = this.#heads
    const asker = this.#through("source through", cue, "cue_source", cueToSource)
    return this.#fit(asker, this.vector("source", source), cueToSource, cue, source)
  }

  noSource(cue: TokenRange): number {
    return this.#none(this.vector("cue_source", cue), this.#heads.cueToSource)
  }

  contentToCue(content: TokenRange, cue: TokenRange): number {
    const { contentToCue } = this.#heads
    const asker = this.#through("cue through", content, "content", contentToCue)
    return this.#fit(asker, this.vector("cue_content", cue), contentToCue, content, cue)
  }

  noCue(content: TokenRange): number {
    return this.#none(this.vector("content", content), this.#heads.contentToCue)
  }

  /** tanh(first · x_from + last · x_to-1 + mean · (mean of x_from … x_to-1) + bias). Throws on a range outside the report. */
  vector(role: SpanRole, span: TokenRange): Float32Array {
    const key = this.#key(span)
    const known = this.#vectors[role].get(key)
    if (known !== undefined) return known
    const { values } = this.#words
    const { wordWidth } = this.#heads
    const weights = this.#heads.spans[role]
    const vector = weights.bias.slice()
    if (span.to - span.from === 1)
      addProducts(vector, weights.single, wordWidth, values, span.from * wordWidth)
    else {
      addProducts(vector, weights.first, wordWidth, values, span.from * wordWidth)
      addProducts(vector, weights.last, wordWidth, values, (span.to - 1) * wordWidth)
      addProducts(vector, weights.mean, wordWidth, this.#meanOf(span), 0)
    }
    for (let index = 0; index < vector.length; index += 1) vector[index] = Math.tanh(vector[index]!)
    this.#vectors[role].set(key, vector)
    return vector
  }

  /** In memory that the next call uses again. */
  #meanOf({ from, to }: TokenRange): Float32Array {
    const { values } = this.#words
    const { wordWidth } = this.#heads
    const mean = this.#mean.fill(0)
    for (let at = from * wordWidth; at < to * wordWidth; at += wordWidth) {
      for (let column = 0; column < wordWidth; column += 1) mean[column]! += values[at + column]!
    }
    for (let column = 0; column < wordWidth; column += 1) mean[column]! /= to - from
    return mean
  }

  /** The asker's vector times the bilinear matrix, so that each candidate costs one product of two vectors. */
  #through(
    cache: "source through" | "cue through",
    asker: TokenRange,
    role: SpanRole,
    { bilinear }: LinkWeights,
  ): Float32Array {
    const key = this.#key(asker)
    const known = this.#vectors[cache].get(key)
    if (known !== undefined) return known
    const vector = this.vector(role, asker)
    const width = this.#heads.spanWidth
    const product = new Float32Array(width)
    for (let row = 0; row < width; row += 1) {
      const value = vector[row]!
      const start = row * width
      for (let column = 0; column < width; column += 1) product[column]! += value * bilinear[start + column]!
    }
    this.#vectors[cache].set(key, product)
    return product
  }

  #fit(
    asker: Float32Array,
    candidate: Float32Array,
    { distance }: LinkWeights,
    askerSpan: TokenRange,
    candidateSpan: TokenRange,
  ): number {
    return dot(asker, 0, candidate, 0, candidate.length) + distance[distanceBucket(askerSpan, candidateSpan)]!
  }

  #none(asker: Float32Array, { none, noneBias }: LinkWeights): number {
    return dot(none, 0, asker, 0, asker.length) + noneBias
  }

  #key({ from, to }: TokenRange): number {
    const { wordCount } = this.#words
    if (!(from >= 0 && from < to && to <= wordCount)) {
      throw new RangeError(
        `Words ${from} to ${to} of ${wordCount} are no stretch. This is a bug in Sayso: please report it.`,
      )
    }
    return from * (wordCount + 1) + to
  }
}

/**
 * The bucket, 0 to 63, of the distance from a span to a candidate: the words between them when the candidate comes
 * after, 32 more when it comes before. Fine near by, four buckets to each doubling from 8 on.
 *
 * “he₀ said₁ that₂”: said → he is one before it: distance -1, bucket 33.
 */
export function distanceBucket(asker: TokenRange, candidate: TokenRange): number {
  const after = candidate.from >= asker.to
  const distance = after ? candidate.from - asker.to : candidate.to - asker.from - 1
  const size = Math.min(Math.abs(distance), 400)
  const step = size < 8 ? size : Math.min(31, 8 + Math.floor(4 * Math.log2(size / 8)))
  return distance < 0 ? step + 32 : step
}
