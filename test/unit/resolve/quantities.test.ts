import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { Tree } from "../../../src/grammar/index.ts"
import { splitSentences, tokenize } from "../../../src/read/tokens/index.ts"
import { amountsIn } from "../../../src/resolve/quantities/attach.ts"
import { featuresOf } from "../../../src/resolve/quantities/attach-features.ts"
import {
  findQuantities,
  type QuantitiesInput,
  quantitiesFor,
  withoutRepeats,
} from "../../../src/resolve/quantities/index.ts"
import type { Token, Tokens } from "../../../src/schema/reading.ts"
import type { FoundQuantity } from "../../../src/schema/resolution.ts"
import { emptyDoc, handGiven, readLexicon } from "../../check/hand-given.ts"
import { drawAmounts, expectedAmounts } from "../../check/quantities.ts"
import { parseCases } from "../../check/tokens.ts"

const lexicon = readLexicon()

const CASES = new URL("../../cases/quantities/", import.meta.url)

for (const name of readdirSync(CASES)) {
  describe(`cases/quantities/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(drawAmounts(each)).toBe(expectedAmounts(each)))
    }
  })
}

/** A text of which nothing is known: each word hangs on the one before it. */
function chained(text: string): QuantitiesInput {
  const words = tokenize(text)
  const at = (index: number): Token => {
    const isNumber = /^\d/.test(words.textOf(index, text))
    return {
      index,
      span: { start: words.start(index), end: words.end(index) },
      lemma: words.textOf(index, text),
      upos: isNumber ? "NUM" : "NOUN",
      xpos: isNumber ? "CD" : "NNS",
      head: index === 0 ? null : index - 1,
      relation: "conj",
    }
  }
  const tokens: Tokens = {
    length: words.length,
    at,
    start: (index) => words.start(index),
    end: (index) => words.end(index),
    covering: ({ start, end }) => {
      const from = words.firstEndingAfter(start)
      const to = words.firstEndingAfter(end - 1) + 1
      return from < words.length ? { from, to: Math.min(to, words.length) } : null
    },
  }
  return { doc: emptyDoc(text), tokens, sentences: splitSentences(words, text, [], null) }
}

function find(text: string): readonly FoundQuantity[] {
  return findQuantities(chained(text))
}

describe("findQuantities on hostile text", () => {
  const texts: Readonly<Record<string, string>> = {
    "digits without end": "9".repeat(20_000),
    "groups of three digits": "123 ".repeat(5_000),
    "numbers without a sentence end": "two hundred thousand and ".repeat(4_000),
    hyphens: "3-".repeat(5_000),
    "five thousand names": "Adamowicz, 53, ".repeat(5_000),
    "bounds of nothing": "at least more than about over ".repeat(3_000),
    "marks and broken characters": "\ud800 $ £ % # ½ – ".repeat(4_000),
  }
  for (const [name, text] of Object.entries(texts)) {
    it(`ends, in order and within the text: ${name}`, () => {
      const input = chained(text)
      const found = findQuantities(input)
      for (const sentence of input.sentences)
        quantitiesFor(new Tree(input.tokens, sentence), sentence.from, found)
      expect(found.every(({ span }) => span.start < span.end && span.end <= text.length)).toBe(true)
      const starts = found.map(({ span }) => span.start)
      expect(starts).toEqual([...starts].sort((one, other) => one - other))
    })
  }

  it("gives no value that the digits do not have", () => {
    expect(
      find("They sold 9007199254740993 boats, 1e400 hats and 2 million billion trillion tents."),
    ).toEqual([])
  })
})

describe("quantitiesFor", () => {
  const text = "The strike killed 20 people. The fire hurt 30 people."
  const tree =
    "killed root; strike nsubj killed; people obj killed; hurt root; fire nsubj hurt; people#2 obj hurt"
  const input = handGiven({ text, spans: [], tree, tags: "hurt VBD", hasHeadline: false }, lexicon)
  const quantities = findQuantities(input)
  const [first, second] = input.sentences.map((sentence) => new Tree(input.tokens, sentence))

  it("gives only amounts of the trigger's sentence, the very ones that were found", () => {
    expect(quantitiesFor(first!, 2, quantities)).toEqual([quantities[0]])
    expect(quantitiesFor(second!, second!.sentence.from + 2, quantities)[0]).toBe(quantities[1])
  })

  it("leaves to another event what that one is nearer to", () => {
    const both = new Set([1, 2])
    expect(quantitiesFor(first!, 2, quantities, both)).toEqual([quantities[0]])
  })

  it("looks at how large an amount is, how bounded, and on which side of the trigger", () => {
    const [amount] = amountsIn(first!, quantities)
    const features = featuresOf(first!, 2, amount!, new Set())
    expect(features).toEqual(expect.arrayContaining(["size:tens", "bound:exact", "after:obj"]))
  })

  it("leaves to a verb its own subject", () => {
    const two = handGiven(
      {
        text: "17 policemen were injured and 63 people were arrested.",
        spans: [],
        tree: "injured root; policemen nsubj:pass injured; 17 nummod policemen; were aux:pass injured; arrested conj injured; people nsubj:pass arrested; 63 nummod people",
        tags: "injured VBN; arrested VBN",
        hasHeadline: false,
      },
      lexicon,
    )
    const [, sixtyThree] = findQuantities(two)
    const whole = new Tree(two.tokens, two.sentences[0]!)
    expect(quantitiesFor(whole, 8, findQuantities(two))).toEqual([sixtyThree])
  })

  it("gives a part of a whole to what befell the part", () => {
    const shot = handGiven(
      {
        text: "They shot down 71 out of the 103 missiles fired.",
        spans: [],
        tree: "shot root; They nsubj shot; missiles obj shot; 103 nummod missiles; fired acl missiles",
        tags: "shot VBD; fired VBN",
        hasHeadline: false,
      },
      lexicon,
    )
    const parts = findQuantities(shot)
    const whole = new Tree(shot.tokens, shot.sentences[0]!)
    expect(quantitiesFor(whole, 1, parts)).toEqual(parts)
    expect(quantitiesFor(whole, 9, parts)).toEqual([])
  })

  it("leaves an age to the nearest event", () => {
    const aged = handGiven(
      {
        text: "Rebels killed 99-year-old men.",
        spans: [],
        tree: "killed root; Rebels nsubj killed; men obj killed",
        tags: "killed VBD",
        hasHeadline: false,
      },
      lexicon,
    )
    const found = findQuantities(aged)
    const whole = new Tree(aged.tokens, aged.sentences[0]!)
    const killed = 1
    expect(found.map(({ sort }) => sort)).toEqual(["age"])
    expect(quantitiesFor(whole, 0, found, new Set([0, killed]))).toEqual([])
  })

  it("gives nothing where there are no amounts", () => {
    expect(quantitiesFor(first!, 2, [])).toEqual([])
  })
})

describe("withoutRepeats", () => {
  it("keeps the first of two amounts that say the same", () => {
    const twice = find("They saw 20 boats. Later they saw 20 boats and 21 boats.")
    expect(withoutRepeats(twice)).toEqual([twice[0], twice[2]])
  })
})
