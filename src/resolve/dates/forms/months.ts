// Months, seasons, quarters and halves of years, weekdays: names that come round again.
import { type Meaning, type NamedYear, namedDate, type Turn } from "../meaning.ts"
import {
  ANY_YEAR,
  MONTH,
  monthOf,
  NUMBER,
  numberOf,
  ORDINAL,
  ordinalOf,
  PART_OF_DAY,
  WEEKDAY,
  weekdayNamed,
  yearOf,
} from "../vocabulary.ts"
import { type Form, form, type Groups } from "./form.ts"

const TURN =
  "(?<turn>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Cc]oming|[Pp]ast|[Tt]he following|[Tt]he previous)"
/** “of last year”, “this year”, “of that year”. */
const COUNTED_YEAR = "(?<which>last|this|next|that|the same|the previous|the following) year"
const OF_YEAR = `(?:,? (?:of )?(?<year>${ANY_YEAR})| (?:of )?${COUNTED_YEAR})`

/** Days that have a name and the same date everywhere. */
const HOLIDAYS = new Map<string, readonly [number, number]>([
  ["Christmas Eve", [12, 24]],
  ["Christmas Day", [12, 25]],
  ["Christmas", [12, 25]],
  ["Boxing Day", [12, 26]],
  ["New Year's Eve", [12, 31]],
  ["New Year's Day", [1, 1]],
  ["Valentine's Day", [2, 14]],
  ["International Women's Day", [3, 8]],
  ["St. Patrick's Day", [3, 17]],
  ["Anzac Day", [4, 25]],
  ["May Day", [5, 1]],
  ["Bastille Day", [7, 14]],
  ["Halloween", [10, 31]],
  ["All Saints' Day", [11, 1]],
  ["Armistice Day", [11, 11]],
  ["Remembrance Day", [11, 11]],
])
const HOLIDAY = [...HOLIDAYS.keys()].join("|").replaceAll("'", "['’]").replaceAll(".", "\\.?")

