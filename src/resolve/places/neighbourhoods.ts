// What the places of one report lend each other: each country, division and patch of the globe counts for as many places
// as lie there. In: weighed names. Out: what a candidate gains from its neighbours.
import type { PlaceCandidate } from "../../lexicon/index.ts"

/** The candidates of one name that are in the running, with their likelihood; the two arrays are aligned. */
export interface Weighed {
  readonly candidates: readonly PlaceCandidate[]
  /** They add up to less than 1: what is missing is how likely it is none of them. */
  readonly likelihoods: readonly number[]
}

/** On the scale of `prominence`: what a candidate gains at most. */
const GAIN = { sameCountry: 2.2, sameDivision: 2.5, closeBy: 1 } as const

/** How many names of the report lie in each country, division and patch of the globe, in parts of names. */
export class Neighbourhoods {
  readonly #names = new Map<string, number>()
  #total = 0

  add({ candidates, likelihoods }: Weighed, sign: 1 | -1): void {
    for (const [index, candidate] of candidates.entries()) {
      const weight = sign * likelihoods[index]!
      if (Math.abs(weight) < 0.01) continue
      if (candidate.country !== null) this.#total += weight
      for (const key of [candidate.country, candidate.admin1, patchOf(candidate, 0, 0)]) {
        if (key !== null) this.#names.set(key, (this.#names.get(key) ?? 0) + weight)
      }
    }
  }

  support(candidate: PlaceCandidate): number {
    return (
      GAIN.sameCountry * this.#shareOf(candidate.country) * saturating(this.#count(candidate.country)) +
      GAIN.sameDivision * saturating(this.#count(candidate.admin1)) +
      GAIN.closeBy * saturating(this.#closeBy(candidate))
    )
  }

  /** Half of the report's places or more count in full: one mention of the US among ten countries says little of a Geneva. */
  #shareOf(country: string | null): number {
    return Math.min(1, (2 * this.#count(country)) / Math.max(this.#total, 0.01))
  }

  #count(key: string | null): number {
    return key === null ? 0 : (this.#names.get(key) ?? 0)
  }

  #closeBy(candidate: PlaceCandidate): number {
    let sum = 0
    for (const north of [-1, 0, 1]) {
      for (const east of [-1, 0, 1]) sum += this.#count(patchOf(candidate, north, east))
    }
    return sum
  }
}

/** Patches of 2 by 2 degrees; null for what has no narrow place. */
function patchOf(candidate: PlaceCandidate, north: number, east: number): string | null {
  if (candidate.kind === "area" || candidate.kind === "country") return null
  const row = Math.floor(candidate.latitude / 2) + north
  const column = (Math.floor(candidate.longitude / 2) + east + 270) % 180
  return `${row}/${column}`
}

/** 0 → 0, 1 → 0.63, 3 → 0.95: the third name of a country says less than the first. */
function saturating(count: number): number {
  return 1 - Math.exp(-Math.max(0, count))
}
