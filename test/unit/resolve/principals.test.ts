import { describe, expect, it } from "vitest"
import { Tree } from "../../../src/grammar/index.ts"
import { type CodedActor, inServiceOf } from "../../../src/resolve/actors/index.ts"
import type { Chain } from "../../../src/resolve/coreference/index.ts"
import { principalsOf } from "../../../src/resolve/principals.ts"
import type { Reading } from "../../../src/schema/reading.ts"
import { handGiven } from "../../check/hand-given.ts"

/** `named`: head words of mentions, “he” a pronoun, capitals names; `chains`: which of them are one. */
function principals(text: string, tree: string, tags: string, chains: readonly (readonly string[])[]) {
  const { doc, tokens, sentences } = handGiven(
    { text, spans: [], tree, tags, hasHeadline: false },
    { cues: new Map(), venues: new Map() },
  )
  const words = chains.flat()
  const mentions = words.map((word, id) => {
    const start = doc.text.indexOf(word)
    const span = { start, end: start + word.length }
    const head = { start: span.end - (word.split(" ").at(-1) ?? "").length, end: span.end }
    const kind = /^(?:his|her|their)$/.test(word) ? "pronoun" : /^[A-Z]/.test(word) ? "name" : "nominal"
    return { id, kind, span, head, name: span, label: "organization" }
  })
  const reading = { doc, tokens, sentences, mentions } as unknown as Reading
  const given = chains.map((own) => ({ mentions: own.map((word) => ({ mention: words.indexOf(word) })) }))
  const whole = new Tree(tokens, sentences[0]!)
  const found = principalsOf(reading, given as unknown as readonly Chain[], () => whole)
  return Object.fromEntries(
    [...found].map(([chain, { chain: theirs }]) => [chains[chain]![0], chains[theirs]![0]]),
  )
}

describe("the principal", () => {
  it("of a spokesman is who owns him, in whatever words", () => {
    const tree = "left root; spokesman nsubj left; his nmod:poss spokesman"
    expect(
      principals("Mr Tevel said his spokesman left.", tree, "spokesman NN", [
        ["Tevel", "his"],
        ["spokesman"],
      ]),
    ).toEqual({
      spokesman: "Tevel",
    })
    const beside = "left root; spokesman nsubj left; Tevel nmod:poss spokesman; Pardo appos spokesman"
    expect(
      principals("Tevel's spokesman, Yusen Pardo, left.", beside, "spokesman NN", [["Tevel"], ["Pardo"]]),
    ).toEqual({
      Pardo: "Tevel",
    })
  })

  it("is the body for which he speaks", () => {
    const tree = "left root; spokeswoman nsubj left; ministry nmod spokeswoman; for case ministry"
    expect(
      principals("A spokeswoman for the ministry left.", tree, "", [["spokeswoman"], ["ministry"]]),
    ).toEqual({
      spokeswoman: "ministry",
    })
  })

  it("may be called by the last word of its name, if that is no other's", () => {
    const tree = "spokesman root; Front compound spokesman"
    const own = [["Sumar Front"], ["spokesman"]]
    expect(principals("A Front spokesman of the Sumar Front.", tree, "", own)).toEqual({
      spokesman: "Sumar Front",
    })
    const two = [["Sumar Front"], ["Kheran Front"], ["spokesman"]]
    expect(principals("A Front spokesman, the Sumar Front, the Kheran Front.", tree, "", two)).toEqual({})
  })
})

describe("who serves", () => {
  const coded = (
    sector: string | null,
    serves: boolean,
    kind: CodedActor["kind"] = "person",
  ): CodedActor => ({
    kind,
    link: { kind: "unlinked", why: "no-candidate" },
    roles: [
      {
        role: { country: "SYR", sector, secondary: [], office: null, from: null, until: null },
        basis: sector === null || sector === "CVL" ? "inferred" : "stated",
        score: 0.5,
      },
    ],
    canonicalName: null,
    serves,
  })
  const sectorOf = ({ roles }: CodedActor) => roles[0]?.role.sector

  it("is of the sector of whom he serves", () => {
    expect(sectorOf(inServiceOf(coded("CVL", true), coded("REB", false)))).toBe("REB")
    expect(sectorOf(inServiceOf(coded("MIL", false), coded("REB", false)))).toBe("MIL")
    expect(sectorOf(inServiceOf(coded("CVL", true), coded("CVL", false)))).toBe("CVL")
  })
})
