import { expect, it } from "vitest"
import { Tree } from "../../../src/grammar/index.ts"
import type { Chain } from "../../../src/resolve/coreference/index.ts"
import { toEntities } from "../../../src/resolve/entities.ts"
import type { Reading } from "../../../src/schema/reading.ts"
import { readActorLexicon } from "../../check/actors.ts"
import { handGiven } from "../../check/hand-given.ts"
import { openTestGazetteer } from "../../helpers/gazetteer.ts"

/** The office of Jane Roe, of whom `words` are said as well. */
function officeOf(text: string, words: string): string | null {
  const tree =
    "called root; They nsubj called; Roe obj called; Jane compound Roe; prince xcomp called; the det prince"
  const { doc, tokens, sentences } = handGiven(
    { text, spans: [], tree, tags: "prince NN; Roe NNP; Jane NNP", hasHeadline: false },
    { cues: new Map(), venues: new Map() },
  )
  const spanOf = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })
  const head = { start: text.indexOf("prince"), end: text.indexOf("prince") + "prince".length }
  const mentions = [
    {
      id: 0,
      kind: "name",
      label: "person",
      name: spanOf("Jane Roe"),
      span: spanOf("Jane Roe"),
      head: spanOf("Roe"),
      score: 1,
    },
    { id: 1, kind: "nominal", role: words, span: spanOf(words), head, score: 1 },
  ]
  const chains = [
    { kind: "person", mentions: [0, 1].map((mention) => ({ mention, by: "name", score: 1 })) },
  ] as unknown as readonly Chain[]
  const whole = new Tree(tokens, sentences[0]!)
  const reading = { doc, tokens, sentences, mentions, attributions: [], events: [] } as unknown as Reading
  const facts = { chains, acting: new Set<never>(), treeAt: () => whole, dateline: null }
  const [entity] = toEntities(reading, facts, { actors: readActorLexicon(), gazetteer: openTestGazetteer() })
  return entity!.roles[0]?.role.office ?? null
}

it("takes an office from what the report calls somebody, not from a word of scorn in quotation marks", () => {
  expect(officeOf("They called Jane Roe the prince.", "the prince")).toBe("prince")
  expect(officeOf("They called Jane Roe “the prince”.", "the prince")).toBeNull()
})
