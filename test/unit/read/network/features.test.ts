import { expect, test } from "vitest"
import { features } from "../../../../src/read/network/features.ts"
import { tokenize } from "../../../../src/read/tokens/index.ts"

function casingOf(word: string): number {
  return features(word, { length: 1, start: () => 0, end: () => word.length }, [word]).casing[0]!
}

test.each([
  ["TASS", 2],
  ["U.S.", 2],
  ["S-300", 1],
  ["ÖVP", 2],
  ["Lavrov", 1],
  ["A", 1],
  ["’Tis", 1],
  ["NATOs", 1],
  ["Émile", 1],
  ["said", 0],
  ["iPhone", 0],
  ["中文", 0],
  ["𝐀", 1],
  ["71", 3],
  ["“", 3],
  ["😀", 3],
])("gives %s the casing %i", (word, casing) => {
  expect(casingOf(word)).toBe(casing)
})

test("tells what stands before each word", () => {
  const text = "A don't\nB\r\nC\n\nD\r\n\r\nE\rF"
  const words = tokenize(text)
  const plain = Array.from({ length: words.length }, (_, word) => words.textOf(word, text))
  const { gap } = features(text, words, plain)
  expect(plain.map((word, index) => `${word}${gap[index]}`)).toEqual([
    "A3",
    "do1",
    "n't0",
    "B2",
    "C2",
    "D3",
    "E3",
    "F2",
  ])
})

test("gives the casing of the word that stands in", () => {
  const text = "Xinhua said"
  expect([...features(text, tokenize(text), ["BBC", "said"]).casing]).toEqual([2, 0])
})
