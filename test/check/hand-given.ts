// What the earlier stages would say of a text, given by hand: trees, tags and the network's answer. In: a text and a
// few lines. Out: the input of `read/attribution`. What is not given is guessed by the plainest rules, so that a case
// needs to say only what matters to it.
import { readFileSync } from "node:fs"
import { type Lexicon, parseLexicon } from "../../src/lexicon/index.ts"
import type { AttributionInput } from "../../src/read/attribution/index.ts"
import type { HeadName, HeadScores, Scores } from "../../src/read/network/scores.ts"
import { quoteStates, splitSentences, tokenize, type Words } from "../../src/read/tokens/index.ts"
import { uposOf } from "../../src/read/tokens/upos.ts"
import type { Doc } from "../../src/schema/doc.ts"
import type { TokenRange } from "../../src/schema/positions.ts"
import type { Token, Tokens } from "../../src/schema/reading.ts"

/** A stretch that the network is taken to have found: “cue”, “source 2” (links only to others with a 2), “PER”, “venue”. */
export interface GivenSpan {
  readonly start: number
  readonly end: number
  readonly label: string
}

export interface Given {
  readonly text: string
  readonly spans: readonly GivenSpan[]
  /** “Lavrov nsubj said; said#2 ccomp said”: dependent, relation, head; `#2` is the second such word of the text. */
  readonly tree: string
  /** “rule NN; close VB” where the guess would be wrong. */
  readonly tags: string
  /** Whether the first line is a headline. */
  readonly hasHeadline: boolean
}

export function handGiven(
  { text, spans, tree, tags, hasHeadline }: Given,
  lexicon: Lexicon,
): AttributionInput {
  const words = tokenize(text)
  const blocks = blocksOf(text, hasHeadline)
  const sentences = splitSentences(words, text, blocks, null)
  const tokens = guessTokens(text, words, sentences, { tree, tags })
  const doc: Doc = { ...emptyDoc(text), blocks }
  return {
    doc,
    tokens,
    sentences,
    scores: new HandScores(words, spans),
    lexicon,
    quotes: quoteStates(text, words),
  }
}

/** The lexicon that ships. */
export function readLexicon(): Lexicon {
  const readData = (name: string): string =>
    readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8")
  return parseLexicon({ cues: readData("cues.tsv"), venues: readData("venues.tsv") })
}

/** A plain text of which nothing is known. */
export function emptyDoc(text: string): Doc {
  return {
    id: "doc:00000000000000000000000000000000" as Doc["id"],
    source: { sha256: "", mediaType: "text/plain", charset: "utf-8", url: null, retrieved: null },
    text,
    blocks: [],
    origin: [],
    title: null,
    authors: [],
    outlet: null,
    published: null,
    language: "en",
  }
}

function blocksOf(text: string, hasHeadline: boolean): Doc["blocks"] {
  const blocks: { kind: "headline" | "paragraph"; span: { start: number; end: number } }[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    const kind = hasHeadline && blocks.length === 0 ? "headline" : "paragraph"
    blocks.push({ kind, span: { start: line.index, end: line.index + line[0].length } })
  }
  return blocks
}

// --- Tags, lemmas, trees ---

const TAGS: Readonly<Record<string, string>> = {
  the: "DT",
  a: "DT",
  an: "DT",
  this: "DT",
  no: "DT",
  some: "DT",
  that: "IN",
  whether: "IN",
  because: "IN",
  he: "PRP",
  she: "PRP",
  they: "PRP",
  it: "PRP",
  we: "PRP",
  i: "PRP",
  his: "PRP$",
  her: "PRP$",
  their: "PRP$",
  who: "WP",
  which: "WDT",
  of: "IN",
  in: "IN",
  at: "IN",
  on: "IN",
  by: "IN",
  with: "IN",
  for: "IN",
  from: "IN",
  as: "IN",
  during: "IN",
  before: "IN",
  to: "TO",
  and: "CC",
  but: "CC",
  or: "CC",
  not: "RB",
  also: "RB",
  never: "RB",
  is: "VBZ",
  was: "VBD",
  were: "VBD",
  are: "VBP",
  be: "VB",
  been: "VBN",
  has: "VBZ",
  had: "VBD",
  have: "VBP",
  will: "MD",
  would: "MD",
  may: "MD",
  did: "VBD",
  said: "VBD",
  says: "VBZ",
  say: "VBP",
  told: "VBD",
  wrote: "VBD",
}
const LEMMAS: Readonly<Record<string, string>> = {
  is: "be",
  was: "be",
  were: "be",
  are: "be",
  been: "be",
  has: "have",
  had: "have",
  did: "do",
  said: "say",
  says: "say",
  told: "tell",
  wrote: "write",
  denied: "deny",
  noted: "note",
  quoted: "quote",
  noticed: "notice",
  promised: "promise",
  announced: "announce",
  believed: "believe",
  "n't": "not",
  "n’t": "not",
  asked: "ask",
  quit: "quit",
  faced: "face",
}

