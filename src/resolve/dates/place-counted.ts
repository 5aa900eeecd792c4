// Places dates that are counted: “yesterday”, “last week”, “two days later”, “over the past five years”, “7 p.m.”.
import {
  type Around,
  dayOfTheHour,
  isStale,
  lastDayOfTelling,
  originOf,
  type Placed,
  placed,
} from "./around.ts"
import { FRIDAY, SUNDAY, weekdayOf } from "./calendar.ts"
import type { Ahead, Clock, Counted, CountedUnit, Origin, Period } from "./meaning.ts"
import { between, dayPoint, exactly, firstDayOf, isWider, monthPoint, type Point, yearPoint } from "./when.ts"

/** A time of day lies on the last day told; the night that ended then began the day before. */
export function placeClock({ isOvernight }: Clock, around: Around): Placed | null {
  const toldDay = dayOfTheHour(around)
  if (toldDay === null || isStale(around)) return null
  const when = isOvernight ? between(dayPoint(firstDayOf(toldDay) - 1), toldDay) : exactly(toldDay)
  return placed(when, toldDay)
}

export function placeCounted({ unit, offset, from }: Counted, around: Around): Placed | null {
  if (unit === "moment") return around.told === null ? null : placed(exactly(around.told), around.told)
  const isDaily = unit === "day" || unit === "hour"
  if (isDaily && from === "told") {
    const toldDay = unit === "hour" && offset === 0 ? dayOfTheHour(around) : lastDayOfTelling(around)
    if (toldDay === null || isStale(around)) return null
    return placed(exactly(countOn(toldDay, unit, offset)), toldDay)
  }
  const anchor = from === "report" && around.isHistory && isDaily ? null : originOf(from, around)
  if (anchor === null) return null
  if (unit === "week" || unit === "weekend") return placeWeek(unit, offset, from, anchor, around)
  if (!isKnownToThe(unit, anchor)) return null
  return placed(exactly(countOn(anchor, unit, offset)), anchor)
}

/** Whether days, months or years can be counted from `anchor`: of “2018” nobody knows the month before. */
function isKnownToThe(unit: CountedUnit, anchor: Point): boolean {
  const needed = unit === "year" || unit === "decade" ? "year" : unit === "month" ? "month" : "day"
  return !isWider(anchor, { ...anchor, unit: needed })
}

/** The day, month or year so many units on. Hours stay on their day unless they must leave it. */
function countOn(anchor: Point, unit: CountedUnit, offset: number): Point {
  switch (unit) {
    case "hour":
      return dayPoint(firstDayOf(anchor) + Math.trunc(offset / 24))
    case "day":
      return dayPoint(firstDayOf(anchor) + offset)
    case "month": {
      const months = anchor.year * 12 + anchor.month - 1 + offset
      return monthPoint(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1)
    }
    case "decade":
      return yearPoint(anchor.year + offset * 10)
    default:
      return yearPoint(anchor.year + offset)
  }
}

/** Weeks run from Monday to Sunday; this week up to the day of the report. */
function placeWeek(
  unit: "week" | "weekend",
  offset: number,
  from: Origin,
  anchor: Point,
  around: Around,
): Placed | null {
  if (anchor.unit !== "day") return null
  const day = firstDayOf(anchor)
  const monday = day - weekdayOf(day) + offset * 7
  if (unit === "week") {
    const isUpToReport = from === "report" && offset === 0 && around.direction !== "future"
    return placed(between(dayPoint(monday), dayPoint(isUpToReport ? day : monday + SUNDAY)), anchor)
  }
  const isOver = from === "report" && offset === 0 && isWeekendOver(weekdayOf(day), around)
  const saturday = monday + 5 - (isOver ? 7 : 0)
  return placed(between(dayPoint(saturday), dayPoint(saturday + 1)), anchor)
}

/** “The weekend” is the one that was: from Monday to Thursday unless the clause looks ahead, on a Friday if it looks back. */
function isWeekendOver(weekday: number, { direction }: Around): boolean {
  if (weekday > FRIDAY) return false
  return weekday === FRIDAY ? direction === "past" : direction !== "future"
}

export function placePeriod({ unit, count, side }: Period, around: Around): Placed | null {
  const anchor = originOf("report", around)
  if (anchor === null || unit === "weekend") return null
  // “the past 24 hours” began a day ago.
  if (unit === "hour")
    return placePeriod({ kind: "period", unit: "day", count: Math.ceil(count / 24), side }, around)
  if (!isKnownToThe(unit, anchor)) return null
  const sign = side === "past" ? -1 : 1
  const step = unit === "week" ? "day" : unit
  const far = countOn(anchor, step, sign * count * (unit === "week" ? 7 : 1))
  const near = countOn(anchor, step, 0)
  return placed(side === "past" ? between(far, near) : between(near, far), anchor)
}

export function placeAhead({ unit, count, isWithin }: Ahead, around: Around): Placed | null {
  // “Within two hours the pressure fell to zero”: on the day that was told.
  if (around.direction === "past" && isWithin && unit === "hour" && count < 24)
    return placeCounted({ kind: "counted", unit, offset: 0, from: "told" }, around)
  if (around.direction === "past" || around.isHistory) return null
  if (isWithin) return placePeriod({ kind: "period", unit, count, side: "next" }, around)
  return placeCounted({ kind: "counted", unit, offset: count, from: "report" }, around)
}
