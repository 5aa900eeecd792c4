// Scores as a record has them.
import type { Score } from "../schema/evidence.ts"

/**
 * In hundredths, from 0.01 to 0.99: finer steps are not measured, differ
 * between machines, and no line is certain.
 */
export function roundScore(score: Score): Score {
  return Math.min(Math.max(Math.round(score * 100) / 100, 0.01), 0.99)
}
