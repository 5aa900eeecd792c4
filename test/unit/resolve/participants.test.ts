import { describe, expect, it } from "vitest"
import { Tree } from "../../../src/grammar/index.ts"
import { findHappenings, type HappeningFacts } from "../../../src/resolve/find-happenings.ts"
import { statesByPeople } from "../../../src/resolve/states-by-people.ts"
import type { EventMention, Reading } from "../../../src/schema/reading.ts"
import type { Entity, Participant } from "../../../src/schema/resolution.ts"
import { readActorLexicon } from "../../check/actors.ts"
import { type GivenText, parseTree } from "../../check/events.ts"
import { emptyDoc } from "../../check/hand-given.ts"
import { NO_FACTS } from "../../check/happenings.ts"

const TEXT = `# Israeli attacks shook Israel.
Israeli Israeli ADJ JJ 2 amod
attacks attack NOUN NNS 3 nsubj
shook shake VERB VBD 0 root
Israel Israel PROPN NNP 3 obj
. . PUNCT . 3 punct`
const GIVEN: GivenText = parseTree(
  TEXT.split("\n")
    .map((line, number) => (number === 0 ? line : line.replaceAll(" ", "\t")))
    .join("\n"),
)
const reading = {
  doc: emptyDoc(GIVEN.text),
  tokens: GIVEN.tokens,
  attributions: [],
  mentions: [],
  voices: [],
} as unknown as Reading
const ISRAEL = {
  kind: "state",
  roles: [{ role: { country: "ISR", sector: null } }],
  mentions: [{ mention: 0, score: 1 }],
} as unknown as Entity

describe("the state behind an adjective", () => {
  it("is found where the report names it", () => {
    expect(statesByPeople(reading, [ISRAEL], readActorLexicon())(0)?.entity).toBe(0)
    expect(statesByPeople(reading, [], readActorLexicon())(0)).toBe(null)
    expect(statesByPeople(reading, [ISRAEL], readActorLexicon())(3)).toBe(null)
  })
})

describe("who takes part in a happening", () => {
  const event: EventMention = {
    trigger: { start: 8, end: 15 },
    head: 1,
    type: "ASSAULT",
    modes: [],
    status: "actual",
    statusScore: 1,
    arguments: [{ role: "actor", filler: 0 }],
    readBy: { reader: "rule", rule: "attack ASSAULT" },
    score: 1,
  }
  const israel = { entity: 0, mention: 0, score: 1 } as unknown as Participant
  const tree = new Tree(GIVEN.tokens, { from: 0, to: GIVEN.tokens.length })
  const facts: HappeningFacts = { ...NO_FACTS, treeAt: () => tree, stateAt: () => israel }
  const actors = (given: Partial<HappeningFacts>, type: EventMention["type"] = "ASSAULT") =>
    findHappenings({ ...reading, events: [{ ...event, type }] }, { ...facts, ...given })[0]!.actors

  it("is the state whose attack it is", () => {
    expect(actors({})).toEqual([israel])
    expect(actors({}, null)).toEqual([])
  })

  it("is nobody behind a pronoun of which nothing is known", () => {
    const index = { ...facts.index, at: () => israel }
    expect(actors({ index })).toEqual([israel])
    expect(actors({ index, isSomebody: () => false })).toEqual([])
  })

  it("tells no happenings apart where a headline counts in passing: “kills dozens”", () => {
    const headline = { kind: "headline", span: { start: 0, end: 7 } } as const
    const told = { ...reading, doc: { ...reading.doc, blocks: [headline] } }
    const events: readonly EventMention[] = [
      { ...event, trigger: { start: 0, end: 7 }, head: 0, arguments: [{ role: "recipient", filler: 0 }] },
      { ...event, arguments: [{ role: "recipient", filler: 3 }] },
    ]
    const at = (token: number): Participant => ({ ...israel, entity: token })
    const entities = Array.from({ length: 4 }, () => ISRAEL)
    const count = (isNamed: boolean): number =>
      findHappenings(
        { ...told, events },
        { ...facts, entities, index: { ...facts.index, at }, isNamed: () => isNamed },
      ).length
    expect(count(false)).toBe(1)
    expect(count(true)).toBe(2)
  })
})
