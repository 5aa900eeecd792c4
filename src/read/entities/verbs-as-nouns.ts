// Verbs of headlines that the parser takes for nouns: “14 killed as RSF *shells* market in El Fasher”. In: a tree and a
// noun with its phrase. Out: the phrase from behind the verb on, since no name and no noun runs over a verb.
import { isLedBy, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"

// Before a clause, where headlines leave out all articles.
const BEFORE_CLAUSES = /^(?:as|while|when)$/i

/** The phrase as it is where nothing in it may be a verb. Linear in the words before the noun. */
export function withoutVerb(tree: Tree, head: number, phrase: TokenRange): TokenRange {
  const isClause = isLedBy(tree, head, BEFORE_CLAUSES)
  if (!isClause || tree.childrenBy(head, "det", "nmod:poss").length > 0) return phrase
  for (let word = phrase.from + 1; word < head; word += 1) {
    const { upos, xpos, relation } = tree.at(word)
    // A noun before a noun is hardly ever a plural; behind a name, “shells” is what the named one does.
    const isPlural = upos === "NOUN" && xpos === "NNS" && relation === "compound"
    if (isPlural && tree.at(word - 1).upos === "PROPN") return { from: word + 1, to: phrase.to }
  }
  return phrase
}
