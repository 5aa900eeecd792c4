import { describe, expect, it } from "vitest"
import { type ClaimsInput, toClaims } from "../../../src/record/claims.ts"
import { mergeStatus } from "../../../src/record/merge-status.ts"
import type { AttributionId, DocId, EntityId, EventId, StatementId } from "../../../src/schema/ids.ts"
import type { Attribution, EventVoice } from "../../../src/schema/reading.ts"
import type { Claim } from "../../../src/schema/record.ts"
import { standingOf } from "../../../src/schema/standing.ts"
import { spanOf } from "../../helpers/example-reading.ts"

const TEXT =
  "An alleged attack hit Douma. TASS said Lavrov denied the raid. Kerry said planes had struck. He added that they bombed it."
const doc: ClaimsInput["doc"] = { id: "doc:0" as DocId, text: TEXT, outlet: "The Example" }
const id = (name: string): AttributionId => name as AttributionId

function statement(name: string, inside: string | null): Attribution {
  return {
    id: id(name),
    kind: "says",
    mode: "indirect",
    content: [{ start: 0, end: 1 }],
    quoted: [],
    cue: null,
    speaker: null,
    venue: null,
    addressee: null,
    inside: inside === null ? null : id(inside),
    readBy: { reader: "rule", rule: null },
    score: 0.9,
  }
}

function voice(
  event: number,
  of: string | null,
  stance: EventVoice["stance"],
  words: string,
  score = 0.9,
): EventVoice {
  return {
    event,
    voice: of === null ? null : id(of),
    stance,
    what: "happened",
    words: [spanOf(TEXT, words)],
    score,
  }
}

// a1: TASS. a2 inside it: Lavrov. a3 and a4: Kerry, who is “He”. a5: nobody named.
const attributions = [
  statement("a1", null),
  statement("a2", "a1"),
  statement("a3", null),
  statement("a4", null),
  statement("a5", null),
]

function claimsOf(
  voices: readonly EventVoice[],
  events: ClaimsInput["events"] = [{ id: "v1" as EventId, mentions: [0, 1, 2, 3] }],
  spared: readonly number[] = [],
) {
  const speakers = new Map([
    [id("a1"), "e1" as EntityId],
    [id("a2"), "e2" as EntityId],
    [id("a3"), "e3" as EntityId],
    [id("a4"), "e3" as EntityId],
  ])
  const statements = new Map(attributions.map((each, index) => [each.id, `s${index + 1}` as StatementId]))
  return toClaims({ doc, attributions, voices, spared: new Set(spared), events, statements, speakers })
}

/** One claim on one line: its chain, stance, aspect and words. */
function inWords({ id: claim, chain, stance, proposition, evidence }: Claim): string {
  const who = chain.map((each) =>
    each.kind === "outlet" ? "outlet" : each.kind === "entity" ? each.entity : "?",
  )
  const words = evidence.map(({ parts }) => parts.map(({ exact }) => exact).join(" … "))
  const what = proposition.kind === "aspect" ? proposition.aspect : proposition.kind
  return `${claim} ${who.join(" › ")} ${stance} ${what} of ${proposition.event}: ${words.join(" | ")}`
}

