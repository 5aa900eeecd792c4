// What the words of a time expression say by themselves, before it is known when the report was written and which
// dates stand before them. `place.ts` makes a date of it.

/**
 * From when words count: “yesterday” from the day of the report, “the next day” from the last date told, “the end of
 * the year” from where the text stands: of a report its day, of a history the last date told.
 */
export type Origin = "report" | "told" | "current"

export type Turn = "before last" | "last" | "this" | "next"

/** A year; one that is counted: “April of last year”; null where none is named. */
export type NamedYear = number | { readonly from: Origin; readonly offset: number } | null

/** A moment is whatever was told last: “at the time”. */
export type CountedUnit = "moment" | "hour" | "day" | "week" | "weekend" | "month" | "year" | "decade"

/** A date as far as it is named. */
export interface NamedDate {
  readonly kind: "date"
  readonly year: NamedYear
  readonly month: number | null
  readonly day: number | null
  /** 0 for a Monday. */
  readonly weekday: number | null
  /** “last Friday”, “next April”. */
  readonly turn: Turn | null
}

/** Some months of a year: seasons, quarters, halves. A winter begins in December of the year before or of its own. */
export interface NamedMonths {
  readonly kind: "months"
  /** Whether it is a season, which lies in other months in the south. */
  readonly isSeason: boolean
  readonly first: number
  readonly count: number
  readonly year: NamedYear
  readonly turn: Turn | null
}

/** Years that the words name: “the 1990s”, “2014-17”, “the 4th century BC”. */
export interface NamedYears {
  readonly kind: "years"
  readonly from: number
  readonly to: number
  readonly unit: "year" | "decade" | "century"
}

/** A unit counted from somewhere: yesterday is the day -1 from the report, “two years later” the year +2 from the last date. */
export interface Counted {
  readonly kind: "counted"
  readonly unit: CountedUnit
  readonly offset: number
  readonly from: Origin
}

/** “over the past five years”, “the next two weeks”: so many units before the report, or after. */
export interface Period {
  readonly kind: "period"
  readonly unit: CountedUnit
  readonly count: number
  readonly side: "past" | "next"
}

/** “in two months”, “within ten days”: from the report on, where the clause looks ahead; elsewhere they tell how long. */
export interface Ahead {
  readonly kind: "ahead"
  readonly unit: CountedUnit
  readonly count: number
  readonly isWithin: boolean
}

/** A time of day, which lies on the last day told: “7 p.m.”, “the evening”; “overnight” lies on that day and the one before. */
export interface Clock {
  readonly kind: "clock"
  readonly isOvernight: boolean
}

/** Words that name a time and do not say when, or a day that there is not: “31 February”. */
export interface Unplaceable {
  readonly kind: "unplaceable"
}

export interface Range {
  readonly kind: "range"
  readonly from: Meaning
  readonly to: Meaning
}

/** “since 2011”, “until June”; of what is to come also “from Monday”. */
export interface OpenEnded {
  readonly kind: "since" | "until" | "from"
  readonly of: Meaning
}

export type Meaning =
  | NamedDate
  | NamedMonths
  | NamedYears
  | Counted
  | Period
  | Ahead
  | Clock
  | Unplaceable
  | Range
  | OpenEnded

/** A stretch of the text that names a time. Offsets are UTF-16. */
export interface Expression {
  readonly start: number
  readonly end: number
  readonly meaning: Meaning
  /** “around 1980”. */
  readonly isAbout: boolean
}

/** A date of which nothing is named but what `named` says. */
export function namedDate(named: Partial<Omit<NamedDate, "kind">>): NamedDate {
  return { kind: "date", year: null, month: null, day: null, weekday: null, turn: null, ...named }
}
