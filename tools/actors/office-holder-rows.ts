// The rows of data/actors/office-holders.tsv. In: the offices that Wikidata knows, the great offices written by hand. Out:
// one row an office, with PLOVER's codes, sorted by surname. Rows that end before they begin are left out; an office
// that somebody else came into is closed.
import { foldName, surnameFirst } from "../../src/lexicon/fold-name.ts"
import { sectorOfOffice } from "./office-sectors.ts"
import { tableRows } from "./run.ts"

const HEADER = `# Who held which national or international office since about 2001.
# Source: Wikidata, captured March 2022 to March 2023, CC0-1.0. Licence: CC0-1.0. Date: 2026-11-28. How made: node tools/build-actors.ts
# Rows that end before they begin are left out. Where somebody later came into the same office, by this table or great-offices.tsv, an empty end is filled
#   with the day before. Other empty ends stay: not known, or still in office when captured. Sectors are told by the words of the office.
# Missing: Germany, Colombia, Peru, Thailand, Namibia, Monaco, Nauru, the Vatican, the European Union; Myanmar is thin. For these see great-offices.tsv.
# Every row is a person from Wikidata, so kind, aliases and source are left out; the rows are sorted by surname and in this order of columns, which the
#   program relies on. To add somebody write a row in great-offices.tsv.
name	country	sector	secondary	office	from	until	id
`

/** Entities without a code of their own: of breakaway ones, the state that they broke from. */
const PARTS: Readonly<Record<string, { readonly country: string; readonly isBreakaway: boolean }>> = {
  Abkhazia: { country: "GEO", isBreakaway: true },
  Artsakh: { country: "AZE", isBreakaway: true },
  Donetsk: { country: "UKR", isBreakaway: true },
  Luhansk: { country: "UKR", isBreakaway: true },
  "Northern Cyprus": { country: "CYP", isBreakaway: true },
  "South Ossetia": { country: "GEO", isBreakaway: true },
  Somaliland: { country: "SOM", isBreakaway: true },
  Kosovo: { country: "XKX", isBreakaway: false },
  Scotland: { country: "GBR", isBreakaway: false },
  Wales: { country: "GBR", isBreakaway: false },
  "Northern Ireland": { country: "GBR", isBreakaway: false },
}

interface Term {
  readonly name: string
  readonly place: string
  readonly office: string
  readonly from: string
  until: string
  readonly id: string
}

export function officeHolderRows(csv: string, greatOffices: string): string {
  const terms = readTerms(csv)
  closeOpenTerms(terms, tableRows(greatOffices))
  const rows = terms.map(toRow).filter((row) => row !== null)
  const sorted = [...new Set(rows)]
    .map((row) => [keyOf(row), row] as const)
    .sort(([one, a], [other, b]) => compare(one, other) || compare(a, b))
  return `${HEADER}${sorted.map(([, row]) => row).join("\n")}\n`
}

/** country,position,person,wikidata,gender,start,end; cells with commas or quotation marks are quoted. */
function readTerms(csv: string): Term[] {
  return csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
        cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
      )
      const [place, office, person, id, , from, until] = cells
      // “Mark Malloch Brown, Baron Malloch-Brown”: the press leaves the title out.
      const name = person!
        .replace(/,.*$/, "")
        .replace(/\s*\(.*\)\s*$/, "")
        .trim()
      return {
        name,
        place: place!,
        office: office!.replace(/\s+/g, " ").trim(),
        from: from!,
        until: until!,
        id: id!,
      }
    })
    .filter(({ name, from, until }) => name !== "" && (from === "" || until === "" || from <= lastDay(until)))
}

function lastDay(day: string): string {
  return day.length === 10 ? day : `${day}-99`
}

/** Offices that one person holds at a time; of the others several hold one at once. */
function isSingular(office: string): boolean {
  return !/^(?:deputy|vice|state secretary|under-?secretary|assistant|parliamentary|member|justice|judge|associate|lord|advisor|minister without|minister of state|junior|special|senior|permanent|counselor|first lady)|\bstate minister\b/i.test(
    office,
  )
}

/** The same office under the names that the two tables have for it. */
function officeKey(country: string, office: string): string {
  const folded = foldName(office)
  if (
    /^(?:federal )?(?:minister|secretary|ministry)\b.*\b(?:foreign|external) /.test(`${folded} `) &&
    !/trade|state for/.test(folded)
  )
    return `${country} foreign`
  if (
    /^(?:federal )?(?:minister|secretary)\b.*\bdefen[cs]e\b/.test(folded) &&
    !/production|procure/.test(folded)
  )
    return `${country} defence`
  return `${country} ${folded}`
}

function closeOpenTerms(terms: Term[], greatOffices: ReturnType<typeof tableRows>): void {
  const starts = new Map<string, { readonly from: string; readonly id: string }[]>()
  const add = (key: string, from: string, id: string): void => {
    if (from !== "") starts.set(key, [...(starts.get(key) ?? []), { from, id }])
  }
  for (const { place, office, from, id } of terms) add(officeKey(place, office), from, id)
  for (const row of greatOffices) add(officeKey(row["country"]!, row["office"]!), row["from"]!, row["id"]!)
  for (const term of terms) {
    if (term.until !== "" || term.from === "" || !isSingular(term.office)) continue
    const later = (starts.get(officeKey(term.place, term.office)) ?? [])
      .filter(({ from, id }) => id !== term.id && from > term.from && from.length >= 4)
      .map(({ from }) => from)
      .sort()[0]
    if (later !== undefined) term.until = later
  }
}

function toRow({ name, place, office, from, until, id }: Term): string | null {
  if (foldName(name) === "") return null
  const part = PARTS[place]
  const sector = sectorOfOffice(office)
  const country = place === "INT" ? internationalCode(office) : (part?.country ?? place)
  const [first, second] =
    part?.isBreakaway === true ? ["PRE", sector] : [place === "INT" && sector === "GOV" ? "" : sector, ""]
  return [name, country, first, second, office, from, until, id].join("\t")
}

function internationalCode(office: string): string {
  if (/United Nations|International Court of Justice/.test(office)) return "UNO"
  return /European/.test(office) ? "EUR" : "IGO"
}

function keyOf(row: string): string {
  return surnameFirst(foldName(row.slice(0, row.indexOf("\t"))))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
