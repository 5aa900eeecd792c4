// Where the places that a report names lie. In: place names with their spans, the countries of its actors, the text, the
// gazetteer. Out: for each name a link and a position. All names of a report are weighed together: the others, what the
// text says they lie in, and the actors decide, not inhabitants alone.
import type { Gazetteer, PlaceCandidate } from "../../lexicon/index.ts"
import type { Link, Position } from "../../schema/resolution.ts"
import { distanceKm } from "./geometry.ts"
import { groupNames, type PlaceMention, type PlaceName } from "./groups.ts"
import type { Weighed } from "./neighbourhoods.ts"
import { Scale } from "./weigh.ts"

export { datelineOf } from "./dateline.ts"
export type { PlaceName } from "./groups.ts"

export interface PlacesOfReport {
  readonly names: readonly PlaceName[]
  /** ISO 3166-1 alpha-3 of the report's actors and of its outlet. */
  readonly countries: readonly string[]
  readonly text: string
}

export interface ResolvedPlace {
  readonly link: Link
  readonly position: Position | null
}

/** One for each name, in their order. Never throws; time grows with the text and the names. */
export function resolvePlaces(
  { names, countries, text }: PlacesOfReport,
  gazetteer: Gazetteer,
): readonly ResolvedPlace[] {
  const { groups, mentions } = groupNames(names, text, gazetteer)
  const scale = new Scale(groups, countries)
  return mentions.map((mention) => {
    const weighed = scale.ofMention(mention.group, mention.ties, mention.sort)
    return toResolved(weighed, mention, groups[mention.group]!.reading.isPart)
  })
}

/** Less likely ones are no rivals but noise. */
const MIN_RIVAL = 0.02
const MAX_RIVALS = 5

/** Candidates this near to each other are the same place on the map: Idlib and its governorate; of wide ones, Kashmir. */
const SAME_PLACE_KM = 50
const SAME_REGION_KM = 200

/** The lead under which two places far apart are as good as each other, and the score under which any link is a guess. */
const TIE = 0.05
const MIN_SCORE = 0.3

function toResolved(
  { candidates, likelihoods }: Weighed,
  { isNear }: PlaceMention,
  isPart: boolean,
): ResolvedPlace {
  const ranked = candidates
    .map((candidate, index) => ({ candidate, likelihood: likelihoods[index]! }))
    .sort((a, b) => b.likelihood - a.likelihood)
  const best = ranked[0]
  if (best === undefined) return unlinked("no-candidate")
  const isSame = ({ candidate }: { candidate: PlaceCandidate }): boolean =>
    distanceKm(candidate, best.candidate) <=
    (isWide(candidate) && isWide(best.candidate) ? SAME_REGION_KM : SAME_PLACE_KM)
  const score = sum(ranked.filter(isSame).map(({ likelihood }) => likelihood))
  if (score < 1 - sum(likelihoods)) return unlinked("no-candidate")
  const second = ranked.find((place) => !isSame(place))
  const isTie = second !== undefined && score < 0.5 && best.likelihood - second.likelihood < TIE
  if (isTie || score < MIN_SCORE) return unlinked("tie")
  const rivals = ranked.slice(1).filter(({ likelihood }) => likelihood >= MIN_RIVAL)
  return {
    link: {
      kind: "linked",
      to: best.candidate.id,
      score: Math.round(score * 100) / 100,
      rivals: rivals.slice(0, MAX_RIVALS).map(({ candidate }) => candidate.id),
    },
    position: toPosition(best.candidate, isNear || isPart),
  }
}

function isWide({ kind }: PlaceCandidate): boolean {
  return kind === "region" || kind === "area"
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function unlinked(why: "no-candidate" | "tie"): ResolvedPlace {
  return { link: { kind: "unlinked", why }, position: null }
}

/** As ACLED and UCDP count it; of a place that is only nearby, one code wider. */
const PRECISION: Readonly<Record<Position["kind"], Position["precision"]>> = {
  site: 1,
  city: 1,
  district: 3,
  region: 4,
  country: 5,
  area: 6,
}

function toPosition({ latitude, longitude, kind, country }: PlaceCandidate, isVague: boolean): Position {
  const precision = isVague && PRECISION[kind] === 1 ? 2 : PRECISION[kind]
  return { latitude, longitude, kind, precision, country }
}
