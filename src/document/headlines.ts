// Where a report's headlines are. In: its blocks. Out: whether a character stands in one of them.
import type { Doc } from "../schema/doc.ts"

/** `offset` in UTF-16 units of the report's text. */
export function inHeadlineOf({ blocks }: Pick<Doc, "blocks">): (offset: number) => boolean {
  const spans = blocks.flatMap(({ kind, span }) => (kind === "headline" ? [span] : []))
  return (offset) => spans.some(({ start, end }) => start <= offset && offset < end)
}
