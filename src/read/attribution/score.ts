// How likely a line is to be right. In: what the network was sure of, and the rule that had a hand in it. Out: a
// probability. The constants are fitted by `node quality/fit-scores.ts` on PolNeAR dev; nothing else knows them.
import type { Score } from "../../schema/evidence.ts"
import type { Attribution } from "../../schema/reading.ts"
import type { Draft } from "./draft.ts"

/** What the score of a statement rests on; each is 0 when there is nothing to say. */
export const FEATURES = [
  "always",
  "cue",
  "cueWeakest",
  "source",
  "content",
  "contentWeakest",
  "noSource",
  "sourceMargin",
  "noSourceMargin",
  "cueMargin",
  "sourceByRule",
  "says",
  "direct",
  "mixed",
  "short",
] as const

export type Feature = (typeof FEATURES)[number]

/** What of a finished statement tells how likely it is right, besides the network's signs. */
export type Look = Pick<Attribution, "kind" | "mode">

const WEIGHTS: Readonly<Record<Feature, number>> = {
  always: -0.863,
  cue: 0.487,
  cueWeakest: 0.679,
  source: 0.601,
  content: 1.667,
  contentWeakest: 0.343,
  noSource: -1.8,
  sourceMargin: 0.098,
  noSourceMargin: 0.081,
  cueMargin: 0.058,
  sourceByRule: -0.228,
  says: 0.352,
  direct: 0.343,
  mixed: 0.244,
  short: -0.266,
}

/** Lines of the network with a lower score are left out: at most one in four of them is right. */
export const MIN_SCORE = 0.25

/**
 * The same for lines without a source, whose score counts the source that they lack. On PolNeAR dev .25 → .16: recall of these
 * .325 → .381, sources invented .212 → .189, relation@0.5 .717 → .715 (2026-11-29).
 */
export const MIN_SOURCELESS = 0.16

/**
 * The same for lines of the second level, which says less for sure and is right more often than its scores tell. On corpus
 * dev 0 → .17: relation@0.5 .774 → .776, precision of statements inside others .79 → .82 (2026-11-29).
 */
export const MIN_NESTED = 0.25

/**
 * For lines that only a rule found. Counted on PolNeAR dev where it has any: 18 of 18 dashes and 10 of 11 turns right, 0 of 4 quotations
 * without a speaker; the others guessed from reading.
 */
const RULE_SCORES: Readonly<Record<string, Score>> = {
  "quotation-dash": 0.9,
  "quotation-colon": 0.8,
  "quotation-cue-after": 0.7,
  "quotation-cue-before": 0.7,
  "quotation-alone": 0.2,
  transcript: 0.9,
  "headline-colon-after": 0.7,
  "headline-colon-before": 0.7,
}
const OTHER_RULE_SCORE: Score = 0.5

/** Beyond this a margin says nothing more. */
const MAX_MARGIN = 20

/**
 * One word of the content that does not fit says no more than this: “Halla Marn, who won gold, has been banned, the council
 * *announced*” went, for what stood between two parts. On broad-dev relation@0.5 .740 → .742, elsewhere the same.
 */
const MIN_WEAKEST = -3

/** Between 0 and 1, never either; rounded to three decimals, so that runtimes agree. */
export function scoreOf(draft: Draft, look: Look): Score {
  const features = featuresOf(draft, look)
  if (features === null) return RULE_SCORES[draft.readBy.rule ?? ""] ?? OTHER_RULE_SCORE
  const sum = FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * features[name], 0)
  const probability = 1 / (1 + Math.exp(-sum))
  return Math.min(0.999, Math.max(0.001, Math.round(probability * 1000) / 1000))
}

/** Null when only a rule found the statement. */
export function featuresOf(draft: Draft, { kind, mode }: Look): Readonly<Record<Feature, number>> | null {
  const { signs, source, content } = draft
  if (signs === null) return null
  const hasSource = source !== null
  const isLinked = signs.source !== null
  const margin = Math.max(-MAX_MARGIN, Math.min(MAX_MARGIN, signs.sourceMargin))
  const words = content.reduce((sum, { from, to }) => sum + to - from, 0)
  return {
    always: 1,
    cue: signs.cue,
    cueWeakest: signs.cueWeakest,
    source: signs.source ?? 0,
    content: signs.content,
    contentWeakest: Math.max(MIN_WEAKEST, signs.contentWeakest),
    noSource: hasSource ? 0 : 1,
    sourceMargin: hasSource && isLinked ? margin : 0,
    noSourceMargin: hasSource ? 0 : margin,
    cueMargin: Math.min(MAX_MARGIN, signs.cueMargin),
    sourceByRule: hasSource && !isLinked ? 1 : 0,
    says: kind === "says" || kind === "asks" ? 1 : 0,
    direct: mode === "direct" ? 1 : 0,
    mixed: mode === "mixed" ? 1 : 0,
    short: words < 4 ? 1 : 0,
  }
}
