// Opens a network: the bytes of its small files in, a `Network` out. Nothing is used before its hash was checked. The
// large one, reading.onnx, is read, checked and opened by whoever computes it.
import type { Sha256 } from "../../base/hash.ts"
import type { StandIns } from "../../lexicon/index.ts"
import { features } from "./features.ts"
import {
  damaged,
  type Manifest,
  parseManifest,
  SMALL_FILES,
  type SmallFile,
  type WeightFile,
} from "./manifest.ts"
import { type Opened, OUTPUTS, scoreWindows } from "./score.ts"
import type { Scores } from "./scores.ts"
import type { CreateSession, NetworkSession, StopSignal } from "./session.ts"
import { readHeads } from "./weights.ts"
import { keepWords, tellOfAll } from "./whole-names.ts"
import { borderWorth, cutWindows } from "./windows.ts"
import { type WordPiece, type WordPlaces, wordPiece } from "./wordpiece.ts"

/** The bytes of the files in weights/ that the core reads itself. */
export type NetworkFiles = Readonly<Record<SmallFile | "reading.json", Uint8Array>>

/** What the core has no means of its own for. */
export interface NetworkPlatform {
  readonly sha256: Sha256
  readonly decodeUtf8: (bytes: Uint8Array) => string
  readonly createSession: CreateSession
}

/** Which network it is, for the record and for `doctor`. */
export interface NetworkInfo {
  readonly name: string
  /** ISO date. */
  readonly made: string
  readonly polnear: boolean
  /** SHA-256 of reading.json, which holds the hashes of the other files: one number for all the weights. */
  readonly sha256: string
}

export interface NetworkInput {
  readonly text: string
  readonly words: WordPlaces
  /** One number a word, from `quoteStates` over the whole text. */
  readonly quote: Uint8Array
  /** What the network sees in place of names, so that it does not see who the text is about. */
  readonly standIns: StandIns
}

/** An open network; holds some 100 MB until closed. */
export interface Network {
  readonly info: NetworkInfo
  /**
   * Reads a report of any length; time grows with it. Rejects with the signal's reason when that fires, between two
   * batches, and keeps nothing then. Calls may overlap.
   */
  score(input: NetworkInput, signal?: StopSignal | null): Promise<Scores>
  close(): Promise<void>
}

/**
 * Checks the files against the hashes in reading.json and opens the network. Throws an `InputError` with code
 * "weights-damaged" when one differs or the parts do not fit together.
 */
export async function openNetwork(files: NetworkFiles, platform: NetworkPlatform): Promise<Network> {
  const manifestBytes = files["reading.json"]
  const manifest = parseManifest(platform.decodeUtf8(manifestBytes))
  for (const name of SMALL_FILES) checkHash(name, platform.sha256(files[name]), manifest.files[name])
  const heads = readHeads(files["heads.bin"], manifest)
  const pieces = readPieces(platform.decodeUtf8(files["vocab.txt"]), manifest)
  const session = await platform.createSession(manifest.files["reading.onnx"])
  checkSession(session)
  const opened: Opened = { session, manifest, heads, special: pieces, spare: [] }
  return {
    info: {
      name: manifest.name,
      made: manifest.made,
      polnear: manifest.polnear,
      sha256: platform.sha256(manifestBytes),
    },
    score: (input, signal = null) => scoreText(opened, pieces, input, signal),
    close: () => session.close(),
  }
}

async function scoreText(
  opened: Opened,
  wordPieces: WordPiece,
  { text, words, quote, standIns }: NetworkInput,
  signal: StopSignal | null,
): Promise<Scores> {
  const { pieces: longestRow, overlapWords } = opened.manifest.window
  const seen = standIns(
    Array.from({ length: words.length }, (_, word) => text.slice(words.start(word), words.end(word))),
  )
  const kept = keepWords(text, words, seen)
  const prepared = {
    pieces: wordPieces.ofWords(kept.seen),
    features: features(text, kept.places, kept.seen),
    quote: Uint8Array.from(kept.anchors, (word) => quote[word]!),
  }
  const windows = cutWindows(
    prepared.pieces.starts,
    // [CLS] and [SEP] stand in every window.
    { room: longestRow - 2, overlapWords },
    borderWorth(text, kept.places, prepared.features.gap),
  )
  return tellOfAll(await scoreWindows(opened, prepared, windows, signal), kept)
}

/** Throws “weights-damaged” where a file's SHA-256 is not the one that reading.json names. */
export function checkHash(name: WeightFile, actual: string, expected: string): void {
  if (actual === expected) return
  throw damaged(
    name,
    `its SHA-256 begins with ${actual.slice(0, 12)}, and reading.json expects ${expected.slice(0, 12)}`,
  )
}

function readPieces(vocabulary: string, manifest: Manifest): WordPiece {
  try {
    return wordPiece(vocabulary, manifest.maxPiecesPerWord)
  } catch (cause) {
    throw damaged("vocab.txt", "it is no vocabulary", cause)
  }
}

const INPUTS = ["ids", "casing", "gap", "first", "quote"]

function checkSession({ inputNames, outputNames }: NetworkSession): void {
  const missing = [
    ...INPUTS.filter((name) => !inputNames.includes(name)),
    ...OUTPUTS.filter((name) => !outputNames.includes(name)),
  ]
  if (missing.length > 0) throw damaged("reading.onnx", `it has no ${missing.join(", ")}`)
  const unknown = inputNames.filter((name) => !INPUTS.includes(name))
  if (unknown.length > 0) throw damaged("reading.onnx", `it asks for ${unknown.join(", ")}`)
}
