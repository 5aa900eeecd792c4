import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import { beforeAll, describe, expect, it } from "vitest"
import { checkRecord } from "../../src/schema/check-record.ts"
import type { Span } from "../../src/schema/positions.ts"
import type { DocRecord } from "../../src/schema/record.ts"
import { choice, object, type Shape, variants, wholeNumber } from "../../src/schema/shape.ts"
import { printRecordSchema, RECORD_SCHEMA_FILE } from "../../tools/build-schema.ts"
import { exampleRecord as record } from "../helpers/example-record.ts"
import { listRecordFields } from "../helpers/record-fields.ts"

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A copy of the example record with `value` at `path` (`undefined` takes the field away). */
function withValue(path: readonly (string | number)[], value: Json | undefined): unknown {
  const copy = JSON.parse(JSON.stringify(record))
  let parent = copy
  for (const key of path.slice(0, -1)) parent = parent[key]
  const last = path.at(-1) as string | number
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

type Broken = readonly [
  what: string,
  path: readonly (string | number)[],
  value: Json | undefined,
  fault: string,
]

const span = ["statements", 2, "content", "parts", 0, "span"] as const

/** Broken in one field: the checker and the JSON Schema both must see it. */
const BROKEN_SHAPES: readonly Broken[] = [
  [
    "an earlier format",
    ["format"],
    1,
    "format: is 1; the record was made by an earlier version of Sayso: read the report again",
  ],
  [
    "a later format",
    ["format"],
    3,
    "format: is 3; the record was made by a later version of Sayso: install a newer one",
  ],
  ["no statements", ["statements"], undefined, "statements: is missing"],
  [
    "a field that the format does not know",
    ["doc", "text"],
    "…",
    'doc: has a field that the format does not know: "text"',
  ],
  [
    "a number as text",
    ["doc", "textLength"],
    "12",
    'doc.textLength: expected a whole number from 0 to 9007199254740991, met "12"',
  ],
  [
    "half an offset",
    [...span, "start"],
    1.5,
    "statements[2].content.parts[0].span.start: expected a whole number from 0 to 9007199254740991, met 1.5",
  ],
  [
    "an offset before the text",
    [...span, "start"],
    -1,
    "statements[2].content.parts[0].span.start: expected a whole number from 0 to 9007199254740991, met -1",
  ],
  [
    "a score above 1",
    ["statements", 0, "score"],
    1.01,
    "statements[0].score: expected a number from 0 to 1, met 1.01",
  ],
  [
    "a kind that does not exist",
    ["statements", 0, "kind"],
    "sings",
    'statements[0].kind: expected one of "says", "asks", "believes", "intends", "orders", "shows", met "sings"',
  ],
  [
    "a hash in capitals",
    ["doc", "source", "sha256"],
    "A".repeat(64),
    `doc.source.sha256: expected text like ^[0-9a-f]{64}$, met "${"A".repeat(40)}…"`,
  ],
  [
    "a content without words",
    ["statements", 0, "content", "parts"],
    [],
    "statements[0].content.parts: expected a list that is not empty, met a list of 0",
  ],
  ["no content", ["statements", 0, "content"], null, "statements[0].content: expected an object, met null"],
  [
    "a list where an object must be",
    ["statements", 0, "content"],
    [],
    "statements[0].content: expected an object, met a list of 0",
  ],
  ["an object where a list must be", ["entities"], {}, "entities: expected a list, met an object"],
  [
    "a link of no known kind",
    ["entities", 0, "link", "kind"],
    "guessed",
    'entities[0].link.kind: expected one of "linked", "unlinked", met "guessed"',
  ],
  [
    "a link that lacks a field",
    ["entities", 0, "link"],
    { kind: "linked", to: "wikidata:Q1", score: 1 },
    "entities[0].link.rivals: is missing",
  ],
  ["an empty name", ["entities", 0, "name"], "", 'entities[0].name: expected text that is not empty, met ""'],
  [
    "an id with a leading zero",
    ["statements", 0, "id"],
    "s01",
    'statements[0].id: expected text like ^s[1-9][0-9]*$, met "s01"',
  ],
  [
    "a link without its register",
    ["entities", 0, "link", "to"],
    "Q1",
    "entities[0].link.to: expected text like ",
  ],
  [
    "a place beyond the pole",
    ["entities", 1, "position", "latitude"],
    90.5,
    "entities[1].position.latitude: expected a number from -90 to 90, met 90.5",
  ],
  [
    "a precision that does not exist",
    ["entities", 1, "position", "precision"],
    7,
    "entities[1].position.precision: expected one of 1, 2, 3, 4, 5, 6, met 7",
  ],
  [
    "a type that PLOVER lacks",
    ["events", 0, "type", "value"],
    "DEMAND",
    "events[0].type.value: expected one of ",
  ],
  ["an event of no status", ["events", 0, "status"], null, "events[0].status: expected an object, met null"],
  [
    "an event without words",
    ["events", 0, "evidence"],
    [],
    "events[0].evidence: expected a list that is not empty",
  ],
  [
    "a bound that does not exist",
    ["quantities", 0, "value", "bound"],
    "some",
    'quantities[0].value.bound: expected one of "exact", "about", "atLeast", "atMost", "range", met "some"',
  ],
  [
    "a range with one number",
    ["quantities", 1, "value"],
    { bound: "range", value: 3, unit: "boat", outOf: null },
    "quantities[1].value.low: is missing",
  ],
  [
    "an amount as text",
    ["quantities", 0, "value", "value"],
    "12",
    'quantities[0].value.value: expected a number, met "12"',
  ],
  [
    "a claim about nothing",
    ["claims", 0, "proposition", "kind"],
    "all",
    "claims[0].proposition.kind: expected one of ",
  ],
  [
    "a claim without a voice",
    ["claims", 0, "chain"],
    [],
    "claims[0].chain: expected a list that is not empty",
  ],
  ["a problem that does not exist", ["problems", 0, "code"], "odd", "problems[0].code: expected one of "],
  [
    "a field named like a built-in",
    ["doc", "constructor"],
    1,
    'doc: has a field that the format does not know: "constructor"',
  ],
]

/** Every field is as it must be, but they contradict each other: only the checker sees it. */
const CONTRADICTIONS: readonly Broken[] = [
  [
    "a span that ends before it starts",
    [...span],
    { start: 60, end: 40 },
    "statements[2].content.parts[0].span: ends (40) before it starts (60)",
  ],
  [
    "a span past the text",
    ["problems", 1, "span"],
    { start: 0, end: 9999 },
    "problems[1].span: ends at 9999, after the text's last character at ",
  ],
  [
    "words of another length",
    ["statements", 0, "cue", "parts", 0, "exact"],
    "denied it",
    "statements[0].cue.parts[0]: span covers 6 UTF-16 units, exact has 9",
  ],
  [
    "evidence from another report",
    ["statements", 0, "cue", "doc"],
    `doc:${"0".repeat(32)}`,
    `statements[0].cue.doc: is doc:${"0".repeat(32)}, but the record is of doc:`,
  ],
  ["an id that is not the text's", ["doc", "textSha256"], "0".repeat(64), "doc.id: is doc:"],
  ["an id twice", ["statements", 1, "id"], "s1", "statements[1].id: s1 is the id of an earlier statement"],
  ["an entity's id twice", ["entities", 1, "id"], "e1", "entities[1].id: e1 is the id of an earlier entity"],
  [
    "a speaker that is no entity",
    ["statements", 0, "speaker", "value"],
    "e77",
    "statements[0].speaker.value: e77 is no entity of this record",
  ],
  [
    "an outer statement that is not there",
    ["statements", 4, "inside"],
    "s77",
    "statements[4].inside: s77 is no statement of this record",
  ],
  [
    "a statement inside itself",
    ["statements", 4, "inside"],
    "s5",
    "statements[4].inside: s5 lies inside itself",
  ],
  ["two inside each other", ["statements", 3, "inside"], "s5", "statements[3].inside: s4 lies inside itself"],
  ["an event's id twice", ["events", 1, "id"], "v1", "events[1].id: v1 is the id of an earlier event"],
  ["a claim's id twice", ["claims", 1, "id"], "c1", "claims[1].id: c1 is the id of an earlier claim"],
  [
    "an actor that is no entity",
    ["events", 0, "actors", 0, "value"],
    "e77",
    "events[0].actors[0].value: e77 is no entity of this record",
  ],
  [
    "a place that is no entity",
    ["events", 0, "place", "value"],
    "e77",
    "events[0].place.value: e77 is no entity",
  ],
  [
    "a dateline that is no entity",
    ["doc", "dateline"],
    "e77",
    "doc.dateline: e77 is no entity of this record",
  ],
  [
    "a claim about an event that is not there",
    ["claims", 0, "proposition", "event"],
    "v77",
    "claims[0].proposition.event: v77 is no event of this record",
  ],
  [
    "a voice in a statement that is not there",
    ["claims", 1, "chain", 1, "statement"],
    "s77",
    "claims[1].chain[1].statement: s77 is no statement of this record",
  ],
  [
    "a voice that is not the statement's speaker",
    ["claims", 1, "chain", 1, "entity"],
    "e8",
    "claims[1].chain[1]: the speaker of s1 is e1",
  ],
  [
    "a voice out of its nest",
    ["claims", 2, "chain", 1],
    { kind: "entity", entity: "e8", statement: "s6" },
    "claims[2].chain[2]: s5 lies inside s4, but the voice before it is that of s6",
  ],
  [
    "a chain that lacks its outer voices",
    ["claims", 2, "chain"],
    [
      { kind: "outlet", name: "The Example" },
      { kind: "entity", entity: "e7", statement: "s5" },
    ],
    "claims[2].chain[1]: s5 lies inside s4, but the voice before it is the outlet",
  ],
  [
    "a chain that does not begin with the outlet",
    ["claims", 0, "chain"],
    [{ kind: "entity", entity: "e1", statement: "s1" }],
    "claims[0].chain[0]: the outlet stands at the beginning",
  ],
  [
    "another outlet",
    ["claims", 0, "chain", 0, "name"],
    "Other",
    "claims[0].chain[0].name: is Other, but doc.outlet is The Example",
  ],
  [
    "two stands of one voice on one matter",
    ["claims", 2, "chain"],
    [
      { kind: "outlet", name: "The Example" },
      { kind: "entity", entity: "e1", statement: "s2" },
    ],
    "claims[2]: the same voice has a stand on the same matter in c2 already",
  ],
  [
    "a range the wrong way round",
    ["quantities", 1, "value", "low"],
    9,
    "quantities[1].value: is from 9 to 5",
  ],
  [
    "a source without a speaker",
    ["statements", 0, "speaker"],
    null,
    "statements[0].speaker: and source: one is null, the other is not",
  ],
  [
    "a direct statement without quotation",
    ["statements", 2, "quoted"],
    [],
    "statements[2].quoted: is empty, but mode is direct",
  ],
  [
    "an indirect one with quotation",
    ["statements", 2, "mode"],
    "indirect",
    "statements[2].quoted: is not empty, but mode is indirect",
  ],
]

function messages(value: unknown): readonly string[] {
  const checked = checkRecord(value)
  return checked.ok ? [] : checked.faults.map(({ path, message }) => `${path}: ${message}`)
}

describe("checkRecord", () => {
  it("lets a record pass as it is", () => {
    const value: unknown = JSON.parse(JSON.stringify(record))
    const checked = checkRecord(value)
    expect(checked).toEqual({ ok: true, record })
    expect(checked.ok && checked.record).toBe(value)
  })

  it.each([...BROKEN_SHAPES, ...CONTRADICTIONS])(
    "says where and what is wrong with %s",
    (_, path, value, fault) => {
      expect(messages(withValue(path, value)).some((message) => message.startsWith(fault))).toBe(true)
    },
  )

  it("sees parts out of order", () => {
    const parts = [...(record.statements[2]?.content.parts ?? [])].reverse() as unknown as Json
    expect(messages(withValue(["statements", 2, "content", "parts"], parts))).toEqual([
      "statements[2].content.parts: are out of text order, or overlap",
    ])
  })

  it.each(["entities", "events", "claims", "times", "quantities"] as const)(
    "sees %s out of order",
    (list) => {
      const reversed = record[list].toReversed() as unknown as Json
      expect(messages(withValue([list], reversed)).join("\n")).toContain(
        `${list}[1]: should stand before ${list}[0]`,
      )
    },
  )

  it("sees mentions of an entity out of order", () => {
    const mentions = record.entities[0]?.mentions.toReversed() as unknown as Json
    expect(messages(withValue(["entities", 0, "mentions"], mentions))).toContain(
      "entities[0].mentions: are out of text order, or twice the same",
    )
  })

  it("sees quoted words outside the content", () => {
    const cue = record.statements[2]?.cue?.parts[0] as unknown as Json
    expect(messages(withValue(["statements", 2, "quoted"], [cue]))).toEqual([
      "statements[2].quoted[0].span: lies outside the statement's content",
    ])
  })

  it("lets a record pass from which a program took lines away", () => {
    const statements = record.statements.filter(({ id }) => id === "s2")
    const claims = record.claims.filter(({ id }) => id === "c1" || id === "c7")
    expect(checkRecord({ ...record, statements, claims, times: [] }).ok).toBe(true)
  })

  it.each([
    ["null", null],
    ["a text", "record"],
    ["a number", Number.NaN],
    ["a list", []],
    ["nothing", undefined],
    ["an object with a prototype field", JSON.parse('{"__proto__": {"format": 1}}')],
  ])("refuses %s", (_, value) => {
    expect(checkRecord(value).ok).toBe(false)
  })

  it("stops at 100 faults", () => {
    const checked = checkRecord({ ...record, statements: Array.from({ length: 100_000 }, () => 7) })
    expect(checked.ok ? 0 : checked.faults.length).toBe(100)
    const twins = { ...record, statements: Array.from({ length: 1_000 }, () => record.statements[0]) }
    const checkedTwins = checkRecord(twins)
    expect(checkedTwins.ok ? 0 : checkedTwins.faults.length).toBe(100)
  })

  it("is not overcome by depth", () => {
    let deep: unknown = {}
    for (let level = 0; level < 100_000; level++) deep = level % 2 === 0 ? [deep] : { span: deep }
    expect(checkRecord(deep).ok).toBe(false)
    expect(checkRecord({ ...record, problems: [deep] }).ok).toBe(false)
  })

  it("takes time that grows with the record, also for a long chain of statements", () => {
    const first = record.statements[0] as DocRecord["statements"][number]
    const chain = Array.from({ length: 50_000 }, (_, index) => ({
      ...first,
      id: `s${index + 1}`,
      inside: index === 0 ? null : `s${index}`,
    }))
    expect(checkRecord({ ...record, claims: [], statements: chain }).ok).toBe(true)
    expect(checkRecord({ ...record, claims: [], statements: chain.toReversed() }).ok).toBe(true)
  })
})

describe("the JSON Schema", () => {
  let validate: (value: unknown) => boolean
  beforeAll(() => {
    const schema = JSON.parse(readFileSync(RECORD_SCHEMA_FILE, "utf8"))
    const compiled = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
    validate = (value) => compiled(value)
  })

  it("in docs/reference is the one that the checker's shape gives (node tools/build-schema.ts writes it)", () => {
    expect(readFileSync(RECORD_SCHEMA_FILE, "utf8")).toBe(printRecordSchema())
  })

  it("accepts a record", () => {
    expect(validate(JSON.parse(JSON.stringify(record)))).toBe(true)
  })

  it.each(BROKEN_SHAPES)("refuses %s", (_, path, value) => {
    expect(validate(withValue(path, value))).toBe(false)
  })

  it.each(CONTRADICTIONS)("cannot see %s, which only the checker does", (_, path, value) => {
    expect(validate(withValue(path, value))).toBe(true)
  })

  it("says of each field what it is, in the place or where its shape is defined", () => {
    const schema = printRecordSchema()
    expect(schema).toContain("UTF-16 code units")
    const fields = listRecordFields()
    expect(fields.length).toBeGreaterThan(100)
    for (const { name } of fields) expect(schema).toContain(`"${name.split(".").at(-1)}": {`)
  })
})

describe("shapes", () => {
  it("do not compile when they say more, less or other than the type", () => {
    // @ts-expect-error: `end` is missing.
    object<Span>("", { start: wholeNumber("") })
    // @ts-expect-error: a Span has no `length`.
    object<Span>("", { start: wholeNumber(""), end: wholeNumber(""), length: wholeNumber("") })
    // @ts-expect-error: `end` is a number.
    object<Span>("", { start: wholeNumber(""), end: choice("", "end") })
    // @ts-expect-error: one of the two is missing.
    const narrow: Shape<"network" | "rule"> = choice("", "network")
    // @ts-expect-error: one too many.
    const wide: Shape<"network"> = choice("", "network", "rule")
    // @ts-expect-error: the variant "b" is missing.
    variants<{ kind: "a" } | { kind: "b" }>("", { a: object<{ kind: "a" }>("", { kind: choice("", "a") }) })
    expect([narrow.rule.kind, wide.rule.kind]).toEqual(["choice", "choice"])
  })
})
