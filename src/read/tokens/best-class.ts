// The likeliest class of each word, from a head's log-probabilities.
import { greatest } from "../../base/arithmetic.ts"
import type { HeadScores } from "../network/scores.ts"

/** Index of the best class per word, the first of equals. A head has fewer than 65,536 classes. Linear. */
export function bestClasses({ classes, values }: HeadScores): Uint16Array {
  const best = new Uint16Array(classes.length === 0 ? 0 : values.length / classes.length)
  for (let word = 0; word < best.length; word += 1) {
    best[word] = greatest(values, word * classes.length, classes.length)
  }
  return best
}
