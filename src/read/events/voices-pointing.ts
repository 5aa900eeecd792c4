// Denials that only point back: “The Pentagon denied it.”, “Syria rejected the allegations”, “Hamas denied involvement”. In:
// the statements. Out: for each of them, and for the report, who denies it, of which aspect and in which words.
import { isNegated, type Tree, treeOver } from "../../grammar/index.ts"
import { hedgeSense, type ModalityLexicon } from "../../lexicon/index.ts"
import type { Span, TokenRange } from "../../schema/positions.ts"
import type { Attribution, EventVoice, Mention, Token, Tokens } from "../../schema/reading.ts"
import { REJECTS } from "./voices-stance.ts"
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

/** Words of a content that does no more than point back: “the allegations as false and politically motivated”. */
const MOST_WORDS = 8
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
    const at = antecedentOf(
      input.attributions,
      { statements, numbers },
      {
        denial,
        own: statement,
        isNamed: pointing.isNamed,
        isCharge: namesCharge(input, statement),
        tellsDeed: pointing.what === "responsibility" ? input.tellsDeed : null,
      },
    )
    return [{ denial, at, sentence: statement.sentence, ...pointing }]
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
  /** “will be summoned”: what lies ahead is no allegation. */
  readonly isToCome: boolean
  /** In small letters; null when nobody is named. */
  readonly speaker: string | null
}

