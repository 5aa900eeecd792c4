// Cues without a source (“is believed to”, “reportedly”) are a class of their own for the network, which finds more of
// them that way. In: its scores with that class. Out: scores in which both sorts are cues.
import type { HeadScores } from "../network/scores.ts"

/**
 * Scores with the classes of “sourceless” made part of those of “cue”: what one of the two sorts lacks the other has.
 * `lift` is added to the log-probability that a cue without a source begins here. Unchanged when the network does
 * not know the class.
 */
export function joinSourceless(head: HeadScores, lift: number): HeadScores {
  const dropped = ["B-sourceless", "I-sourceless"].map((name) => head.classes.indexOf(name))
  if (dropped.includes(-1)) return head
  const kept = [...head.classes.keys()].filter((index) => !dropped.includes(index))
  const classes = kept.map((index) => head.classes[index]!)
  const [begins, goesOn] = ["B-cue", "I-cue"].map((name) => classes.indexOf(name))
  const wordCount = Math.floor(head.values.length / head.classes.length)
  const values = new Float32Array(wordCount * classes.length)
  for (let word = 0; word < wordCount; word++) {
    const from = word * head.classes.length
    const to = word * classes.length
    for (let index = 0; index < kept.length; index++) values[to + index] = head.values[from + kept[index]!]!
    values[to + begins!] = logOfSum(values[to + begins!]!, head.values[from + dropped[0]!]! + lift)
    values[to + goesOn!] = logOfSum(values[to + goesOn!]!, head.values[from + dropped[1]!]!)
  }
  return { classes, values }
}

/** log(e^a + e^b) */
function logOfSum(one: number, other: number): number {
  const high = Math.max(one, other)
  return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(one, other) - high))
}
