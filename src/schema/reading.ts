// What one pass over one report gives, before anyone is resolved.
import type { Doc } from "./doc.ts"
import type { Score } from "./evidence.ts"
import type { AttributionId, MentionId } from "./ids.ts"
import type { NonEmpty, Span, TokenRange } from "./positions.ts"
import type { Problem } from "./problem.ts"

/** One token, built on demand; `Tokens` keeps them as packed arrays. */
export interface Token {
  readonly index: number
  readonly span: Span
  readonly lemma: string
  readonly upos: Upos
  /** Penn Treebank tag, e.g. "VBD". */
  readonly xpos: string
  /** Index of the syntactic head; null for the root of a sentence. */
  readonly head: number | null
  /** Universal Dependencies relation to the head, e.g. "nsubj:pass". */
  readonly relation: string
}

export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X"

export interface Tokens {
  readonly length: number
  at(index: number): Token
  start(index: number): number
  end(index: number): number
  /** The smallest range of tokens that overlaps `span`; null when none does. */
  covering(span: Span): TokenRange | null
}

interface MentionBase {
  readonly id: MentionId
  readonly span: Span
  /** The head word: “minister” in “the Russian foreign minister”. */
  readonly head: Span
  readonly score: Score
}

export type Mention =
  | (MentionBase & {
      readonly kind: "name"
      readonly label: "person" | "organization" | "state" | "place" | "thing"
      /** The name alone: “Sergei Lavrov” of “Foreign Minister Sergei Lavrov”. */
      readonly name: Span
    })
  | (MentionBase & { readonly kind: "nominal"; readonly role: string })
  | (MentionBase & { readonly kind: "pronoun"; readonly number: "singular" | "plural" | null })

/** What is ascribed: words, a question, a belief, a plan, a ruling, or what a document shows. */
export type AttributionKind = "says" | "asks" | "believes" | "intends" | "orders" | "shows"

export const ATTRIBUTION_KINDS: readonly AttributionKind[] = [
  "says",
  "asks",
  "believes",
  "intends",
  "orders",
  "shows",
]

export type AttributionMode = "direct" | "indirect" | "mixed"

/** Which part of the reader decided a line. */
export type Reader = "network" | "rule"

/** Who says what in the text, before anyone is resolved. */
export interface Attribution {
  readonly id: AttributionId
  readonly kind: AttributionKind
  readonly mode: AttributionMode
  /** The words given to the speaker, in text order; quotation marks belong to them, the reporter's own comma or full stop does not. */
  readonly content: NonEmpty<Span>
  /** The stretches of `content` that stand between quotation marks; empty when `mode` is "indirect". */
  readonly quoted: readonly Span[]
  /** In several parts when other words stand between: “*has*, he says, *said*”. Null for a quotation that nothing introduces. */
  readonly cue: NonEmpty<Span> | null
  /** Null when the text names none: “it was reported that …”. */
  readonly speaker: MentionId | null
  /** Where or through what it was said: “on Twitter”, “at a briefing in Moscow”. */
  readonly venue: Span | null
  /** To whom: “reporters” in “told reporters”. */
  readonly addressee: Span | null
  /** The attribution within whose content this one lies: “RIA quoted Lavrov as saying that Macron had said …”. */
  readonly inside: AttributionId | null
  /** Who found it, and the name of the rule when it was a rule. */
  readonly readBy: { readonly reader: Reader; readonly rule: string | null }
  readonly score: Score
}

/** The sixteen PLOVER categories. Source: PLOVER_MANUAL.tex, one section per category. */
export type PloverType =
  | "ACCUSE"
  | "AGREE"
  | "AID"
  | "ASSAULT"
  | "COERCE"
  | "CONCEDE"
  | "CONSULT"
  | "COOPERATE"
  | "MOBILIZE"
  | "PROTEST"
  | "REJECT"
  | "REQUEST"
  | "RETREAT"
  | "SANCTION"
  | "SUPPORT"
  | "THREATEN"

/** The happening as put forward in the text, whoever says so; defined in docs/reference/record.md. */
export type EventStatus = "actual" | "planned" | "possible" | "hypothetical" | "negated"

export type EventRole = "actor" | "recipient" | "place" | "time" | "instrument"

/** One place in the text that names a happening. */
export interface EventMention {
  /** The words that name it: “struck”, “carried out an attack”, “chemical attack”. */
  readonly trigger: Span
  /** The word that heads them, whose clause tells the status. */
  readonly head: number
  /** Null: a happening that a chronicle lists and PLOVER has no type for (accident, death, election). */
  readonly type: PloverType | null
  readonly modes: readonly string[]
  readonly status: EventStatus
  /** How likely the status is right. */
  readonly statusScore: Score
  /** Fillers by the token that heads their noun phrase. */
  readonly arguments: readonly { readonly role: EventRole; readonly filler: number }[]
  /** Who found it; the frame's name when a frame did. */
  readonly readBy: { readonly reader: Reader; readonly rule: string | null }
  readonly score: Score
}

export type Stance = "asserts" | "denies" | "hedges"

/** Who stands how to a happening, at one place of the text. */
export interface EventVoice {
  /** Index into `Reading.events`. */
  readonly event: number
  /** The innermost statement whose speaker's voice it is; null for the report in its own words. */
  readonly voice: AttributionId | null
  readonly stance: Stance
  /** What is asserted, denied or hedged; a denial may be of one aspect only. */
  readonly what: "happened" | "responsibility" | "number" | "place" | "date" | "purpose"
  /** The decisive words: “denied any role in the attack”, “suspected”. */
  readonly words: NonEmpty<Span>
  readonly score: Score
}

/** In the order in which a record tells them. */
export const ASPECTS: readonly EventVoice["what"][] = [
  "happened",
  "responsibility",
  "number",
  "place",
  "date",
  "purpose",
]

/** Numbers with which a mention asks whom it means, and as many with which it answers. */
export const MEANT_NUMBERS = 96

/** What one pass over one report gives. Reading never fails: what went wrong stands in `problems`. */
export interface Reading {
  readonly doc: Doc
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
  /** In text order, an outer one before those inside it. */
  readonly mentions: readonly Mention[]
  /**
   * What the network made of the head word of each mention, row-major `[mention][number]`; empty when it was not asked.
   * The last `2 * MEANT_NUMBERS` numbers are for likeness: the first half of those of one mention times the second half
   * of those of a mention before it, the larger the likelier both mean the same; 0 where that is as likely as nobody before.
   */
  readonly mentionVectors: Float32Array
  /** Ordered by the first character of cue, source or content, outer before inner. */
  readonly attributions: readonly Attribution[]
  /** In text order. */
  readonly events: readonly EventMention[]
  readonly voices: readonly EventVoice[]
  readonly problems: readonly Problem[]
}
