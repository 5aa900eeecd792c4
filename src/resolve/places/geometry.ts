// Distances on the globe, and what lies in what.
import type { PlaceCandidate } from "../../lexicon/index.ts"

interface Point {
  readonly latitude: number
  readonly longitude: number
}

const EARTH_RADIUS_KM = 6371
const RADIANS = Math.PI / 180

/** Great-circle distance. */
export function distanceKm(a: Point, b: Point): number {
  const latitude = ((b.latitude - a.latitude) * RADIANS) / 2
  const longitude = ((b.longitude - a.longitude) * RADIANS) / 2
  const chord =
    Math.sin(latitude) ** 2 +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * Math.sin(longitude) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** How far from its middle a place of this kind reaches when no code tells what lies in it. */
const REACH_KM: Readonly<Record<PlaceCandidate["kind"], number>> = {
  country: 0,
  region: 250,
  district: 60,
  city: 50,
  site: 20,
  area: 1000,
}

/** Whether `inner` lies in `outer`; by their codes where both have them, else by distance. */
export function liesIn(inner: PlaceCandidate, outer: PlaceCandidate): boolean {
  if (inner.id === outer.id || inner.kind === "country") return false
  if (outer.kind === "country") return inner.country === outer.country
  if (outer.kind === "region" && outer.admin1 !== null && inner.admin1 !== null) {
    return inner.kind !== "region" && inner.admin1 === outer.admin1
  }
  if (outer.kind === "district" && outer.admin2 !== null && inner.admin2 !== null) {
    return inner.kind !== "region" && inner.kind !== "district" && inner.admin2 === outer.admin2
  }
  return inner.kind !== "region" && inner.kind !== "area" && distanceKm(inner, outer) <= REACH_KM[outer.kind]
}
