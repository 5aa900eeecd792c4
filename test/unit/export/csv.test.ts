import { expect, test } from "vitest"
import { csvHeader, csvRows } from "../../../src/export/index.ts"
import type { DocRecord } from "../../../src/schema/record.ts"
import { EXAMPLE_REPORT, exampleRecord } from "../../helpers/example-record.ts"

/** Cells of RFC 4180. */
function parse(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'))
    if (end === "\n") rows.push([])
  }
  return rows.slice(0, -1)
}

function table(name: "statements" | "events", long: boolean, record: DocRecord = exampleRecord) {
  const [header = [], ...rows] = parse(csvHeader(name, long) + csvRows(name, long, "in/a,b.txt", record))
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index]])))
}

// A contract: columns may be added at the end; anything else makes a new version.
test("has the header of version 1", () => {
  expect(csvHeader("statements", false)).toBe(
    "format,file,doc,id,inside,kind,mode,source,source_utf16,speaker,speaker_id,speaker_code,speaker_link,speaker_words,speaker_utf16,cue,cue_utf16,content,content_utf16,quoted,quoted_utf16,venue,venue_utf16,venue_place,venue_place_id,venue_place_code,venue_place_link,venue_place_words,venue_place_utf16,addressee,addressee_utf16,score,certainty,outlet,published,title,url\n",
  )
  expect(csvHeader("events", false)).toBe(
    "format,file,doc,id,type,type_words,type_utf16,mode,context,status,status_words,status_utf16,standing,time,time_words,time_utf16,actor,actor_id,actor_code,actor_link,actor_words,actor_utf16,recipient,recipient_id,recipient_code,recipient_link,recipient_words,recipient_utf16,place,place_id,place_code,place_link,place_words,place_utf16,place_latitude,place_longitude,place_precision,instrument,instrument_utf16,amount,amount_words,amount_utf16,amount_unit,mention,mention_utf16,said_by,not_vouched_for_by,denied_by,score,certainty,outlet,published,title,url\n",
  )
  expect(csvHeader("events", true)).toBe(
    "format,file,doc,id,field,number,value,entity,code,link,words,utf16,basis,score\n",
  )
  expect(csvHeader("statements", true)).toBe(csvHeader("events", true))
})

test("gives a row a statement, words beside places, several joined", () => {
  const rows = table("statements", false)
  expect(rows).toHaveLength(9)
  expect(rows[2]).toMatchObject({
    format: "sayso-statements-1",
    file: "in/a,b.txt",
    id: "s3",
    source: "she",
    speaker: "Ana Kovač",
    speaker_code: "XLO/GOV",
    speaker_link: "wikidata:Q4115189",
    content: "“We hit no ship,”|“and we never will.”",
    content_utf16: "209-226|270-290",
    venue_place: "Lomar",
    score: "0.97",
    certainty: "clear",
    outlet: "The Example",
  })
})

test("gives a row an event, with standing and who says so", () => {
  const [row] = table("events", false)
  expect(row).toMatchObject({
    id: "v1",
    type: "ASSAULT",
    standing: "disputed",
    time: "2026-11-18",
    time_words: "Wednesday",
    actor_code: "XLO/MIL",
    place_precision: "1",
    amount: ">=12",
    amount_unit: "killed",
    mention: "struck|strike|the attack|the strike",
    said_by: "the report|a witness",
    denied_by: "Ana Kovač",
  })
})

test("has for each value its place, and the text has the value there", () => {
  for (const row of [...table("statements", false), ...table("events", false)]) {
    for (const column of ["source", "cue", "content", "venue", "addressee", "mention", "instrument"]) {
      const words = (row[column] ?? "").split("|")
      const places = (row[`${column}_utf16`] ?? "").split("|")
      expect(places).toHaveLength(words.length)
      for (const [index, place] of places.entries()) {
        if (place === "") continue
        const [start, end] = place.split("-").map(Number)
        expect(EXAMPLE_REPORT.slice(start, end)).toBe(words[index])
      }
    }
  }
})

test("escapes bars in values and quotes cells", () => {
  const [event] = exampleRecord.events
  if (event === undefined) throw new Error("The example has events.")
  const record = { ...exampleRecord, events: [{ ...event, modes: ["a|b", "c\\d", 'e"f\ng'] }] }
  expect(table("events", false, record)[0]?.["mode"]).toBe('a\\|b|c\\\\d|e"f\ng')
})

test("gives a row a value in the long form, unescaped", () => {
  const rows = table("events", true).filter(({ id, field }) => id === "v1" && field === "mention")
  expect(rows.map(({ number, value, utf16 }) => [number, value, utf16])).toEqual([
    ["1", "struck", "125-131"],
    ["2", "strike", "16-22"],
    ["3", "the attack", "388-398"],
    ["4", "the strike", "448-458"],
  ])
})

test("has in the long form every value of the wide one", () => {
  const long = table("statements", true)
  for (const row of table("statements", false)) {
    const contents = long.filter(({ id, field }) => id === row["id"] && field === "content")
    expect(contents.map(({ value }) => value).join("|")).toBe(row["content"])
  }
})
