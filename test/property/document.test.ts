// What must hold of positions in any text whatever: surrogates, accents, right-to-left, control characters.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { encodeUtf8 } from "../../src/base/utf8.ts"
import { CodePoints } from "../../src/document/code-points.ts"
import { contextOf } from "../../src/document/context.ts"
import { findPartFault, makeEvidence } from "../../src/document/evidence.ts"
import { findAgain } from "../../src/document/find-again.ts"
import { Lines } from "../../src/document/lines.ts"
import type { DocId } from "../../src/schema/ids.ts"
import { hardText, textWithSpan } from "../helpers/random-text.ts"
import { seeded } from "../helpers/seed.ts"

const id = "doc:00000000000000000000000000000000" as DocId

describe("code points", () => {
  it("count as the language's own iteration does, and come back", () => {
    fc.assert(
      fc.property(hardText(), (text) => {
        const codePoints = new CodePoints(text)
        const characters = Array.from(text)
        expect(codePoints.length).toBe(characters.length)
        let offset = 0
        for (const [index, character] of characters.entries()) {
          expect(codePoints.fromUtf16(offset)).toBe(index)
          expect(codePoints.toUtf16(index)).toBe(offset)
          // Between the halves of a pair: the pair's own place.
          if (character.length === 2) expect(codePoints.fromUtf16(offset + 1)).toBe(index)
          offset += character.length
        }
        expect(codePoints.fromUtf16(text.length)).toBe(characters.length)
        expect(codePoints.toUtf16(characters.length)).toBe(text.length)
      }),
      seeded(500),
    )
  })
})

describe("evidence", () => {
  it("slices to its words wherever it is taken", () => {
    fc.assert(
      fc.property(textWithSpan(), ({ text, start, end }) => {
        fc.pre(start < end)
        const evidence = makeEvidence({ id, text }, [{ start, end }])
        expect(text.slice(evidence.parts[0].span.start, evidence.parts[0].span.end)).toBe(
          evidence.parts[0].exact,
        )
        expect(evidence.parts[0].exact).toHaveLength(end - start)
        // A record is written as JSON and read again: lone surrogates must survive that.
        expect(findPartFault(text, JSON.parse(JSON.stringify(evidence.parts[0])))).toBeNull()
      }),
      seeded(500),
    )
  })

  it("is found to be wrong as soon as one unit of the text differs", () => {
    fc.assert(
      fc.property(textWithSpan(), fc.nat(), ({ text, start, end }, place) => {
        fc.pre(start < end)
        const { parts } = makeEvidence({ id, text }, [{ start, end }])
        const changed = start + (place % (end - start))
        const other = text[changed] === "x" ? "y" : "x"
        const changedText = text.slice(0, changed) + other + text.slice(changed + 1)
        expect(findPartFault(changedText, parts[0])).not.toBeNull()
      }),
      seeded(300),
    )
  })
})

describe("context", () => {
  it("is what stands beside the words, at most 32 units, with no torn character at its far ends", () => {
    fc.assert(
      fc.property(textWithSpan(), ({ text, start, end }) => {
        const { prefix, suffix } = contextOf(text, { start, end })
        expect(text.slice(0, start).endsWith(prefix)).toBe(true)
        expect(text.slice(end).startsWith(suffix)).toBe(true)
        expect(prefix.length).toBeLessThanOrEqual(32)
        expect(suffix.length).toBeLessThanOrEqual(32)
        const from = start - prefix.length
        const to = end + suffix.length
        if (from > 0 && prefix !== "") expect(/^\p{M}/u.test(prefix)).toBe(false)
        for (const cut of [from, to]) {
          if (cut === start || cut === end) continue
          const isTorn =
            /[\ud800-\udbff]$/.test(text.slice(0, cut)) && /^[\udc00-\udfff]/.test(text.slice(cut))
          expect(isTorn).toBe(false)
        }
      }),
      seeded(500),
    )
  })
})

describe("findAgain", () => {
  it("finds words at their own place when the text is unchanged", () => {
    fc.assert(
      fc.property(textWithSpan(), ({ text, start, end }) => {
        fc.pre(start < end)
        expect(findAgain(text, text.slice(start, end), { hint: start })).toEqual({ start, end })
      }),
      seeded(300),
    )
  })

  it("gives the words or null, with any hint", () => {
    fc.assert(
      fc.property(textWithSpan(), hardText(5), fc.integer(), ({ text, start, end }, inserted, hint) => {
        const words = text.slice(start, end)
        const found = findAgain(inserted + text, words, { hint })
        if (found !== null) expect((inserted + text).slice(found.start, found.end)).toBe(words)
      }),
      seeded(300),
    )
  })
})

describe("lines", () => {
  it("count a break once, whether LF, CR or CR LF", () => {
    fc.assert(
      fc.property(hardText(), (text) => {
        const lines = new Lines(text)
        const split = text.split(/\r\n|\r|\n/)
        expect(lines.at(text.length)).toEqual({
          line: split.length,
          column: (split.at(-1) as string).length + 1,
        })
        expect(lines.at(0)).toEqual({ line: 1, column: 1 })
      }),
      seeded(300),
    )
  })
})

describe("encodeUtf8", () => {
  it("gives the bytes of the platform's encoder", () => {
    fc.assert(
      fc.property(hardText(), (text) => {
        expect(encodeUtf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
      }),
      seeded(500),
    )
  })
})
