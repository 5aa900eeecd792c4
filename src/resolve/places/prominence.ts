// How likely a name means each of its places before anything else in the report is known. In: candidates. Out: a number
// for each on a scale where 1 more is about three times as likely.
import { unreachable } from "../../base/unreachable.ts"
import type { PlaceCandidate } from "../../lexicon/index.ts"
import type { PlaceSort } from "./read-name.ts"

/**
 * Countries first; then by how many names the world has for a place, which tells fame better than inhabitants do:
 * Geneva of Switzerland has 48, Geneva of Illinois 11.
 */
export function prominence(candidate: PlaceCandidate): number {
  const people = Math.log10(candidate.population + 1)
  const fame = Math.log2(candidate.nameCount + 1)
  const known = candidate.match === "alias" ? -2.5 : 0
  const { isListed } = candidate
  switch (candidate.kind) {
    case "country":
      return 8 + 0.15 * people
    case "area":
      return 7
    case "region":
      return known + (isListed ? Math.max(5.5, 4.6 + 0.3 * people) : 3 + 0.3 * people)
    case "district":
      return known + (isListed ? 5 : 1 + 0.3 * people)
    case "site":
      return known + (isListed ? 5 : 0.3 * people + 0.5 * fame - 0.5)
    case "city": {
      const standing = 0.6 * people + fame - 2.5 + (candidate.rank === "capital" ? 0.6 : 0)
      return known + (isListed ? Math.max(4.5, standing + 0.7) : standing)
    }
    default:
      return unreachable(candidate.kind)
  }
}

/** What the sort of place that the words say adds: “Idlib province”, “the town of Douma”. */
export function sortBonus({ kind }: PlaceCandidate, sort: PlaceSort | null): number {
  if (sort === null) return 0
  const isDivision = kind === "region" || kind === "district"
  if (sort === "division") return isDivision ? 5 : 0
  return kind === "city" || kind === "site" ? 3 : 0
}
