// Places dates that their words name, wholly or in part: “14 April”, “on Friday”, “last summer”, “the 1990s”.
import { type Around, originOf, type Placed, placed } from "./around.ts"
import { isDay, weekdayOf } from "./calendar.ts"
import type { NamedDate, NamedMonths, NamedYear, NamedYears } from "./meaning.ts"
import {
  between,
  dayPoint,
  exactly,
  firstDayOf,
  isWider,
  lastDayOf,
  monthPoint,
  type Point,
  seasonPoint,
  type When,
  yearPoint,
} from "./when.ts"

export function placeDate(date: NamedDate, around: Around): Placed | null {
  if (date.month === null) {
    if (date.day !== null) return placeDayOfMonth(date.day, around)
    if (date.weekday !== null) return placeWeekday(date, around)
    const year = namedYear(date.year, around)
    return year === null ? null : placed(exactly(yearPoint(year.year)), year.anchor)
  }
  const known = namedYear(date.year, around)
  const base = known !== null ? known : nearestYear(date, around)
  if (base === null) return null
  if (date.day === null) return placed(exactly(monthPoint(base.year, date.month)), base.anchor)
  const day = { year: base.year, month: date.month, day: date.day }
  return isDay(day) ? placed(exactly({ unit: "day", ...day }), base.anchor) : null
}

interface YearAndAnchor {
  readonly year: number
  readonly anchor: Point | null
}

function namedYear(named: NamedYear, around: Around): YearAndAnchor | null {
  if (named === null) return null
  if (typeof named === "number") return { year: named, anchor: null }
  const anchor = originOf(named.from, around)
  return anchor === null || isWider(anchor, yearPoint(0))
    ? null
    : { year: anchor.year + named.offset, anchor }
}

/** The year of “14 April” or “May”: the one that lies next, in the direction that the clause looks. */
function nearestYear(date: NamedDate, around: Around): YearAndAnchor | null {
  const { month } = date
  const { scene, direction } = around
  if (!around.isHistory && scene !== null && date.turn === null && direction !== "future") {
    return { year: scene.year, anchor: scene }
  }
  const anchor = around.isHistory ? around.line : around.report
  if (month === null || anchor === null || isWider(anchor, yearPoint(0))) return null
  const from = firstDayOf(anchor)
  const points = [anchor.year - 1, anchor.year, anchor.year + 1].map(
    (year): Point =>
      date.day === null ? monthPoint(year, month) : { unit: "day", year, month, day: date.day },
  )
  // Not every year has a 29 February.
  const choices = points
    .filter(isDay)
    .map((point) => ({ year: point.year, first: firstDayOf(point), last: lastDayOf(point) }))
  const year = around.isHistory
    ? historyYear(anchor, choices)
    : reportYear(date, from, anchor, around, choices)
  return year === null ? null : { year, anchor }
}

interface YearChoice {
  readonly year: number
  readonly first: number
  readonly last: number
}

function historyYear(anchor: Point, choices: readonly YearChoice[]): number | null {
  // Told after “1862”, “in March” is of that year; after “December 1862” it is the March that comes.
  if (anchor.unit === "year") return anchor.year
  const same = choices.find(({ year }) => year === anchor.year)
  const after = choices.find(({ year }) => year > anchor.year)
  if (same === undefined || after === undefined) return same?.year ?? null
  const from = firstDayOf(anchor)
  const months = 30
  if (from - same.last > 8 * months && after.first - from < 5 * months) return after.year
  return same.year
}

function reportYear(
  date: NamedDate,
  from: number,
  anchor: Point,
  { direction }: Around,
  choices: readonly YearChoice[],
): number | null {
  // A report dated by its year alone: the month is taken to be of that year.
  if (anchor.unit === "year") return anchor.year
  const past = choices.filter(({ first }) => first <= from).at(-1) ?? null
  const future = choices.find(({ last }) => last >= from) ?? null
  if (date.turn === "last") return choices.filter(({ last }) => last < from).at(-1)?.year ?? null
  if (date.turn === "next") return choices.find(({ first }) => first > from)?.year ?? null
  if (date.turn === "this") return anchor.year
  // The weekday decides: “Friday, April 27”.
  if (date.weekday !== null) {
    const fits = choices.find(({ first }) => weekdayOf(first) === date.weekday)
    if (fits !== undefined) return fits.year
  }
  if (past === null || future === null) return past?.year ?? future?.year ?? null
  const [ago, ahead] = [Math.max(0, from - past.last), Math.max(0, future.first - from)]
  return ahead * COST_AHEAD[direction ?? "unknown"] < ago ? future.year : past.year
}

