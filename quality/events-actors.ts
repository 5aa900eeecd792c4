// Codes for the parties of the coded event sets: words of a noun phrase in, country and sectors out. Only to measure
// events with the help that every system is given: the lexicon of the PETRARCH records, the Phoenix dictionaries.
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"

export interface ActorCode {
  readonly country: string | null
  readonly sectors: readonly string[]
}

/** The parties that words name. `all`: every country anywhere in them; else those of the head phrase, with its role nouns. */
export type CodeWords = (words: readonly string[], all: boolean) => readonly ActorCode[]

interface DatedCode {
  readonly code: string
  readonly from: string | null
  readonly to: string | null
}

interface Entries {
  /** By upper-case words joined by single spaces. */
  readonly actors: ReadonlyMap<string, readonly DatedCode[]>
  /** Role nouns: "~GOV" behind a country, "NGO~" before it. */
  readonly agents: ReadonlyMap<string, string>
}

/** A coder for the date of a record. */
export function readPetrCoder(sharedDir: string): (date: string) => CodeWords {
  const { actors, agents } = JSON.parse(
    readFileSync(join(sharedDir, "data", "petr_lexicon.json"), "utf8"),
  ) as {
    actors: { names: string[]; codes: { code: string; from: string | null; to: string | null }[] }[]
    agents: { names: string[]; plural: string | null; code: string }[]
  }
  const entries: Entries = {
    actors: new Map(actors.flatMap(({ names, codes }) => names.map((name) => [name, codes] as const))),
    agents: new Map(
      agents.flatMap(({ names, plural, code }) =>
        withPlurals(names, plural).map((name) => [name, code] as const),
      ),
    ),
  }
  return (date) => coder(entries, date)
}

function withPlurals(names: readonly string[], plural: string | null): readonly string[] {
  const plurals = plural === null ? names.flatMap(pluralsOf) : plural === "" ? [] : [plural]
  return [...names, ...plurals]
}

function pluralsOf(name: string): readonly string[] {
  return name.endsWith("Y") ? [`${name.slice(0, -1)}IES`] : [`${name}S`]
}

/** PETRARCH2's dictionaries of countries, international actors, armed groups and role nouns. */
export function readPhoenixCoder(sharedDir: string): (date: string) => CodeWords {
  const archive = join(sharedDir, "data", "petrarch-dictionaries.tar.xz")
  const file = (name: string): string => {
    const path = `petrarch-dictionaries/${name}`
    const run = spawnSync("tar", ["-xJOf", archive, path], { encoding: "utf8", maxBuffer: 1 << 26 })
    if (run.status !== 0) throw new Error(`tar could not read ${path} in ${archive}: ${run.stderr}`)
    return run.stdout
  }
  const actors = new Map<string, readonly DatedCode[]>()
  for (const name of [
    "Phoenix.MilNonState.actors.txt",
    "Phoenix.International.actors.txt",
    "Phoenix.Countries.actors.txt",
  ])
    addPhoenixActors(file(name), actors)
  const entries: Entries = { actors, agents: phoenixAgents(file("Phoenix.agents.txt")) }
  // The records bear an invented date; their codes are those of today's states.
  return () => coder(entries, "2013-06-01")
}

function addPhoenixActors(text: string, actors: Map<string, readonly DatedCode[]>): void {
  let names: string[] = []
  let codes: DatedCode[] = []
  const close = (): void => {
    for (const name of names) actors.set(name, codes)
    names = []
    codes = []
  }
  for (const raw of text.split("\n")) {
    const line = raw.split("#")[0]!.trimEnd()
    if (line === "") continue
    const dated = /\[(\S+?)(?: ([<>]?)(\d{6,8})(?:-(\d{6,8}))?)?\]/.exec(line)
    const code: DatedCode[] = []
    if (dated !== null && /^[A-Z]{3,}$/.test(dated[1]!)) {
      const [, value, sign, first, last] = dated
      const day = (digits: string | undefined): string | null =>
        digits === undefined
          ? null
          : `${century(digits.slice(0, -4))}-${digits.slice(-4, -2)}-${digits.slice(-2)}`
      code.push(
        sign === "<"
          ? { code: value!, from: null, to: day(first) }
          : { code: value!, from: day(first), to: sign === ">" ? null : day(last) },
      )
    }
    const name = line.split("[")[0]!.trim()
    if (line.startsWith("+")) names.push(nameOf(name.slice(1)))
    else if (/^\s/.test(raw)) codes.push(...code)
    else {
      close()
      names.push(nameOf(name))
      codes.push(...code)
    }
  }
  close()
}

