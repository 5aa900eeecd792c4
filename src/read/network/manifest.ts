// weights/reading.json: which files belong to a network, their hashes, what its outputs mean.
import { inputError } from "../../base/input-error.ts"

/** Names of the heads that give classes per word, in no special order. */
export const HEAD_NAMES = [
  "start",
  "xpos",
  "lemma",
  "names",
  "attribution",
  "nested",
  "kind",
  "setting",
  "event",
  "event_status",
] as const

/** The files that `reading.json` names with their hashes and that the core reads itself. */
export const SMALL_FILES = ["heads.bin", "vocab.txt"] as const

export type SmallFile = (typeof SMALL_FILES)[number]

/** All that `reading.json` names with their hashes. */
export type WeightFile = SmallFile | "reading.onnx"
type LabelList = (typeof HEAD_NAMES)[number] | "relation" | "event_role"

export interface Manifest {
  readonly format: 1
  readonly name: string
  /** ISO date of the training's end. */
  readonly made: string
  /** Whether PolNeAR's labels were trained on. */
  readonly polnear: boolean
  /** SHA-256 of each file, hexadecimal. */
  readonly files: Readonly<Record<WeightFile, string>>
  /** `pieces`: longest row, [CLS] and [SEP] included. `overlapWords`: how much of a window the next one repeats. */
  readonly window: { readonly pieces: number; readonly overlapWords: number }
  readonly maxPiecesPerWord: number
  /** Class names in the order of the outputs. */
  readonly labels: Readonly<Record<LabelList, readonly string[]>>
  /** Where the tensors stand in heads.bin; offsets are counted in numbers, not bytes. */
  readonly tensors: Readonly<Record<string, { readonly shape: readonly number[]; readonly offset: number }>>
}

/** Reads and checks the text of reading.json. Throws an `InputError` with code "weights-damaged" that names the first thing wrong. */
export function parseManifest(text: string): Manifest {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw damaged("reading.json", "it is not JSON", cause)
  }
  if (!isObject(value)) throw damaged("reading.json", "it is not an object")
  if (value["format"] !== 1) {
    throw damaged(
      "reading.json",
      `its format is ${JSON.stringify(value["format"])}, and this version reads format 1`,
    )
  }
  const { files, window, labels, tensors, maxPiecesPerWord } = value
  require(typeof value["name"] === "string", "name")
  require(typeof value["made"] === "string", "made")
  require(typeof value["polnear"] === "boolean", "polnear")
  require(isObject(files) &&
    ["reading.onnx", ...SMALL_FILES].every((file) => /^[0-9a-f]{64}$/.test(String(files[file]))), "files")
  require(isObject(window) && isCount(window["pieces"]) && isCount(window["overlapWords"]), "window")
  require(isCount(maxPiecesPerWord), "maxPiecesPerWord")
  // Two words must fit a window, or the cutting could stand still.
  require(2 * Number(maxPiecesPerWord) + 2 <= Number((window as Fields)["pieces"]), "window")
  require(isObject(labels) &&
    [...HEAD_NAMES, "relation", "event_role"].every((list) => isNames(labels[list])), "labels")
  require(isObject(tensors) && Object.values(tensors).every(isPlace), "tensors")
  return value as unknown as Manifest
}

/** The error for weights that cannot be used: names the file and what to do. */
export function damaged(
  file: WeightFile | "reading.json" | "coreference.bin",
  what: string,
  cause?: unknown,
): Error {
  return inputError(
    "weights-damaged",
    `weights/${file} cannot be used: ${what}. Install Sayso again: npm install sayso`,
    cause,
  )
}

function require(holds: boolean, field: string): void {
  if (!holds) throw damaged("reading.json", `“${field}” is missing or is not what it should be`)
}

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === "string")
}

function isPlace(value: unknown): boolean {
  return (
    isObject(value) &&
    Number.isSafeInteger(value["offset"]) &&
    Number(value["offset"]) >= 0 &&
    Array.isArray(value["shape"]) &&
    value["shape"].every(isCount)
  )
}
