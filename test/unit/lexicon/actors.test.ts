import { describe, expect, it } from "vitest"
import { isInputError } from "../../../src/base/input-error.ts"
import { addUserLexicon, findNoun, foldName, meaningsOf, personsNamed } from "../../../src/lexicon/index.ts"
import { readActorLexicon } from "../../check/actors.ts"

const lexicon = readActorLexicon()

describe("the lexicon that ships", () => {
  it("keeps the table of offices sorted, so that every surname is found", () => {
    const { officeHolders } = lexicon
    expect(officeHolders.length).toBeGreaterThan(40_000)
    for (let number = 0; number < officeHolders.length; number += 997) {
      const row = officeHolders.at(number)
      const surname = foldName(row.name).split(" ").at(-1)!
      expect(officeHolders.withSurname(surname)).toContainEqual(row)
    }
  })

  it("knows a name in all its spellings", () => {
    for (const name of ["Houthis", "Ansar Allah", "Huthis"])
      expect(meaningsOf(lexicon, foldName(name)).found[0]!.meaning).toMatchObject({
        as: "row",
        row: { name: "Houthis" },
      })
    expect(personsNamed(lexicon, "lavrov").some(({ id }) => id === "wikidata:Q58217")).toBe(true)
  })

  it("knows nouns in singular and plural", () => {
    const any = (): boolean => true
    expect(findNoun(lexicon, "soldier", any)).toMatchObject({ sector: "MIL", isPlural: false })
    expect(findNoun(lexicon, "soldiers", any)).toMatchObject({ sector: "MIL", isPlural: true })
    expect(findNoun(lexicon, "policemen", any)).toMatchObject({ sector: "COP", isPlural: true })
    expect(findNoun(lexicon, "members of parliament", any)).toMatchObject({ sector: "LEG" })
    expect(findNoun(lexicon, "zzz", any)).toBe(null)
  })
})

describe("foldName", () => {
  it("takes accents, capitals and marks away", () => {
    expect(["Mevlüt Çavuşoğlu", "al-Assad", "U.S.", "Sana'a", "Łukasz", "Лавров", "—"].map(foldName)).toEqual(
      ["mevlut cavusoglu", "al assad", "us", "sanaa", "lukasz", "лавров", ""],
    )
  })
})

describe("addUserLexicon", () => {
  const head = "name\tkind\tcountry\tsector\toffice\tfrom\tuntil\n"
  const wrong: Readonly<Record<string, readonly [string, string]>> = {
    "a column that is not there": [
      "name\tkind\tcolour\nA\tperson\tred\n",
      "Line 1: there is no column “colour”",
    ],
    "commas for tabs": ["name,kind,country\nA,person,SYR\n", "Line 1: no tab parts its columns"],
    "what is no text": ["\u0000\u0001name\tkind\n", "Line 1: it is no text"],
    "a column that is missing": ["name\tcountry\nA\tSYR\n", "Line 1: the column “kind” is missing"],
    "a column too few": [`${head}A\tperson\tSYR\n`, "Line 2: it has 3 columns where the first line names 7"],
    "an unknown kind": [`${head}A\thero\tSYR\tGOV\t\t\t\n`, "Line 2: “hero” is no kind"],
    "an unknown country": [`${head}A\tperson\tSYRIA\tGOV\t\t\t\n`, "Line 2: “SYRIA” is no known country"],
    "an unknown sector": [`${head}A\tperson\tSYR\tGVO\t\t\t\n`, "Line 2: “GVO” is no known sector"],
    "a bad date": [`${head}A\tperson\tSYR\tGOV\t\t2014-13-01\t\n`, "Line 2: “2014-13-01” is no date"],
    "an end before the beginning": [
      `${head}A\tperson\tSYR\tGOV\t\t2014\t2013\n`,
      "Line 2: it ends (2013) before it begins (2014)",
    ],
    "offices that contradict each other": [
      `${head}A\tperson\tSYR\tGOV\t\t2010\t2014\nA\tperson\tSYR\tREB\t\t2012\t2016\n`,
      "Line 3: “A” is SYR/REB here and SYR/GOV in line 2 on the same days",
    ],
    "no name": [`${head}\tperson\tSYR\tGOV\t\t\t\n`, "Line 2: it names nobody"],
    "nothing at all": ["# nothing\n", "Line 1: there is no row"],
  }
  for (const [what, [text, message]] of Object.entries(wrong)) {
    it(`refuses a file with ${what}, and says where and what to do`, () => {
      expect(() => addUserLexicon(lexicon, text, "own.tsv")).toThrow(message)
      try {
        addUserLexicon(lexicon, text, "own.tsv")
      } catch (error) {
        expect(isInputError(error) && error.code).toBe("bad-lexicon")
        expect((error as Error).message).toContain("own.tsv")
      }
    })
  }

  it("names every wrong line at once", () => {
    const text = `${head}A\thero\tSYR\tGOV\t\t\t\nB\tperson\tXYZ\tGOV\t\t\t\n`
    expect(() => addUserLexicon(lexicon, text, "own.tsv")).toThrow(/Line 2: [\s\S]*Line 3: /)
  })

  it("takes codes of one's own that a remark or a state makes known", () => {
    const text = `# codes: TNK\n${head}Gondor\tstate\tGON\t\t\t\t\nDenethor\tperson\tGON\tTNK\tSteward\t\t\n`
    expect(meaningsOf(addUserLexicon(lexicon, text, "own.tsv"), "denethor")).toMatchObject({ isUsers: true })
  })

  it("reads what a spreadsheet on Windows writes", () => {
    const text = `\uFEFF${head}Gondor\tstate\tGON\t\t\t\t\n`.replaceAll("\n", "\r\n")
    expect(meaningsOf(addUserLexicon(lexicon, text, "own.tsv"), "gondor").found).toHaveLength(1)
  })
})
