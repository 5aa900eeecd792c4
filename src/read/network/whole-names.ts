// A name of several words is one word to the network: neither who it is about nor how many words their name has may
// change what is read. In: the words of a report, which of them are names, and what to see in their place. Out: the
// words that the network gets, and what it says of them told again for each word of the report.
import type { Seen, WholeName } from "../../lexicon/index.ts"
import type { Span, TokenRange } from "../../schema/positions.ts"
import type { HeadName, HeadScores, Scores } from "./scores.ts"
import type { WordPlaces } from "./wordpiece.ts"

/** The words that the network gets: fewer than the report's where names were made one word. */
export interface KeptWords {
  readonly places: WordPlaces
  readonly seen: readonly string[]
  /** The report's word that each stands for. */
  readonly anchors: Int32Array
  /** By the report's word, the kept word that stands for it. */
  readonly keptOf: Int32Array
  readonly names: readonly WholeName[]
}

/** A name that a line break cuts in two stays as it is: a headline's last word and the first below it are no name. */
export function keepWords(text: string, words: WordPlaces, { words: seen, names }: Seen): KeptWords {
  const whole = names.filter(
    ({ from, to }) => !/[\n\r]/.test(text.slice(words.end(from), words.start(to - 1))),
  )
  const keptOf = new Int32Array(words.length)
  const anchors: number[] = []
  const spans: Span[] = []
  const forms: string[] = []
  let next = 0
  for (let word = 0; word < words.length; ) {
    const name = whole[next]?.from === word ? whole[next++]! : null
    const to = name?.to ?? word + 1
    keptOf.fill(anchors.length, word, to)
    anchors.push(name?.anchor ?? word)
    spans.push({ start: words.start(word), end: words.end(to - 1) })
    forms.push(name?.seen ?? seen[word]!)
    word = to
  }
  return {
    places: { length: spans.length, start: (kept) => spans[kept]!.start, end: (kept) => spans[kept]!.end },
    seen: forms,
    anchors: Int32Array.from(anchors),
    keptOf,
    names: whole,
  }
}

/** What is said of the kept words, told again for each word of the report. */
export function tellOfAll(scores: Scores, kept: KeptWords): Scores {
  return kept.names.length === 0 ? scores : new ScoresOfAll(scores, kept)
}

// A class that a word surely has, and one that it has not: log-probabilities, and logits of arcs and roles.
const SURE = 0
const NEVER = -100

const BIO: ReadonlySet<HeadName> = new Set(["names", "attribution", "nested", "setting"])

class ScoresOfAll implements Scores {
  readonly wordCount: number
  readonly #scores: Scores
  readonly #kept: KeptWords
  /** By word: the name that it belongs to without standing for it. */
  readonly #parts = new Map<number, WholeName>()
  /** Whether there is one: asked for every pair of words of a sentence. */
  readonly #isPart: Uint8Array
  readonly #asked = new Map<HeadName, HeadScores>()
  /** Logits of a relation that is known. */
  readonly #certain: Readonly<Record<"det" | WholeName["relation"], Float32Array>>
  #vectors: Float32Array | null = null

  constructor(scores: Scores, kept: KeptWords) {
    this.#scores = scores
    this.#kept = kept
    this.wordCount = kept.keptOf.length
    const certain = (relation: string): Float32Array =>
      Float32Array.from(scores.relationNames, (name) => (name === relation ? SURE : NEVER))
    this.#certain = { det: certain("det"), compound: certain("compound"), flat: certain("flat") }
    this.#isPart = new Uint8Array(this.wordCount)
    for (const name of kept.names) {
      for (let word = name.from; word < name.to; word += 1) {
        if (word === name.anchor) continue
        this.#parts.set(word, name)
        this.#isPart[word] = 1
      }
    }
  }

  get relationNames(): readonly string[] {
    return this.#scores.relationNames
  }

  get eventRoleNames(): readonly string[] {
    return this.#scores.eventRoleNames
  }

