// The learned choice among candidates: one hidden layer over features and, where there are some, the network's
// vectors of two words. In: a model's file; then features and vectors. Out: a score for each candidate, the larger the
// likelier. Made by training/coreference.py.
import { FEATURES } from "./features.ts"

/** The numbers of one model, row-major. */
interface Weights {
  /** Hidden units. */
  readonly hidden: number
  /** `[feature][hidden]` */
  readonly features: Float32Array
  readonly bias: Float32Array
  /** `[number][hidden]`: of the mention's vector, and of the candidate's. */
  readonly mention: Float32Array
  readonly candidate: Float32Array
  readonly out: Float32Array
}

export interface Ranker {
  /** The model for pronouns, and the one for nominals. */
  readonly pronoun: Model
  readonly nominal: Model
}

export class Model {
  readonly #weights: Weights
  readonly #nothing: Float32Array

  constructor(weights: Weights) {
    this.#weights = weights
    this.#nothing = new Float32Array(weights.hidden)
  }

  /** What the mention adds whichever the candidate; for `score`. `vector` null or empty: nothing is known of the word beside its features. */
  begin(features: readonly number[], vector: Float32Array | null): Float32Array {
    const sums = Float32Array.from(this.#weights.bias)
    addTo(sums, this.#project(vector, this.#weights.mention))
    this.#add(sums, features)
    return sums
  }

  /** What the vector of a candidate adds whichever the mention; for `score`. Worth keeping. */
  candidate(vector: Float32Array | null): Float32Array {
    return this.#project(vector, this.#weights.candidate)
  }

  /** `candidate` null: the mention begins a chain. */
  score(begun: Float32Array, features: readonly number[], candidate: Float32Array | null): number {
    const sums = Float32Array.from(begun)
    if (candidate !== null) addTo(sums, candidate)
    this.#add(sums, features)
    let score = 0
    for (let unit = 0; unit < sums.length; unit += 1)
      score += Math.max(0, sums[unit]!) * this.#weights.out[unit]!
    return score
  }

  #project(vector: Float32Array | null, matrix: Float32Array): Float32Array {
    const { hidden } = this.#weights
    return vector === null || vector.length * hidden !== matrix.length
      ? this.#nothing
      : product(vector, matrix, hidden)
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

function product(vector: Float32Array, matrix: Float32Array, columns: number): Float32Array {
  const result = new Float32Array(columns)
  for (let row = 0; row < vector.length; row += 1) {
    const value = vector[row]!
    for (let column = 0; column < columns; column += 1)
      result[column]! += value * matrix[row * columns + column]!
  }
  return result
}

/** Numbers parted by spaces. */
interface Packed {
  readonly units: number
  readonly features: PackedMatrix
  readonly mention: PackedMatrix
  readonly candidate: PackedMatrix
  readonly bias: string
  readonly out: string
}

/** Whole numbers, `[row][unit]`; each is to be taken times the scale of its unit. */
interface PackedMatrix {
  readonly scale: string
  readonly values: string
}

/** Reads a model's file. Throws when it was made for other features: our mistake. */
export function parseRanker(json: string): Ranker {
  const file = JSON.parse(json) as {
    readonly features: readonly string[]
    readonly pronoun: Packed
    readonly nominal: Packed
  }
  if (file.features.join() !== FEATURES.join())
    throw new Error(
      "The model for coreference was made for other features. This is a bug in Sayso: please report it.",
    )
  return { pronoun: new Model(unpack(file.pronoun)), nominal: new Model(unpack(file.nominal)) }
}

function unpack({ units, features, mention, candidate, bias, out }: Packed): Weights {
  return {
    hidden: units,
    features: unpackMatrix(features),
    mention: unpackMatrix(mention),
    candidate: unpackMatrix(candidate),
    bias: numbersOf(bias),
    out: numbersOf(out),
  }
}

function unpackMatrix({ scale, values }: PackedMatrix): Float32Array {
  const scales = numbersOf(scale)
  return numbersOf(values).map((value, index) => value * scales[index % scales.length]!)
}

function numbersOf(list: string): Float32Array {
  return Float32Array.from(list.split(" "), Number)
}
