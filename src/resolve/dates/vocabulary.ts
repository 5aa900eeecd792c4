// The words of the calendar, and the pieces of patterns made of them.
import { MONTHS } from "../../base/months.ts"

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

/** “March”, “Mar.”, “Sept.”. Not “Mar”, which without its full stop may be a name; not “may”. */
export const MONTH = `(?:${MONTHS.join("|")}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.)`

export const WEEKDAY = `(?:${WEEKDAYS.join("|")})`

/** Four digits that are no part of an amount, a decimal or a longer number: no “$2000”, “2000.5”, “12:2000”. */
export const YEAR = "(?<![\\p{L}\\d$£€#%/]|\\d[.,:-])(?:1\\d|20)\\d\\d(?![\\d%]|[.,:]\\d|\\p{L})"

/** “490 BC”, “B.C.”, “BCE”; the full stop of “BC.” ends a sentence. */
export const BC = "(?:BCE?|B\\.C\\.E?\\.?|B\\.C|b\\.c\\.(?:e\\.)?)"

/** A year of four digits, or one before Christ. */
export const ANY_YEAR = `(?:${YEAR}|\\d{1,4} ?${BC})`

export const PART_OF_DAY = "(?:morning|afternoon|evening|night)"

export const UNIT = "(?:minute|hour|day|week|month|year|decade)"

const NUMBERS = new Map(
  "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, index) => [word, index < 2 ? 1 : index - 1] as const),
)
for (const [word, value] of [
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["hundred", 100],
] as const) {
  NUMBERS.set(word, value)
}

export const NUMBER = `(?:\\d{1,4}|${[...NUMBERS.keys()].sort((one, other) => other.length - one.length).join("|")})`

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  )

export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|twenty-first|${ORDINALS.join("|")})`

/** 1998 for “1998”; -489, as ISO 8601 counts, for “490 BC”. */
export function yearOf(words: string): number {
  const digits = Number.parseInt(words, 10)
  return /b/i.test(words) ? 1 - digits : digits
}

/** 4 for “April” and “Apr.”. */
export function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1
}

/** 0 for “Monday”. */
export function weekdayNamed(name: string): number {
  return WEEKDAYS.indexOf(name)
}

/** 12 for “12” and “twelve”, 1 for “a”; null for other words. */
export function numberOf(word: string): number | null {
  return /^\d+$/.test(word) ? Number(word) : (NUMBERS.get(word.toLowerCase()) ?? null)
}

/** 19 for “19th” and “nineteenth”. */
export function ordinalOf(word: string): number {
  if (/^\d/.test(word)) return Number.parseInt(word, 10)
  const lower = word.toLowerCase()
  return lower === "twenty-first" ? 21 : ORDINALS.indexOf(lower) + 1
}
