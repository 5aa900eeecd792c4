// Quotations that are signed: a paragraph that is somebody's words, a dash, a name: “I am ashamed.” ― Jacklyn Ashley. In: the
// report. Out: a statement for each; the network, which sees a dash between two quotations, takes either for its words.
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, draftByRule } from "./draft.ts"
import { signatureAt } from "./quotations.ts"
import type { View } from "./view.ts"

/** Linear. */
export function readSigned(view: View): readonly Draft[] {
  return view.quotations.flatMap(({ range }) => {
    const paragraph = view.paragraphs[view.paragraphOf(range.from)]
    const source = paragraph === undefined ? null : signatureAfter(view, range, paragraph)
    if (source === null) return []
    const cue = { from: range.to, to: range.to + 1 }
    return [draftByRule("quotation-dash", { source, cue: [cue], content: [range] })]
  })
}

/** The name that ends the paragraph, when the quotation is all that stands before it. */
function signatureAfter(view: View, range: TokenRange, paragraph: TokenRange): TokenRange | null {
  if (range.from !== paragraph.from || range.to >= paragraph.to) return null
  const source = signatureAt(view, range.to, paragraph.to)
  if (source === null) return null
  const isLast =
    source.to === paragraph.to || (source.to === paragraph.to - 1 && view.wordOf(source.to) === ".")
  return isLast ? source : null
}
