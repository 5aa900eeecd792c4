import { describe, expect, it } from "vitest"
import { printJson, printJsonLine } from "../../src/base/json.ts"
import { listAnchors, toRecord, verifyRecord } from "../../src/record/index.ts"
import { checkRecord } from "../../src/schema/check-record.ts"
import type { AttributionId, DocId, MentionId } from "../../src/schema/ids.ts"
import type { Attribution, Reading } from "../../src/schema/reading.ts"
import type { DocRecord } from "../../src/schema/record.ts"
import { EXAMPLE_TEXT, MADE_BY, makeExampleReading, sha256 } from "../helpers/example-reading.ts"

const reading = makeExampleReading()
const record = toRecord(reading, MADE_BY, sha256)
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

  it("gives each source an entity, in text order, and leaves out mentions that are no source", () => {
    expect(record.entities.map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ["e1", "unknown", "Minister"],
      ["e2", "person", "Defence Minister Ana Kovač"],
      ["e3", "unknown", "The harbour office"],
      ["e4", "person", "Kovač"],
    ])
    expect(record.entities.every(({ link }) => link.kind === "unlinked" && link.why === "not-tried")).toBe(
      true,
    )
    expect(record.statements.map(({ speaker }) => speaker?.value ?? null)).toEqual([
      "e1",
      "e2",
      "e3",
      "e4",
      null,
    ])
    expect(record.statements[1]?.speaker?.evidence).toEqual([record.statements[1]?.source])
  })

  it("calls who a pronoun stands for a person only where the word says so", () => {
    const kindOf = (pronoun: string): string | undefined => {
      const text = `${pronoun} said no.`
      const { attributions, mentions, doc } = reading
      const docOfText = {
        ...doc,
        text,
        id: `doc:${sha256(new TextEncoder().encode(text)).slice(0, 32)}` as DocId,
      }
      const span = { start: 0, end: pronoun.length }
      const mention = {
        id: "m1" as MentionId,
        kind: "pronoun",
        number: null,
        span,
        head: span,
        score: 0.5,
      } as const
      const start = pronoun.length
      const attribution: Attribution = {
        ...(attributions[0] as Attribution),
        speaker: mention.id,
        cue: [{ start: start + 1, end: start + 5 }],
        content: [{ start: start + 6, end: start + 8 }],
        inside: null,
      }
      expect(mentions).toHaveLength(5)
      const made = toRecord(
        { ...reading, doc: docOfText, mentions: [mention], attributions: [attribution], problems: [] },
        MADE_BY,
        sha256,
      )
      return made.entities[0]?.kind
    }
    expect(["He", "she", "They", "It", "who", "We", "I"].map(kindOf)).toEqual([
      "person",
      "person",
      "unknown",
      "unknown",
      "unknown",
      "unknown",
      "person",
    ])
  })

  it("gives two statements of one source one entity", () => {
    const shared = reading.attributions.map((each) =>
      each.id === ("a2" as AttributionId) ? { ...each, speaker: "m2" as MentionId } : each,
    )
    const made = toRecord({ ...reading, attributions: shared }, MADE_BY, sha256)
    expect(made.entities.map(({ name }) => name)).toEqual([
      "Defence Minister Ana Kovač",
      "The harbour office",
      "Kovač",
    ])
    expect(made.statements.filter(({ speaker }) => speaker?.value === ("e1" as string))).toHaveLength(2)
  })

  it("puts an inner statement after its outer one, even when its words begin before", () => {
    // “Macron had no part in it,” RIA quoted Lavrov as saying: the inner source stands first.
    const swapped: Reading = {
      ...reading,
      attributions: reading.attributions.map((each) =>
        each.id === ("a2" as AttributionId) ? { ...each, inside: "a1" as AttributionId } : each,
      ),
    }
    const made = toRecord(swapped, MADE_BY, sha256)
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
    expect(printJson(toRecord(makeExampleReading(), MADE_BY, sha256))).toBe(printJson(record))
    expect(printJson(toRecord(reversed, MADE_BY, sha256))).toBe(printJson(record))
  })

  it("keeps no field that the format does not have", () => {
    const wide = {
      ...reading,
      doc: { ...reading.doc, published: { edtf: "2026-11-20", anchor: null, guessed: true } },
    }
    expect(printJson(toRecord(wide, { ...MADE_BY, host: "here" } as typeof MADE_BY, sha256))).toBe(
      printJson(record),
    )
  })

  it("passes its own checker and verifier", () => {
    expect(checkRecord(JSON.parse(printJsonLine(record)))).toEqual({ ok: true, record })
    const verification = verifyRecord(JSON.parse(printJson(record)), source, sha256)
    expect(verification).toEqual({
      anchors: [...listAnchors(record)].length,
      exact: verification.anchors,
      faults: [],
    })
    // 4 entities, 4 sources twice (as evidence of the speaker too), 5 cues, 6 contents, 2 quoted, venue, addressee, 1 problem.
    expect(verification.anchors).toBe(4 + 8 + 5 + 6 + 2 + 2 + 1)
  })

  it.each([
    ["a speaker that is no mention", { speaker: "m9" as MentionId }],
    ["an outer statement that is not there", { inside: "a9" as AttributionId }],
    ["words outside the text", { venue: { start: 0, end: 9999 } }],
  ])("refuses a reading with %s", (_, change) => {
    const attributions = [{ ...(reading.attributions[2] as Attribution), ...change }]
    expect(() => toRecord({ ...reading, attributions }, MADE_BY, sha256)).toThrow("This is a bug in Sayso")
  })

  it("refuses a reading whose document has the id of another text", () => {
    const doc = { ...reading.doc, text: `${reading.doc.text} ` }
    expect(() => toRecord({ ...reading, doc }, MADE_BY, sha256)).toThrow("is not the id of its text")
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
    expect(verifyRecord({ ...record, statements }, source, sha256).faults).toEqual([
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
