// Calendar days in text: "Fri Apr 20, 2018 10:52AM", "20 April 2018", "2018-04-20T10:52:00+03:00".
// In: a string. Out: the day as it is printed there, without turning it into another time zone.

export interface PrintedDay {
  /** "2018-04-20". */
  readonly day: string
  /**
   * Hour of the day when the time is given in UTC, so that the day where the
   * report was printed may be the one before or after; null when it is not. Midnight
   * to the second is a day without a time.
   */
  readonly utcHour: number | null
  /** Where the day stands in the string that was searched. */
  readonly start: number
  readonly end: number
}

/** In which order "4/5/2018" is to be read where the numbers do not tell; null: not at all. */
export type DayOrder = "day-first" | "month-first" | null

// English, and the languages that pages of world news are mostly written in: a page in another language still has a day.
const MONTH_NAMES: readonly string[] = [
  "january|jan|enero|ene|janeiro|janvier|janv|januar|jänner|gennaio|gen|januari|январ[яь]|styczeń|stycznia|ocak|ianuarie",
  "february|feb|febrero|fevereiro|fev|février|févr|fév|februar|febbraio|februari|феврал[яь]|luty|lutego|şubat|februarie",
  "march|mar|marzo|março|mars|märz|mrz|maart|mrt|марта?|marzec|marca|mart|martie",
  "april|apr|abril|abr|avril|avr|aprile|апрел[яь]|kwiecień|kwietnia|nisan|aprilie",
  "may|mayo|maio|mai|maggio|mag|mei|ма[яй]|maj|maja|mayıs",
  "june|jun|junio|junho|juin|juni|giugno|giu|июн[яь]|czerwiec|czerwca|haziran|iunie",
  "july|jul|julio|julho|juillet|juil|juli|luglio|lug|июл[яь]|lipiec|lipca|temmuz|iulie",
  "august|aug|agosto|ago|août|aout|augustus|августа?|sierpień|sierpnia|ağustos",
  "september|sept|sep|septiembre|setembro|set|septembre|settembre|сентябр[яь]|wrzesień|września|eylül|septembrie",
  "october|oct|octubre|outubro|out|octobre|oktober|okt|ottobre|ott|октябр[яь]|październik|października|ekim|octombrie",
  "november|nov|noviembre|novembro|novembre|ноябр[яь]|listopad|listopada|kasım|noiembrie",
  "december|dec|diciembre|dic|dezembro|dez|décembre|déc|dezember|dicembre|декабр[яь]|grudzień|grudnia|aralık|decembrie",
]

const MONTH_PATTERNS = MONTH_NAMES.map((names) => new RegExp(`^(?:${names})$`, "iu"))
const MONTH = `(${MONTH_NAMES.join("|")})`

// "2018-04-20", "2018/4/20", "2018-04-20T23:30:00Z", "2018-04-20 23:30:00 +0000"
const ISO =
  /(?<![\d/.-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?:[T ]+(\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(z|utc|gmt|[+-]\d\d:?\d\d)?)?/gi

// "20180420", "20180420T2330Z"
const COMPACT = /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?(\d{4,6})(z)?)?(?!\d)/gi

// "Apr 20, 2018", "April 20th 2018"
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\d])${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(?:\\d{1,2}:\\d\\d(?::\\d\\d)?\\s*(?:[a-z]{3,4}\\s+)?)?((?:19|20)\\d\\d)(?!\\d)`,
  "giu",
)

// "20 April 2018", "20-Apr-2018", "20th of April, 2018"
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d:.])(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?(?:\\s+(?:of|de))?[\\s-]+${MONTH}\\.?,?(?:\\s+de[l]?)?[\\s-]+((?:19|20)\\d\\d)(?!\\d)`,
  "giu",
)

// "20.04.2018" has the day first everywhere; "4/20/2018" only where one of the two can be no month.
const NUMBERS = /(?<![\p{L}\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/]|[.-]\d)/gu

/** All days in `text`, in order. Those that could be two different days ("4/5/2018") are read by `order`. */
export function findDays(text: string, order: DayOrder = null): readonly PrintedDay[] {
  const found: PrintedDay[] = []
  const add = (
    match: RegExpMatchArray,
    year: string | undefined,
    month: number,
    day: string | undefined,
    utcHour: number | null = null,
  ): void => {
    const printed = toDay(Number(year), month, Number(day))
    const start = match.index ?? 0
    if (printed !== null) found.push({ day: printed, utcHour, start, end: start + match[0].length })
  }
  for (const match of text.matchAll(ISO)) {
    add(match, match[1], Number(match[3]), match[4], isUtcZone(match[6]) ? hourOf(match[5]) : null)
  }
  for (const match of text.matchAll(COMPACT)) {
    const isUtc = match[5] !== undefined
    add(match, match[1], Number(match[2]), match[3], isUtc ? hourOf(match[4]) : null)
  }
  for (const match of text.matchAll(MONTH_FIRST)) add(match, match[3], monthOf(match[1]), match[2])
  for (const match of text.matchAll(DAY_FIRST)) {
    // “20 Apr 2018 03:30:00 GMT”, “20 Apr 2018 03:30:00 +0000”
    const time = /^\s*(\d\d:\d\d(?::\d\d)?)\s*(gmt|utc|[+-]00:?00)/i.exec(restOf(text, match))
    add(match, match[3], monthOf(match[2]), match[1], time === null ? null : hourOf(time[1]))
  }
  for (const match of text.matchAll(NUMBERS)) {
    const first = Number(match[1])
    const second = Number(match[3])
    const isEither = first <= 12 && second <= 12 && first !== second && match[2] !== "."
    if (isEither && order === null) continue
    const isDayFirst = match[2] === "." || first > 12 || (isEither && order === "day-first")
    const [month, day] = isDayFirst ? [second, match[1]] : [first, match[3]]
    add(match, match[4], month, day)
  }
  return found.sort((one, other) => one.start - other.start)
}

/** The first day in `text`, or the day of a Unix time in seconds or milliseconds when it is nothing else; null when there is none. */
export function readDay(text: string, order: DayOrder = null): PrintedDay | null {
  const trimmed = text.trim()
  if (/^1[0-9]{9}(?:[0-9]{3})?$/.test(trimmed)) {
    const milliseconds = trimmed.length === 10 ? Number(trimmed) * 1000 : Number(trimmed)
    const time = new Date(milliseconds).toISOString()
    return { day: time.slice(0, 10), utcHour: hourOf(time.slice(11, 19)), start: 0, end: text.length }
  }
  return findDays(text, order)[0] ?? null
}

/** Days from one to the other: 1 for "2018-04-20" and "2018-04-21". */
export function daysApart(one: string, other: string): number {
  return Math.round(Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000)
}

/** Hour of “03:30:00” or “033000”; null for midnight to the second, and where there is none. */
function hourOf(time: string | undefined): number | null {
  if (time === undefined || /^0?0:?00(?::?00(?:[.,]0+)?)?$/.test(time)) return null
  return Number(/^\d{1,2}(?=:)|^\d\d/.exec(time)?.[0] ?? 0)
}

function restOf(text: string, match: RegExpMatchArray): string {
  const end = (match.index ?? 0) + match[0].length
  return text.slice(end, end + 16)
}

function isUtcZone(zone: string | undefined): boolean {
  return zone !== undefined && /^(?:z|utc|gmt|[+-]00:?00)$/i.test(zone)
}

function monthOf(name: string | undefined): number {
  return MONTH_PATTERNS.findIndex((pattern) => pattern.test(name ?? "")) + 1
}

function toDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
