// Whether a text is a history, which dates by what it has told, or a report, which dates by the day it appeared.
import type { Expression, Meaning } from "./meaning.ts"
import type { Point } from "./when.ts"

/** A history names at least so many years, */
const FEWEST_YEARS = 4
/** and so many for each “yesterday” or “on Friday”. */
const YEARS_A_DEICTIC = 2

/** A report speaks of its own days at once: among so many first expressions. */
const FIRST = 4

export function isHistory(expressions: readonly Expression[], report: Point | null): boolean {
  if (expressions.slice(0, FIRST).some(({ meaning }) => isDeictic(meaning) || isOfReport(meaning, report)))
    return false
  let [years, deictics, ours] = [0, 0, 0]
  for (const { meaning } of expressions) {
    const year = yearIn(meaning)
    if (year !== null) {
      years += 1
      if (report !== null && year >= report.year - 1) ours += 1
    }
    if (isDeictic(meaning)) deictics += 1
  }
  return years >= FEWEST_YEARS && years >= deictics * YEARS_A_DEICTIC && ours * 2 < years
}

function yearIn(meaning: Meaning): number | null {
  switch (meaning.kind) {
    case "date":
    case "months":
      return typeof meaning.year === "number" ? meaning.year : null
    case "years":
      return meaning.from
    case "range":
      return yearIn(meaning.to)
    case "since":
    case "until":
    case "from":
      return yearIn(meaning.of)
    default:
      return null
  }
}

/** “Monday, October 7, 2019” at the top of a report of that day. */
function isOfReport(meaning: Meaning, report: Point | null): boolean {
  if (meaning.kind !== "date" || meaning.day === null || report === null || report.unit !== "day")
    return false
  return meaning.year === report.year && meaning.month === report.month && meaning.day === report.day
}

/** Words that make sense only on the day of the report. */
function isDeictic(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case "date":
      return meaning.weekday !== null && meaning.day === null
    case "counted":
      return meaning.from === "report"
    case "range":
      return isDeictic(meaning.from)
    case "since":
    case "until":
    case "from":
      return isDeictic(meaning.of)
    default:
      return false
  }
}
