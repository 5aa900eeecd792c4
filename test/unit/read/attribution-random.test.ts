// What must hold for any text, any tree and any answer of a network: seeded random ones.
import { describe, expect, it } from "vitest"
import { seededRandom } from "../../../src/base/random.ts"
import { findAttributions } from "../../../src/read/attribution/index.ts"
import type { HeadName, Scores } from "../../../src/read/network/scores.ts"
import { quoteStates } from "../../../src/read/tokens/index.ts"
import type { Span } from "../../../src/schema/positions.ts"
import type { Attribution } from "../../../src/schema/reading.ts"
import { classesOf, emptyDoc, readLexicon } from "../../check/hand-given.ts"
import { randomTree } from "../../helpers/random-tree.ts"

const CHOICES = {
  words:
    "“ ” ‘ ’ \" ' « » , , . . : ; — ( ) \n \n\n Lavrov the minister said says that to reportedly according told reporters in a statement on Friday he they denied claims quoted as saying by was Russia US 71 😀 é́ and who",
  relations:
    "nsubj obj ccomp xcomp advcl conj cc punct case obl nmod acl parataxis appos det aux:pass nsubj:pass advmod dep",
  tags: "NN NNP VBD VBG VBN VB PRP DT IN TO RB CC , . :",
}

function randomInput(seed: number, wordCount: number) {
  const random = seededRandom(seed)
  const { text, words, tokens, sentences } = randomTree(random, wordCount, CHOICES)
  const heads = new Map<HeadName, Float32Array>()
  const scores: Scores = {
    wordCount: words.length,
    vectors: new Float32Array(0),
    eventRoleNames: [],
    eventRole: () => 0,
    relationNames: [],
    head: (name) => {
      const classes = classesOf(name)
      const values =
        heads.get(name) ??
        Float32Array.from({ length: words.length * classes.length }, () => -random.below(1000) / 200)
      heads.set(name, values)
      return { classes, values }
    },
    arcs: () => new Float32Array(0),
    relations: () => new Float32Array(0),
    cueToSource: () => random.below(21) - 10,
    noSource: () => 0,
    contentToCue: () => random.below(21) - 10,
    noCue: () => 0,
  }
  return { doc: emptyDoc(text), tokens, sentences, scores, lexicon, quotes: quoteStates(text, words) }
}

const lexicon = readLexicon()

function isWithin(text: string, { start, end }: Span): boolean {
  return start >= 0 && start < end && end <= text.length
}

function isInOrder(spans: readonly Span[]): boolean {
  return spans.every(({ start }, index) => index === 0 || start >= spans[index - 1]!.end)
}

/** The first promise that does not hold; null when all do. */
function brokenPromise(text: string, attributions: readonly Attribution[]): string | null {
  const byId = new Map(attributions.map((each) => [each.id, each]))
  for (const each of attributions) {
    const { id, cue, content, quoted, venue, addressee, inside, score } = each
    const spans = [
      ...(cue ?? []),
      ...content,
      ...quoted,
      ...[venue, addressee].filter((span) => span !== null),
    ]
    if (!spans.every((span) => isWithin(text, span))) return `${id} has a span outside the text`
    if (!isInOrder(content)) return `${id} has content out of order`
    const isPart = (span: Span): boolean =>
      content.some(({ start, end }) => start <= span.start && span.end <= end)
    if (!quoted.every(isPart)) return `${id} quotes more than it says`
    if (!(score > 0 && score < 1)) return `${id} has the score ${score}`
    let above = inside
    for (let steps = 0; above !== null; steps += 1) {
      const outer = byId.get(above)
      if (outer === undefined) return `${id} lies in ${above}, which is not there`
      if (steps > attributions.length) return `${id} lies inside itself`
      above = outer.inside
    }
  }
  return null
}

describe("findAttributions on anything", () => {
  it("keeps its promises on 300 random texts", () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const input = randomInput(seed, 5 + (seed % 80))
      const { attributions } = findAttributions(input)
      expect(brokenPromise(input.doc.text, attributions), `seed ${seed}`).toBeNull()
    }
  })

  it("gives the same for the same input", () => {
    expect(findAttributions(randomInput(7, 200))).toEqual(findAttributions(randomInput(7, 200)))
  })

  it("takes time in proportion to the text", () => {
    const timeOf = (wordCount: number): number => {
      const input = randomInput(3, wordCount)
      // The processor's time, not the clock's: other tests run beside this one.
      const start = process.cpuUsage()
      findAttributions(input)
      return process.cpuUsage(start).user / 1000
    }
    timeOf(2000)
    // Ten times the text may take fifteen times as long, and a tenth of a second more on a busy machine.
    expect(timeOf(40_000)).toBeLessThan(15 * timeOf(4000) + 100)
  })
})
