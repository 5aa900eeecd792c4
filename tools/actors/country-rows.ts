// The rows of data/countries.tsv. In: the words of the press, by hand. Out: those, and the names of i18n-iso-countries;
// countries that nobody wrote a row for have their names alone.
import countries from "i18n-iso-countries/index.js"
import english from "i18n-iso-countries/langs/en.json" with { type: "json" }
import { foldName } from "../../src/lexicon/fold-name.ts"

const HEADER = `# Countries: how they, their people and their seats of government are called.
# Source: own work (tools/actors/country-words.tsv, CC0-1.0); further names from i18n-iso-countries 7.14.0 (MIT, Copyright (c) 2013 Michael Wittig).
# Licence: CC0-1.0, names of the package MIT. Date: 2026-11-28. How made: node tools/build-actors.ts
# Columns, separated by tabs; several entries of one column are parted by "|":
# code: ISO 3166-1 alpha-3; XKX Kosovo. names: the usual one first. demonyms: adjectives and words for the people, singular. seats: cities and houses that
#   stand for the government when they speak or act. regions: parts whose name tells the country.
# code	names	demonyms	seats	regions
`

/** Names that say “the”, give the short form after a comma or are too long to be printed: never met in the press. */
const ODD = /,|\(|;/

export function countryRows(words: string): string {
  const byCode = new Map<string, readonly string[]>()
  for (const line of words.split("\n")) {
    if (line === "" || line.startsWith("#")) continue
    const [code, ...cells] = line.split("\t")
    byCode.set(code!, cells)
  }
  const official = namesByCode()
  const codes = [...new Set([...byCode.keys(), ...official.keys()])].sort()
  const rows = codes.map((code) => {
    const [names, demonyms = "", seats = "", regions = ""] = byCode.get(code) ?? []
    const all = [...(names === undefined ? [] : names.split("|")), ...(official.get(code) ?? [])]
    const seen = new Set<string>()
    const each = all.filter(
      (name) => !ODD.test(name) && !seen.has(foldName(name)) && seen.add(foldName(name)),
    )
    return [code, each.join("|"), demonyms, seats, regions].join("\t")
  })
  return `${HEADER}${rows.join("\n")}\n`
}

function namesByCode(): ReadonlyMap<string, readonly string[]> {
  const names = english.countries as Readonly<Record<string, string | readonly string[]>>
  return new Map(
    Object.entries(countries.getAlpha2Codes()).map(([alpha2, code]) => [code, [names[alpha2] ?? []].flat()]),
  )
}
