import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { Tree } from "../../../src/grammar/index.ts"
import { statusOf } from "../../../src/read/events/status.ts"
import { handGiven, readLexicon } from "../../check/hand-given.ts"
import { drawStatuses, expectedStatuses, readModality } from "../../check/status.ts"
import { parseCases } from "../../check/tokens.ts"

const CASES = new URL("../../cases/status/", import.meta.url)

for (const name of readdirSync(CASES)) {
  describe(`cases/status/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(drawStatuses(each)).toBe(expectedStatuses(each)))
    }
  })
}

describe("statusOf", () => {
  it("comes to an end where heads run in a circle or out of the sentence", () => {
    const { tokens } = handGiven(
      {
        text: "A b c",
        spans: [],
        tree: "A xcomp b; b xcomp A; c obj c",
        tags: "A VB; b VB; c NN",
        hasHeadline: false,
      },
      readLexicon(),
    )
    const tree = new Tree(tokens, { from: 0, to: 3 })
    for (const head of [0, 1, 2]) expect(statusOf(tree, head, readModality()).score).toBeGreaterThan(0)
  })

  it("asks nothing of a sentence in which hundreds of words hang on one", () => {
    const text = Array.from({ length: 300 }, (_, index) => `w${index}`).join(" ")
    const flat = Array.from({ length: 299 }, (_, index) => `w${index + 1} advmod w0`).join("; ")
    const given = { text, spans: [], tree: `w0 root; ${flat}`, tags: "w0 VB", hasHeadline: false }
    const { tokens } = handGiven(given, readLexicon())
    const tree = new Tree(tokens, { from: 0, to: 300 })
    expect(statusOf(tree, 0, readModality())).toMatchObject({ status: "actual", why: "no sentence" })
  })

  it("takes one step a word at most", () => {
    const length = 1_000
    const text = Array.from({ length }, (_, index) => `w${index}`).join(" ")
    const chain = Array.from({ length: length - 1 }, (_, index) => `w${index + 1} xcomp w${index}`).join("; ")
    const { tokens } = handGiven(
      { text, spans: [], tree: chain, tags: "", hasHeadline: false },
      readLexicon(),
    )
    const tree = new Tree(tokens, { from: 0, to: length })
    expect(statusOf(tree, length - 1, readModality()).status).toBe("actual")
  })
})
