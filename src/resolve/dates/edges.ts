// Words around an expression that belong to it and change its value little or not: “the end of 1942”, “early Tuesday”,
// “around 1980”. They make the stretch longer; a part of a month or year is given as the whole, for “late January”
// has no days of its own.
import type { Expression } from "./meaning.ts"

const PART =
  "(?:(?:very )?(?:early|late)(?:r)?(?: in)?|mid|the (?:very )?(?:end|start|beginning|middle|rest|remainder|height|eve|close) of|(?:the )?(?:latter|early|later|first|last|final|better|greater) part of|(?:parts? of)|(?:the )?(?:early |late )?(?:hours|morning|afternoon|evening|night) of)"
const ABOUT = "(?:about|around|circa|ca\\.|c\\.|approximately|roughly)"
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<about>${ABOUT})[ \\u00A0])?(?:${PART}[ \\u00A0-])?(?:the )?$`,
  "iu",
)

/** Longest such words before an expression. */
const REACH = 40

export function withEdges(text: string, expression: Expression, earliest: number): Expression {
  const from = Math.max(earliest, expression.start - REACH)
  const match = BEFORE.exec(text.slice(from, expression.start))
  if (match === null || match[0] === "" || /^the $/i.test(match[0])) return expression
  return {
    ...expression,
    start: expression.start - match[0].length,
    isAbout: expression.isAbout || match.groups?.["about"] !== undefined,
  }
}
