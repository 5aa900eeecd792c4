// Verbs that the parser joins to the wrong one: “He *said* the measure would take effect and *blamed* the rebels”. In: a tree, the
// tags of its words. Out: the same tree, in which a verb is joined to one of its own tense.
import { NO_HEAD } from "./maximum-tree.ts"

export interface Tagged {
  /** Within the sentence; `NO_HEAD` for the root. */
  readonly heads: Int32Array
  readonly relationOf: (word: number) => string
  readonly xposOf: (word: number) => string
}

/**
 * Changes `heads`. An infinitive behind “to” that is coordinated to a verb of which another infinitive hangs before it goes to that
 * one: “*plans* to appeal and *to ask* for his release”. A verb in the past that has no subject of its own and is coordinated to an infinitive, behind “would”, “did not” or “to”,
 * goes to the nearest verb above that is in the past too; where there is none it stays. Linear, times the depth of the tree.
 */
export function mendConjuncts({ heads, relationOf, xposOf }: Tagged): void {
  const count = heads.length
  const hasSubject = new Uint8Array(count)
  const hasTo = new Uint8Array(count)
  for (let word = 0; word < count; word += 1) {
    const head = heads[word]!
    if (head === NO_HEAD) continue
    if (/^(?:nsubj|csubj|expl)/.test(relationOf(word))) hasSubject[head] = 1
    if (xposOf(word) === "TO" && relationOf(word) === "mark") hasTo[head] = 1
  }
  // By a verb the last infinitive that completes it so far.
  const completed = new Int32Array(count).fill(NO_HEAD)
  for (let word = 0; word < count; word += 1) {
    const head = heads[word]!
    if (head === NO_HEAD || head > word || hasTo[word] === 0) continue
    if (relationOf(word) === "xcomp") completed[head] = word
    else if (relationOf(word) === "conj" && hasTo[head] === 0 && completed[head] !== NO_HEAD)
      heads[word] = completed[head]!
  }
  for (let word = 0; word < count; word += 1) {
    const head = heads[word]!
    if (head === NO_HEAD || head > word || relationOf(word) !== "conj") continue
    if (xposOf(word) !== "VBD" || hasSubject[word] === 1 || xposOf(head) !== "VB") continue
    const above = pastAbove(heads, xposOf, head)
    if (above !== null && above < word) heads[word] = above
  }
}

function pastAbove(heads: Int32Array, xposOf: Tagged["xposOf"], from: number): number | null {
  let at = heads[from]!
  for (let steps = heads.length; at !== NO_HEAD && steps > 0; steps -= 1) {
    if (xposOf(at) === "VBD") return at
    at = heads[at]!
  }
  return null
}
