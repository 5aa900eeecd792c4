// One report through the network. In: its words, their pieces and features, an open session. Out: `Scores`. Where
// windows overlap, what they say of a word's classes is blended; its vectors are those of the window that decides it.

import { addProducts, dot, logSoftmax } from "../../base/arithmetic.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { MEANT_NUMBERS } from "../../schema/reading.ts"
import { Links } from "./links.ts"
import { damaged, HEAD_NAMES, type Manifest } from "./manifest.ts"
import type { HeadName, HeadScores, Scores } from "./scores.ts"
import type { NetworkSession, SessionOutputs, StopSignal } from "./session.ts"
import type { HeadWeights } from "./weights.ts"
import { InputBuffers, type Prepared } from "./window-inputs.ts"
import type { Window } from "./windows.ts"

/** Vectors that the network gives for each word, besides the heads. */
const VECTORS = [
  "arc_dependent",
  "arc_head",
  "relation_dependent",
  "relation_head",
  "span_words",
  "vectors",
  "event_trigger",
  "event_argument",
] as const
type VectorName = (typeof VECTORS)[number]

const isHead = (name: HeadName | VectorName): name is HeadName =>
  (HEAD_NAMES as readonly string[]).includes(name)

/** Everything that the network is asked for. */
export const OUTPUTS: readonly (HeadName | VectorName)[] = [...HEAD_NAMES, ...VECTORS]

/** What stays open between reports. */
export interface Opened {
  readonly session: NetworkSession
  readonly manifest: Manifest
  readonly heads: HeadWeights
  readonly special: { readonly first: number; readonly last: number }
  /** Input memory that no run is using. */
  readonly spare: InputBuffers[]
}

/**
 * Runs all windows of one report, as many at once as the session computes at the same time. Before each of them `signal` is looked at;
 * when it has fired, rejects with its reason and keeps nothing.
 */
export async function scoreWindows(
  opened: Opened,
  prepared: Prepared,
  windows: readonly Window[],
  signal: StopSignal | null,
): Promise<Scores> {
  const { manifest, heads } = opened
  const wordCount = prepared.pieces.starts.length - 1
  const trust = new Trust(wordCount, windows)
  const found = new Map<HeadName | VectorName, Float32Array>()
  for await (const [window, outputs] of inOrder(windows, opened, prepared, signal)) {
    for (const name of OUTPUTS) {
      const { data, dims } = outputs[name]!
      const width = dims[2]!
      checkWidth(name, width, opened)
      const all = found.get(name) ?? new Float32Array(wordCount * width)
      found.set(name, all)
      if (isHead(name)) blend({ all, data, width }, window, trust)
      else keep({ all, data, width }, window)
    }
    opened.session.giveBack?.(outputs)
  }
  return new NetworkScores(wordCount, found, manifest, heads)
}

/** What the network gives for each window, in their order: sums of numbers depend on it. */
async function* inOrder(
  windows: readonly Window[],
  opened: Opened,
  prepared: Prepared,
  signal: StopSignal | null,
): AsyncGenerator<readonly [Window, SessionOutputs]> {
  const { runsAtOnce } = opened.session
  const runs: Promise<SessionOutputs>[] = []
  for (const [index, window] of windows.entries()) {
    for (const next of windows.slice(runs.length, index + runsAtOnce)) {
      if (signal?.aborted === true) throw signal.reason
      const run = runWindow(next, opened, prepared)
      // When one before it fails, nobody waits for it any more.
      run.catch(() => null)
      runs.push(run)
    }
    yield [window, await runs[index]!]
  }
}

async function runWindow(window: Window, opened: Opened, prepared: Prepared): Promise<SessionOutputs> {
  const { session, special, spare } = opened
  // Each run has its own memory while it computes.
  const buffers = spare.pop() ?? new InputBuffers()
  try {
    return await session.run(buffers.fill(window, prepared, special), OUTPUTS)
  } finally {
    spare.push(buffers)
  }
}

/** The numbers of one output: of the whole report in `all`, of one window in `data`. */
interface Numbers {
  readonly all: Float32Array
  readonly data: Float32Array
  /** Numbers a word. */
  readonly width: number
}

/** Takes a window's numbers for the words that it decides. */
function keep({ all, data, width }: Numbers, { from, keepFrom, keepTo }: Window): void {
  const start = (keepFrom - from) * width
  all.set(data.subarray(start, start + (keepTo - keepFrom) * width), keepFrom * width)
}

/** Adds a window's logits to those of the others that read the same words, each with its share of the trust. */
function blend({ all, data, width }: Numbers, window: Window, trust: Trust): void {
  let at = 0
  for (let word = window.from; word < window.to; word += 1) {
    const share = trust.share(word, window)
    for (let to = word * width, end = to + width; to < end; to += 1, at += 1) all[to]! += share * data[at]!
  }
}

// Beyond this many words from a border a window knows a word as well as it ever will.
const NEAR_BORDER_WORDS = 40

/**
 * How much a window is trusted with a word: the more, the further the word stands from a border that is not the
 * text's. On PolNeAR dev blending by it gained .003 of relation@0.5 over taking the best window alone, at no cost.
 */
class Trust {
  readonly #wordCount: number
  /** Sum over the windows that read a word. */
  readonly #total: Float32Array

  constructor(wordCount: number, windows: readonly Window[]) {
    this.#wordCount = wordCount
    this.#total = new Float32Array(wordCount)
    for (const window of windows) {
      for (let word = window.from; word < window.to; word += 1) this.#total[word]! += this.#of(word, window)
    }
  }

