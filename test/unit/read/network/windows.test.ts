import fc from "fast-check"
import { expect, test } from "vitest"
import { features } from "../../../../src/read/network/features.ts"
import { borderWorth, cutWindows, type Window } from "../../../../src/read/network/windows.ts"
import { tokenize } from "../../../../src/read/tokens/index.ts"
import { seeded } from "../../../helpers/seed.ts"

/** Where each word's pieces begin, for words of these many pieces. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1)
  for (const [word, length] of lengths.entries()) starts[word + 1] = starts[word]! + length
  return starts
}

function show(windows: readonly Window[]): readonly string[] {
  return windows.map(({ from, to, keepFrom, keepTo }) => `${from}-${to} keeps ${keepFrom}-${keepTo}`)
}

const nowhere = () => 0

test("leaves a text that fits in one window", () => {
  const windows = cutWindows(startsOf(new Array(236).fill(1)), { room: 236, overlapWords: 80 }, nowhere)
  expect(show(windows)).toEqual(["0-236 keeps 0-236"])
})

test("gives a text without words no window", () => {
  expect(cutWindows(startsOf([]), { room: 236, overlapWords: 80 }, nowhere)).toEqual([])
})

test("makes windows about equally long instead of leaving a rest", () => {
  // 237 words: two windows of 159 and 158 words, not one of 236 and one of 81.
  const windows = cutWindows(startsOf(new Array(237).fill(1)), { room: 236, overlapWords: 80 }, nowhere)
  expect(show(windows)).toEqual(["0-159 keeps 0-119", "79-237 keeps 119-237"])
})

test("ends a window, and begins the next, at a paragraph near by", () => {
  const paragraphs = new Set([90, 168])
  const windows = cutWindows(startsOf(new Array(237).fill(1)), { room: 236, overlapWords: 80 }, (word) =>
    paragraphs.has(word) ? 20 : 0,
  )
  expect(show(windows)).toEqual(["0-168 keeps 0-129", "90-237 keeps 129-237"])
})

test("takes no more windows than the overlap asks for", () => {
  for (const count of [237, 391, 392, 393, 600, 1000, 5000]) {
    const windows = cutWindows(startsOf(new Array(count).fill(1)), { room: 236, overlapWords: 80 }, (word) =>
      word % 23 === 0 ? 12 : 0,
    )
    expect(windows.length, `${count} words`).toBeLessThanOrEqual(1 + Math.ceil((count - 236) / (236 - 88)))
  }
})

test("covers every word once, within its window, however many pieces the words have", () => {
  const limits = fc.record({
    room: fc.integer({ min: 24, max: 300 }),
    overlapWords: fc.integer({ min: 1, max: 120 }),
  })
  const lengths = fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 })), { maxLength: 900 })
  fc.assert(
    fc.property(limits, lengths, fc.func(fc.integer({ min: 0, max: 20 })), (limit, words, worth) => {
      const starts = startsOf(words)
      const windows = cutWindows(starts, limit, worth)
      let kept = 0
      for (const [index, { from, to, keepFrom, keepTo }] of windows.entries()) {
        expect(starts[to]! - starts[from]!).toBeLessThanOrEqual(limit.room)
        expect(keepFrom).toBe(kept)
        expect(from <= keepFrom && keepFrom <= keepTo && keepTo <= to).toBe(true)
        if (index > 0) expect(to).toBeGreaterThan(windows[index - 1]!.to)
        kept = keepTo
      }
      expect(kept).toBe(words.length)
    }),
    seeded(300),
  )
})

test("reads each word at least half the overlap away from a border that is not the text's", () => {
  const count = 2000
  const windows = cutWindows(startsOf(new Array(count).fill(1)), { room: 236, overlapWords: 80 }, nowhere)
  for (const { from, to, keepFrom, keepTo } of windows) {
    if (from > 0) expect(keepFrom - from).toBeGreaterThanOrEqual(36)
    if (to < count) expect(to - keepTo).toBeGreaterThanOrEqual(36)
  }
})

test("values borders of paragraphs more than lines, lines more than sentences", () => {
  const text = "He left. “It ended.” She\nwent.\n\nDone"
  const words = tokenize(text)
  const plain = Array.from({ length: words.length }, (_, word) => words.textOf(word, text))
  const worth = borderWorth(text, words, features(text, words, plain).gap)
  const before = (word: string) =>
    worth(Array.from({ length: words.length }, (_, i) => words.textOf(i, text)).indexOf(word))
  expect(before("Done")).toBeGreaterThan(before("went"))
  expect(before("went")).toBeGreaterThan(before("She"))
  expect(before("She")).toBe(before("“"))
  expect(before("She")).toBeGreaterThan(0)
  expect(before("left")).toBe(0)
  expect(before("It")).toBe(0)
})
