import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { firstIndex } from "../../src/base/binary-search.ts"
import { hashText } from "../../src/base/hash.ts"
import { toHex } from "../../src/base/hex.ts"
import { areInOrder, compareIntervals, contains, joinIntervals, overlaps } from "../../src/base/intervals.ts"
import { printJson, printJsonLine } from "../../src/base/json.ts"
import { seededRandom } from "../../src/base/random.ts"
import { unreachable } from "../../src/base/unreachable.ts"
import { encodeUtf8 } from "../../src/base/utf8.ts"

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

describe("hexadecimal and hashes", () => {
  it("gives two digits a byte", () => {
    expect(toHex(Uint8Array.of(0, 9, 16, 255))).toBe("000910ff")
  })

  it("hashes a text as its UTF-8 bytes", () => {
    expect(hashText("“bombed” 😀", sha256)).toBe(
      createHash("sha256").update("“bombed” 😀", "utf8").digest("hex"),
    )
  })

  it("encodes a lone surrogate as U+FFFD", () => {
    expect([...encodeUtf8("a\ud83db")]).toEqual([0x61, 0xef, 0xbf, 0xbd, 0x62])
    expect([...encodeUtf8("\ud83d\ude00")]).toEqual([0xf0, 0x9f, 0x98, 0x80])
  })
})

describe("printJson", () => {
  it("keeps the order of keys and puts what fits on one line", () => {
    const long = "x".repeat(60)
    expect(printJson({ b: { start: 0, end: 5 }, a: [long, long], none: null })).toBe(
      [
        "{",
        '  "b": {"start": 0, "end": 5},',
        '  "a": [',
        `    "${long}",`,
        `    "${long}"`,
        "  ],",
        '  "none": null',
        "}",
        "",
      ].join("\n"),
    )
  })

  it("gives what JSON.parse reads as the same value", () => {
    const value = {
      text: "“😀”\ud800\n",
      list: [[], {}, [1.5, -0.25, true, false, null]],
      nested: { "a b": { c: "d" } },
    }
    expect(JSON.parse(printJson(value))).toEqual(value)
    expect(JSON.parse(printJsonLine(value))).toEqual(value)
    expect(printJsonLine(value)).toBe(JSON.stringify(value))
  })

  it.each([
    ["undefined", { score: undefined }],
    ["not a number", { score: Number.NaN }],
    ["infinite", { score: Number.POSITIVE_INFINITY }],
    ["a function", { score: () => 1 }],
  ])("refuses a value that is %s and names its place", (_, value) => {
    expect(() => printJson(value)).toThrow(/^value\.score is /)
    expect(() => printJsonLine([value])).toThrow(/^score is /)
  })
})

describe("intervals", () => {
  it("share a position or do not", () => {
    expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 5 })).toBe(true)
    expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false)
    expect(overlaps({ start: 2, end: 2 }, { start: 0, end: 5 })).toBe(false)
  })

  it("hold one another with ends that meet", () => {
    expect(contains({ start: 0, end: 3 }, { start: 0, end: 3 })).toBe(true)
    expect(contains({ start: 0, end: 3 }, { start: 1, end: 4 })).toBe(false)
  })

  it("come in order, the longer first", () => {
    const sorted = [
      { start: 4, end: 5 },
      { start: 0, end: 2 },
      { start: 0, end: 9 },
    ].sort(compareIntervals)
    expect(sorted.map(({ end }) => end)).toEqual([9, 2, 5])
    expect(
      areInOrder([
        { start: 0, end: 2 },
        { start: 2, end: 3 },
      ]),
    ).toBe(true)
    expect(
      areInOrder([
        { start: 0, end: 3 },
        { start: 2, end: 5 },
      ]),
    ).toBe(false)
    expect(areInOrder([])).toBe(true)
  })

  it("join when they touch", () => {
    expect(
      joinIntervals([
        { start: 5, end: 7 },
        { start: 0, end: 2 },
        { start: 2, end: 3 },
        { start: 9, end: 9 },
      ]),
    ).toEqual([
      { start: 0, end: 3 },
      { start: 5, end: 7 },
    ])
  })
})

describe("firstIndex", () => {
  it("gives the first place past which the answer stays yes", () => {
    const numbers = [1, 3, 3, 8]
    const firstAtLeast = (limit: number) =>
      firstIndex(numbers.length, (index) => (numbers[index] as number) >= limit)
    expect([0, 1, 2, 3, 4, 8, 9].map(firstAtLeast)).toEqual([0, 0, 1, 1, 3, 3, 4])
    expect(firstIndex(0, () => true)).toBe(0)
  })
})

describe("seededRandom", () => {
  it("gives the same numbers for one seed, others for another", () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: 5 }, () => random.next())
    }
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })

  it("spreads evenly over a range and stays inside it", () => {
    const random = seededRandom(7)
    const counts = [0, 0, 0, 0]
    for (let draw = 0; draw < 40_000; draw++) counts[random.below(4)]!++
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
    expect(random.below(0)).toBe(0)
    expect(["a", "b"]).toContain(random.pick(["a", "b"]))
    expect(() => random.pick([])).toThrow()
  })
})

describe("unreachable", () => {
  it("says what it met", () => {
    expect(() => unreachable("sings" as never)).toThrow('Unexpected "sings"')
  })
})
