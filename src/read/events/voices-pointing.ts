// Denials that only point back: “The Pentagon denied it.”, “Syria rejected the allegations”, “Hamas denied involvement”. In:
// the statements. Out: for each of them, and for the report, who denies it, of which aspect and in which words.
import { treeOver } from "../../grammar/index.ts"
import { hedgeSense, type ModalityLexicon } from "../../lexicon/index.ts"
import type { Span, TokenRange } from "../../schema/positions.ts"
import type { Attribution, EventVoice, Mention, Token, Tokens } from "../../schema/reading.ts"
import { type Denial, deniedBack } from "./voices-denials.ts"
import { wordsIn } from "./words-in.ts"

export interface PointingInput {
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
  /** The sentence of each token; −1 for none. */
  readonly sentenceOf: Int32Array
  readonly attributions: readonly Attribution[]
  readonly mentions: readonly Mention[]
  readonly lexicon: ModalityLexicon
  /** Whether the statement with this index tells of a deed, for which somebody may deny responsibility. */
  readonly tellsDeed: (attribution: number) => boolean
  /** Whether it tells of any happening. */
  readonly tells: (attribution: number) => boolean
}

/** A statement that denies what another puts forward without naming it. */
export interface Pointing {
  /** Index of the denial among the attributions. */
  readonly denial: number
  /** Index of the statement that it points at; −1: no statement, so what the report told before. */
  readonly at: number
  readonly what: EventVoice["what"]
  /** Those that deny: its cue, or “lie”, “false”. */
  readonly words: readonly number[]
  readonly sentence: number
  /** “the allegations”; else “it”, “which”, “any involvement”. */
  readonly isNamed: boolean
}

/** Sentences back that “it” and “the allegations” are looked for. */
const MOST_SENTENCES = 2
export const MOST_SENTENCES_NAMED = 5

/** In the order of the denials. Linear, but for the few statements before each. */
export function findPointing(input: PointingInput): readonly Pointing[] {
  const heads = new Map(input.mentions.map(({ id, head }) => [id, head]))
  const numbers: Numbers = new Map(input.attributions.map(({ id }, index) => [id, index]))
  const statements = input.attributions.map((attribution) => statementOf(input, attribution, heads))
  return statements.flatMap((statement, denial) => {
    const pointing = statement === null ? null : pointsBack(input, statement)
    if (statement === null || pointing === null) return []
    const at = antecedentOf(input, { statements, numbers }, { denial, own: statement, pointing })
    if (pointing.needsAllegation && statements[at]?.alleges !== true) return []
    const { what, words, isNamed } = pointing
    return [{ denial, at, sentence: statement.sentence, what, words, isNamed }]
  })
}

/** The places of statements in their order, by id. */
type Numbers = ReadonlyMap<Attribution["id"], number>

interface Statement {
  readonly cue: readonly number[]
  readonly content: readonly number[]
  /** Of its first word, speaker and cue included. */
  readonly from: number
  readonly sentence: number
  readonly isDenial: boolean
  /** Whether its cue alleges: “claimed”, “said”; whether it accuses somebody. */
  readonly alleges: boolean
  readonly accuses: boolean
  /** “will be summoned”, “urged him to go”: what lies ahead, or is wanted, is no allegation. */
  readonly isToCome: boolean
  readonly isWanted: boolean
  /** In small letters; null when nobody is named. */
  readonly speaker: string | null
}

function statementOf(
  { tokens, sentenceOf, lexicon }: PointingInput,
  { cue, content, speaker, kind }: Attribution,
  heads: ReadonlyMap<Mention["id"], Span>,
): Statement | null {
  const [cueWords, contentWords] = [wordsIn(tokens, cue ?? []), wordsIn(tokens, content)]
  const [first] = [...cueWords, ...contentWords].sort((one, other) => one - other)
  if (first === undefined || cueWords.length === 0) return null
  const head = speaker === null ? undefined : heads.get(speaker)
  const senses = cueWords.map((word) => hedgeSense(lexicon, tokens.at(word).lemma, "verb"))
  return {
    cue: cueWords,
    content: contentWords,
    from: first,
    sentence: sentenceOf[first] ?? -1,
    isDenial: senses.some((sense) => sense?.stance === "denies"),
    alleges:
      senses.some((sense) => sense?.stance === "hands-on") ||
      isAccordingTo(cueWords.map((word) => tokens.at(word))),
    isToCome: isToCome(contentWords.map((word) => tokens.at(word))),
    isWanted: kind === "asks" || kind === "orders" || kind === "intends",
    accuses: cueWords.some((word) => ACCUSING.has(tokens.at(word).lemma)),
    speaker: head === undefined ? null : lemmasOf(tokens, head),
  }
}