  head(name: HeadName): HeadScores {
    const known = this.#asked.get(name)
    if (known !== undefined) return known
    const { classes, values } = this.#scores.head(name)
    const all = spread(values, classes.length, this.#kept.keptOf)
    const rowOf = (word: number): Float32Array =>
      all.subarray(word * classes.length, (word + 1) * classes.length)
    for (const whole of this.#kept.names) {
      for (let word = whole.from; word < whole.to; word += 1)
        tellOfPart(name, classes, rowOf(word), word, whole)
    }
    const scores = { classes, values: all }
    this.#asked.set(name, scores)
    return scores
  }

  arcs({ from, to }: TokenRange): Float32Array {
    const count = to - from
    if (count === 0) return new Float32Array(0)
    const range = this.#keptRange({ from, to })
    const inner = this.#scores.arcs(range)
    const width = range.to - range.from
    const { keptOf } = this.#kept
    const isWhole = !this.#isPart.subarray(from, to).includes(1)
    if (isWhole && width === count) return inner
    const scores = new Float32Array(count * count).fill(NEVER)
    for (let dependent = 0; dependent < count; dependent += 1) {
      const row = scores.subarray(dependent * count, (dependent + 1) * count)
      const part = this.#parts.get(from + dependent)
      if (part !== undefined) {
        if (part.anchor >= from && part.anchor < to) row[part.anchor - from] = SURE
        continue
      }
      const start = (keptOf[from + dependent]! - range.from) * width - range.from
      for (let head = 0; head < count; head += 1) {
        if (this.#isPart[from + head] === 0) row[head] = inner[start + keptOf[from + head]!]!
      }
    }
    return scores
  }

  relations(dependent: number, head: number): Float32Array {
    const part = this.#parts.get(dependent)
    if (part === undefined || head !== part.anchor)
      return this.#scores.relations(this.#kept.keptOf[dependent]!, this.#kept.keptOf[head]!)
    return this.#certain[part.hasArticle && dependent === part.from ? "det" : part.relation]
  }

  eventRole(trigger: number, word: number, role: number): number {
    if (this.#isPart[word] === 1) return NEVER
    return this.#scores.eventRole(this.#kept.keptOf[trigger]!, this.#kept.keptOf[word]!, role)
  }

  get vectors(): Float32Array {
    const { vectors } = this.#scores
    this.#vectors ??= spread(vectors, vectors.length / this.#scores.wordCount, this.#kept.keptOf)
    return this.#vectors
  }

  cueToSource(cue: TokenRange, source: TokenRange): number {
    return this.#scores.cueToSource(this.#keptRange(cue), this.#keptRange(source))
  }

  noSource(cue: TokenRange): number {
    return this.#scores.noSource(this.#keptRange(cue))
  }

  contentToCue(content: TokenRange, cue: TokenRange): number {
    return this.#scores.contentToCue(this.#keptRange(content), this.#keptRange(cue))
  }

  noCue(content: TokenRange): number {
    return this.#scores.noCue(this.#keptRange(content))
  }

  #keptRange({ from, to }: TokenRange): TokenRange {
    return { from: this.#kept.keptOf[from]!, to: this.#kept.keptOf[to - 1]! + 1 }
  }
}

/** Rows of kept words, one for each word of the report. */
function spread(values: Float32Array, width: number, keptOf: Int32Array): Float32Array {
  const all = new Float32Array(keptOf.length * width)
  for (const [word, kept] of keptOf.entries())
    all.set(values.subarray(kept * width, (kept + 1) * width), word * width)
  return all
}

/** Makes the row of the whole name that of one of its words. */
function tellOfPart(
  head: HeadName,
  classes: readonly string[],
  row: Float32Array,
  word: number,
  name: WholeName,
): void {
  const isFirst = word === name.from
  const isArticle = isFirst && name.hasArticle
  const isPart = word !== name.anchor
  if (head === "start") {
    if (!isFirst) decide(row, classes, "inside")
  } else if (head === "xpos") {
    if (isPart) decide(row, classes, isArticle ? "DT" : "NNP")
  } else if (head === "lemma") {
    if (isPart) decide(row, classes, isArticle ? "l0|" : "k0|")
  } else if (head === "event" && isPart) decide(row, classes, "O")
  else if (head === "names" && isArticle) decide(row, classes, "O")
  else if (head === "names" && isFirst && name.relation === "flat") move(row, classes, "I-", "B-")
  else if (BIO.has(head) && !isFirst && !(head === "names" && name.hasArticle && word === name.from + 1))
    move(row, classes, "B-", "I-")
}

function decide(row: Float32Array, classes: readonly string[], name: string): void {
  const index = classes.indexOf(name)
  if (index >= 0) row.fill(NEVER)[index] = SURE
}

/** What begins with one prefix begins with the other: at the first word of a name nothing goes on that stood before, at the others what begins at the first does. */
function move(row: Float32Array, classes: readonly string[], from: string, to: string): void {
  for (const [index, name] of classes.entries()) {
    const other = name.startsWith(from) ? classes.indexOf(to + name.slice(from.length)) : -1
    if (other < 0) continue
    row[other] = Math.log(Math.exp(row[other]!) + Math.exp(row[index]!))
    row[index] = NEVER
  }
}
