// A network that answers at random, but the same each time it is asked the same: for tests of everything around it.
// Format, windows and arithmetic are those of the real one; only the numbers mean nothing.
import { createHash } from "node:crypto"
import { seededRandom } from "../../../src/base/random.ts"
import {
  type CreateSession,
  type Network,
  type NetworkFiles,
  openNetwork,
  type SessionInput,
} from "../../../src/read/network/index.ts"
import { MEANT_NUMBERS } from "../../../src/schema/reading.ts"

const SPAN = ["B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]

/** As the real network has them; of the Penn tags and lemma rules only the common ones. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  start: ["inside", "sentence start"],
  xpos: "NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ MD IN DT JJ RB PRP PRP$ CC CD TO WDT WP WRB POS HYPH FW UH SYM . , : '' `` -LRB- -RRB-".split(
    " ",
  ),
  lemma: ["k0|", "l0|", "l1|", "l1|y", "l2|", "l3|y", "l3|e", "=be", "=have", "='s"],
  names: ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"],
  attribution: ["O", ...SPAN],
  nested: ["O", ...SPAN],
  kind: ["says", "asks", "believes", "intends", "orders", "shows"],
  setting: ["O", "B-venue", "I-venue", "B-addressee", "I-addressee"],
  event: ["O", "B-ASSAULT", "I-ASSAULT", "B-CONSULT", "I-CONSULT", "B-OTHER", "I-OTHER"],
  event_status: ["actual", "planned", "possible", "hypothetical", "negated"],
  event_role: ["actor", "recipient", "place", "time"],
  relation:
    "acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound conj cop csubj det flat mark nmod nmod:poss nsubj nsubj:pass nummod obj obl obl:agent parataxis punct root xcomp".split(
      " ",
    ),
}

const ARC = 6
const RELATION = 5
const SPAN_WORDS = 7
const LINK = 4

const SHAPES: Readonly<Record<string, readonly number[]>> = {
  "relation.weight": [(LABELS["relation"] as readonly string[]).length, RELATION],
  "relation.bias": [(LABELS["relation"] as readonly string[]).length],
  ...Object.fromEntries(
    ["source", "cue_source", "cue_content", "content"].flatMap((role) => [
      [`span.${role}.first`, [LINK, SPAN_WORDS]],
      [`span.${role}.last`, [LINK, SPAN_WORDS]],
      [`span.${role}.mean`, [LINK, SPAN_WORDS]],
      [`span.${role}.bias`, [LINK]],
    ]),
  ),
  bilinear_source: [LINK, LINK],
  bilinear_cue: [LINK, LINK],
  distance_source: [64],
  distance_cue: [64],
  "none_source.weight": [LINK],
  "none_source.bias": [1],
  "none_cue.weight": [LINK],
  "none_cue.bias": [1],
}

const WIDTHS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    Object.entries(LABELS)
      .filter(([head]) => head !== "relation" && head !== "event_role")
      .map(([head, labels]) => [head, labels.length]),
  ),
  arc_dependent: ARC,
  arc_head: ARC,
  relation_dependent: RELATION,
  relation_head: RELATION,
  span_words: SPAN_WORDS,
  vectors: 4 + 2 * MEANT_NUMBERS,
  event_trigger: 8,
  event_argument: 8,
}

/** Numbers to answer with, -4 to 4, more of them near 0. */
const POOL = makePool(1 << 16)

/**
 * Opens it. `pieces`: longest row; the real network's is 238, and shorter ones
 * give more seams between windows. Scores depend on the words alone.
 */
export async function openRandomNetwork(pieces: number): Promise<Network> {
  return openNetwork(makeFiles(pieces), {
    sha256,
    decodeUtf8: (bytes) => new TextDecoder().decode(bytes),
    createSession,
  })
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}

function makeFiles(pieces: number): NetworkFiles {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789.,:;!?'\"-()中国".split("")
  const words = ["said", "the", "that", "told", "to"]
  const vocabulary = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    ...words,
    ...letters,
    ...letters.map((one) => `##${one}`),
  ]
  const encoder = new TextEncoder()
  const tensors: Record<string, { shape: readonly number[]; offset: number }> = {}
  let offset = 0
  for (const [name, shape] of Object.entries(SHAPES)) {
    tensors[name] = { shape, offset }
    offset += shape.reduce((product, length) => product * length, 1)
  }
  const heads = new Uint8Array(POOL.slice(0, offset).buffer)
  const vocab = encoder.encode(vocabulary.join("\n"))
  const manifest = {
    format: 1,
    name: "random",
    made: "2026-11-24",
    polnear: false,
    files: { "reading.onnx": "0".repeat(64), "heads.bin": sha256(heads), "vocab.txt": sha256(vocab) },
    window: { pieces, overlapWords: Math.floor(pieces / 5) },
    maxPiecesPerWord: 12,
    labels: LABELS,
    tensors,
  }
  return {
    "reading.json": encoder.encode(JSON.stringify(manifest)),
    "heads.bin": heads,
    "vocab.txt": vocab,
  }
}

const createSession: CreateSession = async () => ({
  inputNames: ["ids", "casing", "gap", "first", "quote"],
  outputNames: Object.keys(WIDTHS),
  runsAtOnce: 1,
  run: async (inputs, wanted) => {
    const seed = hash(inputs)
    return Object.fromEntries(wanted.map((name, index) => [name, answer(name, inputs, seed + index)]))
  },
  close: async () => {},
})

/**
 * One of four moods for each window: noise; noise with runs of words that belong
 * together, as spans do; the same, as sure as a network gets; and no opinion at
 * all, so that everything is a tie.
 */
function answer(name: string, inputs: Readonly<Record<string, SessionInput>>, seed: number) {
  const [rows, words] = (inputs["first"] as SessionInput).dims
  const width = WIDTHS[name] as number
  const data = new Float32Array(rows * words * width)
  const dims = [rows, words, width]
  const random = seededRandom(seed)
  const mood = (seed >>> 8) % 4
  if (mood === 3) return { data, dims }
  for (let at = 0; at < data.length; ) {
    const count = Math.min(data.length - at, 4096)
    const start = random.below(POOL.length - count)
    data.set(POOL.subarray(start, start + count), at)
    at += count
  }
  if (mood > 0 && LABELS[name] !== undefined) {
    const lift = mood === 1 ? 5 : 40
    let label = 0
    let left = 0
    for (let at = 0; at < data.length; at += width) {
      if (left === 0) {
        label = random.below(width)
        left = 1 + random.below(name === "start" ? 30 : 12)
      }
      data[at + label] = (data[at + label] as number) + lift
      left -= 1
    }
  }
  return { data, dims }
}

function hash(inputs: Readonly<Record<string, SessionInput>>): number {
  let state = 0x811c9dc5
  for (const name of ["ids", "first", "quote", "gap"]) {
    const { data } = inputs[name] as SessionInput
    for (const number of new Int32Array(data.buffer, data.byteOffset, data.length * 2)) {
      state = Math.imul(state ^ number, 0x01000193)
    }
  }
  return state >>> 0
}

function makePool(length: number): Float32Array {
  const random = seededRandom(20_261_124)
  return Float32Array.from({ length }, () => (random.next() + random.next() - 1) * 4)
}
