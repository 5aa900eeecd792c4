import { describe, expect, it } from "vitest"
import {
  agentOf,
  antecedentOf,
  auxiliariesOf,
  bindersOf,
  clauseHeadOf,
  continuesClause,
  governorOf,
  infinitiveMarkOf,
  isDefinite,
  isFiniteVerb,
  isImperative,
  isNegated,
  isPassive,
  isToOf,
  modalOf,
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

describe("forms of a verb", () => {
  const { tree, of, word } = treeOf(
    "He may have come and left, but would not go; she is to speak, to be heard.",
    "come root; He nsubj come; may aux come; have aux come; left conj come; and cc left; go conj come; but cc go; would aux go; not advmod go; speak parataxis come; she nsubj speak; is aux speak; to mark speak; heard advcl speak; to#2 mark heard; be aux:pass heard",
    "come VBN; left VBN; go VB; speak VB; heard VBN; may MD; would MD; have VB; be VB",
  )

  it("share the auxiliaries of the first of several, where they have none", () => {
    expect(auxiliariesOf(tree, of("come")).map(word)).toEqual(["may", "have"])
    expect(auxiliariesOf(tree, of("left")).map(word)).toEqual(["may", "have"])
    expect(word(modalOf(tree, of("left")))).toBe("may")
    expect(word(modalOf(tree, of("go")))).toBe("would")
    expect(modalOf(tree, of("speak"))).toBeNull()
  })

  it("need no auxiliary when they are finite, and share none", () => {
    const { tree, of } = treeOf(
      "He will come but slept.",
      "come root; He nsubj come; will aux come; slept conj come; but cc slept",
      "come VB; slept VBD",
    )
    expect(isFiniteVerb(tree, of("slept"))).toBe(true)
    expect(isFiniteVerb(tree, of("come"))).toBe(false)
    expect(auxiliariesOf(tree, of("slept"))).toEqual([])
  })

  it("are infinitives by their “to”, of what is set by the “is” before it", () => {
    expect(word(infinitiveMarkOf(tree, of("heard")))).toBe("to")
    expect(infinitiveMarkOf(tree, of("go"))).toBeNull()
    expect(word(isToOf(tree, of("speak")))).toBe("is")
    expect(isToOf(tree, of("heard"))).toBeNull()
  })

  it("are bound to their governor by the words before them", () => {
    const { tree, of, word } = treeOf(
      "They left instead of fighting.",
      "left root; They nsubj left; fighting advcl left; instead mark fighting; of mark fighting",
      "left VBD; instead RB",
    )
    expect(bindersOf(tree, of("fighting")).map(word)).toEqual(["instead", "of"])
    expect(continuesClause(tree, of("fighting"))).toBe(false)
  })

  it("go on with the clause above when they are a bare participle", () => {
    const { tree, of } = treeOf(
      "He fired, killing three.",
      "fired root; He nsubj fired; killing advcl fired; three obj killing",
      "fired VBD",
    )
    expect(continuesClause(tree, of("killing"))).toBe(true)
  })

  it("are imperatives without a subject", () => {
    const { tree, of } = treeOf(
      "Take it and go.",
      "Take root; it obj Take; go conj Take; and cc go",
      "Take VB; go VB",
    )
    expect([isImperative(tree, of("Take")), isImperative(tree, of("go"))]).toEqual([true, true])
  })
})

describe("noun phrases", () => {
  it("are definite by an article, a possessor or a name", () => {
    const { tree, of } = treeOf(
      "The raid followed his arrest, an attack and Brexit.",
      "followed root; raid nsubj followed; The det raid; arrest obj followed; his nmod:poss arrest; attack conj arrest; an det attack; Brexit conj arrest",
      "raid NN",
    )
    expect(["raid", "arrest", "attack", "Brexit"].map((noun) => isDefinite(tree, of(noun)))).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it("keep their apposition", () => {
    const { tree, of, words } = DENIED
    expect(words(nounPhrase(tree, of("Lavrov")))).toBe("Lavrov , the minister")
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
    expect(tree.widest).toBe(2)
  })

  it("survives heads that run in a circle or out of the sentence", () => {
    const { tree, of, words } = treeOf("A b c", "A dep b; b dep A; c dep c")
    expect(words(tree.rangeOf(of("A")))).toBe("A b")
    expect(subjectOf(tree, of("A"))).toBeNull()
    expect(tree.headOf(99)).toBeNull()
    expect(tree.childrenOf(-1)).toEqual([])
  })
})

describe("relative clauses", () => {
  const tree =
    "arrived root; aircraft nsubj arrived; Two nummod aircraft; Brennia obl arrived; from case Brennia; pledged acl:relcl aircraft; which nsubj pledged; help obj pledged"
  const tags = "aircraft NNS; Brennia NNP; which WDT; pledged VBN"
  it("with a verb in the singular tell of what is one: “Two aircraft arrived from Brennia, which has pledged help”", () => {
    const one = treeOf(
      "Two aircraft arrived from Brennia, which has pledged help.",
      `${tree}; has aux pledged`,
      `${tags}; has VBZ`,
    )
    expect(one.word(antecedentOf(one.tree, one.of("pledged"), one.of("which")))).toBe("Brennia")
    const several = treeOf(
      "Two aircraft arrived from Brennia, which have pledged help.",
      `${tree}; have aux pledged`,
      `${tags}; have VBP`,
    )
    expect(several.word(antecedentOf(several.tree, several.of("pledged"), several.of("which")))).toBe(
      "aircraft",
    )
  })
})
