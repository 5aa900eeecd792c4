// What a time expression comes to: one day, month, season, year, decade or century, or a stretch between two of them. In and
// out: EDTF, levels 0 and 1 (https://www.loc.gov/standards/datetime/).
import { type CalendarDay, daysInMonth, fromDayNumber, isDay, toDayNumber } from "./calendar.ts"

/** From the widest to the narrowest. */
export type PointUnit = "century" | "decade" | "year" | "season" | "month" | "day"

/** A piece of the calendar that has a name of its own. */
export interface Point {
  readonly unit: PointUnit
  /** The first year of a decade or a century. */
  readonly year: number
  /** 1 where the unit is a year or more; of a season the first of those that it has in the north, 12 for a winter. */
  readonly month: number
  /** 1 where the unit is a month or more. */
  readonly day: number
}

/** From the first day of one point to the last of the other; null: an open end. */
export interface When {
  readonly from: Point | null
  readonly to: Point | null
  /** “around 1980”. */
  readonly isAbout: boolean
}

export function yearPoint(year: number): Point {
  return { unit: "year", year, month: 1, day: 1 }
}

export function monthPoint(year: number, month: number): Point {
  return { unit: "month", year, month, day: 1 }
}

/** `month`: 3 for a spring, 6, 9, 12. */
export function seasonPoint(year: number, month: number): Point {
  return { unit: "season", year, month, day: 1 }
}

export function dayPoint(dayNumber: number): Point {
  return { unit: "day", ...fromDayNumber(dayNumber) }
}

/** The point itself, as a stretch. */
export function exactly(point: Point): When {
  return { from: point, to: point, isAbout: false }
}

export function between(from: Point, to: Point): When {
  return { from, to, isAbout: false }
}

/** Day number of the first day of `point`. */
export function firstDayOf(point: Point): number {
  return toDayNumber(point)
}

/** Day number of the last day of `point`; of a season the last that it may have in the north. */
export function lastDayOf({ unit, year, month, day }: Point): number {
  switch (unit) {
    case "season":
      return lastDayOf(month === 12 ? monthPoint(year + 1, 2) : monthPoint(year, month + 2))
    case "day":
      return toDayNumber({ year, month, day })
    case "month":
      return toDayNumber({ year, month, day: daysInMonth(year, month) })
    default:
      return toDayNumber({ year: year + YEARS_IN[unit] - 1, month: 12, day: 31 })
  }
}

const YEARS_IN = { year: 1, decade: 10, century: 100 }

const WIDTHS: readonly PointUnit[] = ["century", "decade", "year", "season", "month", "day"]

/** Whether `one` names a longer piece of the calendar than `other`. */
export function isWider(one: Point, other: Point): boolean {
  return WIDTHS.indexOf(one.unit) < WIDTHS.indexOf(other.unit)
}

/** "2018-04-14", "199X", "2018-22" (a summer), "2018-04-14/2018-04-16", "2018/..", "2005~". */
export function toEdtf({ from, to, isAbout }: When): string {
  if (from === null || to === null)
    return `${from === null ? ".." : writeEnd(from, 0)}/${to === null ? ".." : writeEnd(to, 2)}`
  const [first, last] = [write(from), write(to)]
  if (first !== last) return `${writeEnd(from, 0)}/${writeEnd(to, 2)}`
  // A decade is no exact date anyhow, and level 1 knows no “199X~”.
  return isAbout && !first.endsWith("X") ? `${first}~` : first
}

/** An end of a stretch, for which EDTF has no seasons: the `month`th of its months, from 0. */
function writeEnd(point: Point, month: number): string {
  if (point.unit !== "season") return write(point)
  const isNextYear = point.month + month > 12
  return write(monthPoint(point.year + (isNextYear ? 1 : 0), ((point.month + month - 1) % 12) + 1))
}

function write({ unit, year, month, day }: Point): string {
  const digits = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`
  switch (unit) {
    case "century":
      return `${digits.slice(0, -2)}XX`
    case "decade":
      return `${digits.slice(0, -1)}X`
    case "year":
      return digits
    case "season":
      return `${digits}-${SPRING - 1 + month / MONTHS_OF_SEASON}`
    case "month":
      return `${digits}-${twoDigits(month)}`
    case "day":
      return `${digits}-${twoDigits(month)}-${twoDigits(day)}`
  }
}

/** EDTF's number of a spring, which stands for a month; 22 to 24 are the other seasons. */
const SPRING = 21
const MONTHS_OF_SEASON = 3

function twoDigits(number: number): string {
  return String(number).padStart(2, "0")
}

const POINT = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?$/

/** Reads what `toEdtf` writes. Null for anything else. */
export function parseEdtf(edtf: string): When | null {
  const [first = "", last, ...more] = edtf.split("/")
  if (more.length > 0) return null
  if (last === undefined) {
    const point = parsePoint(first.replace(/~$/, ""))
    return point === null ? null : { from: point, to: point, isAbout: first.endsWith("~") }
  }
  const [from, to] = [parsePoint(first), parsePoint(last)]
  if ((from === null && first !== "..") || (to === null && last !== "..")) return null
  return { from, to, isAbout: false }
}

function parsePoint(text: string): Point | null {
  const match = POINT.exec(text)
  if (match === null) return null
  const [, digits = "", month, day] = match
  const year = Number(digits.replaceAll("X", "0"))
  if (digits.endsWith("X")) {
    if (month !== undefined) return null
    return { ...yearPoint(year), unit: digits.endsWith("XX") ? "century" : "decade" }
  }
  const season = Number(month ?? 0) - SPRING
  if (season >= 0 && season < 4 && day === undefined)
    return seasonPoint(year, (season + 1) * MONTHS_OF_SEASON)
  const point: CalendarDay = { year, month: Number(month ?? 1), day: Number(day ?? 1) }
  if (!isDay(point)) return null
  return { ...point, unit: day !== undefined ? "day" : month !== undefined ? "month" : "year" }
}
