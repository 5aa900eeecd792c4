// The tree that a word stands in. In: the sentences of a report and their trees. Out: a look-up by token.
import type { Tree } from "../grammar/index.ts"
import type { Reading } from "../schema/reading.ts"

export type TreeAt = (token: number) => Tree | null

/** Null for a token outside all sentences. Building it takes one step a token. */
export function treesByToken(
  { tokens, sentences }: Pick<Reading, "tokens" | "sentences">,
  trees: readonly Tree[],
): TreeAt {
  const sentenceOf = new Int32Array(tokens.length).fill(-1)
  for (const [number, { from, to }] of sentences.entries()) sentenceOf.fill(number, from, Math.max(from, to))
  return (token) => trees[sentenceOf[token] ?? -1] ?? null
}
