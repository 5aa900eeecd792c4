// Trees over the sentences of a report: what the network thinks of arcs and relations in, one head and one relation
// per word out.
import { greatest } from "../../base/arithmetic.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Scores } from "../network/scores.ts"
import { mendConjuncts } from "./conjuncts.ts"
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
export function parseSentence(
  scores: Scores,
  sentence: TokenRange,
  quotations: readonly TokenRange[] = [],
): Trees {
  const count = sentence.to - sentence.from
  const arcs = scores.arcs(sentence)
  for (const quotation of quotations) bar(arcs, sentence, quotation)
  const heads = maximumTree(arcs, count)
  const relations = new Uint8Array(count)
  const root = scores.relationNames.indexOf("root")
  const relation = (word: number, head: number): number =>
    bestExcept(scores.relations(sentence.from + word, sentence.from + head), root)
  for (let index = 0; index < count; index += 1) {
    const head = heads[index]!
    relations[index] = head === NO_HEAD ? Math.max(root, 0) : relation(index, head)
  }
  mendConjuncts({
    heads,
    relationOf: (word) => scores.relationNames[relations[word]!]!,
    xposOf: tagsOf(scores, sentence),
  })
  for (let index = 0; index < count; index += 1) if (heads[index] !== NO_HEAD) heads[index]! += sentence.from
  return { heads, relations }
}

/** The likeliest Penn tag of each word. */
function tagsOf(scores: Scores, { from }: TokenRange): (word: number) => string {
  const { classes, values } = scores.head("xpos")
  return (word) => classes[greatest(values, (from + word) * classes.length, classes.length)]!
}

/**
 * What follows a quotation that has ended hangs on its verb of saying: the meeting of ““They bombed the talks,” Lavrov said
 * following a meeting” is none of “bombed”. The verb of saying itself may hang on the quotation.
 */
const BAR = 4

function bar(arcs: Float32Array, { from, to }: TokenRange, quotation: TokenRange): void {
  const count = to - from
  const [start, end] = [Math.max(0, quotation.from - from), quotation.to - from]
  for (let dependent = end; dependent < count; dependent += 1) {
    for (let head = start; head < end; head += 1) arcs[dependent * count + head]! -= BAR
  }
}

/** The trees of all sentences, which cover the report's words in order. `quotations`: those that end with a comma or a full stop, in text order. */
export function parseSentences(
  scores: Scores,
  sentences: readonly TokenRange[],
  quotations: readonly TokenRange[] = [],
): Trees {
  let next = 0
  const heads = new Int32Array(scores.wordCount).fill(NO_HEAD)
  const relations = new Uint8Array(scores.wordCount)
  for (const sentence of sentences) {
    while (next < quotations.length && quotations[next]!.to <= sentence.from) next += 1
    let end = next
    while (end < quotations.length && quotations[end]!.to < sentence.to) end += 1
    const tree = parseSentence(scores, sentence, quotations.slice(next, end))
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
