// Golden reports: each folder of test/reports has a page and the record that was last accepted for it.
//
// A record that is missing is written on your machine and refused in CI. When a page gives another record than the
// accepted one, the new one is written beside it as record-changed.json: read the difference, and if it is right, move
// it over record.json. `madeBy` is not compared, and scores may differ by a few hundredths, since processors round differently.
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { openReader, printJson, type ReportReader, readText } from "../src/node.ts"
import { listAnchors, verifyRecord } from "../src/record/index.ts"
import { checkRecord } from "../src/schema/check-record.ts"
import type { DocRecord } from "../src/schema/record.ts"

/** How much of the lines the native runtime must read as the accepted record has them. */
const LEAST_EQUAL_SHARE = 0.75

// Where other work takes the cores, reading a report with WebAssembly takes a quarter of a minute.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const reportsFolder = new URL("reports/", import.meta.url)
const reportNames = readdirSync(reportsFolder).sort()
const isCi = (process.env["CI"] ?? "") !== ""

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}

let reader: ReportReader
let sameEverywhere: ReportReader
beforeAll(async () => {
  reader = await openReader()
  sameEverywhere = await openReader({ runtime: "web" })
})
afterAll(async () => {
  await reader.close()
  await sameEverywhere.close()
})

describe.each(reportNames)("report %s", (name) => {
  const folder = new URL(`${name}/`, reportsFolder)
  const recordFile = new URL("record.json", folder)
  const changedFile = new URL("record-changed.json", folder)
  const bytes = readFileSync(new URL("report.html", folder))
  let fromPage: DocRecord
  beforeAll(async () => {
    fromPage = await reader.read(bytes)
  })

  it("gives the record that was accepted", async () => {
    rmSync(changedFile, { force: true })
    const printed = printJson(await sameEverywhere.read(bytes))
    if (!existsSync(recordFile)) {
      expect(
        isCi,
        `${name} has no record.json. Run this test on your machine, read what it writes, and add it.`,
      ).toBe(false)
      writeFileSync(recordFile, printed)
    }
    const accepted: DocRecord = JSON.parse(readFileSync(recordFile, "utf8"))
    const differences = compareRecords(accepted, JSON.parse(printed))
    if (differences.length > 0) writeFileSync(changedFile, printed)
    expect(
      differences,
      `${name}: read record-changed.json beside record.json; if it is right, move it over.`,
    ).toEqual([])
  })

  it("gives nearly all of its lines on the runtime that this machine prefers", () => {
    const accepted = new Set(listLines(JSON.parse(readFileSync(recordFile, "utf8"))))
    const found = listLines(fromPage)
    const equal = found.filter((line) => accepted.has(line)).length
    expect(equal / Math.max(found.length, accepted.size)).toBeGreaterThanOrEqual(LEAST_EQUAL_SHARE)
  })

  it("gives the same bytes when it is read twice", async () => {
    expect(printJson(await reader.read(bytes))).toBe(printJson(fromPage))
  })

  it("slices to the exact words at every place that its accepted record points to", () => {
    const { text } = readText(bytes).doc
    const checked = checkRecord(JSON.parse(readFileSync(recordFile, "utf8")))
    expect(checked).toMatchObject({ ok: true })
    if (!checked.ok) return
    const { record } = checked
    for (const { path, span, exact } of listAnchors(record)) {
      if (exact !== null) expect(text.slice(span.start, span.end), path).toBe(exact)
    }
    const verification = verifyRecord(record, { text, sha256: sha256(bytes) }, sha256)
    expect(verification.faults).toEqual([])
    expect(verification.exact).toBe(verification.anchors)
    expect(record.statements.length).toBeGreaterThan(0)
  })

  it("gives the same statements as a text file with its words", async () => {
    const { doc } = readText(bytes)
    const fromText = await reader.read(doc.text, {
      mediaType: "text/plain",
      published: doc.published?.edtf ?? null,
    })
    expect(fromText.doc.id).toBe(fromPage.doc.id)
    expect(fromText.statements).toEqual(fromPage.statements)
    expect(fromText.entities).toEqual(fromPage.entities)
  })

  it("gives the same lines when its text was wrapped at 72 characters, as in mail", async () => {
    const { doc } = readText(bytes)
    const published = doc.published?.edtf ?? null
    const whole = await reader.read(doc.text, { mediaType: "text/plain", published })
    const wrapped = await reader.read(wrapLines(doc.text, 72), { mediaType: "text/plain", published })
    const lines = (record: DocRecord) => listLines(record).map((line) => line.replaceAll("\\n", " "))
    expect(lines(wrapped)).toEqual(lines(whole))
  })

  it("gives the same lines with comments between its words", async () => {
    // Latin-1 keeps every byte as one character, so that a page in any encoding can be written back.
    const page = bytes.toString("latin1")
    const body = page.search(/<h1/i)
    const commented =
      page.slice(0, body) +
      page.slice(body).replaceAll("</p>", "<!-- “A remark,” said the editor. --></p><!--\n-->")
    const fromCommented = await reader.read(Buffer.from(commented, "latin1"))
    expect(fromCommented.doc.id).toBe(fromPage.doc.id)
    expect(fromCommented.statements).toEqual(fromPage.statements)
  })

  it("says where it comes from and under which licence", () => {
    const notes = readFileSync(new URL("NOTES.md", folder), "utf8")
    expect(notes).toMatch(/^- Source: .+ https:\/\//m)
    expect(notes).toMatch(/^- Published: \d{4}-\d\d-\d\d, by /m)
    expect(notes).toMatch(/^- Licence: /m)
    expect(notes).toMatch(/^Why it is here: /m)
    const published = /^- Published: (\S+),/m.exec(notes)?.[1]
    expect(readText(bytes).doc.published).toEqual({ edtf: published, anchor: null })
  })
})

/** The text with line breaks in place of spaces, where a line would be longer than `width`. */
function wrapLines(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => {
      const units = [...line]
      let [start, lastSpace] = [0, -1]
      for (const [at, unit] of units.entries()) {
        if (unit === " ") lastSpace = at
        if (at - start < width || lastSpace < start) continue
        units[lastSpace] = "\n"
        start = lastSpace + 1
      }
      return units.join("")
    })
    .join("\n")
}

/** Paths at which two records differ, with both values; at most ten. */
function compareRecords(accepted: DocRecord, found: DocRecord): readonly string[] {
  const { madeBy: _, ...acceptedRest } = accepted
  const { madeBy: __, ...foundRest } = found
  return [...findDifferences(acceptedRest, foundRest, "")].slice(0, 10)
}

function* findDifferences(one: unknown, other: unknown, path: string): Generator<string> {
  if (isObject(one) && isObject(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      yield* findDifferences(one[key], other[key], `${path}.${key}`)
    }
    return
  }
  if (one !== other) yield `${path}: ${JSON.stringify(one)} → ${JSON.stringify(other)}`
}

/** Each statement as one text: who, cue, words. Without ids, which shift when a line is added. */
function listLines({ statements }: DocRecord): readonly string[] {
  return statements.map(({ source, cue, content }) =>
    [source, cue, content].map((evidence) => JSON.stringify(evidence?.parts ?? null)).join(" "),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
}
