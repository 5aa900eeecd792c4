// What its words tell of which happening it is. In: a tree and the head. Out: its sort, “chemical” of “a chemical
// attack”, which no airstrike is; whether the report holds it for certain: “the alleged attack” is not the attack that
// followed; and whether there are several of it, “five attacks since March”.
import type { Tree } from "../../grammar/index.ts"

export interface Traits {
  /** Null where the words do not say. */
  readonly sort: string | null
  readonly isDoubted: boolean
  readonly isCounted: boolean
  /** “an ambush”: told of for the first time. */
  readonly isNew: boolean
  /** “no *such* order”: one that was told of. */
  readonly isSuch: boolean
  /** The name before a noun: “Armenian” of “the Armenian dead”. Null where there is none. */
  readonly people: string | null
}

export const NO_TRAITS: Traits = {
  sort: null,
  isDoubted: false,
  isCounted: false,
  isNew: false,
  isSuch: false,
  people: null,
}

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

// Words that tell their sort themselves. “Bombing” does not: it is done from the air and from a car.
const SORT_OF_ITSELF: ReadonlyMap<string, string> = new Map([
  ...["strike", "airstrike", "air-strike", "shelling", "bombardment"].map(
    (word) => [word, "missile"] as const,
  ),
  ...["shooting", "gunfire"].map((word) => [word, "gun"] as const),
  ["stabbing", "knife"],
])

// As adjectives and as participles, “alleged” and “allege”: parsers differ.
const DOUBTED = new Set(
  "alleged allege suspected suspect purported purport reported report supposed suppose apparent so-called possible".split(
    " ",
  ),
)

/** “five attacks”, “another attack”, “similar attacks”: not the one that was told of. */
const COUNTED = new Set("several many other another more few every previous similar".split(" "))

const ONE_BY_ONE = new Set(
  "agreement deal accord pact treaty summit visit verdict ruling trial arrest bombing massacre".split(" "),
)

/** Of a verb none. */
export function traitsOf(tree: Tree, head: number): Traits {
  if (tree.at(head).upos === "VERB") return NO_TRAITS
  let sort = SORT_OF_ITSELF.get(tree.at(head).lemma.toLowerCase()) ?? null
  let isDoubted = false
  // “the agreements of 2022”, while they agree on one thing now; “talks” and “clashes” are one.
  let isCounted = tree.at(head).xpos === "NNS" && ONE_BY_ONE.has(tree.at(head).lemma.toLowerCase())
  for (const child of tree.childrenBy(head, "amod", "compound", "nmod", "nummod", "det")) {
    const { lemma, relation } = tree.at(child)
    const word = lemma.toLowerCase()
    if (child < head) sort ??= SORT_OF.get(word) ?? null
    isDoubted ||= relation === "amod" && DOUBTED.has(word)
    isCounted ||=
      child < head && (COUNTED.has(word) || (relation === "nummod" && word !== "one" && word !== "1"))
  }
  // “sanctions of its own”
  isCounted ||= tree
    .childrenBy(head, "nmod")
    .some((own) => own > head && tree.at(own).lemma.toLowerCase() === "own")
  const isNew = tree.childrenBy(head, "det").some((det) => /^an?$/i.test(tree.at(det).lemma))
  // By place, whatever the tree: in “the number of Armenian dead” parsers hang both on the number.
  const before = tree.has(head - 1) ? tree.at(head - 1).lemma : ""
  const people = /^\p{Lu}/u.test(before) ? before : null
  // “no such order”, “any such offer”; by place, since trees differ.
  const isSuch = tree
    .childrenOf(head)
    .some(
      (child) =>
        tree.at(child).lemma.toLowerCase() === "such" &&
        tree.has(child - 1) &&
        /^(?:no|any)$/i.test(tree.at(child - 1).lemma),
    )
  return { sort, isDoubted, isCounted, isNew, isSuch, people }
}
