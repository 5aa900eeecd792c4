// The learned choice among candidates: one hidden layer over features and, where there are some, the network's
// vectors of two words and how alike it finds them. In: a model's file; then features and vectors. Out: a score for each candidate, the larger the
// likelier. Made by training/coreference.py, which writes what this file reads:
//
//   header      a line of JSON (`Header`), filled with spaces to 4 bytes
//   then of each model, first the one for pronouns:
//   bias, out, likeness   Float32 of each hidden unit
//   scales      Float32 of each hidden unit, for features, mention and candidate: what their whole numbers are to be taken times
//   features    Int8, [feature][unit]
//   mention     Int8, [number of the vector][unit]
//   candidate   Int8, [number of the vector][unit]
//
// Numbers are little-endian; a model's whole numbers are filled with zeros to 4 bytes.
import { addProducts } from "../../base/arithmetic.ts"
import { FEATURES } from "./features.ts"

/** The numbers of one model, row-major; those for vectors the other way round than in the file, as `addProducts` wants them. */
interface Weights {
  /** Hidden units. */
  readonly hidden: number
  /** `[feature][hidden]` */
  readonly features: Float32Array
  readonly bias: Float32Array
  /** `[hidden][number]`: of the mention's vector, and of the candidate's. */
  readonly mention: Float32Array
  readonly candidate: Float32Array
  readonly out: Float32Array
  /** What likeness counts. */
  readonly likeness: Float32Array
}

export interface Ranker {
  /** The model for pronouns, and the one for nominals. */
  readonly pronoun: Model
  readonly nominal: Model
}

/** A mention with a candidate, or with nobody. */
export interface Pair {
  /** What holds of both together. */
  readonly features: readonly number[]
  /** Of the candidate, from `Model.candidate` and `Model.last`; null for nobody. */
  readonly standing: Float32Array | null
  readonly last: Float32Array | null
  /** As of `MentionVectors`; 0 for nobody. */
  readonly likeness: number
}

export class Model {
  readonly #weights: Weights
  /** The hidden units of the pair that is scored: a report has tens of thousands of them. */
  readonly #sums: Float32Array

  constructor(weights: Weights) {
    this.#weights = weights
    this.#sums = new Float32Array(weights.hidden)
  }

  /** What the mention adds whichever the candidate; for `score`. `vector` null or empty: nothing is known of the word beside its features. */
  begin(features: readonly number[], vector: Float32Array | null): Float32Array {
    const sums = this.#weights.bias.slice()
    this.#project(sums, vector, this.#weights.mention)
    this.#add(sums, features)
    return sums
  }

  /** What the vector of the word that stands for a candidate adds, whichever the mention; for `score`. Worth keeping. */
  candidate(vector: Float32Array | null): Float32Array {
    const sums = new Float32Array(this.#weights.hidden)
    this.#project(sums, vector, this.#weights.candidate)
    return sums
  }

  /** What the features of a candidate's last mention add, whichever the mention that may join; for `score`. Worth keeping. */
  last(features: readonly number[]): Float32Array {
    const sums = new Float32Array(this.#weights.hidden)
    this.#add(sums, features)
    return sums
  }

  score(begun: Float32Array, { features, standing, last, likeness }: Pair): number {
    const sums = this.#sums
    sums.set(begun)
    if (standing !== null) addTo(sums, standing)
    if (last !== null) addTo(sums, last)
    this.#add(sums, features)
    const { out, likeness: weights } = this.#weights
    let score = 0
    for (let unit = 0; unit < sums.length; unit += 1)
      score += Math.max(0, sums[unit]! + likeness * weights[unit]!) * out[unit]!
    return score
  }

  #project(sums: Float32Array, vector: Float32Array | null, matrix: Float32Array): void {
    if (vector !== null && vector.length * sums.length === matrix.length)
      addProducts(sums, matrix, vector.length, vector, 0)
  }

  #add(sums: Float32Array, features: readonly number[]): void {
    const { hidden, features: rows } = this.#weights
    for (const feature of features) {
      for (let unit = 0, at = feature * hidden; unit < hidden; unit += 1, at += 1) sums[unit]! += rows[at]!
    }
  }
}

