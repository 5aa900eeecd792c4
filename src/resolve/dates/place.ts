// Places what words mean on the calendar. In: a meaning, the day of the report, the dates told before it, whether the
// clause looks back or ahead. Out: the stretch, and from which date it was counted; null where it cannot be told.
import { unreachable } from "../../base/unreachable.ts"
import { type Around, type Placed, placed } from "./around.ts"
import { isDay } from "./calendar.ts"
import type { Meaning, OpenEnded } from "./meaning.ts"
import { placeAhead, placeClock, placeCounted, placePeriod } from "./place-counted.ts"
import { placeDate, placeMonths, placeYears } from "./place-named.ts"
import type { Direction } from "./tense.ts"
import { between, dayPoint, firstDayOf, lastDayOf, monthPoint, type Point } from "./when.ts"

/** EDTF writes years in four digits. */
const LAST_YEAR = 9999

export function place(meaning: Meaning, around: Around): Placed | null {
  const found = placeAnywhere(meaning, around)
  if (found === null) return null
  const { from, to } = found.when
  return [from, to].some((end) => end !== null && Math.abs(end.year) > LAST_YEAR) ? null : found
}

function placeAnywhere(meaning: Meaning, around: Around): Placed | null {
  switch (meaning.kind) {
    case "date":
      return placeDate(meaning, around)
    case "months":
      return placeMonths(meaning, around)
    case "years":
      return placeYears(meaning)
    case "counted":
      return placeCounted(meaning, around)
    case "period":
      return placePeriod(meaning, around)
    case "ahead":
      return placeAhead(meaning, around)
    case "clock":
      return placeClock(meaning, around)
    case "range":
      return placeRange(meaning.from, meaning.to, around)
    case "since":
    case "until":
    case "from":
      return placeOpenEnded(meaning, around)
    case "unplaceable":
      return null
    default:
      return unreachable(meaning)
  }
}

function placeOpenEnded({ kind, of }: OpenEnded, around: Around): Placed | null {
  const inner = place(of, { ...around, direction: directionOfEnd({ kind, of }, around.direction) })
  if (inner === null) return null
  // “footage from Friday”: the day itself.
  if (kind === "from" && around.direction !== "future") return inner
  const { from, to } = inner.when
  const when = kind === "since" || kind === "from" ? { from, to: null } : { from: null, to }
  return placed({ ...when, isAbout: false }, inner.anchor)
}

/**
 * Nothing has gone on since a day to come. “Flights were cancelled until Thursday” looks ahead though the clause looks
 * back, and so may “given until Friday to leave”; “was envoy until December” does not.
 */
function directionOfEnd({ kind, of }: OpenEnded, direction: Direction | null): Direction | null {
  if (kind === "since") return "past"
  const isDay = of.kind === "date" && (of.day !== null || of.weekday !== null)
  return kind === "until" && isDay && direction !== "future" ? "near" : direction
}

function placeRange(from: Meaning, to: Meaning, around: Around): Placed | null {
  const last = place(withYearOf(to, from), around)
  const first = place(withYearOf(from, to), around)
  const [start, end] = [first?.when.from ?? null, last?.when.to ?? null]
  if (first === null || last === null || start === null || end === null) return null
  if (firstDayOf(start) > lastDayOf(end) && isToday(from, start, around)) {
    // “Wednesday through Friday”, of a Wednesday: it begins today.
    return placed(between(start, dayPoint(lastDayOf(end) + DAYS_OF_WEEK)), first.anchor)
  }
  const before = firstDayOf(start) <= lastDayOf(end) ? start : oneRoundEarlier(from, start)
  if (before === null || firstDayOf(before) > lastDayOf(end)) return null
  return placed(between(before, end), first.anchor ?? last.anchor)
}

const DAYS_OF_WEEK = 7

function isToday(meaning: Meaning, day: Point, { report }: Around): boolean {
  const isWeekday = meaning.kind === "date" && meaning.weekday !== null && meaning.month === null
  return isWeekday && report?.unit === "day" && firstDayOf(day) === firstDayOf(report)
}

/** “November to March”, “Friday to Monday”: what was placed apart may stand in the wrong order. */
function oneRoundEarlier(meaning: Meaning, start: Point): Point | null {
  if (meaning.kind !== "date" || meaning.year !== null) return null
  if (meaning.month === null) return start.unit === "day" ? dayPoint(firstDayOf(start) - DAYS_OF_WEEK) : null
  if (start.unit === "month") return monthPoint(start.year - 1, start.month)
  const earlier = { ...start, year: start.year - 1 }
  return isDay(earlier) ? earlier : null
}

/** “May 5 to June 7, 1920”: the year stands once. */
function withYearOf(date: Meaning, other: Meaning): Meaning {
  if (date.kind !== "date" || other.kind !== "date" || date.year !== null || other.year === null) return date
  return date.month === null ? date : { ...date, year: other.year }
}