describe("toClaims", () => {
  it("gives each voice one line, with the chain from the outlet inwards", () => {
    const claims = claimsOf([
      voice(0, null, "hedges", "alleged attack"),
      voice(1, "a2", "denies", "denied the raid"),
      voice(2, "a3", "asserts", "struck"),
      voice(3, "a5", "asserts", "bombed"),
    ])
    expect(claims.map(inWords)).toEqual([
      "c1 outlet hedges event of v1: alleged attack",
      "c2 outlet › e1 › e2 denies event of v1: denied the raid",
      "c3 outlet › e3 asserts event of v1: struck",
      "c4 outlet › ? asserts event of v1: bombed",
    ])
    expect(claims[1]!.chain.at(-1)).toEqual({ kind: "entity", entity: "e2", statement: "s2" })
  })

  it("takes two statements of one speaker for one voice", () => {
    const claims = claimsOf([voice(2, "a3", "asserts", "struck"), voice(3, "a4", "asserts", "bombed")])
    expect(claims.map(inWords)).toEqual(["c1 outlet › e3 asserts event of v1: struck | bombed"])
  })

  it("takes a voice's denial before its assertion, and that before its hedge", () => {
    const asserts = voice(2, "a3", "asserts", "struck")
    const hedges = voice(3, "a4", "hedges", "bombed")
    expect(claimsOf([hedges, asserts]).map(({ stance }) => stance)).toEqual(["asserts"])
    expect(claimsOf([asserts, { ...hedges, stance: "denies" }]).map(({ stance }) => stance)).toEqual([
      "denies",
    ])
  })

  it("keeps the denial of one aspect apart from what is said of the event", () => {
    const denied = { ...voice(1, "a2", "denies", "denied the raid"), what: "responsibility" } as const
    const purpose = { ...voice(2, "a3", "hedges", "struck"), what: "purpose" } as const
    const claims = claimsOf([purpose, denied, voice(0, null, "asserts", "⟦attack⟧ hit")])
    expect(claims.map(inWords)).toEqual([
      "c1 outlet asserts event of v1: attack",
      "c2 outlet › e1 › e2 denies responsibility of v1: denied the raid",
      "c3 outlet › e3 hedges purpose of v1: struck",
    ])
    expect(standingOf("v1" as EventId, claims)).toBe("reported")
  })

  it("leaves out what only refers back, except where nobody else puts the event forward", () => {
    const echo = voice(1, "a2", "asserts", "denied the raid", 0.25)
    expect(claimsOf([echo, voice(0, null, "asserts", "⟦attack⟧ hit")]).map(inWords)).toEqual([
      "c1 outlet asserts event of v1: attack",
    ])
    expect(claimsOf([echo])).toHaveLength(1)
  })

  it("follows the order of the events, and leaves out mentions that belong to none", () => {
    const events = [
      { id: "v1" as EventId, mentions: [2] },
      { id: "v2" as EventId, mentions: [0] },
    ]
    const claims = claimsOf(
      [
        voice(0, null, "hedges", "alleged attack"),
        voice(1, "a2", "denies", "denied the raid"),
        voice(2, "a3", "asserts", "struck"),
      ],
      events,
    )
    expect(claims.map(inWords)).toEqual([
      "c1 outlet › e3 asserts event of v1: struck",
      "c2 outlet hedges event of v2: alleged attack",
    ])
  })

  it("gives the same claims whatever the order of the voices", () => {
    const voices = [
      voice(0, null, "hedges", "alleged attack"),
      voice(1, "a2", "denies", "denied the raid"),
      voice(2, "a3", "asserts", "struck"),
    ]
    expect(claimsOf([...voices].reverse())).toEqual(claimsOf(voices))
  })

  it("takes nobody's harm for no denial: “no one was killed in the blast”", () => {
    const blast = voice(0, null, "asserts", "struck")
    const unhurt = voice(3, null, "denies", "struck")
    expect(claimsOf([blast, unhurt], undefined, [3])).toEqual(claimsOf([blast]))
    expect(claimsOf([unhurt], undefined, [3])).toEqual(claimsOf([unhurt]))
  })

  it("does not follow statements that lie in each other in a circle", () => {
    const circle = [statement("a1", "a2"), statement("a2", "a1")]
    const claims = toClaims({
      doc,
      attributions: circle,
      voices: [voice(0, "a1", "asserts", "struck")],
      spared: new Set(),
      events: [{ id: "v1" as EventId, mentions: [0] }],
      statements: new Map(circle.map((each, index) => [each.id, `s${index + 1}` as StatementId])),
      speakers: new Map(),
    })
    expect(claims[0]!.chain.map(({ kind }) => kind)).toEqual(["outlet", "unnamed", "unnamed"])
  })

  it("tells a reading that points to a statement it does not have", () => {
    expect(() => claimsOf([voice(0, "a9", "asserts", "struck")])).toThrow("This is a bug in Sayso")
  })
})

describe("mergeStatus", () => {
  it("weighs what its mentions say beyond chance", () => {
    const actual = { status: "actual", score: 0.91 } as const
    const planned = { status: "planned", score: 0.9 } as const
    expect(mergeStatus([actual, planned]).status).toBe("planned")
    expect(mergeStatus([actual, actual, planned]).status).toBe("actual")
    expect(mergeStatus([planned])).toEqual(planned)
  })

  it("takes the first of two that weigh the same, and is less sure of it", () => {
    const merged = mergeStatus([
      { status: "planned", score: 0.65 },
      { status: "planned", score: 0.65 },
      { status: "possible", score: 0.65 },
    ])
    expect(merged.status).toBe("planned")
    expect(merged.score).toBeLessThan(0.65)
    expect(mergeStatus([])).toEqual({ status: "actual", score: 0 })
  })
})
