// What the words around a noun tell of which happening it is. In: a tree and the noun. Out: its sort, “chemical” of “a
// chemical attack”, and whether the report holds it for certain: “the alleged attack” is not the attack that followed.
import type { Tree } from "../../grammar/index.ts"

export interface Traits {
  /** Null where the words do not say. */
  readonly sort: string | null
  readonly isDoubted: boolean
}

export const NO_TRAITS: Traits = { sort: null, isDoubted: false }

// One sort a line: words that may stand for each other.
const SORTS = `
chemical gas sarin chlorine nerve toxic poison
missile air aerial rocket drone artillery
suicide
knife stabbing machete
cyber computer hacking
sexual
acid
arson
gun shooting
bomb car-bomb truck
peace
trade
nuclear
climate
budget
presidential
parliamentary legislative
local municipal
`

const SORT_OF: ReadonlyMap<string, string> = new Map(
  SORTS.trim()
    .split("\n")
    .flatMap((line) => {
      const words = line.split(" ")
      return words.map((word) => [word, words[0]!] as const)
    }),
)

const DOUBTED = new Set([
  "alleged",
  "suspected",
  "apparent",
  "purported",
  "reported",
  "supposed",
  "so-called",
  "possible",
])

/** Of a verb none. */
export function traitsOf(tree: Tree, head: number): Traits {
  if (tree.at(head).upos === "VERB") return NO_TRAITS
  let sort: string | null = null
  let isDoubted = false
  for (const child of tree.childrenBy(head, "amod", "compound", "nmod")) {
    const word = tree.at(child).lemma.toLowerCase()
    if (child < head) sort ??= SORT_OF.get(word) ?? null
    isDoubted ||= DOUBTED.has(word)
  }
  return { sort, isDoubted }
}
