import { describe, expect, it } from "vitest"
import { countReport, emptyTallies, type Gold } from "../../../quality/disputes.ts"
import type { DocRecord } from "../../../src/schema/record.ts"

const span = (start: number, end: number) => ({ start, end })
const evidence = (start: number, end: number) => ({ parts: [{ span: span(start, end) }] })

/** “Russia said the US struck. The Pentagon denied it. Troops left.” */
const GOLD: Gold = {
  statements: [
    { id: "S1", cue: [span(7, 11)], content: [span(12, 25)] },
    { id: "S2", cue: [span(40, 46)], content: [span(47, 49)] },
  ],
  events: [
    {
      mentions: [span(19, 25)],
      voices: [
        { voice: "S1", stance: "asserts" },
        { voice: "S2", stance: "denies" },
      ],
    },
    { mentions: [span(58, 62)], voices: [{ voice: "outlet", stance: "asserts" }] },
  ],
}

const STATEMENTS = [
  { id: "s1", cue: evidence(7, 11), content: evidence(12, 25) },
  { id: "s2", cue: evidence(40, 46), content: evidence(47, 49) },
]

function recordOf(
  claims: readonly (readonly [event: string, stance: string, statement: string | null])[],
): DocRecord {
  return {
    statements: STATEMENTS,
    events: [
      { id: "v1", evidence: [evidence(19, 25)] },
      { id: "v2", evidence: [evidence(58, 62)] },
    ],
    claims: claims.map(([event, stance, statement], number) => ({
      id: `c${number + 1}`,
      proposition: { kind: "event", event },
      stance,
      chain: [statement === null ? { kind: "outlet", name: null } : { kind: "unnamed", statement }],
    })),
  } as unknown as DocRecord
}

function tallied(record: DocRecord) {
  const tallies = emptyTallies()
  countReport(tallies, GOLD, record)
  return tallies
}

describe("who disputes what, counted", () => {
  it("is right where both sides are found", () => {
    const tallies = tallied(
      recordOf([
        ["v1", "asserts", "s1"],
        ["v1", "denies", "s2"],
        ["v2", "asserts", null],
      ]),
    )
    expect(tallies.disputes).toEqual({ right: 1, given: 1, gold: 1 })
    expect(tallies.denies).toEqual({ right: 1, given: 1, gold: 1 })
    expect(tallies.asserts).toEqual({ right: 2, given: 2, gold: 2 })
  })

  it("is missed without the denial, and too much where nobody denies", () => {
    const tallies = tallied(
      recordOf([
        ["v1", "asserts", "s1"],
        ["v2", "asserts", null],
        ["v2", "denies", "s2"],
      ]),
    )
    expect(tallies.disputes).toEqual({ right: 0, given: 1, gold: 1 })
    expect(tallies.denies).toEqual({ right: 0, given: 1, gold: 1 })
  })

  it("is another's denial by another statement", () => {
    const tallies = tallied(
      recordOf([
        ["v1", "asserts", null],
        ["v1", "denies", "s1"],
      ]),
    )
    expect(tallies.denies).toEqual({ right: 0, given: 1, gold: 1 })
    expect(tallies.asserts).toEqual({ right: 0, given: 1, gold: 2 })
  })
})
