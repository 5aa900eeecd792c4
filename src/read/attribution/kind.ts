// What sort of ascribing a cue does: says, asks, believes, intends, orders, shows. In: a draft. Out: its kind, from
// the lexicon where that knows, from the network where it does not or knows several.
import { type CuePos, type CueSense, cueSenses, venueSort } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { ATTRIBUTION_KINDS, type AttributionKind, type Token } from "../../schema/reading.ts"
import type { Draft } from "./draft.ts"
import { hasLetters, type View } from "./view.ts"

/** Never null: what nothing tells of is `says`. */
export function kindOf(view: View, draft: Draft): AttributionKind {
  if (draft.kind !== null) return draft.kind
  const words = draft.cue.filter((part) => hasLetters(view, part))
  if (words.length === 0) return "says"
  // “told them to leave”: telling to do is asking.
  if (isToldTo(view, draft)) return "asks"
  if (isOfficialAct(view, draft, words)) return "orders"
  const kinds = kindsOf(sensesOf(view, words))
  const kind = kindOfWords(view, draft, words, kinds)
  if (draft.source === null || (kind !== "says" && kind !== "shows" && !kinds.includes("shows"))) return kind
  // “The Constitution states”, “the court found”: laws and courts rule; papers and pictures show, people say.
  if (isOneOf(view, draft.source, LAWS)) return "orders"
  if (kind === "shows" && isOneOf(view, draft.source, COURTS)) return "orders"
  return isDocument(view, draft.source) ? "shows" : kind
}

/** By the words of the cue alone. */
function kindOfWords(
  view: View,
  draft: Draft,
  words: readonly TokenRange[],
  kinds: readonly AttributionKind[],
): AttributionKind {
  const [first, ...others] = kinds
  if (first === undefined) return networkKind(view, words, ATTRIBUTION_KINDS) ?? "says"
  if (others.length === 0) return first
  return (
    networkKind(view, words, draft.source === null ? kinds : kinds.filter((kind) => kind !== "shows")) ??
    first
  )
}

const LAWS = new Set([
  "law",
  "act",
  "bill",
  "constitution",
  "amendment",
  "code",
  "decree",
  "doctrine",
  "statute",
  "ordinance",
  "ruling",
])
const COURTS = new Set(["court", "jury", "judge", "tribunal"])
/** What is in force once it is declared. */
const DECLARED = new Set([
  "emergency",
  "mourning",
  "calamity",
  "disaster",
  "holiday",
  "curfew",
  "lockdown",
  "quarantine",
  "ceasefire",
  "truce",
  "war",
])

/** “declared a state of emergency”, “was found guilty”: saying so makes it so. */
function isOfficialAct(view: View, { content }: Draft, cue: readonly TokenRange[]): boolean {
  const lemmas = lemmasOf(view, cue)
  const told = (): readonly string[] => lemmasOf(view, content)
  if (lemmas.includes("find")) return told().includes("guilty")
  return lemmas.includes("declare") && content.length === 1 && told().some((lemma) => DECLARED.has(lemma))
}

function lemmasOf(view: View, ranges: readonly TokenRange[]): readonly string[] {
  return ranges.flatMap(({ from, to }) => view.lemmasOf({ from, to: Math.min(to, from + MAX_NAMED_WORDS) }))
}

/** What is declared is named soon: “a state of emergency in …”. */
const MAX_NAMED_WORDS = 8

function isOneOf(view: View, source: TokenRange, nouns: ReadonlySet<string>): boolean {
  const head = view.treeOf(source.from).topOf(source)
  return nouns.has(view.tokenAt(head).lemma.toLowerCase())
}

function kindsOf(senses: readonly CueSense[]): readonly AttributionKind[] {
  return [...new Set(senses.map(({ kind }) => kind))]
}

