// What a statement denies without naming it: “denied it”, “dismissed the report as hysteria”, “called the claim absurd”,
// “pleaded not guilty”. In: the words of its cue and of its content. Out: the aspect, the words that decide; null where
// it denies nothing, or tells itself what.
import { isNegated, type Tree } from "../../grammar/index.ts"
import { hedgeSense, type ModalityLexicon } from "../../lexicon/index.ts"
import type { EventVoice, Token, Tokens } from "../../schema/reading.ts"
import { REJECTS } from "./voices-stance.ts"

/** A denial that leaves to what was said before what it is that is denied. */
export interface Denial {
  readonly what: EventVoice["what"]
  /** Those that deny: its cue, or “lie”, “false”. */
  readonly words: readonly number[]
  /** “the allegations”; else “it”, “which”, “any involvement”. */
  readonly isNamed: boolean
  /** “rejected this”: only what is put forward is denied; a proposal is turned down. */
  readonly needsAllegation: boolean
  /** “denies the *charges*”, “pleaded not guilty”: those of a court, which no witness makes. */
  readonly isOfCharges: boolean
}

export interface DenialInput {
  readonly tokens: Tokens
  readonly tree: Tree
  readonly lexicon: ModalityLexicon
  readonly cue: readonly number[]
  readonly content: readonly number[]
  /** Base form of the speaker's head word; null when nobody is named. */
  readonly speaker: string | null
}

/** Words of a content that does no more than point back: “the allegations as false and politically motivated”. */
const MOST_WORDS = 12
/** Of what is pointed at: “the defence ministry's latest account”. */
const MOST_OF_OBJECT = 6