/** “92” is 1992, “06” 2006. */
function century(year: string): string {
  return year.length === 4 ? year : `${Number(year) > 30 ? "19" : "20"}${year.padStart(2, "0")}`
}

const nameOf = (name: string): string => name.replaceAll("_", " ").trim()

function phoenixAgents(text: string): ReadonlyMap<string, string> {
  const agents = new Map<string, string>()
  for (const line of text.split("\n")) {
    const match = /^([A-Z][A-Z_' -]*?)\s*(?:\{([^}]*)\})?\s*\[(~?[A-Z]+~?)\]/.exec(line)
    if (match === null) continue
    const [, name, plural, code] = match
    for (const each of withPlurals([nameOf(name!)], plural === undefined ? null : nameOf(plural)))
      agents.set(each, code!)
  }
  return agents
}

// --- Looking up ---

function coder({ actors, agents }: Entries, date: string): CodeWords {
  return (words, all) => {
    const upper = words.map((word) => word.toUpperCase()).filter((word) => !/^(?:'S|’S|,)$/.test(word))
    const countries: { code: string; at: number }[] = []
    const roles: string[] = []
    for (let at = 0; at < upper.length; ) {
      const [actor, actorLength] = longest(upper, at, (name) => {
        const codes = actors.get(name)
        return codes === undefined ? null : codeOn(codes, date)
      })
      const [agent, agentLength] = longest(upper, at, (name) => agents.get(name) ?? null)
      if (actor !== null && actorLength >= agentLength) countries.push({ code: actor, at })
      if (agent !== null && agentLength > actorLength) roles.push(agent)
      at += Math.max(actorLength, agentLength, 1)
    }
    return combine(countries, roles, upper, all)
  }
}

function combine(
  countries: readonly { readonly code: string; readonly at: number }[],
  roles: readonly string[],
  words: readonly string[],
  all: boolean,
): readonly ActorCode[] {
  const isFormer = words.some((word) => /^(?:FORMER|EX|OUSTED)/.test(word))
  const own = roles.map((role) => role.replaceAll("~", "")).filter((role) => role !== "")
  const before = roles.find((role) => role.endsWith("~"))
  if (countries.length === 0) return own.length === 0 || all ? [] : [parse("", isFormer ? ["ELI"] : own)]
  // Without coordination the first country is whose it is: “the US ambassador to Syria”.
  const wanted = all
    ? countries
    : countries.filter(({ at }, index) => index === 0 || isListed(words, countries[0]!.at, at))
  return wanted.map(({ code }) => {
    if (before !== undefined) return { country: before.slice(0, 3), sectors: [code.slice(0, 3)] }
    return parse(code, all ? [] : isFormer ? ["ELI"] : own)
  })
}

function isListed(words: readonly string[], from: number, to: number): boolean {
  return words.slice(from, to).includes("AND")
}

/** “DAGGOV” is DAG with GOV; what a name carries itself goes before its role nouns. */
function parse(code: string, roles: readonly string[]): ActorCode {
  const parts = (text: string): readonly string[] => text.match(/.{1,3}/g) ?? []
  const [country = null, ...sectors] = parts(code)
  const added = roles.flatMap(parts).filter((each) => !sectors.includes(each))
  return { country, sectors: roles[0] === "ELI" ? ["ELI"] : [...sectors, ...added] }
}

function codeOn(codes: readonly DatedCode[], date: string): string | null {
  const dated = codes.filter(({ from, to }) => from !== null || to !== null)
  const fits = dated.find(({ from, to }) => (from === null || from <= date) && (to === null || date <= to))
  const code = fits ?? codes.find(({ from, to }) => from === null && to === null) ?? null
  return code === null || !/^[A-Za-z]/.test(code.code) ? null : code.code.toUpperCase()
}

/** The longest run of words from `at` that `find` knows, plural and possessive forms included. */
function longest(
  words: readonly string[],
  at: number,
  find: (name: string) => string | null,
): readonly [string | null, number] {
  for (let length = Math.min(6, words.length - at); length > 0; length -= 1) {
    const name = words.slice(at, at + length).join(" ")
    const found = find(name) ?? find(name.replaceAll(".", ""))
    if (found !== null) return [found, length]
  }
  return [null, 0]
}
