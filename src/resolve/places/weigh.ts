// Which of its places each name means, all names of a report weighed together. In: groups. Out: for each group how likely
// each of its candidates is. Three rounds: what the text says and prominence first, then with what the other names mean.
import type { PlaceCandidate } from "../../lexicon/index.ts"
import { distanceKm, liesIn } from "./geometry.ts"
import { type Group, isKnownDivision, type Tie } from "./groups.ts"
import { Neighbourhoods, type Weighed } from "./neighbourhoods.ts"
import { prominence, sortBonus } from "./prominence.ts"
import type { PlaceSort } from "./read-name.ts"

/** Of the commonest names the likeliest in themselves, and those that lie in what the text says: “Springfield, Illinois”. */
const MAX_CANDIDATES = 40

// Weights on the scale of `prominence`. Chosen on the development half of GeoVirus and the cases of test/cases/places:
// node quality/places.ts
const WEIGHT = {
  comma: 8,
  /** Where the name may be of the same sort as the next: Georgia of “Utah, Georgia, Ohio”. */
  commaOfPeer: 1,
  inside: 3,
  near: 4,
  beside: 5,
  /** Of a container for what lies in it: New York, the state, in “Buffalo, New York”. */
  containsAfterComma: 9,
  contains: 2,
  /** Shared among the actors' countries: where ten states talk, none of them tells much. */
  actorCountry: 1,
} as const

/** The part of a container's weight that a place in the same country gets. */
const SAME_COUNTRY_AS_CONTAINER = 0.3

/** “Douma, near Damascus”. */
const NEAR_KM = 100

/** As much as a town of 2,000 whose name nobody else has: what is less likely is likelier a place that the gazetteer lacks. */
const NONE = 2
const NONE_AS_SAID = 4

const OUTRANKED = 2.2

const ROUNDS = 3

/** Time grows with the number of candidates, whatever the number of names. */
export class Scale {
  readonly #groups: readonly Group[]
  readonly #countries: ReadonlySet<string>
  readonly #candidates: readonly (readonly PlaceCandidate[])[]
  readonly #base: readonly (readonly number[])[]
  readonly #support: readonly number[][]
  #weighed: readonly Weighed[] = []
  /** By what is said at a mention: five thousand mentions of “Gaza” ask the same. */
  readonly #ofMentions = new Map<string, Weighed>()

  constructor(groups: readonly Group[], countries: readonly string[]) {
    this.#groups = groups
    this.#countries = new Set(countries)
    this.#candidates = groups.map((group) => this.#inTheRunning(group))
    this.#base = this.#candidates.map((candidates) =>
      candidates.map((candidate) => this.#baseOf(candidate, candidates)),
    )
    this.#support = this.#candidates.map((candidates) => candidates.map(() => 0))
    this.#weighed = this.#weighAll()
    for (let round = 1; round < ROUNDS; round++) {
      this.#gatherSupport()
      this.#weighed = this.#weighAll()
    }
  }

  /** What the group means, going by all that is said of it. */
  ofGroup(group: number): Weighed {
    return this.#weighed[group]!
  }

  /** What it means where this is said of it: “Paris, Texas” in a report that else speaks of France. */
  ofMention(group: number, ties: readonly Tie[], sort: PlaceSort | null): Weighed {
    const whole = this.#groups[group]!
    if (ties.length === 0 && sort === whole.sort) return this.#weighed[group]!
    const said = [group, sort, ...ties.map(({ to, relation }) => `${relation} ${to}`)].join("; ")
    const known = this.#ofMentions.get(said)
    if (known !== undefined) return known
    const weighed = this.#weigh(group, ties.length === 0 ? whole.ties : ties, sort)
    this.#ofMentions.set(said, weighed)
    return weighed
  }

  #inTheRunning({ candidates, ties }: Group): readonly PlaceCandidate[] {
    if (candidates.length <= MAX_CANDIDATES) return candidates
    const ranked = candidates.toSorted((a, b) => prominence(b) - prominence(a))
    const outer = ties.flatMap(({ to }) => this.#groups[to]!.candidates.slice(0, MAX_CANDIDATES))
    const inside = ranked
      .slice(MAX_CANDIDATES)
      .filter((candidate) => outer.some((place) => place.kind !== "city" && liesIn(candidate, place)))
    return [...ranked.slice(0, MAX_CANDIDATES), ...inside.slice(0, MAX_CANDIDATES)]
  }

  #baseOf(candidate: PlaceCandidate, rivals: readonly PlaceCandidate[]): number {
    const { country } = candidate
    const actor =
      country !== null && this.#countries.has(country)
        ? WEIGHT.actorCountry / Math.sqrt(this.#countries.size)
        : 0
    return prominence(candidate) + actor - (isOutranked(candidate, rivals) ? OUTRANKED : 0)
  }

