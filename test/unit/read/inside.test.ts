// Which statement lies inside which. Token numbers stand for words.
import { describe, expect, it } from "vitest"
import { type Draft, draftByRule } from "../../../src/read/attribution/draft.ts"
import { insideOf } from "../../../src/read/attribution/inside.ts"
import type { NonEmpty, TokenRange } from "../../../src/schema/positions.ts"

function draft(cue: TokenRange, ...content: NonEmpty<TokenRange>): Draft {
  return draftByRule("test", { cue: [cue], source: null, content })
}

const range = (from: number, to: number): TokenRange => ({ from, to })

describe("insideOf", () => {
  it("gives the smallest statement that holds cue and content", () => {
    // RIA quoted(1) {Lavrov as saying(4) {that Damascus denied(7) {it}}}
    const drafts = [
      draft(range(1, 2), range(2, 9)),
      draft(range(4, 5), range(5, 9)),
      draft(range(7, 8), range(8, 9)),
    ]
    expect(insideOf(drafts)).toEqual([null, 0, 1])
  })

  it("takes the parts of an interrupted content together", () => {
    // {“It was Macron who said,”} Lavrov noted(8), {“that talks would end.”}
    const drafts = [draft(range(8, 9), range(0, 6), range(10, 16)), draft(range(4, 5), range(10, 15))]
    expect(insideOf(drafts)).toEqual([null, 0])
  })

  it("calls a statement outermost whose words run out of the one that holds its cue", () => {
    const drafts = [draft(range(1, 2), range(2, 6)), draft(range(3, 4), range(4, 9))]
    expect(insideOf(drafts)).toEqual([null, null])
  })

  it("never puts two inside each other, also where both have the same words", () => {
    const drafts = [
      draft(range(4, 5), range(2, 9)),
      draft(range(6, 7), range(2, 9)),
      draft(range(8, 9), range(2, 9)),
    ]
    expect(insideOf(drafts)).toEqual([null, 0, 0])
  })
})