/**
 * How much farther a day that is ahead counts than one that is past, by where the clause looks. A clause about the
 * past may name a day to come: “failed to call an election in October”.
 */
const COST_AHEAD = { past: 6, near: 1, unknown: 1.5, future: 0.2 }

function placeDayOfMonth(day: number, { told }: Around): Placed | null {
  if (told === null || isWider(told, monthPoint(0, 1))) return null
  const point: Point = { unit: "day", year: told.year, month: told.month, day }
  return isDay(point) ? placed(exactly(point), told) : null
}

function placeWeekday({ weekday, turn }: NamedDate, around: Around): Placed | null {
  const anchor = around.isHistory ? around.toldDay : around.report
  if (weekday === null || anchor === null || anchor.unit !== "day") return null
  const from = firstDayOf(anchor)
  const inThisWeek = from - weekdayOf(from) + weekday
  const back = (weekdayOf(from) - weekday + 7) % 7
  const ahead = (weekday - weekdayOf(from) + 7) % 7
  const day = (): number => {
    switch (turn) {
      case "before last":
        return from - (back === 0 ? 7 : back) - 7
      case "last":
        return inThisWeek - 7
      case "next":
        return inThisWeek + 7
      case "this":
        // “This Sunday he crossed the sea”, said on a Tuesday.
        return around.direction === "past" ? from - back : inThisWeek
      default:
        if (around.direction === "near") return ahead < back ? from + ahead : from - back
        return around.direction === "future" ? from + ahead : from - back
    }
  }
  return placed(exactly(dayPoint(day())), anchor)
}

export function placeMonths(months: NamedMonths, around: Around): Placed | null {
  const known = namedYear(months.year, around)
  if (known !== null) return placed(monthsIn(known.year, months), known.anchor)
  const anchor = months.year === null ? originOf("report", around) : null
  if (anchor === null || isWider(anchor, yearPoint(0))) return null
  const year = nearestYearOfMonths(months, anchor, around)
  return year === null ? null : placed(monthsIn(year, months), anchor)
}

/** A winter ends in the year after. */
function monthsIn(year: number, { first, count, isSeason }: NamedMonths): When {
  if (isSeason) return exactly(seasonPoint(year, first))
  const last = first + count - 1
  return between(monthPoint(year, first), monthPoint(year + (last > 12 ? 1 : 0), ((last - 1) % 12) + 1))
}

function nearestYearOfMonths(months: NamedMonths, anchor: Point, around: Around): number | null {
  const { turn } = months
  if (turn === "this") return anchor.year
  if (around.isHistory) return anchor.year + (turn === "last" ? -1 : turn === "next" ? 1 : 0)
  const from = firstDayOf(anchor)
  const choices = [anchor.year - 2, anchor.year - 1, anchor.year, anchor.year + 1].map((year) => {
    const { from: start, to: end } = monthsIn(year, months)
    return { year, first: firstDayOf(start ?? anchor), last: lastDayOf(end ?? anchor) }
  })
  if (turn === "next") return choices.find(({ first }) => first >= from)?.year ?? null
  if (turn === "last") return choices.filter(({ last }) => last <= from).at(-1)?.year ?? null
  // The season that it is, or else the one before or after.
  if (around.direction === "future") return choices.find(({ last }) => last >= from)?.year ?? null
  return choices.filter(({ first }) => first <= from).at(-1)?.year ?? null
}

export function placeYears({ from, to, unit }: NamedYears): Placed {
  if (unit === "year") return placed(between(yearPoint(from), yearPoint(to)), null)
  return placed(exactly({ ...yearPoint(from), unit }), null)
}
