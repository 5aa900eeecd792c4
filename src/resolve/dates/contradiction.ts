// The day of publication held against the text: a report cannot tell as past what happened after it appeared.
import type { Problem } from "../../schema/problem.ts"
import type { Expression, Meaning } from "./meaning.ts"
import { firstDayOf, lastDayOf, type Point, type When } from "./when.ts"

/** The same moment may have two dates on two sides of the earth. */
const SLACK_DAYS = 1

/** A year or a date by its words alone: nothing in it was counted from the day of publication. */
export function isWholeDate(meaning: Meaning): boolean {
  return meaning.kind === "date" && typeof meaning.year === "number"
}

export function isAfterReport({ from }: When, report: Point): boolean {
  return from !== null && firstDayOf(from) > lastDayOf(report) + SLACK_DAYS
}

export function contradiction(text: string, { start, end }: Expression, published: string): Problem {
  const words = text.slice(start, end)
  return {
    code: "date-contradicted",
    severity: "warning",
    message: `The report is dated ${published}, but tells of “${words}” as past: dates counted from that day may be wrong. Give the right one with --published.`,
    span: { start, end },
  }
}
