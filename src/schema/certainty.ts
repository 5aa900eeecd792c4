// Scores in words, for people. The words say how sure the reading is, never whether what was said is true.
import type { Score } from "./evidence.ts"

export type Certainty = "clear" | "probable" | "unsure"

/** From here on at least four of five lines were right where scores were calibrated; below the second, more were wrong than right. */
const CLEAR_FROM = 0.8
const PROBABLE_FROM = 0.5

export function certaintyOf(score: Score): Certainty {
  if (score >= CLEAR_FROM) return "clear"
  return score >= PROBABLE_FROM ? "probable" : "unsure"
}