const BACK = /^(?:it|this|that|which|these|those)$/i
const IS_NOT = /^(?:not|n['’]t|no|never)$/i

/** “*called* the claim absurd”: says what something is. */
const CALLS: ReadonlySet<string> = new Set([
  "call",
  "describe",
  "label",
  "brand",
  "term",
  "denounce",
  "deride",
])

/** They dismiss charges and deny none. */
const JUDGES: ReadonlySet<string> = new Set(
  "court judge jury tribunal justice magistrate prosecutor panel bench".split(" "),
)

/** Takes time in proportion to the cue and at most `MOST_WORDS` of the content. */
export function deniedBack(input: DenialInput): Denial | null {
  const { tokens, tree, cue, content, lexicon } = input
  const words = content.filter((index) => tokens.at(index).upos !== "PUNCT")
  if (words.length > MOST_WORDS || isTakenBack(tree, cue)) return null
  const by = byCue(input)
  const { object, verdict } = partsOf(input, words)
  const wrong = (verdict.length > 0 ? verdict : words).filter((index) => isWrong(input, index))
  const isFalse = wrong.length > 0
  // “That is not false”: nothing is denied.
  if (isFalse && words.some((index) => IS_NOT.test(tokens.at(index).lemma))) return null
  if (by === null && !isFalse) return null
  if (by === "calls" && !isFalse) return null
  const denial = (what: Denial["what"], isNamed: boolean, needsAllegation = false): Denial => ({
    what,
    isNamed,
    words: isFalse ? wrong : cue,
    needsAllegation,
    isOfCharges: by === "pleads" || object.some((index) => isCharges(tokens.at(index))),
  })
  if (by === "pleads") return isNotGuilty(input, words) ? denial("responsibility", true) : null
  // “accused them of looting, an allegation the group called ‘a fabrication’”
  if (by !== null && followsTelling(tree, cue, lexicon)) return denial("happened", true)
  // “dismissed it *as hysteria*”: whatever it is dismissed as
  const isDismissed = by === "rejects" && verdict.length > 0
  const [first] = object
  // “denied it”; “‘That is a lie,’ the minister said”
  if (object.length === 1 && isBack(tokens.at(first!))) {
    if (by === "denies" || isFalse || isDismissed) return denial("happened", false)
    return denial("happened", false, true)
  }
  const named = object.find((index) => isTelling(input, index))
  if (named !== undefined) {
    if (object.length > MOST_OF_OBJECT || object.at(-1) !== named) return null
    const found = senseOf(input, named)
    // “called the figure a fantasy”
    const what = found?.what ?? "happened"
    if (by === "rejects" && found?.stance === "points-back" && !isDismissed) {
      if (JUDGES.has(input.speaker ?? "")) return null
      return denial(what, true, true)
    }
    return denial(what, true)
  }
  if (by === "calls" || by === null || verdict.length > 0) return null
  return isOfWho(input, object) ? denial("responsibility", false) : null
}

type By = "denies" | "rejects" | "calls" | "pleads"

function byCue({ tree, cue, lexicon }: DenialInput): By | null {
  const lemmas = cue.flatMap((word) => (tree.has(word) ? [tree.at(word).lemma.toLowerCase()] : []))
  if (lemmas.some((lemma) => hedgeSense(lexicon, lemma, "verb")?.stance === "denies")) return "denies"
  if (lemmas.some((lemma) => REJECTS.has(lemma))) return "rejects"
  if (lemmas.some((lemma) => CALLS.has(lemma))) return "calls"
  return lemmas.includes("plead") ? "pleads" : null
}

interface Parts {
  /** “the report”, “it”; empty where it stands before the cue. */
  readonly object: readonly number[]
  /** “hysteria”, “a fairy tale”: what it is said to be. */
  readonly verdict: readonly number[]
}

/** “the report | as hysteria”, “the claim | absurd”, “that | is a lie”. */
function partsOf(input: DenialInput, words: readonly number[]): Parts {
  const { tokens } = input
  const cut = (at: number): Parts => ({ object: words.slice(0, at), verdict: words.slice(at) })
  const as = words.findIndex((index) => tokens.at(index).lemma.toLowerCase() === "as")
  if (as >= 0) return cut(as)
  const [first] = words
  if (first !== undefined && isBack(tokens.at(first))) return cut(1)
  const named = words.findIndex((index) => isTelling(input, index))
  // “claims of fraud”: then what is denied is named.
  const isMore = named >= 0 && /^(?:that|of|about|by|from)$/i.test(lemmaAt(tokens, words[named + 1]))
  return named >= 0 && !isMore ? cut(named + 1) : { object: words, verdict: [] }
}

/** “that is a lie”; not “denied *that* it fired”. */
function isBack({ lemma, xpos }: Token): boolean {
  return BACK.test(lemma) && xpos !== "IN"
}

function lemmaAt(tokens: Tokens, index: number | undefined): string {
  return index === undefined ? "" : tokens.at(index).lemma
}

function senseOf({ tokens, lexicon }: Pick<DenialInput, "tokens" | "lexicon">, index: number) {
  const { lemma, upos } = tokens.at(index)
  return sense(lexicon, lemma, upos)
}

function sense(lexicon: ModalityLexicon, lemma: string, upos: Token["upos"]) {
  return hedgeSense(lexicon, lemma, upos === "NOUN" ? "noun" : upos === "ADJ" ? "adjective" : "verb")
}

/** “lie”, “false”. */
function isWrong(input: DenialInput, index: number): boolean {
  const { upos } = input.tokens.at(index)
  const found = upos === "NOUN" || upos === "ADJ" ? senseOf(input, index) : null
  return found?.stance === "denies" && found.what === "happened"
}

/** “the allegations”, “the account”. */
function isTelling(input: DenialInput, index: number): boolean {
  const stance = input.tokens.at(index).upos === "NOUN" ? senseOf(input, index)?.stance : undefined
  return stance === "hands-on" || stance === "points-back"
}

function isCharges({ lemma, xpos }: Token): boolean {
  return lemma.toLowerCase() === "charge" && xpos === "NNS"
}

/** “involvement”, “any wrongdoing”, “any role in it”. */
function isOfWho({ tokens, lexicon }: DenialInput, object: readonly number[]): boolean {
  const end = object.findIndex((index) => tokens.at(index).upos === "ADP")
  const [noun, tail] = end === -1 ? [object, []] : [object.slice(0, end), object.slice(end + 1)]
  if (noun.length > 3 || !tail.every((index) => isBack(tokens.at(index)))) return false
  // “wrongdoing”, which taggers take for a verb
  return noun.some((index) => hedgeSense(lexicon, tokens.at(index).lemma, "noun")?.what === "responsibility")
}

/** “not guilty”, “innocent”. */
function isNotGuilty({ tokens }: DenialInput, words: readonly number[]): boolean {
  const lemmas = words.slice(0, 2).map((index) => tokens.at(index).lemma.toLowerCase())
  return lemmas.join(" ") === "not guilty" || lemmas[0] === "innocent"
}

/** Words between “an allegation” and the verb of who denies it. */
const MOST_OF_DENIER = 10

/** “…, *an allegation* the group called”, “…, *charges* that he rejected”: the words before the cue stand for what somebody said; trees seldom show it. */
function followsTelling(tree: Tree, [cue]: readonly number[], lexicon: ModalityLexicon): boolean {
  if (cue === undefined || !tree.has(cue)) return false
  for (let word = cue - 1; word > Math.max(tree.sentence.from + 1, cue - MOST_OF_DENIER); word -= 1) {
    const { upos, lemma, xpos } = tree.at(word)
    if ((upos === "VERB" && !isOfName(tree, word)) || lemma === ",") return false
    const stance = upos === "NOUN" ? sense(lexicon, lemma, upos)?.stance : undefined
    if (stance !== "hands-on" && stance !== "points-back") continue
    const isSome = /^an?$/i.test(tree.at(word - 1).lemma)
    const before = isSome ? word - 2 : word - 1
    if ((isSome || xpos === "NNS") && tree.at(before).lemma === ",") return true
  }
  return false
}

function isOfName(tree: Tree, word: number): boolean {
  return tree.at(word).relation === "compound"
}

/** “did not deny it”, “neither confirmed nor denied it” */
function isTakenBack(tree: Tree, cue: readonly number[]): boolean {
  return cue.some(
    (word) =>
      tree.has(word) &&
      (isNegated(tree, word) || (tree.has(word - 1) && /^(?:nor|neither)$/i.test(tree.at(word - 1).lemma))),
  )
}
