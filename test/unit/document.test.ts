import { describe, expect, it } from "vitest"
import { CodePoints } from "../../src/document/code-points.ts"
import { contextOf } from "../../src/document/context.ts"
import { findPartFault, makeEvidence } from "../../src/document/evidence.ts"
import { findAgain } from "../../src/document/find-again.ts"
import { Lines } from "../../src/document/lines.ts"
import { toSource } from "../../src/document/origin.ts"
import { unwrapLines } from "../../src/document/unwrap.ts"
import { readText } from "../../src/node.ts"
import type { Origin } from "../../src/schema/doc.ts"
import { type DocId, toDocId } from "../../src/schema/ids.ts"

const text = "“The talks were bombed,” Lavrov said, “along with Douma.”"
const doc = { id: "doc:00000000000000000000000000000000" as DocId, text }

describe("makeEvidence", () => {
  it("keeps both halves of an interrupted quotation", () => {
    expect(
      makeEvidence(doc, [
        { start: 0, end: 24 },
        { start: 38, end: 57 },
      ]),
    ).toEqual({
      doc: doc.id,
      parts: [
        { span: { start: 0, end: 24 }, exact: "“The talks were bombed,”" },
        { span: { start: 38, end: 57 }, exact: "“along with Douma.”" },
      ],
    })
  })

  it("takes nothing of a span but its two numbers", () => {
    const wide = { start: 25, end: 31, label: "source" }
    expect(makeEvidence(doc, [wide]).parts[0].span).toEqual({ start: 25, end: 31 })
  })

  it.each([
    ["is empty", [{ start: 3, end: 3 }]],
    ["ends before it starts", [{ start: 5, end: 3 }]],
    ["runs past the text", [{ start: 50, end: 58 }]],
    ["starts before the text", [{ start: -1, end: 3 }]],
    ["is not made of whole numbers", [{ start: 0.5, end: 3 }]],
    ["is no number", [{ start: Number.NaN, end: 3 }]],
    [
      "overlaps the one before",
      [
        { start: 0, end: 10 },
        { start: 9, end: 12 },
      ],
    ],
    [
      "comes before the one before",
      [
        { start: 20, end: 24 },
        { start: 0, end: 10 },
      ],
    ],
  ])("refuses a stretch that %s", (_, spans) => {
    expect(() => makeEvidence(doc, spans as [{ start: number; end: number }])).toThrow(
      "This is a bug in Sayso",
    )
  })

  it("says what the text has instead", () => {
    expect(findPartFault(text, { span: { start: 25, end: 31 }, exact: "Larvov" })).toBe(
      'the text has "Lavrov" where the record has "Larvov"',
    )
  })
})

describe("CodePoints", () => {
  it("counts a character beyond U+FFFF once and a lone half once", () => {
    const codePoints = new CodePoints("😀a\ud83d\ud83d\ude00")
    //                               0 1 2 3      4 5      units
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => codePoints.fromUtf16(offset))).toEqual([0, 0, 1, 2, 3, 3, 4])
    expect([0, 1, 2, 3, 4].map((offset) => codePoints.toUtf16(offset))).toEqual([0, 2, 3, 4, 6])
    expect(codePoints.length).toBe(4)
  })

  it("takes an offset outside the text as its nearer end", () => {
    const codePoints = new CodePoints("😀a")
    expect([-5, 99].map((offset) => codePoints.fromUtf16(offset))).toEqual([0, 2])
    expect([-5, 99].map((offset) => codePoints.toUtf16(offset))).toEqual([0, 3])
  })
})

