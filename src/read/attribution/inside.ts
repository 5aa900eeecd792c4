// The order of statements and which lies within which. In: drafts. Out: the drafts in text order, outer before inner,
// and for each the number of the smallest other one that holds it within its content.

import { firstIndex } from "../../base/binary-search.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { contains, type Draft, rangesOf } from "./draft.ts"

export function inTextOrder(drafts: readonly Draft[]): readonly Draft[] {
  const keyed = drafts.map((draft) => ({
    draft,
    from: startOf(rangesOf(draft)),
    own: startOf([...draft.cue, ...draft.content]),
    size: sizeOf(draft),
  }))
  // Two that share a source follow each other by what is their own.
  keyed.sort((one, other) => one.from - other.from || one.own - other.own || other.size - one.size)
  return keyed.map(({ draft }) => draft)
}

/** How many statements a statement may lie within; nobody prints more. */
const MAX_OPEN = 64

/**
 * For each draft the number of the smallest one within whose content its cue and content lie; null means outermost.
 * `drafts` in text order. Linear times the depth of nesting.
 */
export function insideOf(drafts: readonly Draft[]): readonly (number | null)[] {
  const anchors = drafts.map((draft) => hullOf(draft.cue.length > 0 ? draft.cue : draft.content))
  const sizes = drafts.map(sizeOf)
  const byStart = anchors
    .map((_, number) => number)
    .sort((one, other) => anchors[one]!.from - anchors[other]!.from)
  const parts = drafts
    .flatMap(({ content }, number) => content.map((range) => ({ number, range })))
    .sort((one, other) => one.range.from - other.range.from)
  const result: (number | null)[] = drafts.map(() => null)
  let open: { readonly number: number; readonly range: TokenRange }[] = []
  let next = 0
  for (const number of byStart) {
    const anchor = anchors[number]!
    for (; next < parts.length && parts[next]!.range.from <= anchor.from; next++) open.push(parts[next]!)
    open = open.filter(({ range }) => range.to > anchor.from).slice(-MAX_OPEN)
    for (const holder of open) {
      if (holder.number === number || !contains(holder.range, anchor)) continue
      // A record says that the inner words are part of the outer ones; where a border was misread they are not.
      if (!holdsAll(drafts[holder.number]!.content, drafts[number]!.content)) continue
      // Two that hold each other's cue (a hearsay adverb within a statement): the longer is the outer one, and of two
      // with the same words the earlier, so that no two lie inside each other.
      const longer = sizes[holder.number]! - sizes[number]!
      if (longer < 0 || (longer === 0 && holder.number > number)) continue
      const best = result[number]
      if (best === null || best === undefined || sizes[holder.number]! < sizes[best]!)
        result[number] = holder.number
    }
  }
  return result
}

/** Whether each of `inner` lies within one of `outer`. Both in text order. */
function holdsAll(outer: readonly TokenRange[], inner: readonly TokenRange[]): boolean {
  return inner.every((range) => {
    const after = firstIndex(outer.length, (index) => outer[index]!.from > range.from)
    return after > 0 && contains(outer[after - 1]!, range)
  })
}

function startOf(ranges: readonly TokenRange[]): number {
  return Math.min(...ranges.map(({ from }) => from))
}

/** Words of the content. */
function sizeOf({ content }: Draft): number {
  return content.reduce((sum, { from, to }) => sum + to - from, 0)
}

function hullOf(ranges: readonly TokenRange[]): TokenRange {
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  }
}
