// The dates that a text has told so far, from which others are counted: “that day”, “two weeks later”, “in March”.

import type { Placed } from "./around.ts"
import type { Expression, Meaning } from "./meaning.ts"
import { firstDayOf, isWider, type Point, type When } from "./when.ts"

export interface ToldBefore {
  /** The date told last before these words; null when there is none. */
  readonly told: Point | null
  /** The day told last; null when there is none. */
  readonly toldDay: Point | null
  /** The last of the days told that lie in the week before the report: when what it is about was said; null when none is. */
  readonly recentDay: Point | null
  /** Where a history stands in what it tells: “by 1976” and “in 2005 it became known” do not move it. */
  readonly line: Point | null
  /** A month of an earlier year that the paragraph has named: “on 14 November 2017 … on 21 November”. */
  readonly scene: Point | null
}

/** A leap of more years than this needs a second date near it. */
const LONGEST_STEP = 5

export class Told {
  readonly #text: string
  readonly #report: Point | null
  #end = 0
  #told: Point | null = null
  #day: Point | null = null
  #recent: Point | null = null
  #scene: Point | null = null
  #line: Point | null = null
  #leap: Point | null = null

  constructor(text: string, report: Point | null) {
    this.#text = text
    this.#report = report
  }

  /** What was told before `expression`; expressions are to be asked for in text order. */
  before({ start, end }: Expression): ToldBefore {
    // A scene ends with its paragraph.
    if (this.#text.slice(this.#end, start).includes("\n")) this.#scene = null
    this.#end = end
    return {
      told: this.#told,
      toldDay: this.#day,
      recentDay: this.#recent,
      line: this.#line,
      scene: this.#scene,
    }
  }

  add(expression: Expression, { when, anchor }: Placed): void {
    const point = pointOf(expression.meaning, when)
    if (point === null) return
    this.#told = point
    if (point.unit === "day") this.#day = point
    if (isInWeekBefore(this.#report, point)) this.#recent = point
    const isNamed = anchor === null && !isWider(point, { ...point, unit: "month" })
    // “jailed in July 2016 … On Friday … on 3 April”: back in the days of the report.
    if (anchor !== null && anchor === this.#report && point.unit === "day") this.#scene = null
    if (isNamed) this.#scene = this.#report === null || point.year < this.#report.year ? point : null
    if (this.#line === null || !isAside(this.#text, expression)) this.#moveLine(point)
  }

  #moveLine(point: Point): void {
    const isStep = this.#line === null || isNear(this.#line, point)
    const isSecond = this.#leap !== null && isNear(this.#leap, point)
    if (isStep || isSecond) this.#line = point
    this.#leap = isStep ? null : point
  }
}

function isInWeekBefore(report: Point | null, point: Point): boolean {
  if (report?.unit !== "day" || point.unit !== "day") return false
  const days = firstDayOf(report) - firstDayOf(point)
  return days >= 0 && days <= 7
}

/** What “the next day” counts from: the end of a stretch of days or of a night, the beginning of a winter or of years. */
function pointOf(meaning: Meaning, { from, to }: When): Point | null {
  return meaning.kind === "range" || meaning.kind === "clock" ? (to ?? from) : (from ?? to)
}

function isNear(one: Point, other: Point): boolean {
  return Math.abs(one.year - other.year) <= LONGEST_STEP
}

/** “by 1976”, “since 1945”, “the 1954 accords”: years into which no sentence puts its happening. */
function isAside(text: string, { start, meaning }: Expression): boolean {
  if (meaning.kind === "since" || meaning.kind === "until") return true
  const isYear = meaning.kind === "date" && meaning.month === null && meaning.weekday === null
  if (!isYear && meaning.kind !== "years") return false
  const before = text.slice(Math.max(0, start - 12), start)
  return !/(?:\b(?:in|during|of|throughout|early|late)[ \u00A0]|(?:^|\n)|[(–—-])$/i.test(before)
}