interface Mutable {
  head: number | null
  relation: string
  tag: string
}

function guessTokens(
  text: string,
  words: Words,
  sentences: readonly TokenRange[],
  given: { readonly tree: string; readonly tags: string },
): Tokens {
  const named = new Map<string, number>()
  const guesses: Mutable[] = []
  for (let index = 0; index < words.length; index += 1) {
    const form = words.textOf(index, text)
    let count = 1
    while (named.has(`${form}#${count}`)) count += 1
    named.set(`${form}#${count}`, index)
    guesses.push({ head: null, relation: "dep", tag: tagOf(form, index > 0) })
  }
  const find = (name: string): number => {
    const index = named.get(name.includes("#") && name.length > 1 ? name : `${name}#1`)
    if (index === undefined) throw new Error(`The case names “${name}”, which is no word of its text.`)
    return index
  }
  for (const entry of entriesOf(given.tags)) guesses[find(entry[0]!)]!.tag = entry[1]!
  for (const sentence of sentences) guessTree(guesses, sentence)
  for (const [dependent, relation, head] of entriesOf(given.tree)) {
    const guess = guesses[find(dependent!)]!
    guess.relation = relation!
    guess.head = head === undefined ? null : find(head)
  }
  const at = (index: number): Token => {
    const { head, relation, tag } = guesses[index]!
    const form = words.textOf(index, text)
    return {
      index,
      span: { start: words.start(index), end: words.end(index) },
      lemma: lemmaOf(form, tag),
      upos: uposOf(tag, relation, form),
      xpos: tag,
      head,
      relation,
    }
  }
  return {
    length: words.length,
    at,
    start: (index) => words.start(index),
    end: (index) => words.end(index),
    covering: (span) => coveringOf(words, span.start, span.end),
  }
}

function coveringOf(words: Words, start: number, end: number): TokenRange | null {
  const from = words.firstEndingAfter(start)
  let to = from
  while (to < words.length && words.start(to) < end) to += 1
  return from < to ? { from, to } : null
}

function entriesOf(line: string): readonly (readonly string[])[] {
  return line
    .split(";")
    .map((entry) => entry.trim().split(/\s+/))
    .filter(([first]) => first !== undefined && first !== "")
}

function tagOf(form: string, isInside: boolean): string {
  const lower = form.toLowerCase()
  if (/^[^\p{L}\p{N}$]+$/u.test(form)) return /^[,]$/.test(form) ? "," : /^[.?!]$/.test(form) ? "." : ":"
  if (TAGS[lower] !== undefined) return TAGS[lower]
  if (/^\d/.test(form)) return "CD"
  if (/^\p{Lu}/u.test(form) && (isInside || !/(?:s|ed|ing)$/.test(form))) return "NNP"
  if (form.endsWith("ing")) return "VBG"
  if (/(?:ied|ed)$/.test(form)) return "VBD"
  if (form.endsWith("ly")) return "RB"
  return /[^s]s$/.test(form) ? "NNS" : "NN"
}

function lemmaOf(form: string, tag: string): string {
  const lower = form.toLowerCase()
  if (tag.startsWith("NNP")) return form
  if (LEMMAS[lower] !== undefined) return LEMMAS[lower]
  if (tag === "NNS" || tag === "VBZ") return lower.replace(/ies$/, "y").replace(/s$/, "")
  if (tag === "VBD" || tag === "VBN") return restored(lower.replace(/ied$/, "y").replace(/ed$/, ""))
  if (tag === "VBG") return restored(lower.replace(/ing$/, ""))
  return lower
}

// “claimed” → claim, but “believed” → believe
function restored(stem: string): string {
  return /(?:[^aeiou]v|iv|at|us|eas|ag|ic|ic|dg|[aeiou]r[cg]|ieve?)$/.test(stem) && !stem.endsWith("e")
    ? `${stem}e`
    : stem
}

/** Noun phrases hold together, prepositions lead them; all else hangs on the root. */
function guessTree(guesses: Mutable[], { from, to }: TokenRange): void {
  let root = from
  for (let index = to - 1; index >= from; index -= 1) if (guesses[index]!.tag.startsWith("VB")) root = index
  for (let index = from; index < to; index += 1) {
    const guess = guesses[index]!
    guess.head = index === root ? null : root
    guess.relation = index === root ? "root" : /^[.,:]$/.test(guess.tag) ? "punct" : "dep"
    const noun = nounAfter(guesses, index, to)
    if (noun === null || index === root) continue
    guess.head = noun
    guess.relation = relationTo(guess.tag)
  }
}

