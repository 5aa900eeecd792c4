// The names of one report, each once, with what the text says of how they hang together. In: names with their places in
// the text. Out: groups of mentions of the same name, and ties of the sort “Paris lies in Texas”.
import { type Gazetteer, type PlaceCandidate, placeKey } from "../../lexicon/index.ts"
import type { Span } from "../../schema/positions.ts"
import { type NameReading, type PlaceSort, readName } from "./read-name.ts"
import { type Relation, type Relative, readSurroundings, type Surroundings } from "./surroundings.ts"

export interface PlaceName {
  /** “Douma”, as it stands in the text. */
  readonly name: string
  readonly span: Span
}

/** All mentions of one name. A container that is no mention itself, Tex. of “Paris, Tex.”, is a group too. */
export interface Group {
  readonly reading: NameReading
  readonly candidates: readonly PlaceCandidate[]
  /** The sort of place that the name or the words around any of its mentions say it is. */
  readonly sort: PlaceSort | null
  /** What the text says at whichever of its mentions. */
  readonly ties: readonly Tie[]
}

/** To what it lies in, lies near to, or stands beside. */
export interface Tie {
  /** Index of the other group. */
  readonly to: number
  readonly relation: "comma" | "commaOfPeer" | "inside" | "near" | "beside"
}

/** One mention: its group, and what is said at this very place. */
export interface PlaceMention {
  readonly group: number
  readonly ties: readonly Tie[]
  readonly sort: PlaceSort | null
  readonly isNear: boolean
}

/** A country, a state, a province that the press speaks of: Georgia, Ontario. */
export function isKnownDivision({ kind, isListed, match }: PlaceCandidate): boolean {
  return isListed && match !== "alias" && (kind === "country" || kind === "region")
}

/** How many mentions of one name beside those asked for are looked at for what is said around them. */
const MAX_OTHER_MENTIONS = 4

/** Time grows with the text and the number of names. */
export function groupNames(
  names: readonly PlaceName[],
  text: string,
  gazetteer: Gazetteer,
): { readonly groups: readonly Group[]; readonly mentions: readonly PlaceMention[] } {
  const drafts = new Drafts(gazetteer)
  const mentions = names.map((name) => drafts.addMention(name, readSurroundings(text, name.span)))
  for (const { name, span } of otherMentions(names, text))
    drafts.addMention({ name, span }, readSurroundings(text, span))
  return { groups: drafts.groups(), mentions }
}

interface Draft {
  readonly reading: NameReading
  sort: PlaceSort | null
  readonly ties: Tie[]
}

/** Groups while they are being made; gives each name its index. */
class Drafts {
  readonly #gazetteer: Gazetteer
  readonly #drafts: Draft[] = []
  readonly #indexes = new Map<string, number>()
  /** Keys of words that name no place: “said Friday”. */
  readonly #unknown = new Set<string>()

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer
  }

  addMention({ name }: PlaceName, around: Surroundings): PlaceMention {
    const group = this.#indexOf(name)
    const draft = this.#drafts[group]!
    const ties: Tie[] = []
    const { container } = draft.reading
    const within: readonly Relative[] = container === null ? [] : [{ relation: "comma", names: [container] }]
    for (const { relation, names } of [...within, ...around.relatives]) {
      const to = this.#longestKnown(names)
      if (to !== null && to !== group) ties.push({ to, relation: this.#relationOf(group, relation) })
    }
    const sort = draft.reading.sort ?? around.sort
    draft.sort ??= sort
    if (draft.ties.length < MAX_TIES) draft.ties.push(...ties)
    return { group, ties, sort, isNear: around.isNear }
  }

  groups(): readonly Group[] {
    return this.#drafts.map(({ reading, sort, ties }) => ({
      reading,
      candidates: reading.candidates,
      sort,
      ties,
    }))
  }

  /** In a list the comma after a state may be followed by the next one: “Utah, Georgia, Ohio”. */
  #relationOf(group: number, relation: Relation): Tie["relation"] {
    if (relation !== "commaInList") return relation
    return this.#drafts[group]!.reading.candidates.some(isKnownDivision) ? "commaOfPeer" : "comma"
  }

  #longestKnown(names: readonly string[]): number | null {
    for (const name of names) {
      const key = placeKey(name)
      const known = this.#indexes.get(key)
      if (known !== undefined) return known
      if (this.#unknown.has(key)) continue
      if (this.#gazetteer.candidates(name).length > 0) return this.#indexOf(name)
      this.#unknown.add(key)
    }
    return null
  }

  #indexOf(name: string): number {
    const key = placeKey(name)
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    const index = this.#drafts.length
    this.#indexes.set(key, index)
    this.#drafts.push({ reading: readName(name, this.#gazetteer), sort: null, ties: [] })
    return index
  }
}

/** Of one name, over all its mentions. */
const MAX_TIES = 12

/** Mentions of the same names that were not asked for: the words around them tell of the place all the same. */
function otherMentions(names: readonly PlaceName[], text: string): readonly PlaceName[] {
  const asked = new Set(names.map(({ span }) => span.start))
  const byFirstWord = new Map<string, Set<string>>()
  for (const { name } of names) {
    const first = /^[\p{L}\p{M}]+/u.exec(name)?.[0]
    if (first === undefined) continue
    const known = byFirstWord.get(first)
    if (known === undefined) byFirstWord.set(first, new Set([name]))
    else if (known.size < MAX_OTHER_MENTIONS) known.add(name)
  }
  const counts = new Map<string, number>()
  const found: PlaceName[] = []
  for (const match of text.matchAll(/\p{Lu}[\p{L}\p{M}]*/gu)) {
    const start = match.index
    if (asked.has(start)) continue
    for (const name of byFirstWord.get(match[0]) ?? []) {
      const count = counts.get(name) ?? 0
      if (count === MAX_OTHER_MENTIONS || !text.startsWith(name, start)) continue
      counts.set(name, count + 1)
      found.push({ name, span: { start, end: start + name.length } })
    }
  }
  return found
}
