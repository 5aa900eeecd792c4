import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Scores } from "../../../src/read/network/scores.ts"
import { mendConjuncts } from "../../../src/read/parse/conjuncts.ts"
import { maximumTree, NO_HEAD } from "../../../src/read/parse/maximum-tree.ts"
import { parseSentence, parseSentences } from "../../../src/read/parse/parse.ts"
import type { TokenRange } from "../../../src/schema/positions.ts"
import { seeded } from "../../helpers/seed.ts"

function scoreOf(arcs: Float32Array, count: number, heads: ArrayLike<number>): number {
  let sum = 0
  for (let word = 0; word < count; word += 1) {
    sum += arcs[word * count + (heads[word] === NO_HEAD ? word : heads[word]!)]!
  }
  return sum
}

/** One root, and every word reaches it. */
function isTree(heads: ArrayLike<number>): boolean {
  let roots = 0
  for (let word = 0; word < heads.length; word += 1) {
    if (heads[word] === NO_HEAD) roots += 1
    let at = word
    for (let steps = 0; heads[at] !== NO_HEAD; steps += 1) {
      if (steps > heads.length) return false
      at = heads[at]!
    }
  }
  return roots === 1
}

/** Tries every assignment of heads. */
function bestByTrying(arcs: Float32Array, count: number): number {
  let best = Number.NEGATIVE_INFINITY
  const heads = new Array<number>(count).fill(NO_HEAD)
  const tryFrom = (word: number): void => {
    if (word === count) {
      if (isTree(heads)) best = Math.max(best, scoreOf(arcs, count, heads))
      return
    }
    for (let head = -1; head < count; head += 1) {
      if (head === word) continue
      heads[word] = head
      tryFrom(word + 1)
    }
  }
  tryFrom(0)
  return best
}

const matrix = (maxCount: number): fc.Arbitrary<{ count: number; arcs: Float32Array }> =>
  fc.integer({ min: 1, max: maxCount }).chain((count) =>
    fc
      .array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -30, max: 30, noNaN: true })), {
        minLength: count * count,
        maxLength: count * count,
      })
      .map((values) => ({ count, arcs: Float32Array.from(values) })),
  )

describe("maximumTree", () => {
  it("is as good as the best of all trees, tried one by one", () => {
    fc.assert(
      fc.property(matrix(5), ({ count, arcs }) => {
        const heads = maximumTree(arcs, count)
        expect(isTree(heads)).toBe(true)
        expect(scoreOf(arcs, count, heads)).toBeCloseTo(bestByTrying(arcs, count), 4)
      }),
      seeded(400),
    )
  })

  it("gives a tree of one root for whatever numbers", () => {
    const anyNumber = fc.oneof(fc.float(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e38, 0))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(anyNumber, { minLength: 1600, maxLength: 1600 }),
        (count, values) => {
          const arcs = Float32Array.from(values.slice(0, count * count))
          const heads = maximumTree(arcs, count)
          expect(isTree(heads)).toBe(true)
          expect(maximumTree(arcs, count)).toEqual(heads)
        },
      ),
      seeded(100),
    )
  })

  it("opens cycles within cycles", () => {
    // Words 0 and 1 want each other, words 2 and 3 want each other, and the pairs want each other too.
    const arcs = Float32Array.of(0, 10, 5, 0, 10, 0, 0, 5, 5, 0, 0, 10, 0, 5, 10, 1)
    const heads = maximumTree(arcs, 4)
    expect(isTree(heads)).toBe(true)
    expect(scoreOf(arcs, 4, heads)).toBe(bestByTrying(arcs, 4))
  })

  it("takes one root where two would score higher", () => {
    const heads = maximumTree(Float32Array.of(9, -9, -9, 9), 2)
    expect([...heads].filter((head) => head === NO_HEAD)).toHaveLength(1)
  })

  it("gives no heads for no words", () => {
    expect(maximumTree(new Float32Array(0), 0)).toHaveLength(0)
  })
})

const ALL_NOUNS = () => ({ classes: ["NN"], values: new Float32Array(5) })

