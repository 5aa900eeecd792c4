// Pronouns that stand for somebody or something. In: the trees. Out: a mention for each.
import { pronounOf } from "../../grammar/index.ts"
import { wordOf } from "./phrases.ts"
import type { Found, Place } from "./place.ts"

/** In text order. Left out are “it” that stands for nothing (“it rains”), “that” before a clause, “this” before a noun. */
export function* findPronouns(place: Place): Iterable<Found> {
  for (const [number, { from, to }] of place.sentences.entries()) {
    const tree = place.trees[number]!
    for (let word = from; word < to; word += 1) {
      const { upos, relation, span } = tree.at(word)
      if (upos !== "PRON" && upos !== "DET") continue
      const pronoun = pronounOf(wordOf(place, word))
      if (pronoun === null || /^(?:det|mark|expl|advmod|fixed|cc)/.test(relation)) continue
      // “whose” and “his” may be tagged as determiners; other determiners belong to their noun.
      if (upos === "DET" && pronoun.use !== "possessive") continue
      // “one” with words of its own is a nominal: “the one in Paris”.
      if (pronoun.use === "indefinite" && tree.childrenBy(word, "det", "amod").length > 0) continue
      yield { head: word, kind: "pronoun", number: pronoun.number, span, score: 1 }
    }
  }
}
