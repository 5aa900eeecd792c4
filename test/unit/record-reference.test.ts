// The reference of the record: it explains every field, and its examples are pieces of a real record.
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { CodePoints } from "../../src/document/code-points.ts"
import { listAnchors } from "../../src/record/index.ts"
import { recordShape } from "../../src/schema/record-shape.ts"
import { EXAMPLE_REPORT, exampleRecord as record } from "../helpers/example-record.ts"
import { listRecordFields } from "../helpers/record-fields.ts"

const reference = readFileSync(new URL("../../docs/reference/record.md", import.meta.url), "utf8")

/** Heading → what stands below it. */
const sections = new Map(
  reference.split(/^## /m).map((section) => [section.slice(0, section.indexOf("\n")), section]),
)

function codeBlocks(language: string): readonly string[] {
  return [...reference.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))].map(
    (match) => match[1] as string,
  )
}

/** `value` and everything in it. */
function* allWithin(value: unknown): Generator<unknown> {
  yield value
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) yield* allWithin(inner)
  }
}

describe("docs/reference/record.md", () => {
  it.each(listRecordFields().map(({ of, name }) => [`${of}.${name}`, of, name] as const))(
    "has a row for %s",
    (_, of, name) => {
      expect(sections.get(of)).toContain(`\n| \`${name}\` | `)
    },
  )

  it("has no row for a field that does not exist", () => {
    const known = new Set(listRecordFields().map(({ of, name }) => `${of}.${name}`))
    for (const [heading, section] of sections) {
      for (const [, name] of section.matchAll(/^\| `([^`]+)` \|/gm))
        expect(known).toContain(`${heading}.${name}`)
    }
  })

  it("gives rows in the order of the format", () => {
    for (const heading of new Set(listRecordFields().map(({ of }) => of))) {
      const rows = [...(sections.get(heading) ?? "").matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1])
      expect(rows).toEqual(listRecordFields().flatMap(({ of, name }) => (of === heading ? [name] : [])))
    }
  })

  it("names every word that a field can have", () => {
    const choices = [...allWithin(recordShape)].flatMap((value) =>
      typeof value === "object" &&
      value !== null &&
      "kind" in value &&
      value.kind === "choice" &&
      "values" in value
        ? (value.values as readonly (string | number)[])
        : [],
    )
    expect(choices.length).toBeGreaterThan(80)
    for (const choice of choices) expect(reference).toMatch(new RegExp(`\`"?${choice}"?\``))
  })

  it("shows the report that its examples are from", () => {
    expect(codeBlocks("text")[0]).toBe(EXAMPLE_REPORT)
  })

  it("shows pieces of that report's record", () => {
    const pieces = codeBlocks("json").map((block) => JSON.parse(block))
    expect(pieces.length).toBeGreaterThan(4)
    const values = [...allWithin(record)]
    for (const piece of pieces) expect(values).toContainEqual(piece)
    for (const value of [record.doc.id, record.doc.textLength, record.doc.title]) {
      expect(reference).toContain(`\`${JSON.stringify(value)}\``)
    }
  })

  it("shows a message that the checker gives", () => {
    const shown = /^statements\[2\]\.content\.parts\[0\]: span covers (\d+) UTF-16 units/m.exec(reference)
    expect(Number(shown?.[1])).toBe(record.statements[2]?.content.parts[0].exact.length)
  })

  it("is right about where UTF-16 units and code points part", () => {
    const codePoints = new CodePoints(EXAMPLE_REPORT)
    const ship = EXAMPLE_REPORT.indexOf("🚢")
    for (const { span } of listAnchors(record)) {
      expect(span.start - codePoints.fromUtf16(span.start)).toBe(span.start > ship ? 1 : 0)
    }
  })
})
