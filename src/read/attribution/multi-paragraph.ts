// Quotations that run over several paragraphs: the first ones are not closed, each next one opens again. In: drafts.
// Out: the same, with the later paragraphs joined to the statement that the first belongs to, unless they name a
// speaker of their own.
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, mergedParts, ownersOf } from "./draft.ts"
import type { View } from "./view.ts"

/** Linear in the quotations. */
export function joinParagraphs(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const result: (Draft | null)[] = [...drafts]
  const owners = ownersOf(drafts, view.tokens.length)
  for (const { range, isContinued } of view.quotations) {
    if (!isContinued || range.from === 0) continue
    const before = owners[range.from - 1]!
    if (before === -1 || result[before] == null) continue
    const here = ownerOf(owners, range)
    if (here === before) continue
    const draft = result[before]!
    if (here === -1) {
      // “We came close.¶“Very close,” Lavrov said.   the network left the second paragraph out
      result[before] = { ...draft, content: mergedParts([...draft.content, range], draft.content) }
      owners.fill(before, range.from, range.to)
      continue
    }
    const later = result[here]
    if (later === null || later === undefined) continue
    // “We came close.¶“Very close,” Lavrov said.   the first paragraph found nobody, the second did
    const [keeper, lost] =
      draft.cue.length === 0 ? [here, before] : later.cue.length === 0 ? [before, here] : [-1, -1]
    if (keeper === -1) continue
    const kept = result[keeper]!
    const gone = result[lost]!
    result[keeper] = { ...kept, content: mergedParts([...kept.content, ...gone.content], kept.content) }
    result[lost] = null
    for (const part of gone.content) owners.fill(keeper, part.from, part.to)
  }
  return result.filter((draft) => draft !== null)
}

/** The one draft that the quotation belongs to; -1 when none does. */
function ownerOf(owners: Int32Array, { from, to }: TokenRange): number {
  for (let index = from; index < to; index++) if (owners[index] !== -1) return owners[index]!
  return -1
}
