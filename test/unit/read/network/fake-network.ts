// A network small enough to compute by hand: weights of a few numbers, and a session that answers from the inputs
// it was given. Only the format is the real one.
import { createHash } from "node:crypto"
import type {
  NetworkFiles,
  NetworkPlatform,
  NetworkSession,
  SessionInput,
} from "../../../../src/read/network/index.ts"
import { HEAD_NAMES } from "../../../../src/read/network/manifest.ts"
import { MEANT_NUMBERS } from "../../../../src/schema/reading.ts"

/** [UNK] 1, [CLS] 2, [SEP] 3, then pieces for “he said it” and a few odd words. */
export const VOCABULARY = `[PAD]
[UNK]
[CLS]
[SEP]
he
said
it
un
##said
##s
"
'
-
.
caf
##e
中
1
##2
lav
##rov`

const TENSORS: Readonly<Record<string, { shape: readonly number[]; values: readonly number[] }>> = {
  "relation.weight": { shape: [2, 3], values: [1, 0, -1, 0, 2, 0] },
  "relation.bias": { shape: [2], values: [0.5, -0.5] },
  ...span("source", [1, 0, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0]),
  ...span("cue_source", [0, 0, 0, 0], [1, 0, 0, 1], [0, 0, 0, 0], [0, 0]),
  ...span("cue_content", [0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 1], [0, 0]),
  ...span("content", [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0.3, -0.2]),
  // Not symmetric, so that a transposed product shows.
  bilinear_source: { shape: [2, 2], values: [1, 2, 3, 4] },
  bilinear_cue: { shape: [2, 2], values: [0, 1, 0, 0] },
  distance_source: { shape: [64], values: Array.from({ length: 64 }, (_, bucket) => bucket / 100) },
  distance_cue: { shape: [64], values: new Array(64).fill(0) },
  "none_source.weight": { shape: [2], values: [1, 1] },
  "none_source.bias": { shape: [1], values: [0.25] },
  "none_cue.weight": { shape: [2], values: [1, -1] },
  "none_cue.bias": { shape: [1], values: [0] },
}

function span(role: string, first: number[], last: number[], mean: number[], bias: number[]) {
  return {
    [`span.${role}.first`]: { shape: [2, 2], values: first },
    [`span.${role}.last`]: { shape: [2, 2], values: last },
    [`span.${role}.mean`]: { shape: [2, 2], values: mean },
    [`span.${role}.bias`]: { shape: [2], values: bias },
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}

/** The small files; `change` may spoil the manifest. `pieces`: longest row. */
export function fakeFiles(
  pieces = 16,
  change: (manifest: Record<string, unknown>) => Record<string, unknown> = (manifest) => manifest,
): NetworkFiles {
  const heads = new Float32Array(Object.values(TENSORS).flatMap(({ values }) => values))
  const headBytes = new Uint8Array(heads.buffer)
  const vocabulary = new TextEncoder().encode(VOCABULARY)
  let offset = 0
  const tensors: Record<string, { shape: readonly number[]; offset: number }> = {}
  for (const [name, { shape, values }] of Object.entries(TENSORS)) {
    tensors[name] = { shape, offset }
    offset += values.length
  }
  const manifest = {
    format: 1,
    name: "fake",
    made: "2026-11-24",
    polnear: false,
    files: {
      "reading.onnx": "0".repeat(64),
      "heads.bin": sha256(headBytes),
      "vocab.txt": sha256(vocabulary),
    },
    window: { pieces, overlapWords: 3 },
    maxPiecesPerWord: 3,
    labels: Object.fromEntries([...HEAD_NAMES, "relation", "event_role"].map((head) => [head, ["a", "b"]])),
    tensors,
  }
  return {
    "reading.json": new TextEncoder().encode(JSON.stringify(change(manifest))),
    "heads.bin": headBytes,
    "vocab.txt": vocabulary,
  }
}

export interface Run {
  readonly inputs: Readonly<
    Record<string, { readonly data: readonly number[]; readonly dims: readonly number[] }>
  >
}

const WIDTHS: Readonly<Record<string, number>> = {
  arc_dependent: 2,
  arc_head: 2,
  relation_dependent: 3,
  relation_head: 3,
  span_words: 2,
  vectors: 2 + 2 * MEANT_NUMBERS,
  event_trigger: 4,
  event_argument: 4,
}

/**
 * Answers each word's numbers from what the word is and where it stands in its row, so that a test can tell which
 * word of which window they came from: the first is the id of the word's first piece, the second how far the word
 * is from the nearer end of its row, counted in words; further ones are 1.
 */
export function fakePlatform(): NetworkPlatform & { readonly runs: Run[]; closed: boolean } {
  const runs: Run[] = []
  const platform = {
    runs,
    closed: false,
    sha256,
    decodeUtf8: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
    createSession: async (): Promise<NetworkSession> => ({
      inputNames: ["ids", "casing", "gap", "first", "quote"],
      outputNames: [...HEAD_NAMES, ...Object.keys(WIDTHS)],
      runsAtOnce: 2,
      async run(inputs, wanted) {
        // Copied, since the reader uses the memory again.
        runs.push({
          inputs: Object.fromEntries(
            Object.entries(inputs).map(([name, { data, dims }]) => [
              name,
              { data: Array.from(data, Number), dims },
            ]),
          ),
        })
        return Object.fromEntries(wanted.map((name) => [name, answer(inputs, WIDTHS[name] ?? 2)]))
      },
      close: async () => {
        platform.closed = true
      },
    }),
  }
  return platform
}

function answer(inputs: Readonly<Record<string, SessionInput>>, width: number) {
  const { ids, first } = inputs as Record<"ids" | "first", SessionInput>
  const words = first.dims[1]
  const data = new Float32Array(words * width)
  for (let word = 0; word < words; word += 1) {
    const at = word * width
    data.fill(1, at, at + width)
    data[at] = Number(ids.data[Number(first.data[word])])
    data[at + 1] = Math.min(word, words - 1 - word)
  }
  return { data, dims: [1, words, width] }
}
