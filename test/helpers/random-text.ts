// Random texts that are hard on offsets: what users of other annotation tools reported as shifted highlights.
import fc from "fast-check"

/** Stretches each of which has broken somebody's offsets: what it is stands beside it. */
const HARD_STRETCHES = [
  "😀", // beyond U+FFFF: two units, one code point
  "👩‍👩‍👧", // joined by U+200D
  "👍🏽", // with a skin tone
  "🇷🇺", // two regional indicators
  "e\u0301", // combining accent
  "a\u0323\u0307", // two of them
  "\ud83d", // half of a pair
  "\ude00", // the other half
  "السلام عليكم", // right to left
  "שלום\u200f",
  "\u202eabc\u202c", // forced right to left
  "\r\n",
  "\n\n",
  "\r",
  "\u2028",
  "\u00ad", // soft hyphen
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\0",
  "“The talks were bombed,” ",
  "Lavrov said. ",
  "«Non», ",
  "'", // plain mark
  '"',
  "  ",
  "&amp;",
  "中文报道",
]

/** Up to `maxStretches` stretches of such text, mixed with arbitrary UTF-16 units. */
export function hardText(maxStretches = 30): fc.Arbitrary<string> {
  const stretch = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HARD_STRETCHES) },
    { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 6 }).map(fromCodePoints),
    },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 }).map(fromUnits) },
  )
  return fc.array(stretch, { maxLength: maxStretches }).map((stretches) => stretches.join(""))
}

function fromCodePoints(codePoints: readonly number[]): string {
  return String.fromCodePoint(...codePoints)
}

function fromUnits(units: readonly number[]): string {
  return String.fromCharCode(...units)
}

/** A text and a stretch of it, possibly empty. */
export function textWithSpan(): fc.Arbitrary<{ text: string; start: number; end: number }> {
  return fc
    .tuple(hardText(), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([text, one, other]) => {
      const ends = [Math.floor(one * (text.length + 1)), Math.floor(other * (text.length + 1))]
      const inText = ends.map((offset) => Math.min(offset, text.length)).sort((a, b) => a - b)
      return { text, start: inText[0] as number, end: inText[1] as number }
    })
}
