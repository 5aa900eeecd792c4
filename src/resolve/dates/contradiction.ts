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

export function isAfterReport({ from }: When, report: Point, slackDays = SLACK_DAYS): boolean {
  return from !== null && firstDayOf(from) > lastDayOf(report) + slackDays
}

/** Days that may lie between writing a report and printing it. */
const MOST_DAYS_TO_PRINT = 7

/** “LISBON, 4 February 2026 – ”: whether a day that a report says it was written on is another than that of its publication. */
export function isWrittenApart(
  text: string,
  { start, end }: Expression,
  { from }: When,
  report: Point,
): boolean {
  const line = text.lastIndexOf("\n", start - 1) + 1
  const isPlaceBefore =
    start - line <= MOST_OF_PLACE && /^\p{Lu}[\p{L}.'’ -]+(?:, [\p{L}. ]+)?, $/u.test(text.slice(line, start))
  if (
    from === null ||
    !isPlaceBefore ||
    !/^ *(?:\([^)\n]{2,20}\) *)?(?:[-–—]|--) /.test(text.slice(end, end + 30))
  )
    return false
  return (
    firstDayOf(from) > lastDayOf(report) + SLACK_DAYS ||
    lastDayOf(from) < firstDayOf(report) - MOST_DAYS_TO_PRINT
  )
}

const MOST_OF_PLACE = 50

export function contradiction(
  text: string,
  { start, end }: Expression,
  published: string,
  how: "as past" | "as the day it was written",
): Problem {
  const words = text.slice(start, end)
  return {
    code: "date-contradicted",
    severity: "warning",
    message: `The report is dated ${published}, but tells of “${words}” ${how}: dates counted from that day may be wrong. Give the right one with --published.`,
    span: { start, end },
  }
}
