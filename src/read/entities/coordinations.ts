// Several that are named together: “Russia and Ukraine”, to which “the two sides” or “they” may go back. In: the trees,
// and the words that head mentions. Out: a mention for each such group, with “and” as its head word.
import { isNominal } from "../../grammar/index.ts"
import { phraseOf } from "./phrases.ts"
import type { Found, Place } from "./place.ts"

/** A longer list is no group to which anything goes back as one. */
const MOST_OTHERS = 6

/** In text order of their first members. `taken`: the words that head mentions; every member must be one. */
export function* findCoordinations(place: Place, taken: Uint8Array): Iterable<Found> {
  const { tokens, doc } = place
  for (const [number, { from, to }] of place.sentences.entries()) {
    const tree = place.trees[number]!
    for (let word = from; word < to; word += 1) {
      const others = tree
        .childrenBy(word, "conj")
        .filter((other) => isNominal(tree, other) && taken[other] === 1)
      if (others.length === 0 || others.length > MOST_OTHERS || taken[word] !== 1 || !isNominal(tree, word))
        continue
      const last = others.at(-1)!
      const joint = tree.childrenBy(last, "cc").find((mark) => tree.at(mark).lemma.toLowerCase() === "and")
      if (joint === undefined || joint < word) continue
      const start = tokens.start(phraseOf(tree, word).from)
      const end = tokens.end(phraseOf(tree, last).to - 1)
      const role = doc.text.slice(start, end).replace(/\s+/g, " ")
      yield { head: joint, kind: "nominal", role, span: { start, end }, score: 1 }
    }
  }
}
