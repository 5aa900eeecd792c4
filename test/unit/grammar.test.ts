import { describe, expect, it } from "vitest"
import {
  agentOf,
  appositionOf,
  clauseHeadOf,
  governorOf,
  isNegated,
  isPassive,
  nounPhrase,
  subjectOf,
  Tree,
  verbGroup,
} from "../../src/grammar/index.ts"
import type { TokenRange } from "../../src/schema/positions.ts"
import { handGiven } from "../check/hand-given.ts"

/** The tree of one sentence; words are found by name. */
function treeOf(text: string, tree: string, tags = "") {
  const lexicon = { cues: new Map(), venues: new Map() }
  const { tokens } = handGiven({ text, spans: [], tree, tags, hasHeadline: false }, lexicon)
  const words = Array.from({ length: tokens.length }, (_, index) =>
    text.slice(tokens.start(index), tokens.end(index)),
  )
  return {
    tree: new Tree(tokens, { from: 0, to: tokens.length }),
    of: (word: string) => words.indexOf(word),
    words: ({ from, to }: TokenRange) => words.slice(from, to).join(" "),
    word: (index: number | null) => (index === null ? null : words[index]),
  }
}

const DENIED = treeOf(
  "Lavrov, the minister, did not say that Russia was accused by Kerry.",
  "say root; Lavrov nsubj say; minister appos Lavrov; did aux say; not advmod say; accused ccomp say; that mark accused; Russia nsubj:pass accused; was aux:pass accused; Kerry obl:agent accused; by case Kerry",
  "say VB; accused VBN",
)

describe("clauses", () => {
  it("have a subject, their own or one they share", () => {
    expect(DENIED.word(subjectOf(DENIED.tree, DENIED.of("say")))).toBe("Lavrov")
    const shared = treeOf("He came and said so.", "came root; He nsubj came; said conj came", "came VBD")
    expect(shared.word(subjectOf(shared.tree, shared.of("said")))).toBe("He")
    expect(shared.word(subjectOf(shared.tree, shared.of("so")))).toBeNull()
  })

  it("are negated by a word that hangs on their verb, not on another", () => {
    expect(isNegated(DENIED.tree, DENIED.of("say"))).toBe(true)
    expect(isNegated(DENIED.tree, DENIED.of("accused"))).toBe(false)
  })

  it("are passive by their auxiliary, and name who acts after “by”", () => {
    expect(isPassive(DENIED.tree, DENIED.of("accused"))).toBe(true)
    expect(isPassive(DENIED.tree, DENIED.of("say"))).toBe(false)
    expect(DENIED.word(agentOf(DENIED.tree, DENIED.of("accused")))).toBe("Kerry")
  })

  it("group auxiliaries and negation with the verb", () => {
    expect(verbGroup(DENIED.tree, DENIED.of("say")).map(DENIED.word)).toEqual(["did", "not", "say"])
  })

  it("hang on the word they complete", () => {
    expect(DENIED.word(clauseHeadOf(DENIED.tree, DENIED.of("Russia")))).toBe("accused")
    expect(DENIED.word(governorOf(DENIED.tree, DENIED.of("Russia")))).toBe("say")
    expect(governorOf(DENIED.tree, DENIED.of("Lavrov"))).toBeNull()
  })
})

describe("noun phrases", () => {
  it("keep their apposition", () => {
    const { tree, of, words } = DENIED
    expect(words(nounPhrase(tree, of("Lavrov")))).toBe("Lavrov , the minister")
    expect(words(appositionOf(tree, of("Lavrov"))!)).toBe("the minister")
  })

  it("leave out relative clauses and the preposition before them", () => {
    const { tree, of, words } = treeOf(
      "It came from a minister of Russia who left.",
      "came root; It nsubj came; minister obl came; from case minister; a det minister; Russia nmod minister; left acl:relcl minister; who nsubj left",
      "came VBD; left VBD",
    )
    expect(words(nounPhrase(tree, of("minister")))).toBe("a minister of Russia")
  })
})

describe("a tree", () => {
  it("covers all below a word, even where words cross", () => {
    const { tree, of, words } = treeOf("A b c d", "A root; c dep A; b dep d; d dep A", "A VB")
    expect(words(tree.rangeOf(of("A")))).toBe("A b c d")
    expect(words(tree.rangeOf(of("d")))).toBe("b c d")
  })

  it("survives heads that run in a circle or out of the sentence", () => {
    const { tree, of, words } = treeOf("A b c", "A dep b; b dep A; c dep c")
    expect(words(tree.rangeOf(of("A")))).toBe("A b")
    expect(subjectOf(tree, of("A"))).toBeNull()
    expect(tree.headOf(99)).toBeNull()
    expect(tree.childrenOf(-1)).toEqual([])
  })
})
