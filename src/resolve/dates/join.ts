// Makes one expression of neighbours that mean one time together: “from 9 May to 3 June”, “Monday and Tuesday”,
// “7 p.m. on Friday”, “May 5 of last year”, “since 2011”. In and out: expressions in text order.
import { withEdges } from "./edges.ts"
import type { Expression, Meaning } from "./meaning.ts"

export function joinExpressions(text: string, found: readonly Expression[]): readonly Expression[] {
  const joined: Expression[] = []
  for (const each of found) {
    const last = joined.at(-1)
    const whole = withEdges(text, each, last?.end ?? 0)
    const merged = last === undefined ? null : merge(text, last, whole)
    if (merged === null) joined.push(whole)
    else joined[joined.length - 1] = merged
  }
  return joined.map((each, index) => withOpenEnd(text, each, joined[index - 1]?.end ?? 0))
}

function merge(text: string, one: Expression, other: Expression): Expression | null {
  const gap = text.slice(one.end, other.start)
  if (gap.length > 24) return null
  // “2 a.m. local time (0100 UTC) on Friday”
  if (one.meaning.kind === "clock" && other.meaning.kind === "clock" && /^ [([]$/.test(gap)) {
    const end = /[)\]]/.test(text[other.end] ?? "") ? other.end + 1 : other.end
    return { ...one, end }
  }
  const meaning = asOneDay(one.meaning, gap, other.meaning) ?? asRange(text, one, gap, other)
  return meaning === null
    ? null
    : { start: one.start, end: other.end, meaning, isAbout: isAbout(one) || isAbout(other) }
}

/** “at about 7 p.m. on Friday” is no vague day. */
function isAbout({ meaning, isAbout: isVague }: Expression): boolean {
  return isVague && meaning.kind !== "clock"
}

