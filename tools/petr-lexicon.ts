// Converts the lexicon of PETRARCH's unit records to the format that users bring with --lexicon.
//   node tools/petr-lexicon.ts ../shared/data/petr_lexicon.json > petr-lexicon.tsv
// In: names with codes like “HOBMIL” and dates, role nouns with codes like “~GOV”. Out: one row a name and time.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { inTitleCase } from "./actors/petrarch.ts"

interface PetrLexicon {
  readonly actors: readonly { readonly names: readonly string[]; readonly codes: readonly DatedCode[] }[]
  readonly agents: readonly {
    readonly names: readonly string[]
    readonly plural: string | null
    readonly code: string
  }[]
}

interface DatedCode {
  readonly code: string
  readonly from: string | null
  readonly to: string | null
}

interface Row {
  readonly names: readonly string[]
  readonly kind: "person" | "organization" | "state" | "role" | "body"
  readonly country: string
  readonly sectors: readonly string[]
  readonly from: string | null
  readonly until: string | null
}

const HEADER = `# The names and nouns of PETRARCH's unit records.
# Source: PETRARCH2 (petr_lexicon.json), Copyright (c) 2014 Open Event Data Alliance, MIT licence. How made: node tools/petr-lexicon.ts
`

export function convertPetrLexicon(json: string): string {
  const { actors, agents } = JSON.parse(json) as PetrLexicon
  const rows = [
    ...actors.flatMap(toRows),
    ...agents.flatMap(({ names, plural, code }) => nounRow(names, plural, code)),
  ]
  const codes = [...new Set(rows.flatMap(({ country, sectors }) => [country, ...sectors]))].filter(
    (code) => code !== "",
  )
  const lines = rows.map(({ names, kind, country, sectors, from, until }) =>
    [
      names[0],
      names.slice(1).join("|"),
      kind,
      country,
      sectors[0] ?? "",
      sectors.slice(1).join("|"),
      from ?? "",
      until ?? "",
    ].join("\t"),
  )
  return `${HEADER}# codes: ${codes.sort().join(" ")}\nname\taliases\tkind\tcountry\tsector\tsecondary\tfrom\tuntil\n${lines.join("\n")}\n`
}

/**
 * “HOBGOV” is a country and sectors of three letters each. A name with a country alone is taken for the country itself: the
 * lexicon does not tell states from persons. “---” and “+++” stand for nobody.
 */
function toRows({ names, codes }: PetrLexicon["actors"][number]): readonly Row[] {
  const printed = names.map(inTitleCase)
  const known = codes.filter(({ code }) => /^[A-Z]/i.test(code))
  const isDated = known.some(({ from, to }) => from !== null || to !== null)
  return known.flatMap(({ code, from, to }) => {
    const [country, ...sectors] = splitCode(code)
    const kind = isDated ? "person" : sectors.length === 0 ? "state" : "organization"
    return withoutNarrower({ from, until: to }, known, code).map(
      (term): Row => ({ names: printed, kind, country: country!, sectors, ...term }),
    )
  })
}

/** “ELR/GAL” and “G77” stay whole. */
function splitCode(code: string): readonly string[] {
  const upper = code.toUpperCase()
  return /^[A-Z]+$/.test(upper) ? (upper.match(/.{1,3}/g) ?? []) : [upper]
}

interface Term {
  readonly from: string | null
  readonly until: string | null
}

/** A code of four days within one of four years holds on those days: the longer one is cut in two around it. */
function withoutNarrower(term: Term, all: readonly DatedCode[], code: string): readonly Term[] {
  if (term.from === null || term.until === null) return [term]
  const inner = all.find(
    (other) =>
      other.code !== code &&
      other.from !== null &&
      other.to !== null &&
      other.from > term.from! &&
      other.to < term.until!,
  )
  if (inner === undefined) return [term]
  return [
    { from: term.from, until: dayBeside(inner.from!, -1) },
    { from: dayBeside(inner.to!, 1), until: term.until },
  ]
}

function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

const BODIES =
  /(?:ministry|ministries|service|group|congress|media|movement|parliament|court|forces|corporation|government|press|body|organization|police|community|party|newspaper|msf|opposition|army|military|militia|troops?|council|agency|university|guard)$/i

/** “~GOVFRM” stands behind a country; “NGO~” stands for one. */
function nounRow(names: readonly string[], plural: string | null, code: string): Row {
  const isPrefix = code.endsWith("~")
  const parts = splitCode(code.replace("~", ""))
  const nouns = [...names, ...(plural === null || plural === "" ? [] : [plural])].map((name) =>
    name.toLowerCase(),
  )
  return {
    names: nouns,
    kind: BODIES.test(nouns[0]!) ? "body" : "role",
    country: isPrefix ? parts[0]! : "",
    sectors: isPrefix ? parts.slice(1) : parts,
    from: null,
    until: null,
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [file] = process.argv.slice(2)
  if (file === undefined)
    throw new Error("Give the lexicon: node tools/petr-lexicon.ts ../shared/data/petr_lexicon.json")
  process.stdout.write(convertPetrLexicon(readFileSync(file, "utf8")))
}
