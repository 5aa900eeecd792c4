import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { listedType, toPloverEvents } from "../../../quality/events-listed.ts"
import { Tree } from "../../../src/grammar/index.ts"
import { eventsIn, givenOf, readFrames, readModality } from "../../check/events.ts"
import { parseCases } from "../../check/tokens.ts"

const CASES = new URL("../../cases/events/types.txt", import.meta.url)

describe("as PLOVER lists it", () => {
  it.for([
    ["AID", "actual", "AID"],
    ["AID", "planned", "AGREE"],
    ["CONSULT", "planned", "AGREE"],
    ["RETREAT", "planned", "CONCEDE"],
    ["CONCEDE", "planned", "CONCEDE"],
    ["ASSAULT", "planned", "THREATEN"],
    ["REQUEST", "planned", null],
    ["ASSAULT", "negated", null],
    ["ASSAULT", "possible", null],
    ["ASSAULT", "hypothetical", null],
    [null, "actual", null],
  ] as const)("%s that is %s is %s", ([type, status, listed]) => {
    expect(listedType(type, status)).toBe(listed)
  })

  const listed = (title: string): readonly string[] => {
    const text = readFileSync(CASES, "utf8")
    const given = givenOf(parseCases(text).find((each) => each.title === title)!)
    const tree = new Tree(given.tokens, { from: 0, to: given.tokens.length })
    return toPloverEvents(tree, eventsIn(given, readFrames(), readModality())).map(({ type }) => type)
  }

  it("a promise to resign is one CONCEDE", () => {
    expect(listed("A promise, and what is promised")).toEqual(["CONCEDE"])
  })

  it("a threat to attack is one THREATEN", () => {
    expect(listed("A threat, and what is threatened")).toEqual(["THREATEN"])
  })

  it("a demand is a REQUEST alone", () => {
    expect(listed("A demand, and what is demanded")).toEqual(["REQUEST"])
  })
})
