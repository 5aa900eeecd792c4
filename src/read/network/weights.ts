// heads.bin: the tensors for what is computed outside the network, links between spans and the trees' relations.
import { damaged, type Manifest } from "./manifest.ts"

/** The parts that a stretch of words can play in a link: a cue has one vector towards sources and one towards contents. */
export type SpanRole = "source" | "cue_source" | "cue_content" | "content"

/** Matrices are row-major, one row for each number that comes out. */
export interface SpanWeights {
  readonly first: Float32Array
  readonly last: Float32Array
  readonly mean: Float32Array
  /** The sum of the three, for a stretch of one word, which is its own first, last and mean. */
  readonly single: Float32Array
  readonly bias: Float32Array
}

export interface LinkWeights {
  readonly bilinear: Float32Array
  /** Per bucket of distance; see `distanceBucket`. */
  readonly distance: Float32Array
  readonly none: Float32Array
  readonly noneBias: number
}

export interface HeadWeights {
  /** Length of a word's vector for spans, and of a span's own. */
  readonly wordWidth: number
  readonly spanWidth: number
  readonly relationWidth: number
  readonly spans: Readonly<Record<SpanRole, SpanWeights>>
  readonly cueToSource: LinkWeights
  readonly contentToCue: LinkWeights
  readonly relation: Float32Array
  readonly relationBias: Float32Array
}

const DISTANCES = 64

/** Finds the tensors in the bytes of heads.bin; throws "weights-damaged" when one is missing or of another shape. Numbers are little-endian. */
export function readHeads(bytes: Uint8Array, manifest: Manifest): HeadWeights {
  const numbers = toFloats(bytes)
  const tensor = (name: string, ...shape: readonly (number | null)[]): Float32Array => {
    const place = manifest.tensors[name]
    if (place === undefined) throw damaged("heads.bin", `“${name}” is missing`)
    const fits =
      place.shape.length === shape.length &&
      shape.every((size, axis) => size === null || size === place.shape[axis])
    const length = place.shape.reduce((product, size) => product * size, 1)
    if (!fits || place.offset + length > numbers.length)
      throw damaged("heads.bin", `“${name}” has the shape ${place.shape.join(" × ")}`)
    return numbers.subarray(place.offset, place.offset + length)
  }
  const [spanWidth = 0, wordWidth = 0] = manifest.tensors["span.source.first"]?.shape ?? []
  const relationWidth = manifest.tensors["relation.weight"]?.shape[1] ?? 0
  const relationCount = manifest.labels.relation.length
  const span = (role: SpanRole): SpanWeights => {
    const first = tensor(`span.${role}.first`, spanWidth, wordWidth)
    const last = tensor(`span.${role}.last`, spanWidth, wordWidth)
    const mean = tensor(`span.${role}.mean`, spanWidth, wordWidth)
    return {
      first,
      last,
      mean,
      single: first.map((value, index) => value + last[index]! + mean[index]!),
      bias: tensor(`span.${role}.bias`, spanWidth),
    }
  }
  const link = (name: "source" | "cue"): LinkWeights => ({
    bilinear: tensor(`bilinear_${name}`, spanWidth, spanWidth),
    distance: tensor(`distance_${name}`, DISTANCES),
    none: tensor(`none_${name}.weight`, spanWidth),
    noneBias: tensor(`none_${name}.bias`, 1)[0]!,
  })
  return {
    wordWidth,
    spanWidth,
    relationWidth,
    spans: {
      source: span("source"),
      cue_source: span("cue_source"),
      cue_content: span("cue_content"),
      content: span("content"),
    },
    cueToSource: link("source"),
    contentToCue: link("cue"),
    relation: tensor("relation.weight", relationCount, relationWidth),
    relationBias: tensor("relation.bias", relationCount),
  }
}

function toFloats(bytes: Uint8Array): Float32Array {
  // A view must begin at a multiple of four, and a file read into a shared buffer need not.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  return new Float32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.byteLength / 4))
}
