import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { Tree } from "../../../src/grammar/index.ts"
import { addUserLexicon } from "../../../src/lexicon/index.ts"
import {
  type ActorPhrase,
  codeActor,
  findSetting,
  phraseAround,
  placesBeside,
  toldOf,
} from "../../../src/resolve/actors/index.ts"
import type { TokenRange } from "../../../src/schema/positions.ts"
import { drawActors, expectedActors, readActorLexicon } from "../../check/actors.ts"
import { handGiven, readLexicon } from "../../check/hand-given.ts"
import { parseCases } from "../../check/tokens.ts"
import { openTestGazetteer } from "../../helpers/gazetteer.ts"

const CASES = new URL("../../cases/actors/", import.meta.url)

for (const name of readdirSync(CASES)) {
  describe(`cases/actors/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(drawActors(each)).toBe(expectedActors(each)))
    }
  })
}

function phrase(text: string, label: ActorPhrase["label"] = null): ActorPhrase {
  return { text, head: text.split(" ").at(-1)!, label, acts: true }
}

const lexicon = readActorLexicon()

describe("codeActor", () => {
  const demonyms = {
    Russian: "RUS",
    American: "USA",
    Ukrainian: "UKR",
    Israeli: "ISR",
    Palestinian: "PSE",
    Chinese: "CHN",
    Iranian: "IRN",
  }
  const phrases = [
    "soldiers",
    "police spokesman",
    "lawmakers and officials",
    "former prosecutors",
    "state media",
    "rebels",
    "Health Ministry",
  ]
  for (const words of phrases) {
    it(`changes nothing but the country of “… ${words}” when the country is another`, () => {
      const codings = Object.entries(demonyms).map(([demonym, code]) => {
        const { kind, roles } = codeActor(phrase(`the ${demonym} ${words}`), lexicon, "2018-04-20")
        expect(roles[0]!.role.country).toBe(code)
        return {
          kind,
          sectors: roles.map(({ role, basis, score }) => ({ ...role, country: null, basis, score })),
        }
      })
      for (const coding of codings) expect(coding).toEqual(codings[0])
    })
  }

  it("links an office holder to Wikidata and gives the days of the office", () => {
    const { link, roles, canonicalName } = codeActor(phrase("Sergei Lavrov", "person"), lexicon, "2018-04-20")
    expect(link).toMatchObject({ kind: "linked", to: "wikidata:Q58217" })
    expect(roles[0]!.role).toMatchObject({ from: "2004-03-09", until: null })
    expect(canonicalName).toBe("Sergey Lavrov")
  })

  it("doubts an office that the captured table leaves open for too long", () => {
    const early = codeActor(phrase("Mohammed bin Rashid Al Maktoum", "person"), lexicon, "2008-01-01")
    const late = codeActor(phrase("Ben Wallace", "person"), lexicon, "2020-01-01")
    expect(early.roles[0]!.score).toBeGreaterThan(0.7)
    expect(late.roles[0]!.role.sector).toBe("GOV")
  })

  it("reads dates of any exactness, and none", () => {
    for (const date of ["2018", "2018-04", "2018-04-20T10:00:00Z", "2018-04-20/2018-04-22", null, "junk"])
      expect(codeActor(phrase("Sergei Lavrov", "person"), lexicon, date).roles[0]!.role.country).toBe("RUS")
  })

  it("neither throws nor hangs on junk", () => {
    const junk = [
      "",
      " ",
      "…",
      "a ".repeat(50_000),
      "Khan ".repeat(20_000),
      "(".repeat(100_000),
      "x".repeat(100_000),
      "of of of ".repeat(10_000),
      "9".repeat(100_000),
    ]
    for (const text of junk)
      for (const label of [null, "person", "organization", "place"] as const)
        expect(() => codeActor({ text, head: text, label, acts: true }, lexicon, text)).not.toThrow()
  })
})

describe("findSetting", () => {
  it("gives the countries of a report, the most named first", () => {
    const text =
      "WARSAW: Poland's president said Polish troops would stay. Germany agreed. The BBC reported it."
    const { countries } = findSetting(text, lexicon, null)
    expect(countries).toEqual(["POL", "DEU"])
    expect(
      codeActor(phrase("the police"), lexicon, null, findSetting(text, lexicon, null)).roles[0]!.role,
    ).toMatchObject({
      country: "POL",
      sector: "COP",
    })
  })
})

describe("where a report is at home", () => {
  /** `placeLine`: the words that `text` begins with, which say where it was written. */
  const homeOf = (text: string, placeLine = ""): string | null =>
    findSetting(text, lexicon, openTestGazetteer(), { start: 0, end: placeLine.length }).home

  it("is the country that is named most", () => {
    expect(homeOf("Thailand said Thai troops had left Cambodia.")).toBe("THA")
  })

  it("is none of two that are named as often", () => {
    expect(homeOf("Thailand and Cambodia traded fire. Officials said nine died.")).toBeNull()
  })

  it("is that of the dateline, when the report names it besides", () => {
    const text = "BANGKOK: Thailand and Cambodia traded fire. Officials said nine died."
    expect(homeOf(text, "BANGKOK")).toBe("THA")
    expect(homeOf("NAIROBI: Uganda shut its border. Officials said nine died.", "NAIROBI")).toBe("UGA")
  })
})

describe("a user's lexicon", () => {
  const text =
    "# codes: HOB ORC\nname\taliases\tkind\tcountry\tsector\tfrom\tuntil\nOsgiliath\tOsgiliathan\tstate\tOSG\t\t\t\nSam Gamgee\t\tperson\tHOB\tMIL\t2008\t2012\nSam Gamgee\t\tperson\tHOB\tGOV\t2013\t\norc\t\trole\t\tREB\t\t\n"
  const own = addUserLexicon(lexicon, text, "gondor.tsv")

  it("wins over ours and keeps to its dates", () => {
    const codeOf = (words: string, date: string, label: ActorPhrase["label"] = null): string => {
      const { role } = codeActor(phrase(words, label), own, date).roles[0]!
      return `${role.country}/${role.sector}`
    }
    expect(codeOf("Osgiliath soldiers", "2010-01-01")).toBe("OSG/MIL")
    expect(codeOf("Osgiliathan orcs", "2010-01-01")).toBe("OSG/REB")
    expect(codeOf("Sam Gamgee", "2010-01-01", "person")).toBe("HOB/MIL")
    expect(codeOf("Sam Gamgee", "2015-01-01", "person")).toBe("HOB/GOV")
  })

  it("leaves the lexicon it was added to as it was", () => {
    expect(codeActor(phrase("Osgiliath soldiers"), lexicon, null).roles[0]!.role.country).toBe(null)
  })
})

/** The words of these ranges for the mention `word`, in a sentence whose tree is given. */
function around(
  text: string,
  tree: string,
  word: string,
  ask: (tree: Tree, head: number) => readonly TokenRange[],
): readonly string[] {
  const tags = [...text.matchAll(/\b\p{Lu}\p{L}+/gu)].map(([name]) => `${name} NNP`).join("; ")
  const { tokens, sentences } = handGiven({ text, spans: [], tree, tags, hasHeadline: false }, readLexicon())
  const start = text.indexOf(word)
  const { from: head } = tokens.covering({ start, end: start + word.length })!
  return ask(new Tree(tokens, sentences[0]!), head).map(({ from, to }) =>
    text.slice(tokens.start(from), tokens.end(to - 1)),
  )
}

describe("phraseAround", () => {
  const one = (tree: Tree, head: number): readonly TokenRange[] => [phraseAround(tree, head)]

  it("takes title and apposition, and leaves what is coordinated", () => {
    const text = "Russian minister Lavrov, the diplomat, and Kerry met."
    const tree =
      "met root; Lavrov nsubj met; Russian amod Lavrov; minister compound Lavrov; diplomat appos Lavrov; the det diplomat; , punct diplomat; Kerry conj Lavrov; and cc Kerry; ,#2 punct Kerry; . punct met"
    expect(around(text, tree, "Lavrov", one)).toEqual(["Russian minister Lavrov, the diplomat"])
  })

  it("takes the noun right before a personal name that hangs on the same word", () => {
    const text = "Cengiz is the fiancée of journalist Jamal Khashoggi."
    const tree =
      "fiancée root; Cengiz nsubj fiancée; is cop fiancée; the det fiancée; journalist nmod fiancée; of case journalist; Jamal nmod fiancée; Khashoggi flat Jamal; . punct fiancée"
    expect(around(text, tree, "Jamal", one)).toEqual(["journalist Jamal Khashoggi"])
  })

  it("gives a person in apposition to a body the noun that is of it", () => {
    const text = "The director of Amnesty, Mariela Belski, resigned."
    const tree =
      "resigned root; director nsubj resigned; The det director; Amnesty nmod director; of case Amnesty; Mariela appos Amnesty; , punct Mariela; Belski flat Mariela; ,#2 punct Mariela; . punct resigned"
    expect(around(text, tree, "Mariela", one)).toEqual(["The director of Amnesty, Mariela Belski,"])
  })
})

describe("toldOf", () => {
  it("shares a title in the plural among those it introduces", () => {
    const text = "NASA chose two astronauts, Doug Hurley and Bob Behnken."
    const tree =
      "chose root; NASA nsubj chose; astronauts obj chose; two nummod astronauts; Doug appos astronauts; , punct Doug; Hurley flat Doug; Bob conj Doug; and cc Bob; Behnken flat Bob; . punct chose"
    expect(around(text, tree, "Bob", toldOf)).toEqual(["two astronauts,"])
  })

  it("takes what somebody is said to be, and not what he is not or may be", () => {
    const tree = (verb: string): string =>
      `professor root; He nsubj professor; ${verb}; a det professor; . punct professor`
    expect(around("He was a professor.", tree("was cop professor"), "He", toldOf)).toEqual([
      "was a professor",
    ])
    const not = tree("is cop professor; not advmod professor")
    expect(around("He is not a professor.", not, "He", toldOf)).toEqual([])
    const may = tree("may aux professor; be cop professor")
    expect(around("He may be a professor.", may, "He", toldOf)).toEqual([])
  })

  it("takes what somebody serves as", () => {
    const text = "She serves as chairwoman."
    const tree = "serves root; She nsubj serves; chairwoman obl serves; as case chairwoman; . punct serves"
    expect(around(text, tree, "She", toldOf)).toEqual(["chairwoman"])
  })
})

describe("placesBeside", () => {
  const text = "Drones hit Oryol in May and killed workers in Ryazan."
  const tree =
    "hit root; Drones nsubj hit; Oryol obj hit; May obl hit; in case May; killed conj hit; and cc killed; workers obj killed; Ryazan obl killed; in#2 case Ryazan; . punct hit"

  it("gives the capital words that say where, the nearest first", () => {
    const { tokens, sentences } = handGiven(
      { text, spans: [], tree, tags: "May NNP", hasHeadline: false },
      readLexicon(),
    )
    const found = placesBeside(new Tree(tokens, sentences[0]!), 7, text)
    expect(found).toEqual(["Ryazan", "May"])
  })

  it("tells the country of somebody without a name, before the one that the report names most", () => {
    const setting = {
      ...findSetting("Ukraine's Ukrainian drones", readActorLexicon(), null),
      placeCountry: () => null,
    }
    const workers = { ...phrase("two workers"), beside: ["May", "Russia"] }
    const [role] = codeActor(workers, readActorLexicon(), null, setting).roles
    expect(role?.role.country).toBe("RUS")
    expect(codeActor(phrase("two workers"), readActorLexicon(), null, setting).roles[0]?.role.country).toBe(
      "UKR",
    )
  })
})
