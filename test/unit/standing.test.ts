import { describe, expect, test } from "vitest"
import { findDisputes, giveOtherNumbers } from "../../src/record/index.ts"
import type { ClaimId, EntityId, EventId, StatementId } from "../../src/schema/ids.ts"
import type { Claim, DocRecord, Proposition, Voice } from "../../src/schema/record.ts"
import type { Quantity } from "../../src/schema/resolution.ts"
import { standingOf } from "../../src/schema/standing.ts"
import { exampleRecord } from "../helpers/example-record.ts"

const EVENT = "v1" as EventId
const OUTLET: Voice = { kind: "outlet", name: null }
const voice = (number: number): Voice => ({
  kind: "entity",
  entity: `e${number}` as EntityId,
  statement: `s${number}` as StatementId,
})

/** “report asserts”, “2 denies”, “2 denies who”: whose claim, its stance, what it is about. */
function claims(...texts: readonly string[]): readonly Claim[] {
  return texts.map((text, index) => {
    const [who = "", stance, what = "event"] = text.split(" ")
    const kind = { who: "responsibility", number: "number", event: "event" }[what] ?? "event"
    const proposition: Proposition =
      what === "place"
        ? { kind: "aspect", event: EVENT, aspect: "place" }
        : ({ kind, event: EVENT } as Proposition)
    return {
      id: `c${index + 1}` as ClaimId,
      proposition,
      stance: stance as Claim["stance"],
      chain: who === "report" ? [OUTLET] : [OUTLET, voice(Number(who))],
      evidence: [
        {
          doc: exampleRecord.doc.id,
          parts: [{ span: { start: index * 10, end: index * 10 + 5 }, exact: "words" }],
        },
      ],
      score: 0.9,
    }
  })
}

describe("an event stands as", () => {
  test.each([
    ["reported", ["report asserts"]],
    ["reported", ["report asserts", "2 hedges"]],
    ["alleged", ["2 asserts"]],
    ["alleged", ["report hedges"]],
    ["disputed", ["2 asserts", "3 denies"]],
    ["disputed", ["report asserts", "3 denies"]],
    ["disputed", ["report hedges", "3 denies"]],
    ["denied", ["3 denies"]],
    ["reported", ["report asserts", "3 denies who"]],
    [null, ["3 denies who"]],
    [null, []],
  ])("%s by %j", (standing, texts) => {
    expect(standingOf(EVENT, claims(...texts))).toBe(standing)
  })

  test("by its own claims alone", () => {
    expect(standingOf("v9" as EventId, claims("report asserts"))).toBeNull()
  })
})

/** A record with these claims, in which the words of the nth give the nth amount. */
function recordOf(own: readonly Claim[], amounts: readonly Quantity[]): DocRecord {
  const [event] = exampleRecord.events
  return {
    ...exampleRecord,
    events: event === undefined ? [] : [event],
    claims: own,
    quantities: amounts.map((value, index) => ({
      value,
      basis: "stated",
      evidence: own[index]?.evidence ?? [],
      score: 0.9,
      sort: "count",
    })),
  }
}

/** The disputes of a report in which the words of the nth claim give the nth amount. */
function disputes(texts: readonly string[], amounts: readonly Quantity[] = []): readonly string[] {
  return findDisputes(recordOf(claims(...texts), amounts)).map(({ question, claims: parting }) =>
    [question, ...parting.map(({ id }) => id)].join(" "),
  )
}

const amount = (
  bound: "exact" | "about" | "atLeast" | "atMost",
  value: number,
  unit = "missile",
): Quantity => ({
  bound,
  value,
  unit,
  outOf: null,
})

describe("voices of one report disagree on", () => {
  test.each([
    [[], ["2 denies"]],
    [["happened c1 c2"], ["2 asserts", "3 denies"]],
    [["happened c1 c2 c3"], ["report hedges", "2 asserts", "3 denies"]],
    [["who c2 c3"], ["report asserts", "2 asserts who", "3 denies who"]],
    // Whoever says that it happened puts forward what is denied.
    [["who c1 c2"], ["report asserts", "3 denies who"]],
    [[], ["3 denies who"]],
    [
      ["happened c1 c2", "where c1 c3"],
      ["2 asserts", "3 denies", "3 denies place"],
    ],
  ])("%j in %j", (expected, texts) => {
    expect(disputes(texts)).toEqual(expected)
  })

  test.each([
    [["how-many c1 c2"], [amount("exact", 71), amount("exact", 13)]],
    [["how-many c1 c2"], [amount("atMost", 5), amount("atLeast", 12)]],
    [[], [amount("exact", 71), amount("about", 70)]],
    [[], [amount("atLeast", 12), amount("exact", 20)]],
    [[], [amount("exact", 71), amount("exact", 13, "killed")]],
    [[], [amount("exact", 71), { bound: "range", low: 70, high: 75, unit: "missile", outOf: null } as const]],
  ])("%j where two voices give %j", (expected, amounts) => {
    expect(disputes(["2 asserts number", "3 asserts number"], amounts)).toEqual(expected)
  })

  test("no number where one voice gives two", () => {
    expect(
      disputes(["2 asserts number", "2 asserts number"], [amount("exact", 1), amount("exact", 9)]),
    ).toEqual([])
  })
})

test("two claims give other numbers when only one of them can be right", () => {
  const own = claims("2 asserts number", "3 asserts number", "4 asserts number")
  const record = recordOf(own, [amount("exact", 12), amount("exact", 5), amount("atLeast", 5)])
  expect(giveOtherNumbers(record, own[0]!, own[1]!)).toBe(true)
  expect(giveOtherNumbers(record, own[0]!, own[2]!)).toBe(false)
})
