// Readings kept on disk, so that what follows the network can be measured, and trained, again and again without it.
// In: a text. Out: its reading, and of the network's scores the names and the word vectors. A kept file belongs to
// one version of the weights: its name carries their hash.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deserialize, serialize } from "node:v8"
import type { Lexicons } from "../src/lexicon/index.ts"
import { type ReadOptions, readText } from "../src/node.ts"
import { read } from "../src/read/index.ts"
import type { Network, Scores } from "../src/read/network/index.ts"
import { openLexicons } from "../src/runtime/index.ts"
import type { Doc } from "../src/schema/doc.ts"
import type { Span, TokenRange } from "../src/schema/positions.ts"
import type { Attribution, Mention, Token, Tokens } from "../src/schema/reading.ts"
import { openMeasured } from "./network.ts"

/** What was kept of one text: enough to find its mentions again. */
export interface KeptReading {
  readonly doc: Doc
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
  readonly attributions: readonly Attribution[]
  /** The sources that attribution found. */
  readonly sources: readonly Mention[]
  readonly scores: Scores
}

interface Kept {
  readonly doc: Doc
  readonly tokens: readonly Token[]
  readonly sentences: readonly TokenRange[]
  readonly attributions: readonly Attribution[]
  readonly sources: readonly Mention[]
  readonly names: { readonly classes: readonly string[]; readonly values: Float32Array }
  readonly vectors: Float32Array
}

export interface ReadingCache {
  read(text: string, options: ReadOptions): Promise<KeptReading>
  close(): Promise<void>
}

/** Opens the network only when a text is read for the first time. */
export function openCache(weights: string, folder: string): ReadingCache {
  const version = createHash("sha256")
    .update(readFileSync(join(weights, "reading.onnx")))
    .digest("hex")
    .slice(0, 12)
  mkdirSync(folder, { recursive: true })
  const lexicons = openLexicons()
  let opened: Promise<Network> | null = null
  return {
    async read(text, options) {
      const key = createHash("sha256")
        .update(JSON.stringify([version, text, options]))
        .digest("hex")
      const file = join(folder, `${key.slice(0, 32)}.bin`)
      if (existsSync(file)) return fromKept(deserialize(readFileSync(file)) as Kept)
      opened ??= openMeasured(weights)
      const kept = await readNow(await opened, (await lexicons).lexicons, text, options)
      writeFileSync(file, serialize(kept))
      return fromKept(kept)
    },
    async close() {
      if (opened !== null) await (await opened).close()
    },
  }
}

async function readNow(
  network: Network,
  lexicons: Lexicons,
  text: string,
  options: ReadOptions,
): Promise<Kept> {
  let scores: Scores | null = null
  const listening: Network = {
    ...network,
    score: async (input, signal) => {
      scores = await network.score(input, signal)
      return scores
    },
  }
  const { doc } = readText(text, options)
  const reading = await read(doc, { network: listening, lexicons }, null)
  const seen = scores as Scores | null
  if (seen === null) throw new Error("The network was not asked.")
  const speaking = new Set(reading.attributions.map(({ speaker }) => speaker))
  const { classes, values } = seen.head("names")
  return {
    doc,
    tokens: Array.from({ length: reading.tokens.length }, (_, index) => reading.tokens.at(index)),
    sentences: reading.sentences,
    attributions: reading.attributions,
    sources: reading.mentions.filter(({ id }) => speaking.has(id)),
    names: { classes: [...classes], values: values.slice() },
    vectors: seen.vectors.slice(),
  }
}

function fromKept({ tokens, names, vectors, ...kept }: Kept): KeptReading {
  const unkept = (what: string): never => {
    throw new Error(`${what} of the network were not kept.`)
  }
  const scores: Scores = {
    wordCount: tokens.length,
    vectors,
    relationNames: [],
    head: (name) => (name === "names" ? names : unkept(name)),
    arcs: () => unkept("Arcs"),
    relations: () => unkept("Relations"),
    eventRoleNames: [],
    eventRole: () => unkept("Roles"),
    cueToSource: () => unkept("Links"),
    noSource: () => unkept("Links"),
    contentToCue: () => unkept("Links"),
    noCue: () => unkept("Links"),
  }
  return { ...kept, tokens: new ListedTokens(tokens), scores }
}

/** Tokens held one by one. */
class ListedTokens implements Tokens {
  readonly #tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get length(): number {
    return this.#tokens.length
  }

  at(index: number): Token {
    const token = this.#tokens[index]
    if (token === undefined) throw new RangeError(`There is no word ${index}.`)
    return token
  }

  start(index: number): number {
    return this.at(index).span.start
  }

  end(index: number): number {
    return this.at(index).span.end
  }

  covering({ start, end }: Span): TokenRange | null {
    let [low, high] = [0, this.#tokens.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.end(middle) > start) high = middle
      else low = middle + 1
    }
    let to = low
    while (to < this.#tokens.length && this.start(to) < end) to += 1
    return low < to ? { from: low, to } : null
  }
}
