// How likely a line is to be right. In: what the network was sure of, and the rule that had a hand in it. Out: a
// probability. The constants are fitted on PolNeAR dev by `quality/attribution.ts --fit`; nothing else knows them.
import type { Score } from "../../schema/evidence.ts"
import type { Draft } from "./draft.ts"

/**
 * Weights of a logistic function.
 * TODO: a guess, only monotone so far; to be fitted when the network that ships is there.
 */
const WEIGHTS = { bias: 1.4, cue: 1.6, source: 1.2, content: 2.0, sourceMargin: 0.05, cueMargin: 0.05 }

/** For lines that only a rule found; guessed until a case count says more. */
const RULE_SCORE: Score = 0.5

/** Beyond this a margin says nothing more. */
const MAX_MARGIN = 12

/** Between 0 and 1, never either; rounded to three decimals, so that runtimes agree. */
export function scoreOf({ signs, source }: Draft): Score {
  if (signs === null) return RULE_SCORE
  const margin = (value: number): number => Math.max(-MAX_MARGIN, Math.min(MAX_MARGIN, value))
  const sum =
    WEIGHTS.bias +
    WEIGHTS.cue * signs.cue +
    (source === null ? 0 : WEIGHTS.source * signs.source) +
    WEIGHTS.content * signs.content +
    WEIGHTS.sourceMargin * margin(signs.sourceMargin) +
    WEIGHTS.cueMargin * margin(signs.cueMargin)
  const probability = 1 / (1 + Math.exp(-sum))
  return Math.min(0.999, Math.max(0.001, Math.round(probability * 1000) / 1000))
}
