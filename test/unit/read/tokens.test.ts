import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { NO_BASE_WORDS, NO_IRREGULAR } from "../../../src/lexicon/index.ts"
import type { HeadScores, Scores } from "../../../src/read/network/scores.ts"
import { mendLemma } from "../../../src/read/tokens/base-form.ts"
import { applyLemmaRule, lemmaRule } from "../../../src/read/tokens/lemma-rules.ts"
import { endedQuotations, quoteStates } from "../../../src/read/tokens/quotes.ts"
import { LONGEST_SENTENCE, splitSentences } from "../../../src/read/tokens/sentences.ts"
import { tagsOf } from "../../../src/read/tokens/tags.ts"
import { tokenize } from "../../../src/read/tokens/tokenize.ts"
import { analyseWords, packTokens } from "../../../src/read/tokens/tokens.ts"
import { uposOf } from "../../../src/read/tokens/upos.ts"
import { draw, parseCases, textOf } from "../../check/tokens.ts"

const NO_LISTS = { baseWords: NO_BASE_WORDS, irregular: NO_IRREGULAR }

const CASES = new URL("../../cases/tokens/", import.meta.url)

for (const name of readdirSync(CASES)) {
  describe(`cases/tokens/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(draw(textOf(each)).join("\n")).toBe(each.lines.join("\n")))
    }
  })
}

/** Scores of the start head with a start at the words given, and at no other. */
function startsAt(wordCount: number, starts: readonly number[]): HeadScores {
  const values = new Float32Array(wordCount * 2)
  for (let word = 0; word < wordCount; word += 1) {
    const start = starts.includes(word)
    values[word * 2] = start ? -3 : -0.05
    values[word * 2 + 1] = start ? -0.05 : -3
  }
  return { classes: ["inside", "sentence start"], values }
}

function sentencesOf(text: string, starts: readonly number[]): readonly string[] {
  const words = tokenize(text)
  return splitSentences(words, text, [], startsAt(words.length, starts)).map(({ from, to }) =>
    text.slice(words.start(from), words.end(to - 1)),
  )
}

describe("splitSentences with the network’s scores", () => {
  it("starts sentences where the network says so", () => {
    expect(sentencesOf("they left nobody knows why", [2])).toEqual(["they left", "nobody knows why"])
  })

  it("moves a start off a closing mark to the word after it", () => {
    expect(sentencesOf("“We left.” He stayed.", [4])).toEqual(["“We left.”", "He stayed."])
  })

  it("never starts one after a title, inside a word, or with a small letter after a quotation", () => {
    expect(sentencesOf("Gen. Rudskoy isn’t here", [1, 3])).toEqual(["Gen. Rudskoy isn’t here"])
    expect(sentencesOf("“Stop it!” he added", [5])).toEqual(["“Stop it!” he added"])
  })

  it("always starts one with a block, even where the text has no break", () => {
    const text = "Talks bombed MOSCOW Russia said so"
    const words = tokenize(text)
    const blocks = [
      { kind: "headline", span: { start: 0, end: 12 } },
      { kind: "paragraph", span: { start: 13, end: text.length } },
    ] as const
    expect(splitSentences(words, text, blocks, startsAt(words.length, []))).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 6 },
    ])
  })

  it("cuts an endless sentence at a mark, so that each part can be parsed", () => {
    const text = `${"word ".repeat(200)}, ${"word ".repeat(400)}`
    const words = tokenize(text)
    const sentences = splitSentences(words, text, [], null)
    expect(sentences.every(({ from, to }) => to - from <= LONGEST_SENTENCE && to > from)).toBe(true)
    expect(sentences[0]).toEqual({ from: 0, to: 201 })
    expect(sentences.at(-1)?.to).toBe(words.length)
  })
})

describe("lemma rules", () => {
  for (const [word, lemma, rule] of [
    ["Families", "family", "l3|y"],
    ["was", "be", "=be"],
    ["U.S.", "U.S.", "k0|"],
    ["Lavrov", "Lavrov", "k0|"],
    ["The", "the", "l0|"],
    ["said", "say", "l2|y"],
  ] as const) {
    it(`make ${lemma} of ${word} by ${rule}`, () => {
      expect(lemmaRule(word, lemma)).toBe(rule)
      expect(applyLemmaRule(rule, word)).toBe(lemma)
    })
  }

  it("leave a word alone that is too short for them", () => {
    expect(applyLemmaRule("l3|y", "Is")).toBe("is")
    expect(applyLemmaRule("nonsense", "Is")).toBe("is")
  })
})

describe("uposOf", () => {
  it("looks at the relation where the tag does not tell", () => {
    expect(uposOf("IN", "mark", "that")).toBe("SCONJ")
    expect(uposOf("IN", "case", "of")).toBe("ADP")
    expect(uposOf("VBD", "aux:pass", "was")).toBe("AUX")
    expect(uposOf("VBD", "root", "said")).toBe("VERB")
    expect(uposOf("DT", "nsubj", "this")).toBe("PRON")
    expect(uposOf("DT", "det", "this")).toBe("DET")
    expect(uposOf("RB", "advmod", "n’t")).toBe("PART")
    expect(uposOf("?", "dep", "x")).toBe("X")
  })
})

describe("tagsOf", () => {
  const classes = ["PRP", "NNS"]
  const both: HeadScores = { classes, values: Float32Array.of(-0.1, -2, -0.1, -2, -2, -0.1) }

  it("takes for a pronoun only what may be one", () => {
    const tags = tagsOf(both, (word) => ["police", "them", "men"][word]!)
    expect([...tags].map((tag) => classes[tag])).toEqual(["NNS", "PRP", "NNS"])
    expect(Array.from(both.values)).toEqual(Array.from(Float32Array.of(-0.1, -2, -0.1, -2, -2, -0.1)))
  })
})

describe("packTokens", () => {
  const text = "He left. Gone"
  const words = tokenize(text)
  const head = (classes: readonly string[], best: readonly number[]): HeadScores => ({
    classes,
    values: Float32Array.from(
      best.flatMap((winner) => classes.map((_, index) => (index === winner ? -0.1 : -2))),
    ),
  })
  const heads: Partial<Record<string, HeadScores>> = {
    xpos: head(["PRP", "VBD", "."], [0, 1, 2, 1]),
    // The first rule does not fit "." and is passed over there.
    lemma: head(["l3|ave", "l0|"], [1, 0, 0, 1]),
  }
  const scores = {
    wordCount: words.length,
    head: (name: string) => heads[name],
    relationNames: ["root", "nsubj", "punct"],
  } as unknown as Scores
  const trees = { heads: Int32Array.of(1, -1, 1, -1), relations: Uint8Array.of(1, 0, 2, 0) }
  const tokens = packTokens(text, words, analyseWords(text, words, scores, trees, NO_LISTS))

  it("gives each token its words, tags, lemma and place in the tree", () => {
    expect(tokens.length).toBe(4)
    expect(tokens.at(0)).toEqual({
      index: 0,
      span: { start: 0, end: 2 },
      lemma: "he",
      upos: "PRON",
      xpos: "PRP",
      head: 1,
      relation: "nsubj",
    })
    expect(tokens.at(1)).toMatchObject({ lemma: "lave", head: null, relation: "root", upos: "VERB" })
    expect(tokens.at(2)).toMatchObject({ lemma: ".", upos: "PUNCT" })
    expect(() => tokens.at(4)).toThrow(RangeError)
  })

  it("finds the tokens that a span touches", () => {
    expect(tokens.covering({ start: 1, end: 4 })).toEqual({ from: 0, to: 2 })
    expect(tokens.covering({ start: 3, end: 7 })).toEqual({ from: 1, to: 2 })
    expect(tokens.covering({ start: 7, end: 9 })).toEqual({ from: 2, to: 3 })
    expect(tokens.covering({ start: 8, end: 9 })).toBeNull()
    expect(tokens.covering({ start: 4, end: 4 })).toBeNull()
    expect(tokens.covering({ start: 0, end: 99 })).toEqual({ from: 0, to: 4 })
  })
})

describe("quotations that have ended", () => {
  it.each([
    ["“They left,” he said.", ["“They left,”"]],
    ["He said: “Stop!” and “Go.”", ["“Stop!”", "“Go.”"]],
    // A word in quotation marks is a part of the sentence around it.
    ["They “bombed” the talks.", []],
    ["No marks at all.", []],
  ])("%s", (text, wanted) => {
    const words = tokenize(text)
    const found = endedQuotations(text, words, quoteStates(text, words).states)
    expect(found.map(({ from, to }) => text.slice(words.start(from), words.end(to - 1)))).toEqual(wanted)
  })
})

describe("mendLemma", () => {
  const lists = {
    baseWords: {
      verbs: new Set(["put", "win", "hope", "hop", "stop", "find", "found", "burn", "bur"]),
      nouns: new Set(["country", "gunman"]),
    },
    irregular: new Map([
      ["won", "win"],
      ["found", "find"],
    ]),
  }
  const mended = (lemma: string, form: string, xpos: string): string => mendLemma(lemma, form, xpos, lists)

  it("takes a past form that shows no ending for what it is", () => {
    expect(mended("pu", "put", "VBD")).toBe("put")
  })

  it("takes no ending off what is no form of another word", () => {
    expect(mended("wounde", "wounded", "JJ")).toBe("wounded")
    expect(mended("arreste", "arrested", "NNS")).toBe("arrested")
    expect(mended("American", "American", "JJ")).toBe("American")
  })

  it("keeps a lemma that is a word", () => {
    expect(mended("found", "founded", "VBD")).toBe("found")
  })

  it("finds the word of a form, irregular ones too", () => {
    expect(mended("w", "won", "VBN")).toBe("win")
    expect(mended("hopp", "hoped", "VBD")).toBe("hope")
    expect(mended("stopp", "Stopped", "VBN")).toBe("stop")
    expect(mended("countrie", "countries", "NNS")).toBe("country")
    expect(mended("gunme", "Gunmen", "NNS")).toBe("gunman")
  })

  it("takes no word whose form would be spelt otherwise", () => {
    expect(mended("bur", "burned", "VBD")).toBe("burn")
    expect(mended("bur", "burred", "VBD")).toBe("bur")
  })

  it("keeps what no list has", () => {
    expect(mended("blorb", "blorbed", "VBD")).toBe("blorb")
    expect(mended("w", "won", "NN")).toBe("w")
  })
})
