// Whose words each word of a report is. In: the attributions. Out: for each token the innermost attribution within
// whose content it stands.
import type { Attribution, Tokens } from "../../schema/reading.ts"

const NOBODY = -1

/** By token the index of the innermost attribution; −1 where the report speaks itself. Linear times the depth of nesting. */
export function ownersOf(tokens: Tokens, attributions: readonly Attribution[]): Int32Array {
  const owners = new Int32Array(tokens.length).fill(NOBODY)
  const sizes = attributions.map(({ content }) =>
    content.reduce((sum, { start, end }) => sum + end - start, 0),
  )
  // The longer first, so that what lies inside it writes over it.
  const order = attributions.map((_, index) => index).sort((one, other) => sizes[other]! - sizes[one]!)
  for (const index of order) {
    for (const span of attributions[index]!.content) {
      const range = tokens.covering(span)
      if (range !== null) owners.fill(index, range.from, range.to)
    }
  }
  return owners
}
