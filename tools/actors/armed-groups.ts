// The rows of data/actors/armed-groups.tsv. In: PETRARCH's dictionary of armed groups, the groups written by hand. Out:
// the groups that nobody wrote by hand.
import countries from "i18n-iso-countries/index.js"
import { foldName } from "../../src/lexicon/fold-name.ts"
import { inTitleCase, petrarchEntries, sectorsIn } from "./petrarch.ts"
import { tableRows } from "./run.ts"

const HEADER = `# Armed groups of the world.
# Source: PETRARCH2, Phoenix.MilNonState.actors.txt (names from START's Terrorist Organization Profiles), Copyright (c) 2014 Open Event Data Alliance, MIT licence.
# Licence: MIT. Date: 2026-11-28. How made: node tools/build-actors.ts. Groups of movements.tsv are left out, and names of one common word.
# Columns: as described in bodies.tsv.
name	aliases	kind	country	sector	source
`

/** Codes that PETRARCH has for what ISO calls otherwise, and for groups that no country is given for. */
const CODES: Readonly<Record<string, string>> = {
  KKL: "IMG",
  INT: "IMG",
  MOS: "IMG",
  IMG: "IMG",
  ROM: "ROU",
  TMP: "TLS",
  ZAR: "COD",
  XXK: "XKX",
}

/** Shorter names stand for too much else. */
const LEAST_LETTERS = 7

export function armedGroups(dictionary: string, byHand: string): string {
  const taken = new Set(
    tableRows(byHand).flatMap(({ name, aliases }) => [name!, ...aliases!.split("|")].map(foldName)),
  )
  const known = new Set(Object.keys(countries.getAlpha3Codes()))
  const rows = petrarchEntries(dictionary).flatMap(({ names, code }) => {
    const country = CODES[code.slice(0, 3)] ?? (known.has(code.slice(0, 3)) ? code.slice(0, 3) : null)
    const spellings = names.map(inTitleCase).filter(isTelling)
    if (country === null || spellings.length === 0 || spellings.some((name) => taken.has(foldName(name))))
      return []
    for (const name of spellings) taken.add(foldName(name))
    const sector = sectorsIn(code.slice(3))[0] ?? "REB"
    return [
      [
        spellings[0],
        spellings.slice(1).join("|"),
        "group",
        country,
        sector === "REL" ? "REB" : sector,
        "PETRARCH",
      ].join("\t"),
    ]
  })
  return `${HEADER}${rows.sort().join("\n")}\n`
}

/** “Victory” or “Fire” alone would be found wherever a sentence begins with them. */
function isTelling(name: string): boolean {
  const folded = foldName(name)
  return folded.includes(" ") && folded.length >= LEAST_LETTERS
}
