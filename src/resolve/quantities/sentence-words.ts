// One sentence as the number grammar looks at it: each word in lower case, and whether it touches the word before.
// In: the report's text and the tree of a sentence. Out: answers for any index, the empty word outside the sentence.
import { type Tree, treeOver } from "../../grammar/index.ts"
import type { Doc } from "../../schema/doc.ts"
import type { Span, TokenRange } from "../../schema/positions.ts"
import type { Tokens } from "../../schema/reading.ts"

export interface SentenceWords {
  readonly tree: Tree
  readonly from: number
  readonly to: number
  /** Lower case; “” before and after the sentence. */
  form(index: number): string
  /** As written; “” before and after the sentence. */
  written(index: number): string
  /** Whether no space parts the word from the one before it: the hyphen and the year of “33-year-old”. */
  touches(index: number): boolean
  /** The characters between the word and the one before it. */
  gapBefore(index: number): string
  /** The characters from the first to the last word of a range that is not empty. */
  spanOf(range: TokenRange): Span
}

/** Time grows with the sentence. */
export function wordsOf(doc: Doc, tokens: Tokens, sentence: TokenRange): SentenceWords {
  const { from, to } = sentence
  const tree = treeOver(tokens, sentence)
  const written = Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
    const { span } = tree.at(from + offset)
    return doc.text.slice(span.start, span.end)
  })
  const forms = written.map((word) => word.toLowerCase())
  return {
    tree,
    from,
    to,
    form: (index) => forms[index - from] ?? "",
    written: (index) => written[index - from] ?? "",
    touches: (index) => index > from && index < to && tokens.start(index) === tokens.end(index - 1),
    gapBefore: (index) =>
      index > from && index < to ? doc.text.slice(tokens.end(index - 1), tokens.start(index)) : "",
    spanOf: (range) => ({ start: tokens.start(range.from), end: tokens.end(range.to - 1) }),
  }
}
