// A report that is dated after today. Only the command line has a clock: a record is the same on every day, so this
// is told beside it and does not stand in it.
import type { Problem } from "../schema/problem.ts"
import type { DocRecord } from "../schema/record.ts"

export type FutureDateProblem = Omit<Problem, "code"> & { readonly code: "date-in-future" }

/** Where the day begins first, on Kiritimati, clocks are 14 hours ahead of UTC: it may be tomorrow there already. */
const AHEAD_MS = 14 * 60 * 60 * 1000

/** The warning for a record whose report was published after `now` (milliseconds since 1970); null when it was not, or nobody knows when. */
export function findFutureDate({ doc }: Pick<DocRecord, "doc">, now: number): FutureDateProblem | null {
  // Of “2031-01”, which is a whole month, the first day.
  const day = /^\d{4}(?:-\d\d){0,2}/.exec(doc.published?.edtf ?? "")?.[0]
  if (day === undefined || Date.parse(day) <= now + AHEAD_MS) return null
  return {
    code: "date-in-future",
    severity: "warning",
    message: `The report is dated ${day}, which is still to come: dates counted from that day (“on Friday”) and offices held on it may be wrong. Give the right day with --published.`,
    span: null,
  }
}
