import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { cueSenses, parseLexicon, venueSort } from "../../src/lexicon/index.ts"

const readData = (name: string): string =>
  readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8")
const lexicon = parseLexicon({ cues: readData("cues.tsv"), venues: readData("venues.tsv") })

describe("the lexicon", () => {
  it("knows the kinds of a word by its part of speech, the commonest first", () => {
    expect(cueSenses(lexicon, "deny", "verb").map(({ kind }) => kind)).toEqual(["says", "orders"])
    expect(cueSenses(lexicon, "plan", "noun").map(({ kind }) => kind)).toEqual(["intends"])
    expect(cueSenses(lexicon, "according to", "preposition").map(({ kind }) => kind)).toEqual(["says"])
    expect(cueSenses(lexicon, "plan", "adverb")).toEqual([])
  })

  it("knows what a word takes", () => {
    expect([...cueSenses(lexicon, "tell", "verb")[0]!.frame]).toContain("addressee")
    expect([...cueSenses(lexicon, "accuse", "verb")[0]!.frame]).toContain("of")
  })

  it("finds venues whatever their capitals", () => {
    expect(venueSort(lexicon, "twitter")).toBe("channel")
    expect(venueSort(lexicon, "Press Conference")).toBe("occasion")
    expect(venueSort(lexicon, "mountain")).toBeNull()
  })

  it("has no line twice", () => {
    for (const name of ["cues.tsv", "venues.tsv"]) {
      const rows = readData(name)
        .split("\n")
        .filter((row) => row !== "" && !row.startsWith("#"))
      const keys = rows.map((row) =>
        name === "cues.tsv" ? row.split("\t").toSpliced(2, 1).join(" ") : row.split("\t")[0],
      )
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    }
  })

  it("names the line that does not fit", () => {
    expect(() => parseLexicon({ cues: "# a\nsay\tsays\tthat", venues: "" })).toThrow(
      "Line 2 of data/cues.tsv",
    )
  })
})
