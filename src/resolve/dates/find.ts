// Finds the words that name a time, each by itself. In: a text and its tokens. Out: expressions that do not overlap,
// in text order; `join.ts` makes ranges of neighbours.
import type { Tokens } from "../../schema/reading.ts"
import { CLOCK_FORMS, COUNTED_FORMS } from "./forms/counted.ts"
import type { Form } from "./forms/form.ts"
import { MONTH_FORMS } from "./forms/months.ts"
import { findWrittenDays, WRITTEN_FORMS } from "./forms/written.ts"
import { YEAR_FORMS } from "./forms/years.ts"
import type { Expression, Meaning } from "./meaning.ts"
import { isMonthName, isYearNumber } from "./namesakes.ts"

const FORMS: readonly Form[] = [
  ...WRITTEN_FORMS,
  ...MONTH_FORMS,
  ...YEAR_FORMS,
  ...COUNTED_FORMS,
  ...CLOCK_FORMS,
]

/** “around fifteen years ago” */
const VAGUE = /about|around|some|roughly|nearly|almost/i

export function findExpressions(text: string, tokens: Tokens): readonly Expression[] {
  const candidates = [...findWrittenDays(text)]
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {}
      const meaning = read((name) => groups[name] ?? "")
      if (meaning === null) continue
      const isAbout = VAGUE.test(groups["measure"] ?? "")
      candidates.push({ start: match.index, end: match.index + match[0].length, meaning, isAbout })
    }
  }
  return longest(candidates.filter((each) => !isNamesake(text, tokens, each)))
}

/** Of those that overlap the first, and of those that begin together the longest. */
function longest(candidates: readonly Expression[]): readonly Expression[] {
  const ordered = [...candidates].sort((one, other) => one.start - other.start || other.end - one.end)
  const chosen: Expression[] = []
  for (const each of ordered) if (each.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(each)
  return chosen
}

/** “2000 troops”, “Theresa May”. */
function isNamesake(text: string, tokens: Tokens, { start, end, meaning }: Expression): boolean {
  if (isBareYear(meaning)) return !isYearNumber(text, tokens, { start, end })
  if (isBareMonth(meaning)) return !isMonthName(text, tokens, { start, end })
  return false
}

function isBareYear(meaning: Meaning): boolean {
  return (
    meaning.kind === "date" && typeof meaning.year === "number" && meaning.year > 0 && meaning.month === null
  )
}

function isBareMonth(meaning: Meaning): boolean {
  return (
    meaning.kind === "date" &&
    meaning.month !== null &&
    meaning.day === null &&
    meaning.year === null &&
    meaning.turn === null
  )
}
