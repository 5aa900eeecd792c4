// The door to dates: every time expression of a report and what it comes to on the calendar. In: a report with its
// tokens and trees. Out: times in text order, and a problem where the day of publication cannot be right.
import type { Doc } from "../../schema/doc.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Problem } from "../../schema/problem.ts"
import type { Tokens } from "../../schema/reading.ts"
import type { ResolvedTime } from "../../schema/resolution.ts"
import type { Placed } from "./around.ts"
import { ClausesAround } from "./clauses.ts"
import { contradiction, isAfterReport, isWholeDate, isWrittenApart } from "./contradiction.ts"
import { findExpressions } from "./find.ts"
import { isHistory } from "./history.ts"
import { joinExpressions } from "./join.ts"
import type { Expression, Meaning } from "./meaning.ts"
import { place } from "./place.ts"
import { Quoted } from "./quoted.ts"
import { scoreOf } from "./score.ts"
import { Told } from "./told.ts"
import { exactly, isWider, type Point, parseEdtf, toEdtf } from "./when.ts"

export { timeFor } from "./attach.ts"

export interface DatesInput {
  readonly doc: Doc
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
}

/**
 * Every time expression with its value; null where the words do not say when, or where it depends on a date that is
 * not known: without a day of publication “on Friday” has none. Never throws; time grows with the text's length.
 */
export function resolveTimes({ doc, tokens, sentences }: DatesInput): {
  readonly times: readonly ResolvedTime[]
  readonly problems: readonly Problem[]
} {
  const { text } = doc
  const expressions = joinExpressions(text, findExpressions(text, tokens))
  const report = reportPoint(doc)
  const history = isHistory(expressions, report)
  const clauses = new ClausesAround(text, tokens, sentences)
  const told = new Told(text, report)
  const quoted = new Quoted(text)
  const times: ResolvedTime[] = []
  const problems: Problem[] = []
  for (const [index, expression] of expressions.entries()) {
    const { meaning } = expression
    const clause = clauses.around(expression)
    const before = told.before(expression)
    // “On Monday … Sanders said, “Today I am asking you””: the speaker's today is the day of speaking.
    const spoken = quoted.isInside(expression.start) ? before.recentDay : null
    const counted = { ...before, report: spoken ?? report }
    const around = { ...counted, isHistory: history, direction: clause.direction }
    const night = nightToldBehind(text, expression, expressions[index + 1])
    const day = night === null ? null : (place(night, around)?.when.from ?? null)
    const found = place(meaning, day?.unit === "day" ? { ...around, toldDay: day, report: day } : around)
    // “took the town in two days”: it tells how long, not when.
    if (meaning.kind === "ahead" && found === null) continue
    times.push(toTime(expression, found, history))
    if (found === null) continue
    told.add(expression, found)
    // One is enough to doubt the day of publication.
    if (report === null || problems.length > 0 || !isWholeDate(meaning)) continue
    if (isWrittenApart(text, expression, found.when, report))
      problems.push(contradiction(text, expression, edtfOf(report), "as the day it was written"))
    else if (isAfterReport(found.when, report) && clause.isToldAsPast())
      problems.push(contradiction(text, expression, edtfOf(report), "as past"))
  }
  return { times, problems }
}

/** “an *overnight* raid on the village last *Thursday*”: the night is that of the day which the clause names behind it; else null. */
function nightToldBehind(
  text: string,
  { meaning, end }: Expression,
  next: Expression | undefined,
): Meaning | null {
  if (meaning.kind !== "clock" || !meaning.isOvernight || next === undefined) return null
  const isDate = next.meaning.kind === "date" || next.meaning.kind === "counted"
  const between = text.slice(end, next.start)
  return isDate && between.length <= MOST_BETWEEN && !/[.,;:\n]/.test(between) ? next.meaning : null
}

/** Characters between “overnight” and its day at most. */
const MOST_BETWEEN = 60

/** Less those that lie after the day of publication altogether; all where that day is not known. */
export function withoutToCome(
  times: readonly ResolvedTime[],
  doc: Pick<Doc, "published">,
): readonly ResolvedTime[] {
  const liesAhead = lyingAhead(doc)
  return times.filter((time) => !liesAhead(time))
}

/** Tells of a time whether it lies after the day of publication, by more than `slackDays`; of none where that day is not known. */
export function lyingAhead(
  doc: Pick<Doc, "published">,
  slackDays?: number,
): (time: Pick<ResolvedTime, "value">) => boolean {
  const report = reportPoint(doc)
  return ({ value }) => {
    const when = value === null || report === null ? null : parseEdtf(value.edtf)
    return when !== null && report !== null && isAfterReport(when, report, slackDays)
  }
}

function toTime(
  { start, end, meaning, isAbout }: Expression,
  found: Placed | null,
  isOfHistory: boolean,
): ResolvedTime {
  const score = scoreOf(meaning, found, isOfHistory)
  const span = { start, end }
  if (found === null) return { span, value: null, basis: "stated", score }
  const { when, anchor } = found
  // “at about 7 p.m.” is on no vague day.
  const edtf = toEdtf({ ...when, isAbout: isAbout && meaning.kind !== "clock" })
  const value = { edtf, anchor: anchor === null ? null : edtfOf(anchor) }
  return { span, value, basis: anchor === null ? "stated" : "implied", score }
}

function edtfOf(point: Point): string {
  return toEdtf(exactly(point))
}

/** The day, month or year of publication; null when it is not known, or no exacter than a decade. */
function reportPoint({ published }: Pick<Doc, "published">): Point | null {
  const when = published === null ? null : parseEdtf(published.edtf)
  if (when === null || when.from === null || when.to === null) return null
  const isOnePoint = edtfOf(when.from) === edtfOf(when.to)
  return isOnePoint && !isWider(when.from, { ...when.from, unit: "year" }) ? when.from : null
}
