// Where stretches of a report's text stand in its source (the decoded HTML or text file).
import { firstIndex } from "../base/binary-search.ts"
import type { Doc } from "../schema/doc.ts"
import type { Span } from "../schema/positions.ts"

/**
 * The stretch of the decoded source that `span` was made from, in UTF-16 code units.
 *
 * Exact where the ends of `span` lie in verbatim stretches. An end inside a
 * decoded stretch (“&amp;” → “&”) takes that whole stretch, since its inner
 * characters have no place of their own. Characters that were added do not
 * count; null when nothing else is there, or when `span` is empty.
 * Where the page's order is not the text's order, the source stretch runs from
 * the first to the last character and may hold others between.
 */
export function toSource(doc: Pick<Doc, "origin">, span: Span): Span | null {
  if (span.start >= span.end) return null
  const { origin } = doc
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  const first = firstIndex(
    origin.length,
    (index) => (origin[index] as Doc["origin"][number]).span.end > span.start,
  )
  for (let index = first; index < origin.length; index++) {
    const stretch = origin[index] as Doc["origin"][number]
    if (stretch.span.start >= span.end) break
    if (stretch.kind === "added") continue
    const isVerbatim = stretch.kind === "verbatim"
    const before = isVerbatim ? Math.max(span.start - stretch.span.start, 0) : 0
    const after = isVerbatim ? Math.max(stretch.span.end - span.end, 0) : 0
    start = Math.min(start, stretch.sourceStart + before)
    end = Math.max(end, stretch.sourceEnd - after)
  }
  return start < end ? { start, end } : null
}
