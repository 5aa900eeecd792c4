import { describe, expect, it } from "vitest"
import type { HeadScores } from "../../../src/read/network/scores.ts"
import { decodeSpans } from "../../../src/read/spans/index.ts"

const CLASSES = ["O", "B-cue", "I-cue", "B-source", "I-source"]

/** Log-probabilities as written, a row a word. */
function head(...rows: readonly (readonly number[])[]): HeadScores {
  return { classes: CLASSES, values: Float32Array.from(rows.flat()) }
}

const spansOf = (scores: HeadScores, options = {}) =>
  decodeSpans(scores, options).map(({ role, range }) => `${role} ${range.from}-${range.to}`)

describe("decodeSpans", () => {
  it("never goes on with a span that did not begin", () => {
    // The likeliest labels are O, I-cue: not a path. Beginning late costs less than beginning early.
    expect(spansOf(head([-0.1, -3, -9, -9, -9], [-5, -1, -0.4, -9, -9]))).toEqual(["cue 1-2"])
    expect(spansOf(head([-0.4, -1, -9, -9, -9], [-5, -9, -0.1, -9, -9]))).toEqual(["cue 0-2"])
  })

  it("parts two spans of one role where the second begins", () => {
    expect(spansOf(head([-9, 0, -9, -9, -9], [-9, 0, -9, -9, -9], [-9, -9, 0, -9, -9]))).toEqual([
      "cue 0-1",
      "cue 1-3",
    ])
  })

  it("ends a span where it may not go on", () => {
    const scores = head([-9, -9, -9, 0, -9], [-1, -9, -9, -1.1, 0])
    expect(spansOf(scores)).toEqual(["source 0-2"])
    expect(spansOf(scores, { mayGoOn: (_role: string, word: number) => word !== 1 })).toEqual(["source 0-1"])
  })

  it("asks more of a class that is biased against", () => {
    const scores = head([-0.8, -0.6, -9, -9, -9])
    expect(spansOf(scores)).toEqual(["cue 0-1"])
    expect(spansOf(scores, { bias: { "B-cue": -0.5 } })).toEqual([])
  })

  it("tells how sure the labels of a span are, without the bias", () => {
    const [span] = decodeSpans(head([-9, -0.5, -9, -9, -9], [-9, -9, -1.5, -9, -9]), {
      bias: { "B-cue": -0.25 },
    })
    expect(span).toMatchObject({ mean: -1, weakest: -1.5 })
  })

  it("gives nothing for no words, and something legal for numbers that are none", () => {
    expect(spansOf(head())).toEqual([])
    expect(() => spansOf(head([Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN]))).not.toThrow()
  })
})