function addTo(sums: Float32Array, others: Float32Array): void {
  for (let unit = 0; unit < sums.length; unit += 1) sums[unit]! += others[unit]!
}

interface Header {
  readonly format: "sayso-ranker-2"
  /** In words: what it is, how made, licence. */
  readonly about: string
  /** Names, in the order of the rows. */
  readonly features: readonly string[]
  /** Numbers in a word's vector. */
  readonly vector: number
  /** Hidden units of each model. */
  readonly pronoun: number
  readonly nominal: number
}

const LINE_FEED = 10

/** Reads a model's file. Throws when it is not one, or was made for other features: our mistake. */
export function parseRanker(bytes: Uint8Array): Ranker {
  const header = readHeader(bytes)
  if (header.features.join() !== FEATURES.join())
    throw new Error(
      "The model for coreference was made for other features. This is a bug in Sayso: please report it.",
    )
  // A copy, since numbers of four bytes must begin at a multiple of four in their buffer.
  const section = new Sections(bytes.slice(bytes.indexOf(LINE_FEED) + 1))
  const [pronoun, nominal] = [header.pronoun, header.nominal].map(
    (hidden) => new Model(readWeights(section, hidden, header)),
  )
  return { pronoun: pronoun!, nominal: nominal! }
}

function readHeader(bytes: Uint8Array): Header {
  const line = bytes.subarray(0, bytes.indexOf(LINE_FEED) + 1)
  // ASCII, a few thousand characters.
  const header = JSON.parse(String.fromCharCode(...line) || "{}") as Partial<Header>
  if (header.format === "sayso-ranker-2") return header as Header
  throw new Error(
    "weights/coreference.bin is no model for coreference. This is a bug in Sayso: please report it.",
  )
}

function readWeights(section: Sections, hidden: number, { features, vector }: Header): Weights {
  const [bias, out, likeness] = [section.floats(hidden), section.floats(hidden), section.floats(hidden)]
  const scales = [section.floats(hidden), section.floats(hidden), section.floats(hidden)]
  const [rows, mention, candidate] = [features.length, vector, vector].map((count, index) =>
    scaled(section.bytes(count * hidden), scales[index]!),
  )
  section.align()
  return {
    hidden,
    bias,
    out,
    likeness,
    features: rows!,
    mention: turned(mention!, hidden),
    candidate: turned(candidate!, hidden),
  }
}

/** Columns become rows. */
function turned(matrix: Float32Array, columns: number): Float32Array {
  const rows = matrix.length / columns
  const result = new Float32Array(matrix.length)
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 1) result[column * rows + row] = matrix[at]!
  }
  return result
}

function scaled(values: Int8Array, scales: Float32Array): Float32Array {
  const numbers = new Float32Array(values.length)
  for (let at = 0; at < values.length; ) {
    for (let unit = 0; unit < scales.length; unit += 1, at += 1) numbers[at] = values[at]! * scales[unit]!
  }
  return numbers
}

/** Takes one stretch of numbers after the other. */
class Sections {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  floats(count: number): Float32Array {
    const { buffer, byteOffset } = this.#take(count * 4)
    return new Float32Array(buffer, byteOffset, count)
  }

  bytes(count: number): Int8Array {
    const { buffer, byteOffset } = this.#take(count)
    return new Int8Array(buffer, byteOffset, count)
  }

  align(): void {
    this.#at = Math.ceil(this.#at / 4) * 4
  }

  #take(length: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + length)
    if (taken.length < length)
      throw new Error("weights/coreference.bin is cut short. This is a bug in Sayso: please report it.")
    this.#at += length
    return taken
  }
}
