// Numbers that tell no amount: dates, years, times of day, telephone numbers, names. In: the words of a sentence and
// the number. Out: whether it is one of them.
//
//   March 3   in 2013   8:00 am   +1 202 555 0123   S-300   Flight 17   Article 5   COVID-19   31 February
import { findBound } from "./bounds.ts"
import { isDigits, readCardinal } from "./cardinals.ts"
import { currencyAfter, currencyBefore, splitFused } from "./currencies.ts"
import type { ReadNumber } from "./numbers.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { unitAt } from "./units.ts"

/** Whether `number` names something or dates it, instead of saying how many. */
export function isNoAmount(words: SentenceWords, number: ReadNumber): boolean {
  return (
    isPartOfWord(words, number) ||
    isDate(words, number) ||
    isTimeOfDay(words, number) ||
    isTelephone(words, number) ||
    isNumberOfName(words, number) ||
    isDifference(words, number) ||
    isYear(words, number)
  )
}

/** “31 people, *seven* fewer than announced”: how far from another amount. */
function isDifference(words: SentenceWords, { to }: ReadNumber): boolean {
  return (
    /^(?:fewer|more|less|higher|lower|above|below)$/.test(words.form(to)) && words.form(to + 1) === "than"
  )
}

/** “S-300”, “COVID-19”, “K2-18b”, “#19”: letters that touch it, with a hyphen or without. */
function isPartOfWord(words: SentenceWords, { from, to }: ReadNumber): boolean {
  const before = words.form(from - 1)
  if (words.touches(from)) {
    const isHyphen = (before === "-" || before === ".") && words.touches(from - 1)
    const joined = isHyphen ? words.form(from - 2) : before
    // “18-to-23-foot”, “c.1900” is no name but a year
    if (/^(?=.*\p{L})[\p{L}\d.]+$/u.test(joined) && joined !== "to" && splitFused(words.form(from)) === null)
      return !(isHyphen && readCardinal(words, from - 2) !== null)
  }
  // “3,5” of other languages
  if (isCommaInside(words, from - 1) || isCommaInside(words, to)) return true
  if (before === "#" || before === "№") return true
  if (/^nos?\.?$/.test(before) && isDigits(words.form(from))) return true
  // “18b”, “17th” cut in two
  return words.touches(to) && /^(?:st|nd|rd|th|s|[a-z])$/.test(words.form(to)) && unitAt(words, to) === null
}

function isCommaInside(words: SentenceWords, comma: number): boolean {
  const isBetweenDigits = /^\d+$/.test(words.form(comma - 1)) && /^\d/.test(words.form(comma + 1))
  return words.form(comma) === "," && isBetweenDigits && words.touches(comma) && words.touches(comma + 1)
}

const MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/

function isMonth(words: SentenceWords, index: number): boolean {
  return MONTHS.test(words.form(index)) && /^\p{Lu}/u.test(words.written(index))
}

/** What may stand between the days of one month: “14 and 15 April”, “March 3–5”. */
const BETWEEN_DAYS = new Set(["and", "or", ",", "-", "–", "to", "the"])
const DAYS_DISTANCE = 6

function isDate(words: SentenceWords, { from, to }: ReadNumber): boolean {
  if (!/^\d{1,4}$/.test(words.form(from))) return false
  // “On April 14, 20 people”: the comma ends the date.
  const isBeforeNoun = /^(?:NOUN|ADJ)$/.test(upos(words, to))
  for (const [start, step] of [
    [from - 1, -1],
    [to, 1],
  ] as const) {
    for (let index = start; Math.abs(index - start) < DAYS_DISTANCE; index += step) {
      if (isMonth(words, index)) return true
      const form = words.form(index)
      if (form === "," && isBeforeNoun) break
      if (
        !/^\d{1,2}$/.test(form) &&
        !(BETWEEN_DAYS.has(form) && /^\d{1,2}$/.test(words.form(index + step)))
      ) {
        // “March, 2018”, “the 3 of February”
        if ((form !== "," && form !== "of") || !isMonth(words, index + step)) break
      }
    }
  }
  return false
}

