import { describe, expect, test } from "vitest"
import { toDays } from "../../../src/export/dates.ts"
import { toPlover } from "../../../src/export/index.ts"
import { scaleOf } from "../../../src/export/plover-scale.ts"
import type { CodedEvent, DocRecord } from "../../../src/schema/record.ts"
import { exampleRecord } from "../../helpers/example-record.ts"

/** The example with its first event changed; the others are gone. */
function withEvent(change: Partial<CodedEvent>, more: Partial<DocRecord> = {}): DocRecord {
  const [first] = exampleRecord.events
  if (first === undefined) throw new Error("The example has events.")
  return { ...exampleRecord, events: [{ ...first, ...change }], ...more }
}

const [first] = exampleRecord.events
const sourced = <T>(value: T) => ({ value, basis: "stated", evidence: [], score: 0.9 }) as const

test("gives an event in PLOVER's fields", () => {
  expect(toPlover(exampleRecord).records[0]).toEqual({
    id: `${exampleRecord.doc.id}/v1`,
    date: "2026-11-18",
    actor: [
      {
        code: "XLO",
        sector: ["MIL"],
        entity_text: "Lomaria's navy",
        identifier_text: "Lomaria's navy",
      },
    ],
    recipient: [{ sector: ["UNK"], entity_text: "people", identifier_text: "people" }],
    event: ["ASSAULT"],
    event_loc: {
      extracted_place: "Port Ana",
      resolved_place: "Port Ana",
      geonameid: 99000001,
      lat: 44.12,
      lon: 15.24,
      cc3: "XLO",
      resolution: 4,
    },
    event_text: ["struck", "strike", "the attack", "the strike"],
    quad_code: 4,
    event_scale: -9.5,
    mode: ["heavy-weapons"],
    context: ["military"],
    size: { dead: 12 },
    text_info: { start: 125, end: 131 },
    cite_info: {
      title: "Minister denies strike on Port Ana",
      language: "en",
      publication: "The Example",
      codebook: "PLOVER 2.0",
    },
    coder: "sayso 0.1.0",
    comment: "disputed",
  })
})

test("gives who acted with office and Wikidata number, and the day of publication where no other is known", () => {
  expect(toPlover(exampleRecord).records[1]).toMatchObject({
    date: "2026-11-20",
    recipient: [
      {
        code: "XLO",
        sector: ["GOV"],
        entity_text: "Kovač",
        identifier_id: "Q4115189",
        identifier_text: "Ana Kovač",
        office: "Minister of Defence",
      },
    ],
    comment: "date of publication; the report does not say when",
  })
})

describe("leaves out", () => {
  test.each([
    ["what has no type", { type: null }, {}, "PLOVER has no type for it"],
    ["what did not happen", { status: sourced("negated") }, {}, "negated"],
    ["what is planned", { status: sourced("planned") }, {}, "planned"],
    ["what is possible", { status: sourced("possible") }, {}, "possible"],
    ["what is a condition or a wish", { status: sourced("hypothetical") }, {}, "hypothetical"],
    ["what nobody is named for", { actors: [] }, {}, "nobody is named who did it"],
    [
      "what needs a recipient and has none",
      { type: sourced("AID"), recipients: [] },
      {},
      "AID without somebody to whom it is done",
    ],
    [
      "what has no date at all",
      { time: null },
      { doc: { ...exampleRecord.doc, published: null } },
      "no date, neither its own nor the report's (--published gives one)",
    ],
    [
      "what somebody denies and the report does not vouch for",
      {},
      { claims: exampleRecord.claims.filter(({ id }) => id !== "c1") },
      "disputed, and not reported as having happened",
    ],
    [
      "what is only denied",
      {},
      { claims: exampleRecord.claims.filter(({ stance }) => stance === "denies") },
      "only denied",
    ],
  ] as const)("%s", (_, change, more, why) => {
    expect(toPlover(withEvent(change as Partial<CodedEvent>, more))).toEqual({
      records: [],
      leftOut: [{ id: "v1", why }],
      partiesLeftOut: [],
    })
  })
})

test("says in the comment that a code or a place is unsure", () => {
  const place = first?.place ?? null
  if (place === null) throw new Error("The example's first event has a place.")
  const entities = exampleRecord.entities.map((entity) =>
    entity.id === "e4" ? { ...entity, roles: entity.roles.map((role) => ({ ...role, score: 0.4 })) } : entity,
  )
  const record = withEvent({ place: { ...place, score: 0.4 } }, { entities })
  expect(toPlover(record).records[0]).toMatchObject({
    comment: "disputed; code of Lomaria's navy unsure; place unsure",
  })
})

test("leaves out parties that are unsure, and an event of which nobody else is known", () => {
  const [actor] = first?.actors ?? []
  if (actor === undefined) throw new Error("The example's first event has an actor.")
  const unsure = { ...actor, value: exampleRecord.entities[7]?.id ?? actor.value, score: 0.4 }
  const name = exampleRecord.entities[7]?.name
  expect(toPlover(withEvent({ actors: [actor, unsure] }))).toMatchObject({
    records: [{ actor: [{ identifier_text: "Lomaria's navy" }] }],
    leftOut: [],
    partiesLeftOut: [{ id: "v1", why: name }],
  })
  expect(toPlover(withEvent({ actors: [unsure] })).leftOut).toEqual([
    { id: "v1", why: "nobody is named who did it, but for somebody who is unsure" },
  ])
})

test("gives a stretch of days its first and last day", () => {
  const time = {
    ...(first?.time as NonNullable<CodedEvent["time"]>),
    value: { edtf: "2026-02", anchor: null },
  }
  expect(toPlover(withEvent({ time })).records[0]).toMatchObject({
    date: "2026-02-01",
    enddate: "2026-02-28",
  })
})

test.each([
  ["2018-04-14", "2018-04-14", "2018-04-14"],
  ["2018-04", "2018-04-01", "2018-04-30"],
  ["2016-02", "2016-02-01", "2016-02-29"],
  ["1900-02", "1900-02-01", "1900-02-28"],
  ["2018", "2018-01-01", "2018-12-31"],
  ["2018-21", "2018-01-01", "2018-12-31"],
  ["2018-04-14/2018-05", "2018-04-14", "2018-05-31"],
  ["2018-12-22/..", "2018-12-22", null],
  ["2018-12~", "2018-12-01", "2018-12-31"],
])("%s covers the days from %s to %s", (edtf, from, to) => {
  expect(toDays(edtf)).toEqual({ first: from, last: to })
})

test.each([["../2018-04"], ["2018-25"], ["2018-XX"], ["2018-02-30"], [""], ["soon"]])(
  "%j is no stretch of days",
  (edtf) => {
    expect(toDays(edtf)).toBeNull()
  },
)

test("takes the number of the mode that lies farthest from 0", () => {
  expect(scaleOf("RETREAT", ["resign", "disarm"])).toBe(10)
  expect(scaleOf("ASSAULT", ["beat", "unconventional"])).toBe(-10)
  expect(scaleOf("PROTEST", ["vandalize"])).toBe(-5)
  expect(scaleOf("REQUEST", [])).toBe(0)
})
