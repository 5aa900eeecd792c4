import { describe, expect, it } from "vitest"
import { openGazetteer, placeKey } from "../../../src/lexicon/gazetteer.ts"
import { otherSpellings } from "../../../src/lexicon/place-key.ts"
import { parseCountryRows, parseSupplement } from "../../../src/lexicon/place-rows.ts"
import { PlaceTable } from "../../../src/lexicon/place-table.ts"
import { openTestGazetteer, readPackedPlaces, readPlaceFile } from "../../helpers/gazetteer.ts"

const gazetteer = openTestGazetteer()
const supplement = parseSupplement(readPlaceFile("supplement.tsv"))
const countries = parseCountryRows(readPlaceFile("countries.tsv"))

describe("keys of names", () => {
  it.each([
    ["U.S.", "us"],
    ["Côte d'Ivoire", "cote divoire"],
    ["the Golan Heights", "golan heights"],
    ["Łódź", "lodz"],
    ["Trinidad & Tobago", "trinidad and tobago"],
    ["Deir ez-Zor", "deir ez zor"],
    ["دمشق", ""],
  ])("of “%s” is “%s”", (name, key) => expect(placeKey(name)).toBe(key))

  it("has other spellings for saints and for Arabic articles", () => {
    expect(otherSpellings("st petersburg")).toEqual(["saint petersburg"])
    expect(otherSpellings("al raqqa")).toEqual(expect.arrayContaining(["raqqa", "ar raqqah"]))
  })
})

describe("the gazetteer", () => {
  it("knows cities of GeoNames by any of their names", () => {
    for (const name of ["Douma", "Geneva", "Kiev", "Nur-Sultan", "Bombay", "Khan Sheikhoun", "al-Raqqa"]) {
      expect(gazetteer.candidates(name), name).not.toEqual([])
    }
    expect(gazetteer.candidates("Douma")[0]).toMatchObject({
      id: "geonames:170592",
      kind: "city",
      country: "SYR",
      admin1: "SY.08",
      match: "name",
    })
  })

  it("knows countries by their codes in ISO 3166", () => {
    const [syria] = gazetteer.candidates("Syrian Arab Republic")
    expect(syria).toMatchObject({
      id: "iso:SYR",
      name: "Syria",
      kind: "country",
      country: "SYR",
      match: "press",
    })
  })

  it("knows places of its own, and gives those under dispute no country", () => {
    expect(gazetteer.candidates("Eastern Ghouta")).toMatchObject([
      { id: "sayso:place/eastern-ghouta", kind: "district", country: "SYR" },
    ])
    expect(gazetteer.candidates("Golan Heights")[0]?.country).toBeNull()
    expect(gazetteer.candidates("Yalta").find(({ admin1 }) => admin1 === "UA.11")?.country).toBeNull()
  })

  it("gives all namesakes, the most populous first, each once", () => {
    const springfields = gazetteer.candidates("Springfield")
    expect(springfields.length).toBeGreaterThan(20)
    const populations = springfields.map(({ population }) => population)
    expect(populations).toEqual(populations.toSorted((a, b) => b - a))
    expect(new Set(springfields.map(({ id }) => id)).size).toBe(springfields.length)
  })

  it("puts divisions in the middle of their cities", () => {
    const bulacan = gazetteer.candidates("Bulacan").find(({ kind }) => kind === "district")
    expect(bulacan?.latitude).toBeCloseTo(14.9, 0)
    expect(bulacan?.longitude).toBeCloseTo(121, 0)
  })

  it("gives nothing for what it does not know, and never throws", () => {
    for (const name of ["", " ", "???", "Zorblax", "\u0000", "\ud800", "a".repeat(100_000), "ﷺ", "the "]) {
      expect(gazetteer.candidates(name), name.slice(0, 10)).toEqual([])
    }
  })

  it("refuses bytes that are no table", () => {
    const files = { countries: readPlaceFile("countries.tsv"), supplement: readPlaceFile("supplement.tsv") }
    expect(() => openGazetteer({ ...files, places: new Uint8Array(100) })).toThrow(/not a table of places/)
    const packed = readPackedPlaces()
    expect(() => openGazetteer({ ...files, places: packed.subarray(0, 1000) })).toThrow()
  })
})

describe("the tables written by hand", () => {
  it("give every place of our own an id of its own", () => {
    const ids = supplement.filter(({ mends }) => mends === null).map(({ name }) => placeKey(name))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it("mend each row of GeoNames once, and only rows that there are and that lie where they say", () => {
    const table = new PlaceTable(readPackedPlaces())
    const menders = supplement.flatMap((row) => (row.mends === null ? [] : [{ ...row, mends: row.mends }]))
    const rows = table.rowsOf(new Set(menders.map(({ mends }) => mends)))
    expect(rows.size).toBe(menders.length)
    const isFar = menders.filter(({ mends, kind, latitude }) => {
      const reach = kind === "city" ? 0.2 : 10
      return Math.abs(table.at(rows.get(mends)!).latitude - latitude) > reach
    })
    expect(isFar.map(({ name }) => name)).toEqual([])
  })

  it("name only countries that there are", () => {
    const codes = new Set(countries.map(({ iso3 }) => iso3))
    const unknown = supplement.filter(({ country }) => country !== null && !codes.has(country))
    expect(unknown.map(({ name }) => name)).toEqual([])
    expect(codes.size).toBe(countries.length)
  })

  it("name the line that does not fit", () => {
    expect(() => parseSupplement("A\t\t91\t0\tcity\t\t\town\t")).toThrow(
      /Line 1 of data\/places\/supplement.tsv/,
    )
    expect(() => parseSupplement("# head\nA\t\t1\t0\ttown\t\t\town\t")).toThrow(/Line 2/)
    expect(() => parseCountryRows("SYR\tSY\tSyria\t\tx\t38\t1")).toThrow(
      /Line 1 of data\/places\/countries.tsv/,
    )
  })
})
