import { describe, expect, it } from "vitest"
import { printJson, printJsonLine } from "../../src/base/json.ts"
import { listAnchors, toRecord, verifyRecord } from "../../src/record/index.ts"
import { checkRecord } from "../../src/schema/check-record.ts"
import type { AttributionId, MentionId } from "../../src/schema/ids.ts"
import type { Attribution, Reading } from "../../src/schema/reading.ts"
import type { DocRecord } from "../../src/schema/record.ts"
import { EXAMPLE_TEXT, MADE_BY, makeExampleReading, sha256 } from "../helpers/example-reading.ts"
import { makeExampleResolution } from "../helpers/example-resolution.ts"

const reading = makeExampleReading()
const resolution = makeExampleResolution()
const record = toRecord(reading, resolution, MADE_BY, sha256)
const source = { text: EXAMPLE_TEXT, sha256: reading.doc.source.sha256 }

/** One statement on one line: id, who, cue, content, what it lies inside of. */
function summarize({ statements }: DocRecord): readonly string[] {
  const words = (evidence: DocRecord["statements"][number]["source"]): string =>
    evidence?.parts.map(({ exact }) => exact).join(" … ") ?? "–"
  return statements.map(
    ({ id, source, cue, content, inside }) =>
      `${id} ${words(source)} | ${words(cue)} | ${words(content)}${inside === null ? "" : ` | inside ${inside}`}`,
  )
}

describe("toRecord", () => {
  it("numbers statements by their place in the text, outer before inner", () => {
    expect(summarize(record)).toEqual([
      "s1 Minister | denies | strike",
      "s2 Defence Minister Ana Kovač | told | “We hit no ship,” … “and we never will.”",
      "s3 The harbour office | said | that Kovač had ordered the strike",
      "s4 Kovač | had ordered | the strike | inside s3",
      "s5 – | was reported | that a crane fell",
    ])
  })

  it("gives all mentions of one entity one line, in text order, and leaves out what no line points to", () => {
    expect(record.entities.map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ["e1", "person", "Ana Kovač"],
      ["e2", "place", "Port Ana"],
      ["e3", "place", "Lomar"],
      ["e4", "organization", "The harbour office"],
    ])
    // Of a name the name alone, without its title.
    expect(record.entities[0]?.mentions.map(({ exact, form, by }) => [exact, form, by])).toEqual([
      ["Minister", "nominal", "nominal"],
      ["Ana Kovač", "name", "name"],
      ["Kovač", "name", "surname"],
    ])
    expect(record.statements.map(({ speaker }) => speaker?.value ?? null)).toEqual([
      "e1",
      "e1",
      "e4",
      "e1",
      null,
    ])
    expect(record.statements[1]?.speaker?.evidence).toEqual([record.statements[1]?.source])
  })

  it("says of each speaker whether the words name it or lead to it", () => {
    expect(record.statements.map(({ speaker }) => speaker?.basis ?? null)).toEqual([
      "implied",
      "stated",
      "stated",
      "stated",
      null,
    ])
  })

  it("numbers events by their first mention, with who, when, where and how many", () => {
    expect(record.events.map(({ id, type, evidence }) => [id, type?.value ?? null, evidence.length])).toEqual(
      [
        ["v1", "ASSAULT", 2],
        ["v2", null, 1],
      ],
    )
    const [strike] = record.events
    expect(strike?.evidence[0].parts[0].exact).toBe("the strike")
    expect(strike?.actors.map(({ value }) => value)).toEqual(["e1"])
    expect(strike?.place?.value).toBe("e2")
    expect(strike?.time?.value.edtf).toBe("2026-11-20")
    expect(strike?.quantities.map(({ value }) => value)).toEqual([record.quantities[0]?.value])
  })

  it("takes an event's type from the first of its mentions that has one", () => {
    const [happening] = resolution.happenings
    const [index] = happening!.mentions
    const untyped = { ...reading.events[index]!, type: null, modes: [] }
    const events = [...reading.events, untyped]
    const mentions = [events.length - 1, index] as const
    const joined = { ...resolution, happenings: [{ ...happening!, mentions }] }
    const made = toRecord({ ...reading, events }, joined as typeof resolution, MADE_BY, sha256)
    expect(made.events[0]?.type?.value).toBe(reading.events[index]!.type)
  })

  it("has an event planned whose day is to come", () => {
    const happenings = resolution.happenings.map((each) => ({ ...each, isToCome: true }))
    const made = toRecord(reading, { ...resolution, happenings }, MADE_BY, sha256)
    expect(made.events.map(({ status }) => status.value)).toEqual(["planned", "planned"])
    expect(made.events[0]?.status.evidence).toHaveLength(2)
  })

  it("keeps every time, also one that does not say when, every amount, the dateline and places of venues", () => {
    expect(record.times.map(({ value }) => value?.edtf ?? null)).toEqual(["2026-11-20", null])
    expect(record.quantities.map(({ sort }) => sort)).toEqual(["count"])
    expect(record.doc.dateline).toBe("e3")
    expect(record.statements[1]?.venuePlace?.value).toBe("e3")
  })

  it("puts an inner statement after its outer one, even when its words begin before", () => {
    // “Macron had no part in it,” RIA quoted Lavrov as saying: the inner source stands first.
    const swapped: Reading = {
      ...reading,
      attributions: reading.attributions.map((each) =>
        each.id === ("a2" as AttributionId) ? { ...each, inside: "a1" as AttributionId } : each,
      ),
    }
    const made = toRecord(swapped, resolution, MADE_BY, sha256)
    expect(made.statements.slice(0, 2).map(({ cue, inside }) => [cue?.parts[0].exact, inside])).toEqual([
      ["told", null],
      ["denies", "s1"],
    ])
  })

  it("rounds scores to hundredths and never calls a line certain", () => {
    expect(record.statements.map(({ score }) => score)).toEqual([0.88, 0.99, 0.88, 0.88, 0.88])
    expect(record.statements[0]?.speaker?.score).toBe(0.91)
  })

  it("carries the problems, those of the whole report first", () => {
    expect(record.problems.map(({ code }) => code)).toEqual(["charset-guessed", "quote-not-closed"])
  })

  it("gives the same bytes on repeat, however the reading was ordered", () => {
    const reversed = {
      ...reading,
      mentions: [...reading.mentions].reverse(),
      attributions: [...reading.attributions].reverse(),
    }
    expect(printJson(toRecord(makeExampleReading(), makeExampleResolution(), MADE_BY, sha256))).toBe(
      printJson(record),
    )
    expect(printJson(toRecord(reversed, resolution, MADE_BY, sha256))).toBe(printJson(record))
  })

  it("keeps no field that the format does not have", () => {
    const wide = {
      ...reading,
      doc: { ...reading.doc, published: { edtf: "2026-11-20", anchor: null, guessed: true } },
    }
    expect(
      printJson(toRecord(wide, resolution, { ...MADE_BY, host: "here" } as typeof MADE_BY, sha256)),
    ).toBe(printJson(record))
  })

  it("passes its own checker and verifier", () => {
    expect(checkRecord(JSON.parse(printJsonLine(record)))).toEqual({ ok: true, record })
    const verification = verifyRecord(JSON.parse(printJson(record)), source, sha256)
    expect(verification).toEqual({
      anchors: [...listAnchors(record)].length,
      exact: verification.anchors,
      faults: [],
    })
    expect(verification.anchors).toBeGreaterThan(40)
  })

  it.each([
    ["a speaker that is no mention", { speaker: "m9" as MentionId }],
    ["an outer statement that is not there", { inside: "a9" as AttributionId }],
    ["words outside the text", { venue: { start: 0, end: 9999 } }],
  ])("refuses a reading with %s", (_, change) => {
    const attributions = [{ ...(reading.attributions[2] as Attribution), ...change }]
    const other = { ...resolution, venuePlaces: new Map() }
    expect(() => toRecord({ ...reading, attributions, voices: [] }, other, MADE_BY, sha256)).toThrow(
      "This is a bug in Sayso",
    )
  })

  it("refuses a reading whose document has the id of another text", () => {
    const doc = { ...reading.doc, text: `${reading.doc.text} ` }
    expect(() => toRecord({ ...reading, doc }, resolution, MADE_BY, sha256)).toThrow(
      "is not the id of its text",
    )
  })
})

