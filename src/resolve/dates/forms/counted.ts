// Times that are counted from another: “yesterday”, “last week”, “that day”, “two days later”, “the past five years”.
import type { Counted, CountedUnit, Meaning, Origin } from "../meaning.ts"
import { NUMBER, numberOf, PART_OF_DAY, UNIT } from "../vocabulary.ts"
import { type Form, form, type Groups } from "./form.ts"

/** Before a number of units: “just two years later”. */
const MEASURE =
  "(?:(?<measure>just|only|almost|nearly|about|around|some|roughly|exactly|a mere|less than|more than|over|at least) )?"
/** Nothing follows that the count starts from, as in “two days before the vote”. */
const ALONE = "(?=[.,;:)–—-]|$| (?:and|but|when|in|on|at|had|was|were|he|she|they|it)\\b)"

export const COUNTED_FORMS: readonly Form[] = [
  form(`yesterday(?: ${PART_OF_DAY})?|last night`, "i", () => counted("day", -1, "report")),
  form(`today|tonight|this (?:morning|afternoon|evening)`, "i", () => counted("day", 0, "report")),
  form(`tomorrow(?: ${PART_OF_DAY})?`, "i", () => counted("day", 1, "report")),
  form("the day before yesterday", "i", () => counted("day", -2, "report")),
  form("the day after tomorrow", "i", () => counted("day", 2, "report")),

  form(
    "(?<edge>early |earlier |late |later )?(?<turn>last|this past|this|this coming|next|coming) (?<unit>week|weekend|month|year)",
    "i",
    (group) =>
      counted(
        unitOf(group),
        /last|past/i.test(group("turn")) ? -1 : /next|coming/i.test(group("turn")) ? 1 : 0,
        "report",
      ),
  ),
  form("the (?<unit>week|weekend|month|year) before last", "i", (group) =>
    counted(unitOf(group), -2, "report"),
  ),
  form("(?:over |during )?the weekend", "i", () => counted("weekend", 0, "report")),
  // “over the past year”
  form("the past (?<unit>week|month|year)", "i", (group) => ({
    kind: "period",
    unit: unitOf(group),
    count: 1,
    side: "past",
  })),

  // “that day”, “the same month”, “that very night”, “later that day”
  form(
    `(?:(?:earlier|later|early|late) )?(?:that|the|this) (?:very )?same (?<unit>day|week|month|year|${PART_OF_DAY})|(?:(?:earlier|later|early|late) )?that (?:very )?(?<late>day|week|month|year|decade|${PART_OF_DAY}|weekend)`,
    "i",
    (group) => counted(unitOf(group), 0, "told"),
  ),
  form(
    `the (?:next|following) (?<unit>day|week|month|year|decade|${PART_OF_DAY})|the (?<late>day|week|month|year) after${ALONE}`,
    "i",
    (group) => counted(unitOf(group), 1, "told"),
  ),
  form(
    `the (?:previous|preceding|prior) (?<unit>day|week|month|year|${PART_OF_DAY})|the (?<late>day|night|week|month|year) before${ALONE}`,
    "i",
    (group) => counted(unitOf(group), -1, "told"),
  ),
  // “the end of the year”, “early in the month”
  form(
    "(?:(?:the )?(?:(?:very|latter|early|later|first|last) )?(?:end|start|beginning|middle|rest|remainder|part|half) of|(?:early|late|later|earlier) in) the (?<unit>day|week|month|year|decade)",
    "i",
    (group) => counted(unitOf(group), 0, unitOf(group) === "day" ? "told" : "current"),
  ),

  form(
    `${MEASURE}(?<number>${NUMBER}) (?<unit>${UNIT})s? (?<side>ago|back|later|earlier|afterwards|previously|hence|(?:before|after|prior)${ALONE})`,
    "i",
    (group) => shifted(group, group("side").toLowerCase()),
  ),
  form("a fortnight (?<side>ago|later|earlier)", "i", (group) => {
    const side = group("side").toLowerCase()
    return counted("week", side === "later" ? 2 : -2, side === "ago" ? "report" : "told")
  }),
  // “minutes later”, “a few hours earlier”: most likely on the same day.
  form(
    "(?:(?:only|just) )?(?:(?:a few|several|some|half an) )?(?:moments|minutes|hours?) (?:later|earlier|afterwards)",
    "i",
    () => counted("hour", 0, "told"),
  ),
  // “a few hours before the attack”, “about an hour and a half after the ruling”
  form(
    `(?:about |around )?(?:a few|several|some|${NUMBER}) (?:minutes?|hours?)(?: and a half)? (?:before|after)`,
    "i",
    () => counted("hour", 0, "told"),
  ),
  // “At the time, the company invested …”
  form("at (?:the|that) time(?! of)", "i", () => counted("moment", 0, "told")),
  // “a few weeks later”, “some years ago”: how many is not said.
  form(
    `(?:(?:only|just) )?(?:(?:a few|a number of|several|some|many|a couple of|two or three) )?(?<unit>day|week|month|year|decade)s (?:ago|back|later|earlier)`,
    "i",
    () => ({
      kind: "unplaceable",
    }),
  ),
  // “due to retire in two months”: a time only where the clause looks ahead.
  form(
    `(?<=in )(?:about )?(?<number>${NUMBER}) (?<unit>day|week|month|year)s?(?! (?:ago|later|earlier|of|before|after|since))|(?<within>within (?<most>${NUMBER}) (?<late>hour|day|week|month|year)s?)`,
    "i",
    (group) => {
      const count = numberOf(group("number") || group("most"))
      return count === null
        ? null
        : { kind: "ahead", unit: unitOf(group), count, isWithin: group("within") !== "" }
    },
  ),
  form(
    `(?<number>${NUMBER})(?:-| )and(?:-| )a(?:-| )half (?<unit>years?) ago|a year(?:-| )and(?:-| )a(?:-| )half ago`,
    "i",
    () => ({
      kind: "unplaceable",
    }),
  ),
  // “in the past year and a half”: not the past year.
  form("(?:the )?(?:past|last) (?:day|week|month|year|decade) and a half", "i", () => ({
    kind: "unplaceable",
  })),
  form("(?:about |around |nearly |almost )?half a year ago", "i", () => counted("month", -6, "report")),

  form(
    `(?:the )?(?<side>past|last|previous|next|coming|following) (?<number>${NUMBER}) (?<unit>${UNIT})s?`,
    "i",
    (group): Meaning | null => {
      const count = numberOf(group("number"))
      if (count === null || /following|previous/i.test(group("side"))) return { kind: "unplaceable" }
      return {
        kind: "period",
        unit: unitOf(group),
        count,
        side: /past|last/i.test(group("side")) ? "past" : "next",
      }
    },
  ),
]