  #weighAll(): readonly Weighed[] {
    return this.#groups.map(({ ties, sort }, group) => this.#weigh(group, ties, sort))
  }

  #weigh(group: number, ties: readonly Tie[], sort: PlaceSort | null): Weighed {
    const candidates = this.#candidates[group]!
    const scores = candidates.map((candidate, index) => {
      const said = Math.max(0, ...ties.map((tie) => this.#tieBonus(candidate, tie)))
      const listed = Math.max(0, ...ties.map((tie) => this.#listBonus(candidate, tie)))
      return (
        this.#base[group]![index]! +
        this.#support[group]![index]! +
        said +
        listed +
        sortBonus(candidate, sort)
      )
    })
    return { candidates, likelihoods: softmax([...scores, this.#none(group, ties)]).slice(0, -1) }
  }

  /** For a candidate that lies where the text says it does. */
  #tieBonus(candidate: PlaceCandidate, { to, relation }: Tie): number {
    if (relation === "beside") return 0
    const weight = WEIGHT[relation]
    if (relation === "near")
      return weight * this.#share(to, (place) => distanceKm(candidate, place) < NEAR_KM)
    const inside = weight * this.#share(to, (place) => liesIn(candidate, place))
    // Divisions are cut anew more often than GeoNames is: the same country counts for something.
    const sameCountry = (place: PlaceCandidate): boolean =>
      place.kind !== "country" && isSameCountry(place, candidate)
    return Math.max(inside, weight * SAME_COUNTRY_AS_CONTAINER * this.#share(to, sameCountry))
  }

  /** For a candidate that is such a thing as its neighbour in a list: Georgia of “Georgia, Oklahoma and Ohio”. */
  #listBonus(candidate: PlaceCandidate, { to, relation }: Tie): number {
    if (relation !== "beside" || candidate.kind === "city" || candidate.kind === "site") return 0
    const neighbour = this.#weighed[to]
    if (neighbour === undefined) return 0
    let share = 0
    for (const [index, place] of neighbour.candidates.entries()) {
      const isAlike =
        place.kind === candidate.kind && (place.kind === "country" || isSameCountry(place, candidate))
      if (isAlike) share += neighbour.likelihoods[index]!
    }
    return WEIGHT.beside * share
  }

  /** More where the text says plainly where it lies and no candidate does: Stroud, Ontario, which GeoNames lacks. */
  #none(group: number, ties: readonly Tie[]): number {
    const isElsewhere = ties.some(
      (tie) =>
        tie.relation === "comma" &&
        this.#candidates[tie.to]!.some(isKnownDivision) &&
        this.#candidates[group]!.every((candidate) => this.#tieBonus(candidate, tie) === 0),
    )
    return isElsewhere ? NONE_AS_SAID : NONE
  }

  /**
   * How far another name means a place for which `fits` holds, 0 to 1; a little is granted before anything is known, and to
   * what is hardly meant itself only a little: that there is a hamlet Georgia in a village Russia proves nothing.
   */
  #share(group: number, fits: (place: PlaceCandidate) => boolean): number {
    const likelihoods = this.#weighed[group]?.likelihoods
    let best = 0
    for (const [index, place] of this.#candidates[group]!.entries()) {
      const likelihood = likelihoods === undefined ? 0.35 : likelihoods[index]!
      const share = Math.min(1, 0.3 + 2 * likelihood)
      if (share > best && fits(place)) best = share
    }
    return best
  }

  /** What each candidate gains from the places that the other names mean by now. */
  #gatherSupport(): void {
    const total = new Neighbourhoods()
    for (const weighed of this.#weighed) total.add(weighed, 1)
    const containing = this.#containing()
    for (const [group, weighed] of this.#weighed.entries()) {
      total.add(weighed, -1)
      for (const [index, candidate] of weighed.candidates.entries()) {
        this.#support[group]![index] = total.support(candidate) + (containing.get(group)?.[index] ?? 0)
      }
      total.add(weighed, 1)
    }
  }

  /** For each container how much of what is said to lie in it lies in each of its candidates. */
  #containing(): ReadonlyMap<number, readonly number[]> {
    const gains = new Map<number, number[]>()
    for (const [group, { ties }] of this.#groups.entries()) {
      const inner = this.#weighed[group]!
      for (const { to, relation } of ties) {
        if (relation === "near" || relation === "beside") continue
        const weight = relation === "comma" ? WEIGHT.containsAfterComma : WEIGHT.contains
        const outer = this.#candidates[to]!
        const gain = gains.get(to) ?? outer.map(() => 0)
        gains.set(to, gain)
        for (const [index, place] of outer.entries()) {
          let share = 0
          for (const [at, candidate] of inner.candidates.entries()) {
            if (inner.likelihoods[at]! > 0.05 && liesIn(candidate, place)) share += inner.likelihoods[at]!
          }
          gain[index] = Math.max(gain[index]!, weight * share)
        }
      }
    }
    return gains
  }
}

function isSameCountry(a: PlaceCandidate, b: PlaceCandidate): boolean {
  return a.country !== null && a.country === b.country
}

/** Two that share a name, one within the other: the bare name of Idlib means the town, that of Mexico the country. */
function isOutranked(candidate: PlaceCandidate, rivals: readonly PlaceCandidate[]): boolean {
  switch (candidate.kind) {
    case "city":
      return rivals.some((country) => country.kind === "country" && isSameCountry(country, candidate))
    case "region":
    case "district":
      return rivals.some((town) => town.kind === "city" && town.match !== "alias" && liesIn(town, candidate))
    default:
      return false
  }
}

function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores)
  const exponents = scores.map((score) => Math.exp(score - highest))
  const sum = exponents.reduce((total, exponent) => total + exponent, 0)
  return exponents.map((exponent) => exponent / sum)
}