/** “7 p.m. on Friday”, “Saturday, 11 a.m.”, “Saturday morning”, “May 5 of last year”, “last year August 8”. */
function asOneDay(one: Meaning, gap: string, other: Meaning): Meaning | null {
  if (/^(?:,? (?:on |at |at about |at around |around |about |early |late )?| of | \()$/.test(gap)) {
    if (one.kind === "clock" && isDated(other)) return other
    if (other.kind === "clock" && isDated(one) && gap !== " of ") return one
  }
  if (/^,? (?:of |in )?$/.test(gap)) {
    if (one.kind === "date" && one.year === null && isYearCounted(other)) {
      return { ...one, year: { from: other.from, offset: other.offset } }
    }
    // “June 20 of 1792”
    if (
      one.kind === "date" &&
      one.day !== null &&
      one.year === null &&
      isBareYear(other) &&
      (gap === " of " || gap === ", ")
    ) {
      return { ...one, year: other.year }
    }
    if (
      other.kind === "date" &&
      other.year === null &&
      other.month !== null &&
      isYearCounted(one) &&
      gap === " "
    ) {
      return { ...other, year: { from: one.from, offset: one.offset } }
    }
    // “Tuesday of last week”
    if (one.kind === "date" && one.weekday !== null && one.turn === null && isWeekCounted(other)) {
      return { ...one, turn: other.offset < 0 ? "last" : other.offset > 0 ? "next" : "this" }
    }
    if (one.kind === "range" && isYearCounted(other)) {
      const to = asOneDay(one.to, gap, other)
      return to === null ? null : { ...one, to }
    }
    // “Friday, April 27”: chrono has joined the most of them.
    if (
      one.kind === "date" &&
      other.kind === "date" &&
      one.weekday !== null &&
      one.month === null &&
      other.day !== null &&
      gap === ", "
    ) {
      return { ...other, weekday: one.weekday }
    }
  }
  return null
}

function isDated(meaning: Meaning): boolean {
  return (
    meaning.kind === "date" ||
    (meaning.kind === "counted" && meaning.unit === "day") ||
    meaning.kind === "range"
  )
}

function isBareYear(meaning: Meaning): meaning is Extract<Meaning, { kind: "date" }> {
  return meaning.kind === "date" && meaning.month === null && typeof meaning.year === "number"
}

function isYearCounted(meaning: Meaning): meaning is Extract<Meaning, { kind: "counted" }> {
  return meaning.kind === "counted" && meaning.unit === "year"
}

/** “last week”, “this week”, “next week”. */
function isWeekCounted(meaning: Meaning): meaning is Extract<Meaning, { kind: "counted" }> {
  return (
    meaning.kind === "counted" &&
    meaning.unit === "week" &&
    meaning.from === "report" &&
    Math.abs(meaning.offset) <= 1
  )
}

const ENDS = new Set(["date", "months", "years", "counted"])

/** “from 1914 to 1918”, “between May and June”, “Monday–Friday”, “2005 through 2015”. */
function asRange(text: string, one: Expression, gap: string, other: Expression): Meaning | null {
  if (!ENDS.has(one.meaning.kind) || !ENDS.has(other.meaning.kind)) return null
  const before = text.slice(Math.max(0, one.start - 12), one.start)
  const isFrom = /\bfrom (?:the )?$/i.test(before)
  const isBetween = /\bbetween (?:the )?$/i.test(before)
  const range: Meaning = { kind: "range", from: one.meaning, to: other.meaning }
  if (/^(?: ?[–—-] ?| (?:right )?through (?:to )?(?:the )?)$/.test(gap)) return range
  if (isFrom && /^ (?:to|until|till|up to|up until) (?:the )?$/.test(gap)) return range
  if (isBetween && gap === " and ") return range
  // “May to September 1940”, but not “postponed from Tuesday … Friday to Monday”.
  const isSameSort = one.meaning.kind === "date" && other.meaning.kind === "date" && one.meaning.turn === null
  if (gap === " to " && isSameSort && one.meaning.weekday === null) return range
  return /^(?: (?:and|or) (?:on )?|\/)$/.test(gap) && areNeighbours(one.meaning, other.meaning) ? range : null
}

/** “Monday and Tuesday”, “September and October”, “2015 and 2016”: two that follow each other are one stretch. */
function areNeighbours(one: Meaning, other: Meaning): boolean {
  if (one.kind !== "date" || other.kind !== "date" || one.turn !== null || other.turn !== null) return false
  const bothDays = one.day !== null && other.day !== null && one.month === other.month
  if (bothDays) return other.day === (one.day ?? 0) + 1
  if (one.day !== null || other.day !== null) return false
  if (one.month !== null && other.month !== null) return one.year === null && other.month === one.month + 1
  if (one.month !== null || other.month !== null) return false
  if (one.weekday !== null && other.weekday !== null) return other.weekday === (one.weekday + 1) % 7
  return typeof one.year === "number" && typeof other.year === "number" && other.year === one.year + 1
}

/** “from Monday”: whether it leaves an end open is told by the clause. The preposition stays outside. */
function withOpenFuture(text: string, expression: Expression, earliest: number): Expression {
  const { meaning, start } = expression
  if (meaning.kind === "unplaceable" || meaning.kind === "since" || meaning.kind === "until")
    return expression
  const isFrom = /(?<![\p{L}])from[ \u00A0](?:the )?$/iu.test(
    text.slice(Math.max(earliest, start - 10), start),
  )
  return isFrom ? { ...expression, meaning: { kind: "from", of: meaning } } : expression
}

function withOpenEnd(text: string, expression: Expression, earliest: number): Expression {
  const { meaning, start } = expression
  if (
    meaning.kind === "range" ||
    meaning.kind === "period" ||
    meaning.kind === "ahead" ||
    meaning.kind === "clock"
  )
    return expression
  // “schools were closed on Thursday and after”
  const after = /^ (?:and after|onwards?)(?![\p{L}])/iu.exec(text.slice(expression.end, expression.end + 12))
  if (after !== null && meaning.kind !== "unplaceable") {
    return { ...expression, end: expression.end + after[0].length, meaning: { kind: "since", of: meaning } }
  }
  const before = /(?<![\p{L}])(?<word>(?:ever )?since|until|till|up until|through)[ \u00A0](?:the )?$/iu.exec(
    text.slice(Math.max(earliest, start - 16), start),
  )
  if (before === null) return withOpenFuture(text, expression, earliest)
  const isSince = /since/i.test(before.groups?.["word"] ?? "")
  // “since two days earlier” and the like stay what they are.
  if (meaning.kind === "unplaceable") return expression
  return {
    ...expression,
    start: start - before[0].length,
    meaning: { kind: isSince ? "since" : "until", of: meaning },
  }
}