const CLOCK: Meaning = { kind: "clock", isOvernight: false }

/** Times of day by themselves; which day it is stands elsewhere. */
export const CLOCK_FORMS: readonly Form[] = [
  form(
    "(?:\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.m\\.?|[AaPp][Mm])|(?<![\\d:.])(?:[01]?\\d|2[0-3]):[0-5]\\d(?![:\\d])|\\d{4}(?= (?:UTC|GMT|hours?\\b|local))|midnight|noon|midday)(?:,? (?:local time|UTC|GMT|BST|EST|EDT|CET|PST|PDT|ET)| \\((?:UTC|GMT|local time)\\))?",
    "",
    () => CLOCK,
  ),
  form(
    `(?:in|during|by|later in|early in|late in|throughout) the (?:early |late )?${PART_OF_DAY}|(?<=(?:until|by|in) )(?:early|late) ${PART_OF_DAY}`,
    "i",
    () => CLOCK,
  ),
  // “shortly before dawn”, “by nightfall”, “By evening”; not “a dawn raid”.
  form(
    "(?<=\\b(?:at|by|before|until|till|after|since|from|around|towards?|toward) (?:the )?)(?:dawn|daybreak|first light|sunrise|dusk|sunset|sundown|nightfall|lunchtime|breakfast time)",
    "i",
    () => CLOCK,
  ),
  form("(?<=\\b(?:by|until|till|before) )(?:mid-?)?(?:morning|afternoon|evening)", "i", () => CLOCK),
  form(`(?<=\\b(?:at|by|until|before|after|around) )${NUMBER} o['’]clock`, "i", () => CLOCK),
  // “recalled its ambassador within hours”
  form("within (?:(?:the|an) hour|(?:a few |several |some )?(?:hours|minutes))", "i", () =>
    counted("hour", 0, "told"),
  ),
  form("overnight", "i", () => ({ kind: "clock", isOvernight: true })),
  form(
    "(?:the )?(?:early |late )?(?:morning |evening )?(?:hours|morning|afternoon|evening|night)(?= of )",
    "i",
    () => CLOCK,
  ),
]

function unitOf(group: Groups): CountedUnit {
  const word = (group("unit") || group("late")).toLowerCase().replace(/s$/, "")
  if (word === "minute") return "hour"
  return /^(?:morning|afternoon|evening|night)$/.test(word) ? "day" : (word as CountedUnit)
}

function counted(unit: CountedUnit, offset: number, from: Origin): Counted {
  return { kind: "counted", unit, offset, from }
}

function shifted(group: Groups, side: string): Meaning {
  const count = numberOf(group("number"))
  if (count === null || /less|more|over|least/i.test(group("measure"))) return { kind: "unplaceable" }
  if (side === "ago" || side === "back") return counted(unitOf(group), -count, "report")
  if (side === "hence") return counted(unitOf(group), count, "report")
  return counted(unitOf(group), /later|after/.test(side) ? count : -count, "told")
}