  /** 0 to 1; the shares of a word's windows add up to 1. */
  share(word: number, window: Window): number {
    return this.#of(word, window) / this.#total[word]!
  }

  #of(word: number, { from, to }: Window): number {
    const left = from === 0 ? NEAR_BORDER_WORDS : word - from
    const right = to === this.#wordCount ? NEAR_BORDER_WORDS : to - 1 - word
    return Math.min(left, right, NEAR_BORDER_WORDS) + 1
  }
}

function expectedWidth(
  name: HeadName | VectorName,
  width: number,
  manifest: Manifest,
  heads: HeadWeights,
): number {
  switch (name) {
    case "span_words":
      return heads.wordWidth
    case "relation_dependent":
    case "relation_head":
      return heads.relationWidth
    case "arc_dependent":
    case "arc_head":
      return width
    case "vectors":
      // Some for the word itself, then those for whom it means.
      return Math.max(width, 1 + 2 * MEANT_NUMBERS)
    case "event_trigger":
    case "event_argument": {
      // Each role has its own stretch of the same length.
      const roles = manifest.labels.event_role.length
      return Math.max(1, Math.round(width / roles)) * roles
    }
    default:
      return manifest.labels[name].length
  }
}

/** Every width is known beforehand but the arcs' and the roles', where both sides need only be alike. */
function checkWidth(name: HeadName | VectorName, width: number, { manifest, heads }: Opened): void {
  const expected = expectedWidth(name, width, manifest, heads)
  if (width !== expected)
    throw damaged("reading.onnx", `“${name}” gives ${width} numbers a word instead of ${expected}`)
}

/**
 * `Scores` over packed arrays, one per output, row-major `[word][number]`; about 1,500 numbers a word, 6 kB.
 * Logits become log-probabilities when a head is first asked for.
 */
class NetworkScores implements Scores {
  readonly wordCount: number
  readonly relationNames: readonly string[]
  readonly eventRoleNames: readonly string[]
  readonly #found: ReadonlyMap<HeadName | VectorName, Float32Array>
  readonly #manifest: Manifest
  readonly #heads: HeadWeights
  readonly #asked = new Map<HeadName, HeadScores>()
  readonly #sum: Float32Array
  #links: Links | null = null

  constructor(
    wordCount: number,
    found: ReadonlyMap<HeadName | VectorName, Float32Array>,
    manifest: Manifest,
    heads: HeadWeights,
  ) {
    this.wordCount = wordCount
    this.relationNames = manifest.labels.relation
    this.eventRoleNames = manifest.labels.event_role
    this.#found = found
    this.#manifest = manifest
    this.#heads = heads
    this.#sum = new Float32Array(heads.relationWidth)
  }

  head(name: HeadName): HeadScores {
    const known = this.#asked.get(name)
    if (known !== undefined) return known
    const classes = this.#manifest.labels[name]
    const values = this.#numbers(name)
    logSoftmax(values, classes.length)
    const scores = { classes, values }
    this.#asked.set(name, scores)
    return scores
  }

  arcs({ from, to }: TokenRange): Float32Array {
    const count = to - from
    const scores = new Float32Array(count * count)
    if (count === 0) return scores
    const dependents = this.#numbers("arc_dependent")
    const width = dependents.length / this.wordCount
    const heads = this.#numbers("arc_head").subarray(from * width, to * width)
    for (let word = 0; word < count; word += 1) {
      const row = scores.subarray(word * count, (word + 1) * count)
      addProducts(row, heads, width, dependents, (from + word) * width)
    }
    return scores
  }

  relations(dependent: number, head: number): Float32Array {
    const { relation, relationBias, relationWidth } = this.#heads
    const dependents = this.#numbers("relation_dependent")
    const heads = this.#numbers("relation_head")
    const sum = this.#sum
    for (let column = 0; column < relationWidth; column += 1) {
      const value = dependents[dependent * relationWidth + column]! + heads[head * relationWidth + column]!
      sum[column] = Math.max(value, 0)
    }
    const logits = relationBias.slice()
    addProducts(logits, relation, relationWidth, sum, 0)
    return logits
  }

  eventRole(trigger: number, word: number, role: number): number {
    const [triggers, words] = [this.#numbers("event_trigger"), this.#numbers("event_argument")]
    const width = triggers.length / this.wordCount
    const roleWidth = width / this.eventRoleNames.length
    const start = role * roleWidth
    return dot(triggers, trigger * width + start, words, word * width + start, roleWidth)
  }

  get vectors(): Float32Array {
    return this.#numbers("vectors")
  }

  cueToSource(cue: TokenRange, source: TokenRange): number {
    return this.#linksOf().cueToSource(cue, source)
  }

  noSource(cue: TokenRange): number {
    return this.#linksOf().noSource(cue)
  }

  contentToCue(content: TokenRange, cue: TokenRange): number {
    return this.#linksOf().contentToCue(content, cue)
  }

  noCue(content: TokenRange): number {
    return this.#linksOf().noCue(content)
  }

  /** Empty for a text without words, for which nothing was run. */
  #numbers(name: HeadName | VectorName): Float32Array {
    return this.#found.get(name) ?? new Float32Array(0)
  }

  #linksOf(): Links {
    this.#links ??= new Links({ wordCount: this.wordCount, values: this.#numbers("span_words") }, this.#heads)
    return this.#links
  }
}
