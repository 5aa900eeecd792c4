// Whether a person's office on a day is found: 300 questions drawn from the table of offices that the lexicon is built from.
//
// Drawn with a fixed seed from rows of ../shared/data/office-holders.csv.xz that have a first day, a name in Latin letters
// and no contradiction: not those that end before they begin, nor those without an end whose office somebody else came
// into later (the README of the set calls both broken). The day is drawn evenly from first to last day, or to the day of
// capture, 2023-03-01, where there is no end. Every second question has the name alone, the others the office and the name as
// a report would print them (“Minister of Finance Abdalla Hamdok”).
import { seededRandom } from "../src/base/random.ts"
import type { ActorLexicon } from "../src/lexicon/actors.ts"
import { foldName } from "../src/lexicon/fold-name.ts"
import { codeActor } from "../src/resolve/actors/index.ts"
import { run } from "../tools/actors/run.ts"

export interface OfficeFigures {
  readonly questions: number
  /** The first role is an office that the person held on the day, with its country. */
  readonly right: number
  /** Of the questions with the name alone. */
  readonly nameAlone: number
  /** The office drawn is among the roles. */
  readonly drawnAmong: number
  /** The name is shared and was left open. */
  readonly ties: number
}

interface Term {
  readonly country: string
  readonly office: string
  readonly person: string
  readonly id: string
  readonly from: string
  readonly until: string
}

const QUESTIONS = 300
const SEED = 20180420
const CAPTURED = "2023-03-01"

export function measureOffices(sharedDir: string, lexicon: ActorLexicon, errors: number): OfficeFigures {
  const terms = readTerms(`${sharedDir}/data/office-holders.csv.xz`)
  const byPerson = groupBy(terms, ({ id }) => id)
  const sound = terms.filter((term) => isSound(term, terms))
  const random = seededRandom(SEED)
  const counts = { right: 0, nameAlone: 0, drawnAmong: 0, ties: 0 }
  let shown = 0
  for (let question = 0; question < QUESTIONS; question++) {
    const term = random.pick(sound)
    const day = drawDay(term, random.next())
    const isAlone = question % 2 === 0
    const text = isAlone ? term.person : `${term.office} ${term.person}`
    const { roles, link } = codeActor(
      { text, head: term.person.split(" ").at(-1)!, label: "person", acts: false },
      lexicon,
      day,
    )
    const held = byPerson.get(term.id)!.filter((each) => holds(each, day))
    const isRight = held.some((each) => isOffice(roles[0]?.role, each))
    if (isRight) counts.right += 1
    if (isRight && isAlone) counts.nameAlone += 1
    if (roles.some(({ role }) => isOffice(role, term))) counts.drawnAmong += 1
    if (link.kind === "unlinked" && link.why === "tie") counts.ties += 1
    if (!isRight && shown++ < errors)
      process.stderr.write(
        `${day} ${text} (${term.country}, ${term.office}): ${JSON.stringify(roles[0]?.role ?? null)} ${JSON.stringify(link)}\n`,
      )
  }
  const share = (count: number, of: number): number => Number((count / of).toFixed(3))
  return {
    questions: QUESTIONS,
    right: share(counts.right, QUESTIONS),
    nameAlone: share(counts.nameAlone, QUESTIONS / 2),
    drawnAmong: share(counts.drawnAmong, QUESTIONS),
    ties: counts.ties,
  }
}

function readTerms(file: string): readonly Term[] {
  return run("xz", ["-dkc", file])
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
        cell!.replace(/^"|"$/g, "").replaceAll('""', '"'),
      )
      const [country, office, person, id, , from, until] = cells
      return { country: country!, office: office!, person: person!, id: id!, from: from!, until: until! }
    })
}

/** All offices of a name in one country and position, to find successors. */
const successors = new WeakMap<readonly Term[], Map<string, readonly Term[]>>()

function isSound(term: Term, all: readonly Term[]): boolean {
  const { from, until, person, country, office, id } = term
  if (from === "" || from > CAPTURED || !/^[\p{Script=Latin}\p{M}\s.,'’"-]+$/u.test(person)) return false
  if (until !== "") return from <= until
  let byOffice = successors.get(all)
  if (byOffice === undefined) {
    byOffice = groupBy(all, (each) => `${each.country}\t${each.office}`)
    successors.set(all, byOffice)
  }
  return !byOffice.get(`${country}\t${office}`)!.some((other) => other.id !== id && other.from > from)
}

function groupBy(terms: readonly Term[], keyOf: (term: Term) => string): Map<string, readonly Term[]> {
  const groups = new Map<string, Term[]>()
  for (const term of terms) {
    const group = groups.get(keyOf(term))
    if (group === undefined) groups.set(keyOf(term), [term])
    else group.push(term)
  }
  return groups
}

function drawDay({ from, until }: Term, share: number): string {
  const first = Date.parse(`${from}-01-01`.slice(0, 10))
  const last = Math.max(first, Date.parse(until === "" ? CAPTURED : `${until}-01-01`.slice(0, 10)))
  return new Date(first + Math.floor((share * (last - first)) / 86_400_000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

function holds({ from, until }: Term, day: string): boolean {
  return from !== "" && from <= day && (until === "" || day <= until || day.startsWith(until))
}

/** Breakaway states are coded under the state they broke from, international offices under their body. */
const CODES: Readonly<Record<string, string>> = {
  Abkhazia: "GEO",
  Artsakh: "AZE",
  Donetsk: "UKR",
  Luhansk: "UKR",
  "Northern Cyprus": "CYP",
  "South Ossetia": "GEO",
  Somaliland: "SOM",
  Kosovo: "XKX",
  Scotland: "GBR",
  Wales: "GBR",
  "Northern Ireland": "GBR",
}

function isOffice(
  role: { readonly country: string | null; readonly office: string | null } | undefined,
  { country, office }: Term,
): boolean {
  if (role === undefined || role.office === null) return false
  const isThere =
    country === "INT"
      ? ["UNO", "EUR", "IGO"].includes(role.country ?? "")
      : role.country === (CODES[country] ?? country)
  return isThere && isSameOffice(foldName(role.office), foldName(office))
}

/** The table of great offices calls some of them otherwise: “Secretary of State for …”, “Minister for …”. */
function isSameOffice(one: string, other: string): boolean {
  const words = (office: string): string =>
    office
      .split(" ")
      .filter((word) => !/^(?:of|the|for|and|federal|national)$/.test(word))
      .sort()
      .join(" ")
  const plain = (office: string): string => office.replace(/^permanent representative/, "ambassador")
  if (words(plain(one)) === words(plain(other))) return true
  return [
    /foreign|external/,
    /defen[cs]e|armed forces/,
    /^(?:prime minister|federal chancellor|premier|taoiseach)$/,
  ].some(
    (sort) =>
      sort.test(one) &&
      sort.test(other) &&
      /minist|secretary|chancellor|premier|taoiseach/.test(one) &&
      !/deputy|vice|state for|trade/.test(`${one}${other}`),
  )
}
