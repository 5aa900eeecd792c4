// Trees over the sentences of a report: what the network thinks of arcs and relations in, one head and one relation
// per word out.
import type { TokenRange } from "../../schema/positions.ts"
import type { Scores } from "../network/scores.ts"
import { maximumTree, NO_HEAD } from "./maximum-tree.ts"

/** One entry per word of the report, or of one sentence. */
export interface Trees {
  /** Index of the head in the report's words; `NO_HEAD` (-1) for the root of a sentence. */
  readonly heads: Int32Array
  /** Index in `Scores.relationNames`. */
  readonly relations: Uint8Array
}

/**
 * The tree of one sentence; `heads` are indexes in the report, the arrays are as long as the sentence.
 *
 * Exactly one word is the root, and only it has the relation `root`. Time grows with the square of the sentence's
 * length.
 */
export function parseSentence(scores: Scores, sentence: TokenRange): Trees {
  const count = sentence.to - sentence.from
  const heads = maximumTree(scores.arcs(sentence), count)
  const relations = new Uint8Array(count)
  const root = scores.relationNames.indexOf("root")
  for (let index = 0; index < count; index += 1) {
    const head = heads[index]!
    const dependent = sentence.from + index
    if (head === NO_HEAD) {
      relations[index] = Math.max(root, 0)
      continue
    }
    heads[index] = sentence.from + head
    relations[index] = bestExcept(scores.relations(dependent, sentence.from + head), root)
  }
  return { heads, relations }
}

/** The trees of all sentences, which cover the report's words in order. */
export function parseSentences(scores: Scores, sentences: readonly TokenRange[]): Trees {
  const heads = new Int32Array(scores.wordCount).fill(NO_HEAD)
  const relations = new Uint8Array(scores.wordCount)
  for (const sentence of sentences) {
    const tree = parseSentence(scores, sentence)
    heads.set(tree.heads, sentence.from)
    relations.set(tree.relations, sentence.from)
  }
  return { heads, relations }
}

function bestExcept(logits: Float32Array, excluded: number): number {
  let best = -1
  for (let index = 0; index < logits.length; index += 1) {
    if (index !== excluded && (best < 0 || logits[index]! > logits[best]!)) best = index
  }
  return Math.max(best, 0)
}