const AFTER_TIME =
  /^(?:am|pm|a\.m\.?|p\.m\.?|o'clock|o’clock|utc|gmt|bst|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|hkt|jst|z)$/

function isTimeOfDay(words: SentenceWords, { from, to }: ReadNumber): boolean {
  // “0800”
  if (words.form(from).includes(":") || /^0\d/.test(words.form(from))) return true
  if (AFTER_TIME.test(words.form(to))) return true
  // “19:00 local time”, “2100 hours”
  if (words.form(to) === "local" && words.form(to + 1) === "time") return true
  return words.form(from - 1) === "(" && AFTER_TIME.test(words.form(to + 1))
}

const DIALS =
  /^(?:call|calls|called|calling|phone|phoned|phoning|dial|dials|dialed|dialled|dialing|dialling)$/

/** Digits beside digits: “+1 202 555 0123”, “555-0123”, “1.2.3”. A range of two numbers is none. */
function isTelephone(words: SentenceWords, { from, to, high }: ReadNumber): boolean {
  const isNumber = (index: number): boolean => /^[+\d][\d-]*$/.test(words.form(index))
  const isJoint = (index: number): boolean =>
    ["-", "–", "/"].includes(words.form(index)) && words.touches(index)
  if (isNumber(from) && (isNumber(from - 1) || isNumber(to))) return true
  if (words.form(from - 1) === "+" && words.touches(from)) return true
  // “by calling 101”
  if (DIALS.test(words.form(from - 1)) && !/^(?:NOUN|ADJ|PROPN)$/.test(upos(words, to))) return true
  const joints = (isJoint(from - 1) && isNumber(from - 2) ? 1 : 0) + (isJoint(to) && isNumber(to + 1) ? 1 : 0)
  return joints === 2 || (joints === 1 && high !== null)
}

// Words whose number is always a name: “Article 5”, “a category 1 hurricane”.
const NUMBERED = new Set(
  (
    "article resolution flight category phase chapter section amendment highway route interstate channel tier grade type " +
    "version level class no number room psalm paragraph annex appendix exhibit formula proposition protocol"
  ).split(" "),
)
// With these the order is told when the number hangs on them: “week 22”, “day 3”. “Last year 20 people died” is none.
const OFTEN_NUMBERED = new Set(
  (
    "page verse act day week year game area unit block zone ward district precinct episode season part volume round stage " +
    "step point rule law bill directive question figure table line lane pier gate platform terminal runway group title " +
    "schedule case file camp sector division brigade battalion squadron mission model series rank bus train tram plane top"
  ).split(" "),
)

/** “Flight 17”, “Falcon 9”, “Group of Six”: the number belongs to the noun before it. */
function isNumberOfName(words: SentenceWords, { from, to, form }: ReadNumber): boolean {
  if (form !== "cardinal") return false
  const { tree } = words
  const before = words.form(from - 1)
  if (NUMBERED.has(before) && to - from === 1) return true
  // A word in capitals inside a sentence is a name's: “the Group of Six”, “Big Four”.
  const isCapital = /^\p{Lu}/u.test(words.written(from)) && /^\p{L}+$/u.test(words.form(from))
  if (tree.at(from).xpos === "NNP" && isCapital && from > words.from) return true
  const head = tree.headOf(from)
  if (head === null || head !== from - 1) return false
  const isNoun = tree.at(head).upos === "PROPN" || OFTEN_NUMBERED.has(before)
  // “US$ 300”, “₿7300”, “magnitude 6.3”, “age 29”
  return isNoun && !/^(?:magnitude|age|[$₿€£¥])$/.test(before) && tree.at(head).xpos !== "$"
}

function upos(words: SentenceWords, index: number): string {
  return index < words.to ? words.tree.at(index).upos : ""
}

const FIRST_YEAR = 1000
const LAST_YEAR = 2100
/** From here on a bare number is rather a year than an amount. */
const FIRST_RECENT_YEAR = 1900

/** “in 2013”, “the 2019 Chicago Marathon”, “2006–2007”. Not “1885 aftershocks”, “over 1800 people”, “2000 people”. */
function isYear(words: SentenceWords, { from, to, low, form, high }: ReadNumber): boolean {
  const isWritten =
    form === "cardinal" && /^\d{4}$/.test(words.form(from)) && (to - from === 1 || high !== null)
  if (!isWritten || low === null || low < FIRST_YEAR || low > LAST_YEAR) return false
  if (unitAt(words, to) !== null || currencyBefore(words, from) !== null || currencyAfter(words, to) !== null)
    return false
  const { tree } = words
  const head = tree.headOf(from)
  const isBeforePlural = head !== null && head >= to && tree.at(head).xpos === "NNS"
  // “over 1800”; “up to 2015” is a year
  const bound = findBound(words, from, to)
  if (bound !== null && (isBeforePlural || bound.bound === "atLeast")) return false
  const isCounting = isBeforePlural && (tree.at(from).relation === "nummod" || head === to)
  const isDated = BEFORE_YEAR.test(words.form(from - 1))
  if (low < FIRST_RECENT_YEAR) return isDated && !isCounting
  return !isCounting || head !== to || isDated
}

const BEFORE_YEAR =
  /^(?:the|'s|’s|in|since|of|during|after|before|from|by|until|till|to|circa|this|its|their)$/
