import { expect, test } from "vitest"
import { asItStands } from "../../../../src/lexicon/index.ts"
import { openNetwork } from "../../../../src/read/network/index.ts"
import { distanceBucket } from "../../../../src/read/network/links.ts"
import { tokenize } from "../../../../src/read/tokens/index.ts"
import { fakeFiles, fakePlatform } from "./fake-network.ts"

const range = (from: number, to: number) => ({ from, to })

// The fake network gives “he” [4, 0], “said” [5, 1], “it” [6, 0]: the piece's number, the words to the nearer end.
async function scoresOf(text: string) {
  const network = await openNetwork(fakeFiles(), fakePlatform())
  const words = tokenize(text)
  return network.score({ text, words, quote: new Uint8Array(words.length), standIns: asItStands })
}

test("measures distances as the training does", () => {
  const cue = range(10, 12)
  // After the cue: the words between. Before: those, made negative, minus one.
  expect(distanceBucket(cue, range(12, 15))).toBe(0)
  expect(distanceBucket(cue, range(15, 16))).toBe(3)
  expect(distanceBucket(cue, range(8, 10))).toBe(32 + 1)
  expect(distanceBucket(cue, range(5, 7))).toBe(32 + 4)
  // Buckets widen from 8 on, and end at 400.
  expect(distanceBucket(cue, range(20, 21))).toBe(8)
  expect(distanceBucket(cue, range(28, 29))).toBe(12)
  expect(distanceBucket(cue, range(5000, 5001))).toBe(8 + Math.floor(4 * Math.log2(400 / 8)))
  expect(distanceBucket(range(5000, 5001), cue)).toBe(32 + 8 + Math.floor(4 * Math.log2(400 / 8)))
  // A candidate around or within the asker: from the asker's beginning to the candidate's end.
  expect(distanceBucket(range(10, 20), range(12, 14))).toBe(3)
})

test("scores a source by its words, its place and the bilinear form", async () => {
  const scores = await scoresOf("He said it")
  // source = tanh of the first word's vector; cue = tanh of the last word's: [tanh 5, tanh 1].
  const cue = [Math.tanh(5), Math.tanh(1)]
  const source = [Math.tanh(4), Math.tanh(0)]
  const bilinear = [
    [1, 2],
    [3, 4],
  ]
  let expected = 0
  for (let i = 0; i < 2; i += 1)
    for (let j = 0; j < 2; j += 1) expected += cue[i]! * bilinear[i]![j]! * source[j]!
  // “he” stands right before “said”: distance -1, bucket 33, worth .33.
  expect(scores.cueToSource(range(1, 2), range(0, 1))).toBeCloseTo(expected + 0.33, 5)
  expect(scores.noSource(range(1, 2))).toBeCloseTo(cue[0]! + cue[1]! + 0.25, 5)
})

test("scores a cue for a content by the mean of its words", async () => {
  const scores = await scoresOf("He said it")
  // cue = tanh of the mean of [4, 0] and [5, 1]; content is the bias alone. Bilinear: content[0] · cue[1].
  const expected = Math.tanh(0.3) * Math.tanh(0.5)
  expect(scores.contentToCue(range(2, 3), range(0, 2))).toBeCloseTo(expected, 5)
  expect(scores.noCue(range(2, 3))).toBeCloseTo(Math.tanh(0.3) - Math.tanh(-0.2), 5)
})

test("gives the same score when asked again, in any order", async () => {
  const scores = await scoresOf("He said it")
  const first = scores.cueToSource(range(1, 2), range(0, 1))
  scores.cueToSource(range(1, 3), range(0, 2))
  scores.contentToCue(range(0, 1), range(1, 2))
  expect(scores.cueToSource(range(1, 2), range(0, 1))).toBe(first)
})

test("refuses a stretch without words", async () => {
  const scores = await scoresOf("He said it")
  expect(() => scores.noSource(range(1, 1))).toThrow(RangeError)
  expect(() => scores.noSource(range(2, 4))).toThrow(RangeError)
})

test("gives arcs within the sentence, dependents in rows", async () => {
  const scores = await scoresOf("He said it")
  // [5, 1] and [6, 0]: dot products.
  expect([...scores.arcs(range(1, 3))]).toEqual([26, 30, 30, 36])
  expect([...scores.arcs(range(0, 3))]).toEqual([16, 20, 24, 20, 26, 30, 24, 30, 36])
  expect(scores.arcs(range(1, 1))).toHaveLength(0)
})

test("gives relations from the sum of both words, negative numbers cut off", async () => {
  const scores = await scoresOf("He said it")
  // dependent “it” [6, 0, 1] + head “said” [5, 1, 1] = [11, 1, 2]; rows [1, 0, -1] and [0, 2, 0].
  expect([...scores.relations(2, 1)]).toEqual([11 - 2 + 0.5, 2 - 0.5])
  expect(scores.relationNames).toEqual(["a", "b"])
})
