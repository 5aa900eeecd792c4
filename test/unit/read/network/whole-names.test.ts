import { describe, expect, it } from "vitest"
import type { Seen } from "../../../../src/lexicon/index.ts"
import type { HeadName, Scores } from "../../../../src/read/network/scores.ts"
import { keepWords, tellOfAll } from "../../../../src/read/network/whole-names.ts"
import { tokenize } from "../../../../src/read/tokens/index.ts"

const TEXT = "Asked, the United States denied"
//            0    1  2   3      4      5
const SEEN: Seen = {
  words: ["Asked", ",", "the", "United", "States", "denied"],
  names: [{ from: 2, to: 5, anchor: 4, seen: "America", hasArticle: true, relation: "compound" }],
}

const kept = keepWords(TEXT, tokenize(TEXT), SEEN)

const CLASSES: Partial<Record<HeadName, readonly string[]>> = {
  start: ["inside", "sentence start"],
  xpos: ["DT", "NNP", "VBD"],
  names: ["O", "B-LOC", "I-LOC"],
  attribution: ["O", "B-source", "I-source"],
  event: ["O", "B-OTHER", "I-OTHER"],
}

/** Of kept words, four: every class as likely as the next, but for the third word the second class certain. */
const SCORES: Scores = {
  wordCount: 4,
  relationNames: ["root", "det", "compound", "nsubj"],
  eventRoleNames: ["actor"],
  head: (name) => {
    const classes = CLASSES[name]!
    const values = new Float32Array(4 * classes.length).fill(Math.log(1 / classes.length))
    values.fill(-50, 2 * classes.length, 3 * classes.length)[2 * classes.length + 1] = 0
    return { classes, values }
  },
  // Dependent * 10 + head.
  arcs: ({ from, to }) =>
    Float32Array.from({ length: (to - from) ** 2 }, (_, index) => {
      const count = to - from
      return (from + Math.floor(index / count)) * 10 + from + (index % count)
    }),
  relations: (dependent, head) => Float32Array.of(0, 0, 0, dependent * 10 + head),
  eventRole: (trigger, word) => trigger * 10 + word,
  vectors: Float32Array.of(0, 0, 1, 1, 2, 2, 3, 3),
  cueToSource: (cue, source) => cue.from * 1000 + cue.to * 100 + source.from * 10 + source.to,
  noSource: (cue) => cue.from * 10 + cue.to,
  contentToCue: (content, cue) => content.from * 10 + cue.to,
  noCue: (content) => content.to,
}

const all = tellOfAll(SCORES, kept)

/** The likeliest class of each word. */
function likeliest(name: HeadName): readonly string[] {
  const { classes, values } = all.head(name)
  return Array.from({ length: all.wordCount }, (_, word) => {
    const row = [...values.subarray(word * classes.length, (word + 1) * classes.length)]
    return classes[row.indexOf(Math.max(...row))]!
  })
}

describe("a name of several words", () => {
  it("is one word to the network", () => {
    expect(kept.seen).toEqual(["Asked", ",", "America", "denied"])
    expect(TEXT.slice(kept.places.start(2), kept.places.end(2))).toBe("the United States")
    expect([...kept.anchors]).toEqual([0, 1, 4, 5])
  })

  it("stays as it is where a line break cuts it", () => {
    const text = TEXT.replace("United ", "United\n")
    expect(keepWords(text, tokenize(text), SEEN).seen).toEqual(SEEN.words)
  })

  it("gives each of its words what was said of the whole", () => {
    expect(likeliest("start").slice(2, 5)).toEqual(["sentence start", "inside", "inside"])
    expect(likeliest("xpos").slice(2, 5)).toEqual(["DT", "NNP", "NNP"])
    expect(likeliest("names").slice(2, 5)).toEqual(["O", "B-LOC", "I-LOC"])
    expect(likeliest("attribution").slice(2, 5)).toEqual(["B-source", "I-source", "I-source"])
    expect(likeliest("event").slice(2, 5)).toEqual(["O", "O", "B-OTHER"])
  })

  it("hangs on its anchor, which stands for it in the tree", () => {
    const arcs = all.arcs({ from: 0, to: 6 })
    const row = (word: number) => [...arcs.subarray(word * 6, word * 6 + 6)]
    expect(row(2)).toEqual([-100, -100, -100, -100, 0, -100])
    expect(row(3)).toEqual([-100, -100, -100, -100, 0, -100])
    expect(row(4)).toEqual([20, 21, -100, -100, 22, 23])
    expect(row(5)).toEqual([30, 31, -100, -100, 32, 33])
    const relation = (word: number, head: number) => {
      const logits = [...all.relations(word, head)]
      return all.relationNames[logits.indexOf(Math.max(...logits))]
    }
    expect([relation(2, 4), relation(3, 4), relation(4, 5)]).toEqual(["det", "compound", "nsubj"])
  })

  it("is found by any stretch of its words", () => {
    expect(all.cueToSource({ from: 5, to: 6 }, { from: 2, to: 5 })).toBe(3423)
    expect(all.noSource({ from: 3, to: 4 })).toBe(23)
    expect(all.eventRole(5, 4, 0)).toBe(32)
    expect(all.eventRole(5, 3, 0)).toBe(-100)
    expect([...all.vectors]).toEqual([0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3])
  })

  it("leaves a report without such names alone", () => {
    expect(tellOfAll(SCORES, keepWords(TEXT, tokenize(TEXT), { ...SEEN, names: [] }))).toBe(SCORES)
  })
})
