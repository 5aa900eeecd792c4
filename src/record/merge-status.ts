// The status of an event that several places name. In: the statuses of its mentions. Out: one of them.
import type { Score } from "../schema/evidence.ts"
import type { EventStatus } from "../schema/reading.ts"

export interface MentionStatus {
  readonly status: EventStatus
  readonly score: Score
}

/** Share of the happenings of the corpus's train part that have each status: how often a blind guess of it is right. */
const CHANCE: Readonly<Record<EventStatus, number>> = {
  actual: 0.79,
  planned: 0.085,
  hypothetical: 0.048,
  negated: 0.038,
  possible: 0.037,
}

/**
 * The status with the highest sum of what its mentions' scores have beyond chance; of two the one met first. So “the
 * attack”, of which nothing says that it has not happened, weighs less than “will attack”. The score is the highest
 * of its mentions', less by the share of what speaks for another status.
 */
export function mergeStatus(mentions: readonly MentionStatus[]): MentionStatus {
  const sums = new Map<EventStatus, number>()
  for (const { status, score } of mentions) {
    const beyond = Math.max(0.01, (score - CHANCE[status]) / (1 - CHANCE[status]))
    sums.set(status, (sums.get(status) ?? 0) + beyond)
  }
  let best: EventStatus = "actual"
  let highest = 0
  let total = 0
  for (const [status, sum] of sums) {
    total += sum
    if (sum <= highest) continue
    highest = sum
    best = status
  }
  const own = mentions.filter(({ status }) => status === best).map(({ score }) => score)
  return { status: best, score: total === 0 ? 0 : (Math.max(...own) * highest) / total }
}
