// Names that the network has cut in two. In: names in text order, and which two are one. Out: the same with these joined.
import type { NetworkName } from "./mend-names.ts"

/** The first of two gives its role; of what is joined the next may be a part again. Linear. */
export function joinNames(
  names: readonly NetworkName[],
  isOne: (one: NetworkName, other: NetworkName) => boolean,
): readonly NetworkName[] {
  const joined: NetworkName[] = []
  for (const name of names) {
    const last = joined.at(-1)
    if (last !== undefined && isOne(last, name))
      joined[joined.length - 1] = {
        ...last,
        range: { from: last.range.from, to: name.range.to },
        mean: Math.min(last.mean, name.mean),
      }
    else joined.push(name)
  }
  return joined
}