function statementOf(
  { tokens, sentenceOf, lexicon }: PointingInput,
  { cue, content, speaker }: Attribution,
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
    alleges: senses.some((sense) => sense?.stance === "hands-on"),
    isToCome: isToCome(contentWords.map((word) => tokens.at(word))),
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

const ACCUSING = new Set(["accuse", "blame", "allege", "charge"])

function lemmasOf(tokens: Tokens, span: Span): string {
  return wordsIn(tokens, [span])
    .map((word) => tokens.at(word).lemma.toLowerCase())
    .join(" ")
}

const BACK = /^(?:it|this|that|which)$/i

/** What a statement denies by pointing back; null for every other statement. */
function pointsBack(
  { tokens, sentences, lexicon }: PointingInput,
  { cue, content, sentence, isDenial }: Statement,
): Pick<Pointing, "what" | "isNamed" | "words"> | null {
  const range = sentences[sentence]
  const words = content.map((index) => tokens.at(index)).filter(({ upos }) => upos !== "PUNCT")
  if (range === undefined || words.length > MOST_WORDS) return null
  const rejects = cue.some((index) => REJECTS.has(tokens.at(index).lemma.toLowerCase()))
  const wrong = content.filter((index) => {
    const { lemma, upos } = tokens.at(index)
    const found = sense(lexicon, lemma, upos)
    return found?.stance === "denies" && found.what === "happened" && (upos === "ADJ" || upos === "NOUN")
  })
  const isFalse = wrong.length > 0
  // “That is not false”: nothing is denied.
  if (isFalse && words.some(({ lemma }) => /^(?:not|n['’]t|no|never)$/i.test(lemma))) return null
  const pointing = (what: Pointing["what"], isNamed: boolean) => ({
    what,
    isNamed,
    words: isFalse ? wrong : cue,
  })
  if (!isDenial && !rejects && !isFalse) return null
  const tree = treeOver(tokens, range)
  if (isTakenBack(tree, cue)) return null
  // A court “dismissed the charges”: that denies nothing.
  const names = isDenial || isFalse ? ["hands-on", "points-back"] : ["hands-on"]
  const named = words.find(
    ({ lemma, upos }) => upos === "NOUN" && names.includes(sense(lexicon, lemma, upos)?.stance ?? ""),
  )
  if (named !== undefined) return saysMore(words, named) ? null : pointing("happened", true)
  if (words.some(({ upos }) => upos === "VERB" || upos === "ADP")) return null
  // “accused them of looting, an allegation the group called ‘a fabrication’”
  if ((isFalse || isDenial || rejects) && followsTelling(tree, cue, lexicon))
    return pointing("happened", true)
  // “denied it”; “‘That is a lie,’ the minister said”
  if (BACK.test(words[0]?.lemma ?? "") && (words.length === 1 || isFalse)) return pointing("happened", false)
  if (!isDenial) return null
  const aspect = words.length <= 3 ? words.map(({ lemma, upos }) => sense(lexicon, lemma, upos)) : []
  return aspect.some((found) => found?.what === "responsibility") ? pointing("responsibility", false) : null
}

/** Words between “an allegation” and the verb of who denies it. */
const MOST_OF_DENIER = 10

/** “…, *an allegation* the group called”: the words before the cue stand for what somebody said; trees seldom show it. */
function followsTelling(tree: Tree, [cue]: readonly number[], lexicon: ModalityLexicon): boolean {
  if (cue === undefined || !tree.has(cue)) return false
  for (let word = cue - 1; word > Math.max(tree.sentence.from + 1, cue - MOST_OF_DENIER); word -= 1) {
    const { upos, lemma } = tree.at(word)
    if (upos === "VERB" || lemma === ",") return false
    const stance = upos === "NOUN" ? sense(lexicon, lemma, upos)?.stance : undefined
    const isTelling = stance === "hands-on" || stance === "points-back"
    if (isTelling && /^an?$/i.test(tree.at(word - 1).lemma) && tree.at(word - 2).lemma === ",") return true
  }
  return false
}

function sense(lexicon: ModalityLexicon, lemma: string, upos: Token["upos"]) {
  return hedgeSense(lexicon, lemma, upos === "NOUN" ? "noun" : upos === "ADJ" ? "adjective" : "verb")
}

/** “denies the *charges*”: those of a court, which no witness makes. */
function namesCharge({ tokens }: PointingInput, { content }: Statement): boolean {
  return content.some((index) => tokens.at(index).lemma.toLowerCase() === "charge")
}

/** “the allegations that it struck Douma”, “claims of fraud”: then what is denied is named. */
function saysMore(words: readonly Token[], named: Token): boolean {
  return words.slice(words.indexOf(named) + 1).some(({ lemma }) => /^(?:that|of|about|by|from)$/i.test(lemma))
}

/** “did not deny it”, “neither confirmed nor denied it” */
function isTakenBack(tree: Tree, cue: readonly number[]): boolean {
  return cue.some(
    (word) =>
      tree.has(word) &&
      (isNegated(tree, word) || (tree.has(word - 1) && /^(?:nor|neither)$/i.test(tree.at(word - 1).lemma))),
  )
}

/**
 * The last statement of somebody else before it; of “the allegations” rather one that alleges, of “the charges” only one that
 * accuses, of “responsibility” rather one that tells of a deed. −1 when there is none near.
 */
function antecedentOf(
  attributions: readonly Attribution[],
  { statements, numbers }: { readonly statements: readonly (Statement | null)[]; readonly numbers: Numbers },
  {
    denial,
    own,
    isNamed,
    isCharge,
    tellsDeed,
  }: {
    readonly denial: number
    readonly own: Statement
    readonly isNamed: boolean
    readonly isCharge: boolean
    readonly tellsDeed: PointingInput["tellsDeed"] | null
  },
): number {
  let nearest = -1
  for (let index = denial - 1; index >= 0; index -= 1) {
    const statement = statements[index]
    if (statement === null || statement === undefined) continue
    const distance = own.sentence - statement.sentence
    if (distance > (isNamed || tellsDeed !== null ? MOST_SENTENCES_NAMED : MOST_SENTENCES)) break
    const isOther = statement.speaker === null || statement.speaker !== own.speaker
    if (statement.isDenial || !isOther || (isCharge && !statement.accuses)) continue
    if (isNamed && statement.isToCome) continue
    if (nearest === -1 && distance <= MOST_SENTENCES) nearest = index
    if (tellsDeed !== null) {
      if (tellsDeed(index)) return outermost(attributions, numbers, index)
      continue
    }
    if (!isNamed) return outermost(attributions, numbers, nearest)
    if (statement.alleges) return outermost(attributions, numbers, accusationBeside(statements, index))
  }
  return nearest === -1 ? -1 : outermost(attributions, numbers, nearest)
}

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
