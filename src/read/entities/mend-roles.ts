// What a name stands for where tables know better than the network. In: names. Out: the same; countries are places, the
// bodies of our tables organisations.
import type { NetworkName } from "./mend-names.ts"
import { textOf } from "./phrases.ts"
import type { Place } from "./place.ts"

/** Linear. */
export function mendRoles(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  return names.map((name) => {
    const { from, to } = name.range
    const words = textOf(place, name.range)
    if (to - from === 1 && place.knows.isCountry(words)) return { ...name, role: "LOC" }
    return place.knows.isBody(words) ? { ...name, role: "ORG" } : name
  })
}
