// Direct, indirect or mixed: how much of a content stands between quotation marks. In: content and marks. Out: the
// mode and the quoted stretches.
import type { TokenRange } from "../../schema/positions.ts"
import type { AttributionMode } from "../../schema/reading.ts"
import { INNER_CLOSING, INNER_OPENING } from "./borders.ts"
import { overlaps } from "./draft.ts"
import type { View } from "./view.ts"

export interface Mode {
  readonly mode: AttributionMode
  readonly quoted: readonly TokenRange[]
}

/**
 * For an outermost statement all marks count. For one within a quotation (`within`: the content it lies in) only
 * those inside that quotation do: in “He said it was over” *it was over* is indirect. Linear in the content.
 */
export function modeOf(
  view: View,
  content: readonly TokenRange[],
  within: readonly TokenRange[] | null,
): Mode {
  const isAllQuoted =
    within !== null && content.every(({ from, to }) => isInOneQuotation(view, from, to, within))
  const quoted = content.flatMap((part) =>
    isAllQuoted ? innerQuotations(view, part) : outerQuotations(view, part),
  )
  let letters = 0
  let quotedLetters = 0
  for (const part of content) {
    letters += countLetters(view, part)
    for (const stretch of quoted) if (overlaps(stretch, part)) quotedLetters += countLetters(view, stretch)
  }
  if (quotedLetters === 0) return { mode: "indirect", quoted: [] }
  return { mode: quotedLetters >= letters ? "direct" : "mixed", quoted }
}

/** Whether the part lies within a quotation that goes beyond it: its own marks are then the inner ones. */
function isInOneQuotation(view: View, from: number, to: number, within: readonly TokenRange[]): boolean {
  const quotation = view.quotationOf(from)
  if (quotation === null || quotation !== view.quotationOf(to - 1)) return false
  const isWider = quotation.range.from < from || quotation.range.to > to
  return isWider && within.some((part) => overlaps(part, quotation.range))
}

function outerQuotations(view: View, part: TokenRange): readonly TokenRange[] {
  const stretches: TokenRange[] = []
  for (let index = part.from; index < part.to; ) {
    const quotation = view.quotationOf(index)
    if (quotation === null) {
      index += 1
      continue
    }
    const to = Math.min(part.to, quotation.range.to)
    stretches.push({ from: index, to })
    index = to
  }
  return stretches
}

/** Marks within a quotation, paired one after the other. */
function innerQuotations(view: View, part: TokenRange): readonly TokenRange[] {
  const stretches: TokenRange[] = []
  let from: number | null = null
  for (let index = part.from; index < part.to; index++) {
    const word = view.wordOf(index)
    if (from === null && INNER_OPENING.test(word) && !view.isOpening(index) && !view.isClosing(index))
      from = index
    else if (from !== null && INNER_CLOSING.test(word)) {
      stretches.push({ from, to: index + 1 })
      from = null
    }
  }
  return stretches
}

function countLetters(view: View, range: TokenRange): number {
  let count = 0
  for (let index = range.from; index < range.to; index++)
    count += view.wordOf(index).match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return count
}
