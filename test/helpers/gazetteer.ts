// The gazetteer that ships, opened once for all tests of a file.
import { readFileSync } from "node:fs"
import { type Gazetteer, openGazetteer } from "../../src/lexicon/gazetteer.ts"

const FOLDER = new URL("../../data/places/", import.meta.url)

let opened: Gazetteer | null = null

export function openTestGazetteer(): Gazetteer {
  opened ??= openGazetteer({
    places: readPackedPlaces(),
    countries: readPlaceFile("countries.tsv"),
    supplement: readPlaceFile("supplement.tsv"),
  })
  return opened
}

/** data/places/places.bin. */
export function readPackedPlaces(): Uint8Array {
  return readFileSync(new URL("places.bin", FOLDER))
}

export function readPlaceFile(name: "countries.tsv" | "supplement.tsv"): string {
  return readFileSync(new URL(name, FOLDER), "utf8")
}
