import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { scoreChains, withoutSingletons } from "../../../quality/coreference-scores.ts"
import { DraftChain } from "../../../src/resolve/coreference/draft-chain.ts"
import { FEATURES } from "../../../src/resolve/coreference/features.ts"
import { linkMentions } from "../../../src/resolve/coreference/index.ts"
import { MentionVectors } from "../../../src/resolve/coreference/likeness.ts"
import { initialsOf, nameWords } from "../../../src/resolve/coreference/name-words.ts"
import { areOnePerson } from "../../../src/resolve/coreference/names.ts"
import { type Profile, profileMentions } from "../../../src/resolve/coreference/profiles.ts"
import { MEANT_NUMBERS } from "../../../src/schema/reading.ts"
import { chain, expectedOf, readGiven, readKnowledge } from "../../check/coreference.ts"
import { parseCases } from "../../check/tokens.ts"

const CASES = new URL("../../cases/coreference/", import.meta.url)

for (const name of readdirSync(CASES)) {
  describe(`cases/coreference/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(chain(each)).toBe(expectedOf(each)))
    }
  })
}

describe("the words of names", () => {
  it("leave titles, possessives and numbers of descent out", () => {
    expect(nameWords("Mr. Sergei V. Lavrov's")).toEqual(["sergei", "v", "lavrov"])
    expect(nameWords("Martin Luther King Jr.")).toEqual(["martin", "luther", "king"])
    expect(nameWords("President")).toEqual(["president"])
  })

  it("give initials, small words left out", () => {
    expect(initialsOf(["world", "health", "organization"])).toBe("who")
    expect(initialsOf(["department", "of", "justice"])).toBe("dj")
    expect(initialsOf(["tesco"])).toBe("")
  })

  it("tell whether two names may be one person's", () => {
    const one = (a: string, b: string): boolean => areOnePerson(a.split(" "), b.split(" "))
    expect(one("sergei lavrov", "lavrov")).toBe(true)
    expect(one("xi", "xi jinping")).toBe(true)
    expect(one("donald j trump", "donald trump")).toBe(true)
    expect(one("d trump", "donald trump")).toBe(true)
    expect(one("bashar al-assad", "assad")).toBe(true)
    expect(one("mohammed bin salman al-saud", "mohammed bin salman")).toBe(true)
    expect(one("melania trump", "donald trump")).toBe(false)
    expect(one("lavrov", "kerry")).toBe(false)
  })
})

describe("likeness", () => {
  const reading = readGiven(["Sergei Lavrov left. He slept. He woke.", "~~~~~~~~~~~~~ PER"])
  const [lavrov, he, again] = profileMentions(reading, readKnowledge()) as [Profile, Profile, Profile]
  const chainOf = (...profiles: readonly Profile[]): DraftChain => {
    const made = new DraftChain()
    for (const profile of profiles) made.push({ profile, by: "name", score: 1 })
    return made
  }

  it("adds up over the mentions of a chain what one asks and the others answer", () => {
    // Of each mention one number for its word; then what it asks, and what it answers, only the first of which is not 0.
    const rows = [
      [7, 0, 1],
      [8, 2, 3],
      [9, 2, 0],
    ].map(([word, asks, answers]) => {
      const row = new Float32Array(1 + 2 * MEANT_NUMBERS)
      row.set([word!, asks!])
      row[1 + MEANT_NUMBERS] = answers!
      return row
    })
    const mentionVectors = Float32Array.from(rows.flatMap((row) => [...row]))
    const vectors = new MentionVectors({ ...reading, mentionVectors })
    expect(vectors.wordOf(he)).toEqual(Float32Array.of(8))
    expect(vectors.likeness(again, { chain: chainOf(lavrov), last: lavrov })).toBeCloseTo(2)
    const both = vectors.likeness(again, { chain: chainOf(lavrov, he), last: he })
    expect(both).toBeCloseTo(Math.log(Math.exp(2) + Math.exp(6)))
    // A chain that has only been announced by a name to come is that name.
    expect(vectors.likeness(he, { chain: chainOf(), last: lavrov })).toBeCloseTo(2)
  })

  it("is not known where the network was not asked", () => {
    const vectors = new MentionVectors(reading)
    expect(vectors.wordOf(he)).toBeNull()
    expect(vectors.likeness(he, { chain: chainOf(lavrov), last: lavrov })).toBe(0)
  })
})

describe("chains", () => {
  it("hold every mention once, in text order", () => {
    const reading = readGiven([
      "Sergei Lavrov and Kerry left. He said that they saw his house.",
      "~~~~~~~~~~~~~ PER",
    ])
    const chains = linkMentions(reading, readKnowledge())
    const ids = chains.flatMap(({ mentions }) => mentions.map(({ mention }) => mention))
    expect([...ids].sort()).toEqual(reading.mentions.map(({ id }) => id).sort())
    const order = new Map(reading.mentions.map(({ id }, index) => [id, index]))
    for (const { mentions } of chains) {
      const places = mentions.map(({ mention }) => order.get(mention)!)
      expect(places).toEqual([...places].sort((one, other) => one - other))
    }
  })

  it("take time in proportion to the names, thousands of namesakes included", () => {
    const text = Array.from({ length: 2500 }, (_, index) => `Ann${index} Smith met Smith.`).join(" ")
    const reading = readGiven([text])
    const start = performance.now()
    linkMentions(reading, readKnowledge())
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it("are found in a text without words", () => {
    expect(linkMentions(readGiven([""]), readKnowledge())).toEqual([])
  })
})

describe("features", () => {
  it("have different names", () => {
    expect(new Set(FEATURES).size).toBe(FEATURES.length)
  })
})

describe("the measure", () => {
  const docs = [
    {
      gold: [
        ["a", "b", "c"],
        ["d", "e", "f", "g"],
      ],
      given: [
        ["a", "b"],
        ["c", "d"],
        ["f", "g", "h", "i"],
      ],
    },
  ]

  it("counts links, mentions and pairs of groups as the reference scorer does", () => {
    const { muc, b3, ceafe } = scoreChains(docs)
    expect(muc).toBeCloseTo(0.4, 4)
    expect(b3).toBeCloseTo((2 * (5 / 12) * (4 / 8)) / (5 / 12 + 4 / 8), 4)
    expect(ceafe).toBeCloseTo((2 * (1.3 / 3) * (1.3 / 2)) / (1.3 / 3 + 1.3 / 2), 4)
  })

  it("is 1 for the same groups, and leaves single mentions out when asked", () => {
    const same = [{ gold: [["a", "b"], ["c"]], given: [["b", "a"], ["d"]] }]
    expect(scoreChains(same.map(withoutSingletons)).conll).toBe(1)
    expect(scoreChains(same).conll).toBeLessThan(1)
  })
})
