// The tag of each word. In: the network's log-probabilities and the words. Out: the likeliest that a word may have:
// “police” is no pronoun, whatever the network makes of “accused police of beating them”.
import { greatest } from "../../base/arithmetic.ts"
import type { HeadScores } from "../network/scores.ts"
import { bestClasses } from "./best-class.ts"

/** All that is tagged PRP in English, and whatever is as short: “u”, “y'all”. */
const MAY_BE_PRONOUN =
  /^(?:(?:it|him|her|my|your|one)self|(?:our|your|them)selves|ourself|themself|(?:your|her|our|their)s|mine|they|them|['’]them|thou|thee|y['’]?all|['’]?\p{L}{1,3})$/iu

/** Index of the tag per word. Linear. */
export function tagsOf(head: HeadScores, formOf: (word: number) => string): Uint16Array {
  const tags = bestClasses(head)
  const width = head.classes.length
  const pronoun = head.classes.indexOf("PRP")
  for (let word = 0; word < tags.length; word += 1) {
    if (tags[word] !== pronoun || MAY_BE_PRONOUN.test(formOf(word))) continue
    const values = head.values.slice(word * width, (word + 1) * width)
    values[pronoun] = Number.NEGATIVE_INFINITY
    tags[word] = greatest(values, 0, width)
  }
  return tags
}