describe("Lines", () => {
  it("gives line and column from 1", () => {
    const lines = new Lines("ab\ncd\r\nef\rg")
    expect([0, 2, 3, 5, 7, 9, 10, 11, 99].map((offset) => lines.at(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 3, column: 3 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
      { line: 4, column: 2 },
    ])
  })
})

describe("toSource", () => {
  // <p>Russia &amp; Iran</p> → “Russia & Iran” + an added line break
  //    3      10   15
  const origin: readonly Origin[] = [
    { kind: "verbatim", span: { start: 0, end: 7 }, sourceStart: 3, sourceEnd: 10 },
    { kind: "decoded", span: { start: 7, end: 8 }, sourceStart: 10, sourceEnd: 15 },
    { kind: "verbatim", span: { start: 8, end: 13 }, sourceStart: 15, sourceEnd: 20 },
    { kind: "added", span: { start: 13, end: 15 }, sourceStart: 20, sourceEnd: 20 },
  ]

  it.each([
    ["verbatim words", { start: 2, end: 6 }, { start: 5, end: 9 }],
    ["a decoded character", { start: 7, end: 8 }, { start: 10, end: 15 }],
    ["words across both", { start: 5, end: 10 }, { start: 8, end: 17 }],
    ["words and what was added after them", { start: 9, end: 15 }, { start: 16, end: 20 }],
    ["the whole text", { start: 0, end: 15 }, { start: 3, end: 20 }],
    ["what was added", { start: 13, end: 15 }, null],
    ["nothing", { start: 4, end: 4 }, null],
    ["what lies outside the text", { start: 40, end: 44 }, null],
  ])("gives the place of %s", (_, span, expected) => {
    expect(toSource({ origin }, span)).toEqual(expected)
  })

  it("runs from the first to the last character when the page has another order", () => {
    const swapped: readonly Origin[] = [
      { kind: "verbatim", span: { start: 0, end: 5 }, sourceStart: 50, sourceEnd: 55 },
      { kind: "verbatim", span: { start: 5, end: 9 }, sourceStart: 10, sourceEnd: 14 },
    ]
    expect(toSource({ origin: swapped }, { start: 3, end: 7 })).toEqual({ start: 10, end: 55 })
  })
})

describe("contextOf", () => {
  it("gives 32 units before and after", () => {
    const long = `${"abcdefghij".repeat(5)}HERE${"klmnopqrst".repeat(5)}`
    expect(contextOf(long, { start: 50, end: 54 })).toEqual({
      prefix: long.slice(18, 50),
      suffix: long.slice(54, 86),
    })
  })

  it("stops at the ends of the text", () => {
    expect(contextOf(text, { start: 0, end: text.length })).toEqual({ prefix: "", suffix: "" })
  })

  it.each([
    ["a surrogate pair", "😀"],
    ["a letter and its accent", "e\u0301"],
    ["a joined emoji", "👩\u200d👧"],
    ["a hand and its skin tone", "👍🏽"],
  ])("does not cut %s", (_, character) => {
    // One unit of the character lies within the 32, or all but one, and so on.
    for (let inside = 1; inside < character.length; inside++) {
      const padding = "x".repeat(32 - inside)
      expect(
        contextOf(`${character}${padding}HERE`, {
          start: character.length + 32 - inside,
          end: character.length + 36 - inside,
        }).prefix,
      ).toBe(padding)
      expect(contextOf(`HERE${padding}${character}`, { start: 0, end: 4 }).suffix).toBe(padding)
    }
  })
})

describe("findAgain", () => {
  const reprinted = "He said no. Then he said yes. At last he said no."

  it("takes the occurrence nearest the hint", () => {
    expect(findAgain(reprinted, "said no", { hint: 5 })).toEqual({ start: 3, end: 10 })
    expect(findAgain(reprinted, "said no", { hint: 40 })).toEqual({ start: 41, end: 48 })
    expect(findAgain(reprinted, "said no", { hint: 30 })).toEqual({ start: 41, end: 48 })
    expect(findAgain(reprinted, "said no", { hint: -7 })).toEqual({ start: 3, end: 10 })
    expect(findAgain(reprinted, "said no", { hint: 1e9 })).toEqual({ start: 41, end: 48 })
  })

  it("does not choose between two that are equally near", () => {
    expect(findAgain("no or no", "no", { hint: 3 })).toBeNull()
    expect(findAgain("no or no", "no", { hint: 2 })).toEqual({ start: 0, end: 2 })
  })

  it("finds nothing when the words are gone, or are none", () => {
    expect(findAgain(reprinted, "said maybe", { hint: 0 })).toBeNull()
    expect(findAgain(reprinted, "", { hint: 0 })).toBeNull()
  })
})

describe("toDocId", () => {
  it("is the beginning of the text's hash", () => {
    expect(toDocId("0123456789abcdef".repeat(4))).toBe("doc:0123456789abcdef0123456789abcdef")
  })
})

describe("unwrapLines", () => {
  const unwrapped = (text: string, mediaType: "text/plain" | "text/html") =>
    unwrapLines(readText(text, { mediaType }).doc).text

  it("puts spaces for breaks within the paragraphs of a wrapped text file, and leaves those between them", () => {
    const lines = [
      "The minister said on Friday that the talks had been bombed along",
      "with the sites in Douma, and that nobody would tell him who had",
      "helped the pilots. His deputy added that the ministry would give",
      "its answer in due course.",
    ]
    expect(unwrapped([...lines, "", ...lines].join("\n"), "text/plain")).toBe(
      `${lines.join(" ")}\n\n${lines.join(" ")}`,
    )
    expect(unwrapped(lines.join("\r\n"), "text/plain")).toBe(lines.join("  "))
  })

  it("knows a wrapped text of two lines by a sentence that goes on below", () => {
    const lines = [
      "Two fishermen were killed when border guards fired",
      "on their boat on Tuesday, the harbour office said.",
    ]
    expect(unwrapped(lines.join("\n"), "text/plain")).toBe(lines.join(" "))
    const apart = [
      "Two fishermen were killed on Tuesday, officials say",
      "Border guards fired on their boat near Port Seln.",
    ]
    expect(unwrapped(apart.join("\n"), "text/plain")).toBe(apart.join("\n"))
  })

  it("leaves lines that nobody wrapped", () => {
    const list = "Results of Sunday\nNorth 31\nSouth 12\nWest 7\nEast 3"
    expect(unwrapped(list, "text/plain")).toBe(list)
  })

  it("puts a space for a break of a page only where the sentence goes on", () => {
    const page = "<p>The ministry said on Friday<br>that it would answer.<br>London, 20 April</p>"
    expect(unwrapped(page, "text/html")).toContain("Friday that it would answer.\nLondon")
  })
})
