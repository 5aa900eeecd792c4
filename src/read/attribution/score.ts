// How likely a line is to be right. In: what the network was sure of, and the rule that had a hand in it. Out: a
// probability. The constants are fitted by `node quality/fit-scores.ts` on PolNeAR dev; nothing else knows them.
import type { Score } from "../../schema/evidence.ts"
import type { Draft, Signs } from "./draft.ts"

/** What the score of a statement rests on; each is 0 when there is nothing to say. */
export const FEATURES = [
  "always",
  "cue",
  "source",
  "content",
  "noSource",
  "sourceMargin",
  "noSourceMargin",
  "cueMargin",
  "sourceByRule",
] as const

export type Feature = (typeof FEATURES)[number]

/**
 * Weights of a logistic function.
 * TODO: a guess, only monotone so far; to be fitted when the network that ships is there.
 */
const WEIGHTS: Readonly<Record<Feature, number>> = {
  always: 1.4,
  cue: 1.6,
  source: 1.2,
  content: 2,
  noSource: -0.5,
  sourceMargin: 0.05,
  noSourceMargin: 0.05,
  cueMargin: 0.05,
  sourceByRule: -0.5,
}

/** For lines that only a rule found: too few of them are in PolNeAR's terms to fit anything. */
const RULE_SCORE: Score = 0.5

/** Beyond this a margin says nothing more. */
const MAX_MARGIN = 20

/** Between 0 and 1, never either; rounded to three decimals, so that runtimes agree. */
export function scoreOf(draft: Draft): Score {
  if (draft.signs === null) return RULE_SCORE
  const features = featuresOf(draft.signs, draft.source !== null)
  const sum = FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * features[name], 0)
  const probability = 1 / (1 + Math.exp(-sum))
  return Math.min(0.999, Math.max(0.001, Math.round(probability * 1000) / 1000))
}

export function featuresOf(signs: Signs, hasSource: boolean): Readonly<Record<Feature, number>> {
  const margin = Math.max(-MAX_MARGIN, Math.min(MAX_MARGIN, signs.sourceMargin))
  const isLinked = signs.source !== null
  return {
    always: 1,
    cue: signs.cue,
    source: signs.source ?? 0,
    content: signs.content,
    noSource: hasSource ? 0 : 1,
    sourceMargin: hasSource && isLinked ? margin : 0,
    noSourceMargin: hasSource ? 0 : margin,
    cueMargin: Math.min(MAX_MARGIN, signs.cueMargin),
    sourceByRule: hasSource && !isLinked ? 1 : 0,
  }
}
