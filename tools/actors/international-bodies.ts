// The rows of data/actors/international.tsv. In: PETRARCH's dictionary of international actors, the bodies written by
// hand. Out: the bodies among them that nobody wrote by hand; its persons are left to the table of offices.
import countries from "i18n-iso-countries/index.js"
import { foldName } from "../../src/lexicon/fold-name.ts"
import { inTitleCase, petrarchEntries, sectorsIn } from "./petrarch.ts"
import { tableRows } from "./run.ts"

const HEADER = `# International organisations and charities.
# Source: PETRARCH2, Phoenix.International.actors.txt, Copyright (c) 2014 Open Event Data Alliance, MIT licence.
# Licence: MIT. Date: 2026-11-28. How made: node tools/build-actors.ts. Kept: names with a word that tells a body; persons, companies, and bodies of bodies.tsv, are left out.
# Columns: as described in bodies.tsv.
name	aliases	kind	country	sector	source
`

/** Words that a body's name has and a person's has not. */
const BODY_WORDS = new Set(
  (
    "agency aid alliance amnesty association bancorp bank board bureau care caritas center centre charity children church clinic club coalition college " +
    "commission committee communications community companies company confederation congress consortium cooperation corp corporation council court development " +
    "energy enterprises environment federation financial force forum foundation fund global group health holdings hospital inc industries institute institution " +
    "international league limited ltd media mission motors movement nations network oil organisation organization pact partners partnership petroleum pharmaceuticals " +
    "plc programme program project reinsurance relief research resources rights school secretariat service services society solutions systems technologies technology treaty tribunal " +
    "trust union university watch world airlines airways insurance software semiconductor steel mining laboratories therapeutics"
  ).split(" "),
)

const LEAST_LETTERS = 8

export function internationalBodies(dictionary: string, byHand: string): string {
  const taken = new Set(
    tableRows(byHand).flatMap(({ name, aliases }) => [name!, ...aliases!.split("|")].map(foldName)),
  )
  const isCountry = new Set(Object.keys(countries.getAlpha3Codes()))
  const rows = petrarchEntries(dictionary).flatMap(({ names, code, isDated }) => {
    const coded = readCode(code, isCountry)
    const spellings = names.filter(isBody).map(inTitleCase).filter(isTelling)
    if (
      coded === null ||
      isDated ||
      spellings.length === 0 ||
      spellings.some((name) => taken.has(foldName(name)))
    )
      return []
    for (const name of spellings) taken.add(foldName(name))
    return [
      [
        spellings[0],
        [...new Set(spellings.slice(1))].join("|"),
        "organization",
        coded.country,
        coded.sector,
        "PETRARCH",
      ].join("\t"),
    ]
  })
  return `${HEADER}${rows.sort().join("\n")}\n`
}

/** “IGOUNOHLH” → UNO, MED; “NGOGBR” → GBR, NGO. Companies (“MNCUSA”) are left out: a list of the stock exchange of 2013, none of them in the corpus. */
function readCode(
  code: string,
  isCountry: ReadonlySet<string>,
): { readonly country: string; readonly sector: string } | null {
  const [sort, ...rest] = code.match(/.{3}/g) ?? []
  const country = rest.find((part) => isCountry.has(part))
  if (sort === "NGO" || sort === "NGM")
    return { country: country ?? "NGO", sector: country === undefined ? "" : "NGO" }
  if (sort !== "IGO") return null
  const sector =
    sectorsIn(rest.join("")).filter((each) => ["MED", "JUD", "REF", "COP"].includes(each))[0] ?? ""
  if (rest[0] === "UNO") return { country: "UNO", sector }
  return { country: rest[0] === "EUR" && rest[1] === "EEC" ? "EUR" : "IGO", sector }
}

function isBody(name: string): boolean {
  return foldName(name)
    .split(" ")
    .some((word) => BODY_WORDS.has(word))
}

function isTelling(name: string): boolean {
  const folded = foldName(name)
  return folded.includes(" ") && folded.length >= LEAST_LETTERS
}
