import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it, test } from "vitest"
import { seededRandom } from "../../../src/base/random.ts"
import { findEvents } from "../../../src/read/events/index.ts"
import type { Scores } from "../../../src/read/network/scores.ts"
import type { Attribution, EventMention } from "../../../src/schema/reading.ts"
import {
  eventsIn,
  expectedOf,
  type GivenText,
  givenOf,
  parseTree,
  readFrames,
  readModality,
  summary,
} from "../../check/events.ts"
import { emptyDoc } from "../../check/hand-given.ts"
import { parseCases } from "../../check/tokens.ts"
import { type RandomTree, randomTree } from "../../helpers/random-tree.ts"

const frames = readFrames()
const modality = readModality()
const CASES = new URL("../../cases/events/", import.meta.url)

for (const name of readdirSync(CASES).filter((file) => file.endsWith(".txt"))) {
  describe(`cases/events/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => {
        const given = givenOf(each)
        const kind = name === "headlines.txt" ? "headline" : "paragraph"
        const found = eventsIn(given, frames, modality, kind).map((event) => `→ ${summary(given, event)}`)
        expect(found).toEqual(expectedOf(each))
      })
    }
  })
}

// --- With the network ---

/** “# text”, then “form lemma upos xpos head relation” with single spaces. */
function sentence(text: string, ...rows: readonly string[]): GivenText {
  return parseTree([`# ${text}`, ...rows.map((row) => row.replaceAll(" ", "\t"))].join("\n"))
}

const STUMBLED = sentence(
  "The senator stumbled.",
  "The the DET DT 2 det",
  "senator senator NOUN NN 3 nsubj",
  "stumbled stumble VERB VBD 0 root",
  ". . PUNCT . 3 punct",
)
const ATTACKED = sentence(
  "Rebels attacked the town.",
  "Rebels rebel NOUN NNS 2 nsubj",
  "attacked attack VERB VBD 0 root",
  "the the DET DT 4 det",
  "town town NOUN NN 2 obj",
  ". . PUNCT . 2 punct",
)

/** A network that takes the word `event` for a happening of `type` with this likelihood, and knows no roles. */
function networkSaying(wordCount: number, event: number, type: string, likelihood: number): Scores {
  const classes = ["O", `B-${type}`]
  const values = new Float32Array(wordCount * 2)
  for (let word = 0; word < wordCount; word += 1) {
    const share = word === event ? likelihood : 0.001
    values[word * 2] = Math.log(1 - share)
    values[word * 2 + 1] = Math.log(share)
  }
  const none = new Float32Array(0)
  return {
    wordCount,
    head: () => ({ classes, values }),
    arcs: () => none,
    relationNames: [],
    relations: () => none,
    eventRoleNames: ["actor", "recipient"],
    eventRole: () => -9,
    vectors: none,
    cueToSource: () => 0,
    noSource: () => 0,
    contentToCue: () => 0,
    noCue: () => 0,
  }
}

function eventsWith(
  { text, tokens }: GivenText,
  scores: Scores | null,
  attributions: readonly Attribution[] = [],
): readonly EventMention[] {
  const sentences = [{ from: 0, to: tokens.length }]
  return findEvents({
    doc: emptyDoc(text),
    tokens,
    sentences,
    attributions,
    speakers: [],
    scores,
    frames,
    modality,
  })
}

test("a verb that gives somebody's words hurts nobody: “attacked the plan as unfair”", () => {
  const attacked = ATTACKED.tokens.at(1).span
  const statement = { kind: "says", cue: [attacked], content: [], speaker: null } as unknown as Attribution
  expect(eventsWith(ATTACKED, null)).toMatchObject([{ type: "ASSAULT" }])
  expect(eventsWith(ATTACKED, null, [statement])).toMatchObject([{ type: "ACCUSE", modes: ["disapprove"] }])
})

describe("frames and the network together", () => {
  it("give what the network is sure of and no frame has, and say so", () => {
    expect(eventsWith(STUMBLED, null)).toEqual([])
    const [event] = eventsWith(STUMBLED, networkSaying(4, 2, "OTHER", 0.95))
    expect(event).toMatchObject({ type: null, head: 2, readBy: { reader: "network", rule: null } })
    expect(event!.arguments).toEqual([{ role: "actor", filler: 1 }])
  })

  it("leave out what the network alone finds half likely", () => {
    expect(eventsWith(STUMBLED, networkSaying(4, 2, "OTHER", 0.5))).toEqual([])
  })

  it("take the type from the frame where there is one", () => {
    const [event] = eventsWith(ATTACKED, networkSaying(5, 1, "ACCUSE", 0.9))
    expect(event).toMatchObject({ type: "ASSAULT", readBy: { reader: "rule", rule: "attack ASSAULT" } })
  })

  it("leave out a frame that the network finds out of place", () => {
    expect(eventsWith(ATTACKED, networkSaying(5, 1, "ASSAULT", 0.01))).toEqual([])
  })

  it("score a mention higher the likelier the network finds it", () => {
    const scores = [0.1, 0.5, 0.99].map(
      (share) => eventsWith(ATTACKED, networkSaying(5, 1, "ASSAULT", share))[0]!.score,
    )
    expect(scores).toEqual([...scores].sort((one, other) => one - other))
  })
})

// --- Anything ---

const CHOICES = {
  words:
    "Rebels attacked attack the town talks held were by on against of and to , . Iran Israeli police arrested killing who that will not if may promised agreement between Monday 2019 five \n carried out an launched“ ” 😀 é́",
  relations:
    "nsubj obj iobj ccomp xcomp advcl conj cc punct case obl nmod nmod:poss nmod:desc acl acl:relcl parataxis appos amod compound det aux:pass nsubj:pass mark dep",
  tags: "NN NNS NNP VBD VBN VBG VB VBZ PRP DT IN TO CC JJ CD WDT , .",
}

function anything(seed: number, wordCount: number): RandomTree {
  return randomTree(seededRandom(seed), wordCount, CHOICES)
}

function read({ text, tokens, sentences }: Omit<RandomTree, "words">): readonly EventMention[] {
  return findEvents({
    doc: emptyDoc(text),
    tokens,
    sentences,
    attributions: [],
    speakers: [],
    scores: null,
    frames,
    modality,
  })
}

describe("findEvents on anything", () => {
  it("gives places within the text, in order, whatever the trees", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const given = anything(seed, 5 + (seed % 90))
      const events = read(given)
      for (const { trigger, head, arguments: fillers, score } of events) {
        expect(given.text.slice(trigger.start, trigger.end), `seed ${seed}`).not.toBe("")
        expect(
          [head, ...fillers.map(({ filler }) => filler)].every((word) => word < given.tokens.length),
        ).toBe(true)
        expect(score > 0 && score < 1).toBe(true)
      }
      const starts = events.map(({ trigger }) => trigger.start)
      expect(starts).toEqual([...starts].sort((one, other) => one - other))
    }
  })

  it("gives the same for the same input", () => {
    expect(read(anything(7, 300))).toEqual(read(anything(7, 300)))
  })

  it("takes time in proportion to the text", () => {
    const timeOf = (wordCount: number): number => {
      const given = anything(3, wordCount)
      const before = performance.now()
      read(given)
      return performance.now() - before
    }
    timeOf(500)
    // Ten times the words may take thirty times as long on a busy machine, not a hundred times.
    expect(timeOf(20_000)).toBeLessThan(30 * Math.max(timeOf(2_000), 10))
  })

  it("reads a sentence of 2,000 words", () => {
    const { text, tokens } = anything(5, 2000)
    const sentences = [{ from: 0, to: tokens.length }]
    const before = performance.now()
    read({ text, tokens, sentences })
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it("gives nothing for nothing", () => {
    expect(read(anything(1, 0))).toEqual([])
  })
})
