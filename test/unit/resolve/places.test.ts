import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { type PlaceName, resolvePlaces } from "../../../src/resolve/places/index.ts"
import { placeNames } from "../../check/places.ts"
import { parseCases } from "../../check/tokens.ts"
import { openTestGazetteer } from "../../helpers/gazetteer.ts"

const CASES = new URL("../../cases/places/", import.meta.url)

for (const name of readdirSync(CASES)) {
  describe(`cases/places/${name}`, () => {
    for (const each of parseCases(readFileSync(new URL(name, CASES), "utf8"))) {
      it(each.title, () => expect(placeNames(each)).toBe(each.lines.join("\n").trimEnd()))
    }
  })
}

describe("places of a report", () => {
  const gazetteer = openTestGazetteer()
  const named = (text: string, names: readonly string[]): readonly PlaceName[] =>
    names.map((name) => ({
      name,
      span: { start: text.indexOf(name), end: text.indexOf(name) + name.length },
    }))

  it("keep their rivals, likeliest first", () => {
    const text = "A fire broke out in Geneva."
    const [geneva] = resolvePlaces({ names: named(text, ["Geneva"]), countries: [], text }, gazetteer)
    if (geneva?.link.kind !== "linked") throw new Error("Geneva is not linked.")
    expect(geneva.link.to).toBe("geonames:2660646")
    const american = gazetteer.candidates("Geneva").filter(({ country }) => country === "USA")
    expect(american.map(({ id }) => id)).toEqual(expect.arrayContaining([geneva.link.rivals[1]]))
  })

  it("come one for each name, in their order, and twice alike", () => {
    const text = "Paris, Texas; Tripoli; Nowhereville; Paris, France"
    const input = {
      names: named(text, ["Tripoli", "Nowhereville", "Paris", "Texas"]),
      countries: ["LBN"],
      text,
    }
    const resolved = resolvePlaces(input, gazetteer)
    expect(resolved.map(({ link }) => link.kind)).toEqual(["linked", "unlinked", "linked", "linked"])
    expect(resolvePlaces(input, gazetteer)).toEqual(resolved)
    expect(resolvePlaces({ names: [], countries: [], text }, gazetteer)).toEqual([])
  })

  it("take no longer than their number, whatever they are called", () => {
    const words = [
      "San José",
      "Springfield",
      "Georgia",
      "Santa Rosa",
      "A",
      "\ud800",
      "X, Y, Z",
      ", ",
      "of of of",
    ]
    let text = ""
    const names = Array.from({ length: 5000 }, (_, index) => {
      const name = index % 3 === 0 ? words[index % words.length]! : `${words[index % words.length]} ${index}`
      const start = text.length
      text += `${name} in `
      return { name, span: { start, end: start + name.length } }
    })
    const started = performance.now()
    expect(resolvePlaces({ names, countries: ["USA", "???"], text }, gazetteer)).toHaveLength(5000)
    // Half a second on two cores; what grows with the square of the names takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it("may stand outside of the text", () => {
    const names = [{ name: "Paris", span: { start: 900, end: 905 } }]
    expect(resolvePlaces({ names, countries: [], text: "" }, gazetteer)[0]?.link.kind).toBe("linked")
  })
})
