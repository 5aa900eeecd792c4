// What a name stands for where tables know better than the network. In: names. Out: the same; countries are places, the
// bodies of our tables organisations.
import type { NetworkName } from "./mend-names.ts"
import type { Place } from "./place.ts"

/** Linear. */
export function mendRoles(place: Place, names: readonly NetworkName[]): readonly NetworkName[] {
  const { doc, tokens, knows } = place
  return names.map((name) => {
    const { from, to } = name.range
    const words = doc.text.slice(tokens.start(from), tokens.end(to - 1))
    if (to - from === 1 && knows.isCountry(words)) return { ...name, role: "LOC" }
    return knows.isBody(words) ? { ...name, role: "ORG" } : name
  })
}