export const MONTH_FORMS: readonly Form[] = [
  form(`(?:${TURN} )?(?<month>${MONTH})`, "", (group) =>
    namedDate({ month: monthOf(group("month")), turn: turnOf(group) }),
  ),
  form(`(?<month>${MONTH})(?:,? (?:of )?|-)(?<year>${ANY_YEAR})`, "", (group) =>
    namedDate({ month: monthOf(group("month")), year: yearOf(group("year")) }),
  ),
  form(`(?<month>${MONTH}) (?:of )?${COUNTED_YEAR}`, "", (group) =>
    namedDate({ month: monthOf(group("month")), year: countedYear(group("which")) }),
  ),
  form(`[Tt]hat (?:same )?(?<month>${MONTH})`, "", (group) =>
    namedDate({ month: monthOf(group("month")), year: { from: "told", offset: 0 } }),
  ),

  // “every Friday”, “one Friday in March”, “Good Friday”: no day that is counted from the report's.
  form(
    `(?:[Ee]very|[Ee]ach|[Aa]ny|[Oo]ne|[Aa]lternate|Good|Black|Ash|Palm|Easter|Bloody) ${WEEKDAY}(?: ${PART_OF_DAY})?`,
    "",
    () => ({ kind: "unplaceable" }),
  ),
  form(`(?:${TURN} )?(?<weekday>${WEEKDAY})(?: ${PART_OF_DAY})?`, "", (group) =>
    namedDate({ weekday: weekdayNamed(group("weekday")), turn: turnOf(group) }),
  ),
  form(`(?:[Tt]he )?(?<weekday>${WEEKDAY}) before last`, "", (group) =>
    namedDate({ weekday: weekdayNamed(group("weekday")), turn: "before last" }),
  ),

  form(
    `(?:(?:the )?(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)${OF_YEAR})|(?<before>${ANY_YEAR}) (?<late>spring|summer|autumn|winter)`,
    "",
    (group) => season(group("season") || group("late"), namedYear(group), null),
  ),
  // Without a year only with a word before it: “spring” and “fall” have other meanings.
  form(
    `(?<turn>last|this(?: past| coming)?|next|that(?: same)?|the (?:next|following|previous|same)) (?<season>spring|summer|autumn|fall|winter)`,
    "i",
    (group) => {
      const turn = turnOf(group)
      const isTold = /that|the /i.test(group("turn"))
      return season(
        group("season"),
        isTold && turn !== "next" ? { from: "told", offset: turn === "last" ? -1 : 0 } : null,
        turn,
      )
    },
  ),
  form(
    "(?<=(?:the|[Dd]uring|[Bb]y|[Ii]n|[Uu]ntil|[Tt]hrough|[Ss]ince|[Bb]efore|[Aa]fter) (?:late |early )?)(?<season>spring|summer|autumn|winter)",
    "",
    (group) => season(group("season"), null, null),
  ),

  form(
    `(?:the )?(?<number>${ORDINAL}) quarter(?:${OF_YEAR})?|Q(?<digit>[1-4])(?: (?<before>${ANY_YEAR}))?`,
    "i",
    (group) => {
      const number = group("digit") === "" ? ordinalOf(group("number")) : Number(group("digit"))
      if (number < 1 || number > 4) return null
      return {
        kind: "months",
        isSeason: false,
        first: number * 3 - 2,
        count: 3,
        year: namedYear(group),
        turn: null,
      }
    },
  ),
  form(`(?:the )?(?<half>first|second|latter|last) half${OF_YEAR}`, "i", (group) => ({
    kind: "months",
    isSeason: false,
    first: group("half").toLowerCase() === "first" ? 1 : 7,
    count: 6,
    year: namedYear(group),
    turn: null,
  })),

  // “the first three months of 2009”
  form(`(?:the )?(?<half>first|last) (?<number>${NUMBER}) months${OF_YEAR}`, "i", (group) => {
    const count = numberOf(group("number"))
    if (count === null || count < 2 || count > 11) return null
    const first = group("half").toLowerCase() === "first" ? 1 : 13 - count
    return { kind: "months", isSeason: false, first, count, year: namedYear(group), turn: null }
  }),

  form(`(?<day>${HOLIDAY})(?: ${PART_OF_DAY})?(?:,? (?:of )?(?<year>${ANY_YEAR}))?`, "", (group) => {
    const name = group("day").replace("’", "'").replace(/^St /, "St. ")
    const [month, day] = HOLIDAYS.get(name) ?? [12, 25]
    return namedDate({ month, day, year: group("year") === "" ? null : yearOf(group("year")) })
  }),
]

const FIRST_MONTHS = new Map([
  ["spring", 3],
  ["summer", 6],
  ["autumn", 9],
  ["fall", 9],
  ["winter", 12],
])

function season(name: string, year: NamedYear, turn: Turn | null): Meaning {
  return {
    kind: "months",
    isSeason: true,
    first: FIRST_MONTHS.get(name.toLowerCase()) ?? 3,
    count: 3,
    year,
    turn,
  }
}

function turnOf(group: Groups): Turn | null {
  const words = group("turn").toLowerCase()
  if (words === "") return null
  if (/last|past|previous/.test(words)) return "last"
  return /next|coming|following/.test(words) ? "next" : "this"
}

function namedYear(group: Groups): NamedYear {
  const words = group("year") || group("before")
  if (words !== "") return yearOf(words)
  return group("which") === "" ? null : countedYear(group("which"))
}

/** “of last year” counts from the report, “of that year” from the last date told. */
function countedYear(which: string): NamedYear {
  const offset = /last|previous/.test(which) ? -1 : /next|following/.test(which) ? 1 : 0
  return { from: /^(?:last|this|next)$/.test(which) ? "report" : "told", offset }
}
