import { describe, expect, it } from "vitest"
import { numberVoices } from "../../../src/record/number-voices.ts"
import type { Reading } from "../../../src/schema/reading.ts"
import type { Quantity, Resolution } from "../../../src/schema/resolution.ts"
import { handGiven, readLexicon } from "../../check/hand-given.ts"

const TEXT = "Medics said at least 41 died. Soldiers confirmed 22 deaths. Police counted 23."
const { tokens } = handGiven({ text: TEXT, spans: [], tree: "", tags: "", hasHeadline: false }, readLexicon())

const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const statement = (id: string, content: string, speaker: string | null = null) => ({
  id,
  content: [spanOf(content)],
  speaker,
})
const amount = (words: string, quantity: Quantity, counted: string | null = null) => ({
  span: spanOf(words),
  quantity,
  counted: counted === null ? null : spanOf(counted),
  score: 0.8,
})
const killed = (bound: "exact" | "atLeast" | "about", value: number): Quantity => ({
  bound,
  value,
  unit: "killed",
  outOf: null,
})

/** “s1 at least 41” for each voice. */
function voices(statements: readonly unknown[], quantities: readonly unknown[]): readonly string[] {
  const reading = {
    tokens,
    attributions: statements,
    doc: { text: TEXT },
  } as unknown as Reading
  const happenings = [{ mentions: [0], quantities: quantities.map((_, index) => index) }]
  const entities = [{ mentions: [{ mention: "m1" }, { mention: "m2" }] }]
  const resolution = { happenings, quantities, entities } as unknown as Resolution
  return numberVoices(reading, resolution).map(
    ({ voice, what, words: [{ start, end }] }) => `${voice ?? "report"} ${what} ${TEXT.slice(start, end)}`,
  )
}

const medics = statement("s1", "at least 41 died")
const soldiers = statement("s2", "22 deaths")

describe("who says how many", () => {
  it("is told where two voices give numbers of which only one can be right", () => {
    expect(
      voices(
        [medics, soldiers],
        [amount("at least 41", killed("atLeast", 41)), amount("22", killed("exact", 22))],
      ),
    ).toEqual(["s1 number at least 41", "s2 number 22"])
  })

  it("has the report's own voice where the number stands in nobody's words", () => {
    expect(
      voices([soldiers], [amount("22", killed("exact", 22)), amount("41", killed("exact", 41))]),
    ).toEqual(["s2 number 22", "report number 41"])
  })

  it("is not told where others may be counted", () => {
    const deaths = amount("22", killed("exact", 22), "deaths")
    expect(
      voices([medics, soldiers], [amount("at least 41", killed("atLeast", 41), "Soldiers"), deaths]),
    ).toEqual([])
  })

  it("is not told where both may be right, or one voice gives both", () => {
    expect(
      voices(
        [medics, soldiers],
        [amount("at least 41", killed("atLeast", 41)), amount("22", killed("about", 45))],
      ),
    ).toEqual([])
    const one = [statement("s1", "at least 41 died", "m1"), statement("s2", "22 deaths", "m2")]
    expect(
      voices(one, [amount("at least 41", killed("atLeast", 41)), amount("22", killed("exact", 22))]),
    ).toEqual([])
  })
})
