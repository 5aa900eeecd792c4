import { expect, test } from "vitest"
import { wordPiece } from "../../../../src/read/network/wordpiece.ts"
import { VOCABULARY } from "./fake-network.ts"

const names = VOCABULARY.split("\n")
const splitter = wordPiece(VOCABULARY, 4)

function piecesOf(word: string): string {
  return splitter
    .ofWord(word)
    .map((id) => names[id])
    .join(" ")
}

test("takes the longest piece first, then the longest that goes on", () => {
  expect(piecesOf("unsaid")).toBe("un ##said")
  expect(piecesOf("saids")).toBe("said ##s")
  expect(piecesOf("Lavrov")).toBe("lav ##rov")
})

test("looks words up in small letters, without accents, with straight marks", () => {
  expect(piecesOf("Café")).toBe("caf ##e")
  expect(piecesOf("CAFE\u0301")).toBe("caf ##e")
  expect(piecesOf("“")).toBe('"')
  expect(piecesOf("’")).toBe("'")
  expect(piecesOf("—")).toBe("-")
  expect(piecesOf("…")).toBe(". . .")
})

test("drops what cannot be seen", () => {
  expect(piecesOf("s\u00adaid")).toBe("said")
  expect(piecesOf("sa\u200bid\ufeff")).toBe("said")
  expect(piecesOf("un\u200dsaid")).toBe("un ##said")
})

test("lets marks and Chinese characters stand alone", () => {
  expect(piecesOf("12-it")).toBe("1 ##2 - it")
  expect(piecesOf("中it中")).toBe("中 it 中")
})

test("gives one unknown piece to a part that cannot be spelled", () => {
  expect(piecesOf("hex")).toBe("[UNK]")
  expect(piecesOf("hex-it")).toBe("[UNK] - it")
  expect(piecesOf("文")).toBe("[UNK]")
  expect(piecesOf("\ud83d")).toBe("[UNK]")
})

test("gives every word at least one piece and at most the limit", () => {
  expect(piecesOf("\u00ad")).toBe("[UNK]")
  expect(piecesOf("it-it-it-it")).toBe("it - it -")
  expect(piecesOf("1222222222")).toBe("1 ##2 ##2 ##2")
})

test("takes a part of more than a hundred characters for unknown, as the network's training did", () => {
  expect(piecesOf(`1${"2".repeat(99)}`)).toBe("1 ##2 ##2 ##2")
  expect(piecesOf(`1${"2".repeat(100)}`)).toBe("[UNK]")
})

test("answers a million characters without a space at once", () => {
  const began = performance.now()
  splitter.ofWord("x".repeat(1_000_000))
  splitter.ofWord("-".repeat(1_000_000))
  splitter.ofWord("é".repeat(1_000_000))
  expect(performance.now() - began).toBeLessThan(2_000)
})

test("packs the pieces of a text by word", () => {
  const pieces = splitter.ofWords(["He", "unsaid", "he"])
  expect([...pieces.starts]).toEqual([0, 1, 3, 4])
  expect([...pieces.ids].map((id) => names[id])).toEqual(["he", "un", "##said", "he"])
})

test("gives the same pieces after its memory of forms was replaced twice", () => {
  for (let form = 0; form < 50_000; form += 1) splitter.ofWord(`unsaid-${form}`)
  expect(piecesOf("unsaid")).toBe("un ##said")
})

test("names the piece that a vocabulary lacks", () => {
  expect(() => wordPiece("[CLS]\n[SEP]\nhe", 4)).toThrow("[UNK]")
})
