// The words that spans of the text hold. In: tokens and spans. Out: token indexes, span by span.
import type { Span } from "../../schema/positions.ts"
import type { Tokens } from "../../schema/reading.ts"

/** In the order of the spans; a span without a word gives none. */
export function wordsIn(tokens: Tokens, spans: readonly Span[]): readonly number[] {
  return spans.flatMap((span) => {
    const range = tokens.covering(span)
    return range === null
      ? []
      : Array.from({ length: range.to - range.from }, (_, offset) => range.from + offset)
  })
}