function isToldTo(view: View, { cue, content }: Draft): boolean {
  const last = cue.at(-1)!
  return (
    view.tokenAt(last.to - 1).lemma.toLowerCase() === "tell" &&
    view.wordOf(content[0].from).toLowerCase() === "to" &&
    view.tokenAt(content[0].from + 1 < view.tokens.length ? content[0].from + 1 : content[0].from).xpos ===
      "VB"
  )
}

/**
 * The senses of the best entry among the words of the cue: several words before one (“call for”), the noun that a
 * verb only carries before the verb (“announced plans”: intends), the head before what hangs on it (“refused to say”).
 */
export function sensesOf(view: View, cue: readonly TokenRange[]): readonly CueSense[] {
  const heads = new Set(cue.map((part) => view.treeOf(part.from).topOf(part)))
  let best: readonly CueSense[] = []
  let highest = 0
  for (const { from, to } of cue) {
    for (let index = from; index < to; index++) {
      for (let length = Math.min(3, to - index); length >= 1; length--) {
        const senses = sensesAt(view, index, length)
        if (senses.length === 0) continue
        const rank = (length > 1 ? 4 : RANKS[senses[0]!.pos]) + (heads.has(index) ? 0.5 : 0)
        if (rank <= highest) continue
        highest = rank
        best = senses
      }
    }
  }
  return best
}

const RANKS: Readonly<Record<CuePos, number>> = { noun: 3, verb: 2, adjective: 2, preposition: 2, adverb: 1 }

function sensesAt(view: View, index: number, length: number): readonly CueSense[] {
  const token = view.tokenAt(index)
  const pos = posOf(token)
  if (length === 1) return pos === null ? [] : cueSenses(view.lexicon, token.lemma, pos)
  const words = Array.from({ length }, (_, offset) => view.tokenAt(index + offset))
  const forms = [
    words.map(({ lemma }) => lemma).join(" "),
    words.map((word) => view.wordOf(word.index)).join(" "),
  ]
  return (
    forms.map((form) => view.lexicon.cues.get(form.toLowerCase()) ?? []).find(({ length }) => length > 0) ??
    []
  )
}

function posOf({ upos }: Token): CuePos | null {
  switch (upos) {
    case "NOUN":
    case "PROPN":
      return "noun"
    case "VERB":
    case "AUX":
      return "verb"
    case "ADJ":
      return "adjective"
    case "ADV":
      return "adverb"
    case "ADP":
    case "SCONJ":
      return "preposition"
    default:
      return null
  }
}

const DATA = new Set([
  "polling",
  "projection",
  "imagery",
  "imaging",
  "database",
  "schedule",
  "analysis",
  "investigation",
  "model",
])

function isDocument(view: View, source: TokenRange): boolean {
  const head = view.treeOf(source.from).topOf(source)
  const { lemma, upos } = view.tokenAt(head)
  const hasPerson = view.taggedIn("names", source).some(({ role }) => role === "PER")
  // “Reports said”: told by nobody knows whom.
  if (upos !== "NOUN" || hasPerson || view.wordOf(head).toLowerCase() === "reports") return false
  return (
    DATA.has(lemma.toLowerCase()) ||
    venueSort(view.lexicon, lemma) === "document" ||
    cueSenses(view.lexicon, lemma, "noun").some(({ kind }) => kind === "shows")
  )
}

/** The likeliest of `among` by the network at the words of the cue; null when it does not prefer any. */
function networkKind(
  view: View,
  cue: readonly TokenRange[],
  among: readonly AttributionKind[],
): AttributionKind | null {
  const { classes, values } = view.scores.head("kind")
  let best: AttributionKind | null = null
  let most = Number.NEGATIVE_INFINITY
  let isEqual = true
  for (const kind of among) {
    const column = classes.indexOf(kind)
    if (column === -1) continue
    let sum = 0
    for (const { from, to } of cue) {
      for (let index = from; index < to; index++) sum += values[index * classes.length + column] ?? 0
    }
    if (best !== null && sum !== most) isEqual = false
    if (sum > most) {
      most = sum
      best = kind
    }
  }
  return isEqual && among.length > 1 ? null : best
}
