// Nominals: noun phrases that are no names. In: the trees. Out: a mention for each noun that heads a phrase of its own.

import { isTimeWord, phraseOf, wordOf } from "./phrases.ts"
import type { Found, Place } from "./place.ts"

// Words within a longer phrase: “arms dealer”, “in spite of”, “Foreign Minister Lavrov”.
const WITHIN = /^(?:compound|flat|fixed|goeswith|nmod:desc|punct|dep$|amod|case|advmod)/

/**
 * In text order: nouns, and “the latter”, “the dead”, “two” where they stand for a noun. Days, months and times of
 * day are left to the reader of times.
 */
export function* findNominals(place: Place): Iterable<Found> {
  const { tokens, doc } = place
  for (const [number, { from, to }] of place.sentences.entries()) {
    const tree = place.trees[number]!
    for (let word = from; word < to; word += 1) {
      const { upos, xpos, relation, lemma } = tree.at(word)
      const isNoun = upos === "NOUN" || upos === "PROPN"
      if (!isNoun && !(isSubject(relation) && standsForNoun(upos, xpos))) continue
      if (WITHIN.test(relation) || isTimeWord(lemma)) continue
      if (!/\p{L}/u.test(wordOf(place, word))) continue
      const phrase = phraseOf(tree, word)
      let start = phrase.from
      while (start < word && /^(?:DET|PRON)$/.test(tree.at(start).upos)) start += 1
      const role = doc.text.slice(tokens.start(start), tokens.end(phrase.to - 1)).replace(/\s+/g, " ")
      const span = { start: tokens.start(phrase.from), end: tokens.end(phrase.to - 1) }
      yield { head: word, kind: "nominal", role, span, score: 1 }
    }
  }
}

function isSubject(relation: string): boolean {
  return /^(?:nsubj|obj|obl:agent)/.test(relation)
}

// “The dead were …”, “Two were hurt”, “Many said”.
function standsForNoun(upos: string, xpos: string): boolean {
  return upos === "ADJ" || (upos === "NUM" && xpos === "CD") || upos === "DET"
}
