// Whose words each word of a report is. In: statements with what they say. Out: for each token the innermost one within
// whose content it stands.
import type { Span } from "../schema/positions.ts"
import type { Tokens } from "../schema/reading.ts"

const NOBODY = -1

/** By token the index of the innermost statement; −1 where none has it. Linear times the depth of nesting. */
export function ownersOf(
  tokens: Tokens,
  statements: readonly { readonly content: readonly Span[] }[],
): Int32Array {
  const owners = new Int32Array(tokens.length).fill(NOBODY)
  const sizes = statements.map(({ content }) => content.reduce((sum, { start, end }) => sum + end - start, 0))
  // The longer first, so that what lies inside it writes over it.
  const order = statements.map((_, index) => index).sort((one, other) => sizes[other]! - sizes[one]!)
  for (const index of order) {
    for (const span of statements[index]!.content) {
      const range = tokens.covering(span)
      if (range !== null) owners.fill(index, range.from, range.to)
    }
  }
  return owners
}