function isToCome(content: readonly Token[]): boolean {
  const will = content.findIndex(
    ({ xpos, lemma }) => xpos === "MD" && /^(?:will|['’]ll|shall|would)$/i.test(lemma),
  )
  return will >= 0 && !content.slice(0, will).some(({ xpos }) => /^VB[DZP]$/.test(xpos))
}

/** “*according to* documents” */
function isAccordingTo([first]: readonly Token[]): boolean {
  return first !== undefined && /^accord/i.test(first.lemma)
}

const ACCUSING = new Set(["accuse", "blame", "allege", "charge"])

function lemmasOf(tokens: Tokens, span: Span): string {
  return wordsIn(tokens, [span])
    .map((word) => tokens.at(word).lemma.toLowerCase())
    .join(" ")
}

/** What a statement denies by pointing back; null for every other statement. */
function pointsBack(
  { tokens, sentences, lexicon }: PointingInput,
  { cue, content, sentence, speaker }: Statement,
): Denial | null {
  const range = sentences[sentence]
  if (range === undefined) return null
  return deniedBack({ tokens, tree: treeOver(tokens, range), lexicon, cue, content, speaker })
}

/**
 * The last statement of somebody else before it; of “the allegations” rather one that alleges, of “the charges” only one that
 * accuses, of “responsibility” rather one that tells of a deed. Where that tells of no happening, the last one of the same
 * speaker that does: “‘The enemy knows what it lost,’ he said.” −1 when there is none near.
 */
function antecedentOf(
  { attributions, tells, tellsDeed }: PointingInput,
  { statements, numbers }: { readonly statements: readonly (Statement | null)[]; readonly numbers: Numbers },
  { denial, own, pointing }: { readonly denial: number; readonly own: Statement; readonly pointing: Denial },
): number {
  const { isNamed, isOfCharges, what } = pointing
  const isOfDeed = what === "responsibility" && !isOfCharges
  let nearest = -1
  let silent = -1
  // “Telk, who *is accused* of it, *denied* any role”: the accusation lies within the words for who denies.
  const within = statements
    .slice(denial + 1, denial + 1 + MOST_WITHIN)
    .findLastIndex((each) => each !== null && each.from < own.from && each.sentence === own.sentence)
  for (let index = denial + 1 + within; index >= 0; index -= 1) {
    const statement = statements[index]
    if (statement === null || statement === undefined || index === denial) continue
    const distance = own.sentence - statement.sentence
    if (distance > (isNamed || isOfDeed ? MOST_SENTENCES_NAMED : MOST_SENTENCES)) break
    const isOther = statement.speaker === null || statement.speaker !== own.speaker
    if (statement.isDenial || !isOther || (isOfCharges && !statement.accuses)) continue
    if ((isNamed && statement.isToCome) || (statement.isWanted && !statement.accuses)) continue
    if (nearest === -1 && distance <= MOST_SENTENCES) nearest = index
    if (isOfDeed ? !tellsDeed(index) && !statement.accuses : isNamed && !statement.alleges) continue
    if (silent !== -1 && statements[silent]?.speaker !== statement.speaker) continue
    const meant = isNamed ? accusationBeside(statements, index) : index
    if (tells(meant)) return outermost(attributions, numbers, meant)
    if (silent === -1) silent = meant
  }
  const found = silent === -1 ? nearest : silent
  return found === -1 ? -1 : outermost(attributions, numbers, found)
}

/** Statements within the words for who denies that are looked at. */
const MOST_WITHIN = 3

/** “accused the army of bombing a market and said 114 had died”: “the claim” is the accusation rather than what goes with it. */
function accusationBeside(statements: readonly (Statement | null)[], index: number): number {
  const own = statements[index]!
  for (let before = index; before >= 0; before -= 1) {
    const statement = statements[before]
    if (statement === null || statement === undefined) continue
    if (statement.sentence !== own.sentence || statement.speaker !== own.speaker) break
    if (statement.accuses) return before
  }
  return index
}

/** Of statements within statements the one whose words hold all of theirs. */
function outermost(attributions: readonly Attribution[], numbers: Numbers, index: number): number {
  let at = index
  for (let steps = attributions.length; steps > 0; steps -= 1) {
    const { inside } = attributions[at]!
    const outer = inside === null ? undefined : numbers.get(inside)
    if (outer === undefined) return at
    at = outer
  }
  return at
}
