// Clauses that tell no more of a happening than when and where: “a suspected attack in the town, that took place on April
// 7”. In: a tree and the noun that names it. Out: the verb, on which its date hangs.
import { saysTakingPlace, type Tree } from "../grammar/index.ts"

const RELATIVE = new Set(["that", "which"])

// 25: such clauses stand soon after their noun; a longer way leads past other nouns.
const FARTHEST_WORDS = 25

/**
 * The verb of a clause after `noun` that begins with “that” or “which” and says that it took place; null when there is
 * none, or when another noun that names a happening (`isTrigger`) stands between.
 */
export function takingPlaceOf(
  tree: Tree,
  noun: number,
  isTrigger: (token: number) => boolean,
): number | null {
  if (tree.at(noun).upos !== "NOUN") return null
  const end = Math.min(tree.sentence.to, noun + FARTHEST_WORDS)
  for (let word = noun + 1; word < end; word++) {
    if (isTrigger(word)) return null
    if (!RELATIVE.has(tree.at(word).lemma.toLowerCase())) continue
    const verb = tree.headOf(word)
    return verb !== null && verb > word && saysTakingPlace(tree, verb) ? verb : null
  }
  return null
}
