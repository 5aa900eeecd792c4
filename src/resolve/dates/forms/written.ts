// Days that are written out: “14 April 2018”, “Friday, April 27”, “9 to 11 October”, “2018-04-14”. chrono-node finds
// them and tells which parts are named; what is not named it guesses from a reference day, and that is never looked at.
import { strict } from "chrono-node/en"
import { isDay } from "../calendar.ts"
import { type Expression, type Meaning, type NamedDate, namedDate } from "../meaning.ts"
import { ANY_YEAR, MONTH, monthOf, YEAR, yearOf } from "../vocabulary.ts"
import { form } from "./form.ts"

type ParsedResult = ReturnType<typeof strict.parse>[number]
type ParsedComponents = ParsedResult["start"]

/** Next to a number “Nov” and “Mar” are months without their full stop too. */
const ANY_MONTH = `(?:${MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`

/** Where a day may be written: a month next to a number, or numbers with marks between them. */
const TRIGGER = new RegExp(
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ \\u00A0-]${ANY_MONTH}(?!\\p{L})|(?<!\\p{L})${ANY_MONTH}[ \\u00A0]\\d{1,2}(?!\\d)|(?<![\\d/.-])\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?!\\d)|(?<![\\d/.-])\\d{1,2}/\\d{1,2}/\\d{2,4}(?![\\d/])`,
  "gu",
)

/** How far around such a place chrono looks: “Wednesday, the ” before, “ and 30 September, 1939” after. */
const BEFORE = 24
const AFTER = 48

// Any fixed instant does: only parts that are certain are used, and those do not depend on it.
const REFERENCE = { instant: new Date(0), timezone: 0 }

export function findWrittenDays(text: string): readonly Expression[] {
  const found: Expression[] = []
  for (const { start, end } of windowsOf(text)) {
    // chrono knows only the hyphen between two days, and takes “5 September-12 September” for a year 12.
    const window = text
      .slice(start, end)
      .replace(/(?<=\d)[–—](?=\d)/g, "-")
      .replace(/(?<=[a-z])-(?=\d{1,2}(?!\d))/g, "–")
    for (const result of strict.parse(window, REFERENCE)) {
      const expression = toExpression(result, start)
      if (expression !== null) found.push(expression)
    }
  }
  return found
}

/** Stretches around triggers, those that touch made one, none across a line. */
function windowsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const windows: { start: number; end: number }[] = []
  for (const match of text.matchAll(TRIGGER)) {
    const matchEnd = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - BEFORE), match.index)
    const after = text.slice(matchEnd, matchEnd + AFTER)
    const start = wordStart(text, match.index - before.length + before.lastIndexOf("\n") + 1)
    const lineEnd = after.indexOf("\n")
    const end = matchEnd + (lineEnd === -1 ? after.length : lineEnd)
    const last = windows.at(-1)
    // Long ones are cut: chrono's refiners look at all pairs of neighbours again and again.
    if (last !== undefined && start <= last.end && end - last.start < 1000) last.end = Math.max(last.end, end)
    else windows.push({ start: Math.max(start, last?.end ?? 0), end })
  }
  return windows
}

/** The next border of a word, so that no window begins inside a number. */
function wordStart(text: string, from: number): number {
  let at = from
  while (at > 0 && at < from + BEFORE && !/\s/.test(text[at - 1]!)) at += 1
  return at
}

function toExpression(result: ParsedResult, offset: number): Expression | null {
  // “on 14 April”, “at 8:10 am on 10 September”: the preposition is no part of it.
  const lead = /^(?:at|on|from)\s+/i.exec(result.text)?.[0].length ?? 0
  // “June 15 25 people”: two digits alone are no year.
  const tail = /[\s,]+\d{1,2}$/.exec(result.text)
  const hasFalseYear = result.start.isCertain("year") && tail !== null && !/[/-]/.test(result.text)
  const start = offset + result.index + lead
  const words = hasFalseYear ? result.text.slice(0, -tail[0].length) : result.text
  // “March 19 EST)”
  const end = offset + result.index + words.replace(/[\s,()]+$/, "").length
  const meaning = meaningOf(result, hasFalseYear)
  return meaning === null ? null : { start, end, meaning, isAbout: false }
}

// “two days later” and the like are found here too, but counted from the reference day.
const IS_WRITTEN = new RegExp(`${ANY_MONTH}|\\d[-/]\\d`, "iu")

function meaningOf({ text, start, end }: ParsedResult, hasFalseYear: boolean): Meaning | null {
  if (!IS_WRITTEN.test(text)) return null
  const slashes = /^(\d{1,2})\/(\d{1,2})(\/\d+)?$/.exec(text)
  if (slashes !== null) {
    // “24/7” is no day; “4/5/2018” is one of two.
    if (slashes[3] === undefined) return null
    const [one, other] = [Number(slashes[1]), Number(slashes[2])]
    if (one <= 12 && other <= 12 && one !== other) return { kind: "unplaceable" }
  }
  const first = toNamedDate(start, hasFalseYear)
  if (first === null) return null
  if (end === undefined || end === null) return first
  const last = toNamedDate(end, hasFalseYear)
  return last === null ? first : { kind: "range", from: first, to: last }
}

function toNamedDate(components: ParsedComponents, hasFalseYear: boolean): NamedDate | null {
  const [month, day] = [certain(components, "month"), certain(components, "day")]
  if (month === null || day === null) return null
  const year = hasFalseYear ? null : certain(components, "year")
  const weekday = certain(components, "weekday")
  return namedDate({
    // chrono has -480 for 480 BC.
    year: year !== null && year < 0 ? year + 1 : year,
    month,
    day,
    weekday: weekday === null ? null : (weekday + 6) % 7,
  })
}

function certain(components: ParsedComponents, name: "year" | "month" | "day" | "weekday"): number | null {
  return components.isCertain(name) ? components.get(name) : null
}

/**
 * What chrono passes over: days that there are not, days of which it doubts (it asks the clock changes of the time zone
 * that the machine is in), and the first of two days of one month.
 */
export const WRITTEN_FORMS = [
  // “31 February”, “February 30, 2019”: no day, and not the month either.
  form(
    `(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${MONTH})|(?<late>${MONTH}) (?<after>\\d{1,2})(?:st|nd|rd|th)?(?!\\d))(?:,? (?<year>${ANY_YEAR}))?`,
    "",
    (group): Meaning | null => {
      const month = monthOf(group("month") || group("late"))
      const day = Number(group("day") || group("after"))
      const year = group("year") === "" ? null : yearOf(group("year"))
      return dayOfMonth(year, month, day)
    },
  ),
  // “15 and 16 February”, “15, 17 …”: the first of them.
  form(
    `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?= (?:and|or|to) \\d{1,2}(?:st|nd|rd|th)? (?<month>${MONTH})(?:,? (?<year>${YEAR}))?)`,
    "",
    (group) => dayOfMonth(yearIn(group("year")), monthOf(group("month")), Number(group("day"))),
  ),
  // “March 4 and 5”: the second.
  form(
    `(?<=(?<month>${MONTH}) \\d{1,2}(?:st|nd|rd|th)? (?:and|or) )(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>${YEAR}))?(?! (?:people|others|${MONTH}))(?![.,]\\d)`,
    "",
    (group) => dayOfMonth(yearIn(group("year")), monthOf(group("month")), Number(group("day"))),
  ),
  // “13.04.2018” has the day first everywhere.
  form("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:1\\d|20)\\d\\d)", "", (group) =>
    dayOfMonth(Number(group("year")), Number(group("month")), Number(group("day"))),
  ),
  // The attacks of 11 September 2001 have their date for a name.
  form("9/11", "", () => namedDate({ year: 2001, month: 9, day: 11 })),
  // “on the 20th”: of the month told last.
  form(
    "(?<=(?:on|by|until|till|from|to|of) )(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)(?=[.,;:)]| (?:and|when|after|to|at|in|the|of that|of the)\\b)",
    "",
    (group) => {
      const day = Number(group("day"))
      return day >= 1 && day <= 31 ? namedDate({ day }) : null
    },
  ),
]

function yearIn(words: string): number | null {
  return words === "" ? null : yearOf(words)
}

const LEAP_YEAR = 2000

/** Without a year it may be a leap year. */
function dayOfMonth(year: number | null, month: number, day: number): Meaning {
  return isDay({ year: year ?? LEAP_YEAR, month, day })
    ? namedDate({ year, month, day })
    : { kind: "unplaceable" }
}
