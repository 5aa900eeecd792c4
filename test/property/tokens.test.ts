// What must hold of words, quotation marks and sentences in any text whatever, and how time grows with its length.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  CLOSING,
  INSIDE,
  LONGEST_SENTENCE,
  OPENING,
  OUTSIDE,
  quoteStates,
  splitSentences,
  tokenize,
} from "../../src/read/tokens/index.ts"
import { hardText } from "../helpers/random-text.ts"
import { seeded } from "../helpers/seed.ts"

/** More of what is hard on words than on offsets. */
const text = fc
  .array(
    fc.oneof(
      hardText(4),
      fc.constantFrom(
        "Gen. ",
        "U.S.",
        "don't ",
        "cannot",
        "a.b@c.d ",
        "http://",
        "...",
        "?!",
        "“",
        "”",
        "‘",
        "’",
        "''",
      ),
      fc.constantFrom(
        " ",
        "\n",
        "-",
        "--",
        "/",
        "3.5%",
        "713-853-3989",
        "’s",
        "@x",
        "#y",
        "(",
        ")",
        "[1]",
        "'n' ",
      ),
    ),
    { maxLength: 40 },
  )
  .map((stretches) => stretches.join(""))

/** White space and control characters, which no word holds at its ends. */
const BLANK = /^[\s\0-\u001f\u007f\u0085]*$/

describe("words", () => {
  it("cover every character but white space, in order, without overlap", () => {
    fc.assert(
      fc.property(text, (text) => {
        const words = tokenize(text)
        let end = 0
        for (let word = 0; word < words.length; word += 1) {
          expect(text.slice(end, words.start(word))).toMatch(BLANK)
          expect(words.end(word)).toBeGreaterThan(words.start(word))
          expect(words.textOf(word, text)).toMatch(/^\S(?:.*\S)?$/s)
          end = words.end(word)
        }
        expect(text.slice(end)).toMatch(BLANK)
      }),
      seeded(1500),
    )
  })

  it("never end between the halves of a character", () => {
    fc.assert(
      fc.property(text, (text) => {
        const words = tokenize(text)
        for (let word = 0; word < words.length; word += 1) {
          const end = words.end(word)
          expect(
            /[\ud800-\udbff]$/.test(text.slice(0, end)) && /^[\udc00-\udfff]/.test(text.slice(end)),
          ).toBe(false)
        }
      }),
      seeded(500),
    )
  })
})

describe("quotation marks", () => {
  it("open before anything is inside and close only what is open", () => {
    fc.assert(
      fc.property(text, (text) => {
        const words = tokenize(text)
        const { states, unclosed } = quoteStates(text, words)
        let open = false
        for (const [word, state] of states.entries()) {
          if (state === OPENING) open = true
          else if (state === OUTSIDE) open = false
          else if (state === INSIDE || state === CLOSING) expect(open, `word ${word}`).toBe(true)
          if (state === CLOSING) open = false
        }
        for (const word of unclosed) expect(states[word]).toBe(OPENING)
      }),
      seeded(1500),
    )
  })
})

describe("sentences", () => {
  it("part the words without gaps, none empty or too long", () => {
    fc.assert(
      fc.property(
        text,
        fc.boolean(),
        fc.infiniteStream(fc.double({ min: -5, max: 0, noNaN: true })),
        (text, withScores, numbers) => {
          const words = tokenize(text)
          const scores = {
            classes: ["inside", "sentence start"],
            values: Float32Array.from({ length: words.length * 2 }, () => numbers.next().value),
          }
          let at = 0
          for (const { from, to } of splitSentences(words, text, [], withScores ? scores : null)) {
            expect(from).toBe(at)
            expect(to - from).toBeGreaterThan(0)
            expect(to - from).toBeLessThanOrEqual(LONGEST_SENTENCE)
            at = to
          }
          expect(at).toBe(words.length)
        },
      ),
      seeded(500),
    )
  })
})

describe("a megabyte of anything", () => {
  const megabyte = 1_000_000
  const stretches = {
    "quotation marks": '"',
    "opening marks": "“",
    "single marks": "' ",
    letters: "a",
    hyphens: "a-",
    points: "a.",
    "at signs": "a@",
    addresses: "http://",
    clitics: "’s",
    "lone surrogates": "\ud800",
    accents: "\u0301",
    emoji: "👍",
    lines: "ab\n",
    news: "“We left,” Gen. X’s aide said on Jan. 5. ",
  }
  for (const [name, stretch] of Object.entries(stretches)) {
    it(`of ${name} is cut within the time of a slow page`, () => {
      const text = stretch.repeat(Math.ceil(megabyte / stretch.length))
      const before = process.cpuUsage()
      const words = tokenize(text)
      quoteStates(text, words)
      splitSentences(words, text, [], null)
      // Most take a fifth of a second; anything that grows with the square would take hours. Counted is the time of
      // this process, not that of others on a busy machine.
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(15)
    })
  }
})