describe("verifyRecord", () => {
  it("names the anchor whose words the text does not have", () => {
    const changed = EXAMPLE_TEXT.replace("told", "gave")
    const { anchors, exact, faults } = verifyRecord(record, { text: changed, sha256: null }, sha256)
    expect(anchors - exact).toBe(1)
    expect(faults.map(({ path }) => path)).toEqual(["doc.textSha256", "statements[1].cue.parts[0]"])
    expect(faults[1]?.message).toBe('the text has "gave" where the record has "told"')
  })

  it("finds all that lies after an inserted word", () => {
    const { anchors, exact, faults } = verifyRecord(
      record,
      { text: `Update. ${EXAMPLE_TEXT}`, sha256: null },
      sha256,
    )
    // Only the problem's place still lies in the text.
    expect([exact, faults.length]).toEqual([1, anchors - 1 + 2])
  })

  it("finds another source, even when the text is the same", () => {
    const { exact, anchors, faults } = verifyRecord(record, { ...source, sha256: "0".repeat(64) }, sha256)
    expect(exact).toBe(anchors)
    expect(faults.map(({ path }) => path)).toEqual(["doc.source.sha256"])
  })

  it("finds a statement inside one that does not hold it", () => {
    const statements = record.statements.map((each) => (each.id === "s4" ? { ...each, inside: "s2" } : each))
    // Without claims, whose chains would not fit either.
    expect(verifyRecord({ ...record, statements, claims: [] }, source, sha256).faults).toEqual([
      { path: "statements[3].inside", message: "the content of s2 does not hold this one" },
    ])
  })

  it("tells once of an anchor whose words were changed in the record", () => {
    const text = printJsonLine(record).replace('"exact":"denies"', '"exact":"confirms"')
    const { anchors, exact, faults } = verifyRecord(JSON.parse(text), source, sha256)
    expect(anchors - exact).toBe(1)
    expect(faults).toEqual([
      {
        path: "statements[0].cue.parts[0]",
        message: 'the text has "denies" where the record has "confirms"',
      },
    ])
  })

  it("gives no anchors for what is no record", () => {
    expect(verifyRecord({ format: 2 }, source, sha256)).toMatchObject({ anchors: 0, exact: 0 })
    expect(verifyRecord(null, source, sha256).faults).toEqual([
      { path: "", message: "expected an object, met null" },
    ])
  })
})