describe("parseSentence", () => {
  // “He left . Nobody knew”: two sentences; the network likes the relation "root" everywhere.
  const scores = {
    wordCount: 5,
    relationNames: ["nsubj", "root", "punct"],
    head: ALL_NOUNS,
    arcs: ({ from, to }: { from: number; to: number }) => {
      const count = to - from
      const arcs = new Float32Array(count * count)
      for (let word = 0; word < count; word += 1) arcs[word * count + 1] = 5
      return arcs
    },
    relations: (dependent: number) => Float32Array.of(dependent === 2 ? 0 : 2, 9, 1),
  } as unknown as Scores

  it("counts heads in the report and keeps the relation root for the root", () => {
    const tree = parseSentence(scores, { from: 3, to: 5 })
    expect([...tree.heads]).toEqual([4, NO_HEAD])
    expect([...tree.relations]).toEqual([0, 1])
  })

  it("puts the trees of all sentences side by side", () => {
    const trees = parseSentences(scores, [
      { from: 0, to: 3 },
      { from: 3, to: 5 },
    ])
    expect([...trees.heads]).toEqual([1, NO_HEAD, 1, 4, NO_HEAD])
    expect([...trees.relations]).toEqual([0, 1, 2, 0, 1])
  })

  it("hangs what follows an ended quotation on its verb of saying, where that is nearly as likely", () => {
    // “Bombed ” he said Friday”: words 0 to 4. “said” is the root, and “Friday” a little likelier of “Bombed”.
    const quoting = (likelier: number) =>
      ({
        wordCount: 5,
        relationNames: ["obl", "root"],
        head: ALL_NOUNS,
        arcs: () => {
          const arcs = new Float32Array(25).fill(-20)
          for (const [dependent, head, score] of [
            [0, 3, 5],
            [1, 0, 5],
            [2, 3, 5],
            [3, 3, 5],
            [4, 0, likelier],
            [4, 3, 0],
          ] as const)
            arcs[dependent * 5 + head] = score
          return arcs
        },
        relations: () => Float32Array.of(1, 0),
      }) as unknown as Scores
    const headOfFriday = (likelier: number, quotations: readonly TokenRange[]): number =>
      parseSentences(quoting(likelier), [{ from: 0, to: 5 }], quotations).heads[4]!
    expect(headOfFriday(3, [])).toBe(0)
    expect(headOfFriday(3, [{ from: 0, to: 2 }])).toBe(3)
    expect(headOfFriday(9, [{ from: 0, to: 2 }])).toBe(0)
  })
})

describe("mendConjuncts", () => {
  // He said they would go and blamed her.
  const TAGS = ["PRP", "VBD", "PRP", "MD", "VB", "CC", "VBD", "PRP"]
  const RELATIONS = ["nsubj", "root", "nsubj", "aux", "ccomp", "cc", "conj", "obj"]
  const mended = (heads: readonly number[], tags = TAGS, relations = RELATIONS): readonly number[] => {
    const own = Int32Array.from(heads)
    mendConjuncts({ heads: own, relationOf: (word) => relations[word]!, xposOf: (word) => tags[word]! })
    return [...own]
  }

  it("joins a verb to one of its tense", () => {
    expect(mended([1, -1, 4, 4, 1, 6, 4, 6])).toEqual([1, -1, 4, 4, 1, 6, 1, 6])
  })

  it("leaves one that has a subject, or goes on in the same tense", () => {
    const kept = [1, -1, 4, 4, 1, 6, 4, 6]
    expect(mended(kept, TAGS.with(6, "VB"))).toEqual(kept)
    expect(mended(kept, TAGS, RELATIONS.with(7, "nsubj"))).toEqual(kept)
    expect(mended(kept, TAGS.with(1, "VBZ"))).toEqual(kept)
  })

  it("joins an infinitive to the one before it", () => {
    // He plans to go and to ask.
    const tags = ["PRP", "VBZ", "TO", "VB", "CC", "TO", "VB"]
    const relations = ["nsubj", "root", "mark", "xcomp", "cc", "mark", "conj"]
    expect(mended([1, -1, 3, 1, 6, 6, 1], tags, relations)).toEqual([1, -1, 3, 1, 6, 6, 3])
    expect(mended([1, -1, 3, 1, 6, 6, 1], tags, relations.with(3, "advcl"))).toEqual([1, -1, 3, 1, 6, 6, 1])
  })
})