function nounAfter(guesses: readonly Mutable[], index: number, to: number): number | null {
  const { tag } = guesses[index]!
  if (!/^(?:DT|JJ|NN|NNP|NNS|CD|PRP\$|IN)$/.test(tag)) return null
  let noun: number | null = null
  for (
    let next = index + 1;
    next < to && /^(?:DT|JJ|NN|NNP|NNS|CD|PRP\$|POS)$/.test(guesses[next]!.tag);
    next += 1
  ) {
    if (guesses[next]!.tag.startsWith("NN")) noun = next
    if (guesses[next]!.tag === "DT" && next > index + 1) break
  }
  return noun
}

function relationTo(tag: string): string {
  switch (tag) {
    case "DT":
      return "det"
    case "IN":
      return "case"
    case "CD":
      return "nummod"
    case "JJ":
      return "amod"
    case "PRP$":
      return "nmod:poss"
    default:
      return "compound"
  }
}

// --- The network's answer ---

const CLASSES: Readonly<Record<HeadName, readonly string[]>> = {
  start: ["inside", "sentence start"],
  xpos: ["NN"],
  lemma: ["k0|"],
  names: ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"],
  attribution: ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"],
  nested: ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"],
  kind: ["says", "asks", "believes", "intends", "orders", "shows"],
  setting: ["O", "B-venue", "I-venue", "B-addressee", "I-addressee"],
  event: ["O", "B-OTHER", "I-OTHER"],
  event_status: ["actual", "planned", "possible", "hypothetical", "negated"],
}

/** The classes of a head, as a network has them. */
export function classesOf(name: HeadName): readonly string[] {
  return CLASSES[name]
}

/** Likely, and unlikely, as log-probabilities. */
const YES = -0.05
const NO = -6

/** Scores as if the network had found the given spans, and linked each to the nearest that fits. */
class HandScores implements Scores {
  readonly wordCount: number
  readonly relationNames: readonly string[] = []
  readonly vectors = new Float32Array(0)
  readonly eventRoleNames: readonly string[] = []
  readonly #heads = new Map<HeadName, HeadScores>()
  readonly #numbers = new Map<string, string>()

  constructor(words: Words, spans: readonly GivenSpan[]) {
    this.wordCount = words.length
    for (const name of Object.keys(CLASSES) as HeadName[]) {
      const classes = CLASSES[name]
      const values = new Float32Array(words.length * classes.length).fill(
        name === "kind" ? Math.log(1 / 6) : NO,
      )
      if (name !== "kind")
        for (let word = 0; word < words.length; word += 1) values[word * classes.length] = YES
      this.#heads.set(name, { classes, values })
    }
    for (const { start, end, label } of spans) {
      const [role = "", number = ""] = label.split(" ")
      const range = coveringOf(words, start, end)
      if (range === null) throw new Error(`Nothing stands under “${label}”.`)
      this.#numbers.set(`${range.from}-${range.to}`, number)
      this.#mark(role, range)
    }
  }

  #mark(role: string, { from, to }: TokenRange): void {
    const isKind = role.startsWith("kind=")
    const [name, label] = isKind ? (["kind", role.slice(5)] as const) : headOf(role)
    const { classes, values } = this.#heads.get(name)!
    for (let word = from; word < to; word += 1) {
      const wanted = isKind ? label : `${word === from ? "B" : "I"}-${label}`
      const column = classes.indexOf(wanted)
      if (column === -1) throw new Error(`The network has no class “${wanted}”.`)
      values.fill(NO, word * classes.length, (word + 1) * classes.length)
      values[word * classes.length + column] = YES
    }
  }

  head(name: HeadName): HeadScores {
    return this.#heads.get(name)!
  }

  arcs({ from, to }: TokenRange): Float32Array {
    return new Float32Array((to - from) ** 2)
  }

  relations(): Float32Array {
    return new Float32Array(0)
  }

  eventRole(): number {
    return 0
  }

  cueToSource(cue: TokenRange, source: TokenRange): number {
    return this.#fit(cue, source)
  }

  noSource(): number {
    return 0
  }

  contentToCue(content: TokenRange, cue: TokenRange): number {
    return this.#fit(content, cue)
  }

  noCue(): number {
    return 0
  }

  /** The nearer the better; what has different numbers never fits. */
  #fit(one: TokenRange, other: TokenRange): number {
    const numbers = [one, other].map(({ from, to }) => this.#numbers.get(`${from}-${to}`) ?? "")
    if (numbers[0] !== numbers[1]) return -1000
    return 100 - Math.max(other.from - one.to, one.from - other.to, 0)
  }
}

function headOf(role: string): readonly [HeadName, string] {
  if (/^(?:PER|ORG|LOC|MISC)$/.test(role)) return ["names", role]
  if (role === "venue" || role === "addressee") return ["setting", role]
  if (role.startsWith("nested-")) return ["nested", role.slice(7)]
  return ["attribution", role]
}
