// The gazetteer that ships, opened once for all tests of a file: unpacking it takes a tenth of a second.
import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
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

/** data/places/places.bin.gz, unpacked. */
export function readPackedPlaces(): Uint8Array {
  return gunzipSync(readFileSync(new URL("places.bin.gz", FOLDER)))
}

export function readPlaceFile(name: "countries.tsv" | "supplement.tsv"): string {
  return readFileSync(new URL(name, FOLDER), "utf8")
}
