// The texts of data/modality.tsv and data/hedges.tsv in, typed questions out: which words make a happening planned,
// possible, wished for or denied, and which keep its teller from vouching for it. Reading the files is left to the caller.
import { append } from "../base/group-by.ts"
import { ASPECTS, type EventStatus, type EventVoice, type Stance } from "../schema/reading.ts"
import { badLine, oneOf, tableRows } from "./table-rows.ts"

/** What a word does to a happening: gives it a status, or hands on its own (“held” in “will be held”). */
export type ModalEffect = EventStatus | "transparent"

/** How the word stands: "verb", "noun", "adjective" (of a clause or noun), "auxiliary", "adverb", "preposition", "conjunction", "determiner". */
export type ModalPos =
  | "verb"
  | "noun"
  | "adjective"
  | "auxiliary"
  | "adverb"
  | "preposition"
  | "conjunction"
  | "determiner"

/** By what tie the happening hangs on the word: “to”, “ing”, “that”, “object” (or passive subject), “subject”, “modifier”, or a preposition. */
export type ModalSlot = string

export interface ModalSense {
  readonly pos: ModalPos
  readonly slots: ReadonlySet<ModalSlot>
  readonly effect: ModalEffect
}

export interface HedgeSense {
  readonly pos: ModalPos
  /**
   * "hands-on": whoever alleges vouches for it, whoever tells of the allegation does not. "points-back": “the account” stands
   * for what was said before, as “the allegation” may.
   */
  readonly stance: Exclude<Stance, "asserts"> | "hands-on" | "points-back"
  readonly what: EventVoice["what"]
}

export interface ModalityLexicon {
  /** By lemma, in the order of the file. */
  readonly modals: ReadonlyMap<string, readonly ModalSense[]>
  /** By lemma, in the order of the file. */
  readonly hedges: ReadonlyMap<string, readonly HedgeSense[]>
}

export interface ModalityFiles {
  readonly modality: string
  readonly hedges: string
}

/** Reads both tables. A line that does not fit its columns is our mistake: throws, with its number. */
export function parseModality(files: ModalityFiles): ModalityLexicon {
  const modals = new Map<string, ModalSense[]>()
  for (const { fields, line } of tableRows(files.modality)) {
    const [lemma, pos, slots, effect] = fields
    if (lemma === undefined || slots === undefined || !isPos(pos) || !isEffect(effect))
      throw badLine("data/modality.tsv", line)
    append(modals, lemma, { pos, slots: new Set(slots.split("+")), effect })
  }
  const hedges = new Map<string, HedgeSense[]>()
  for (const { fields, line } of tableRows(files.hedges)) {
    const [lemma, pos, stance, what] = fields
    if (lemma === undefined || !isPos(pos) || !isStance(stance) || !isAspect(what))
      throw badLine("data/hedges.tsv", line)
    append(hedges, lemma, { pos, stance, what })
  }
  return { modals, hedges }
}

/** What `lemma` as a `pos` does to what hangs on it by `slot`; null when the lexicon has nothing on it. */
export function modalEffect(
  lexicon: ModalityLexicon,
  lemma: string,
  pos: ModalPos,
  slot: ModalSlot,
): ModalEffect | null {
  for (const form of spellings(lemma)) {
    const senses = lexicon.modals.get(form) ?? []
    const found = senses.find((sense) => sense.pos === pos && sense.slots.has(slot))
    if (found !== undefined) return found.effect
  }
  return null
}

/** How `lemma` as a `pos` hedges or denies; null when it does neither. */
export function hedgeSense(lexicon: ModalityLexicon, lemma: string, pos: ModalPos): HedgeSense | null {
  for (const form of spellings(lemma)) {
    const found = (lexicon.hedges.get(form) ?? []).find((sense) => sense.pos === pos)
    if (found !== undefined) return found
  }
  return null
}

/**
 * The lemma, and what it is meant to be: those that are read off a regular past form often keep a letter too many or
 * too few: “schedul” for schedule, “deni” for deny, “cancell” for cancel, “planne” for plan, “staty” for state, “avoi” for avoid.
 */
function spellings(lemma: string): readonly string[] {
  const [first = "", ...particle] = lemma.toLowerCase().split(" ")
  return spellingsOf(first).map((each) => [each, ...particle].join(" "))
}

function spellingsOf(word: string): readonly string[] {
  const bare = word.length > 3 ? word.replace(/(?:ie|[eiy])$/, "") : word
  const single = bare.replace(/([b-df-hj-np-tv-z])\1$/, "$1")
  return [...new Set([word, `${word}e`, bare, `${bare}e`, `${bare}y`, single, `${word}d`, `${word}t`])]
}

const isPos = oneOf<ModalPos>([
  "verb",
  "noun",
  "adjective",
  "auxiliary",
  "adverb",
  "preposition",
  "conjunction",
  "determiner",
])
const isEffect = oneOf<ModalEffect>([
  "actual",
  "planned",
  "possible",
  "hypothetical",
  "negated",
  "transparent",
])
const isStance = oneOf<HedgeSense["stance"]>(["denies", "hedges", "hands-on", "points-back"])
const isAspect = oneOf(ASPECTS)
