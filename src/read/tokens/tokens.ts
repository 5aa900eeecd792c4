// The tokens of a report, packed: the words with tag, lemma, head and relation in, the `Tokens` of a reading out.
import type { Span, TokenRange } from "../../schema/positions.ts"
import type { Token, Tokens, Upos } from "../../schema/reading.ts"
import type { Scores } from "../network/scores.ts"
import { mendLemma, type WordLists } from "./base-form.ts"
import { lemmaOf, lemmaRulesOf } from "./lemmas.ts"
import { tagsOf } from "./tags.ts"
import { uposOf } from "./upos.ts"
import type { Words } from "./words.ts"

/** What is known of each word; every array has one entry per word. Names are looked up by the numbers beside them. */
export interface WordAnalysis {
  readonly xpos: Uint16Array
  readonly xposNames: readonly string[]
  readonly lemmaRules: Uint16Array
  readonly lemmaRuleNames: readonly string[]
  /** Index of the head; -1 for the root of a sentence. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
  readonly relationNames: readonly string[]
  /** Against lemmas that are no words. */
  readonly lists: WordLists
}

/** Takes tags and lemmas from the network's scores and joins them with the trees of `read/parse`. Linear. */
export function analyseWords(
  text: string,
  words: Words,
  scores: Scores,
  trees: { readonly heads: Int32Array; readonly relations: Uint8Array },
  lists: WordLists,
): WordAnalysis {
  const xpos = scores.head("xpos")
  const lemma = scores.head("lemma")
  return {
    xpos: tagsOf(xpos, (word) => words.textOf(word, text)),
    xposNames: xpos.classes,
    lemmaRules: lemmaRulesOf(lemma, words, text),
    lemmaRuleNames: lemma.classes,
    heads: trees.heads,
    relations: trees.relations,
    relationNames: scores.relationNames,
    lists,
  }
}

/**
 * The tokens of `text`. Holds the arrays it is given, about 20 bytes a word; `at` builds one token, and throws a
 * `RangeError` for an index that is none.
 */
export function packTokens(text: string, words: Words, analysis: WordAnalysis): Tokens {
  return new PackedTokens(text, words, analysis)
}

class PackedTokens implements Tokens {
  readonly length: number
  readonly #text: string
  readonly #words: Words
  readonly #analysis: WordAnalysis

  constructor(text: string, words: Words, analysis: WordAnalysis) {
    this.length = words.length
    this.#text = text
    this.#words = words
    this.#analysis = analysis
  }

  at(index: number): Token {
    if (!(index >= 0 && index < this.length))
      throw new RangeError(`There is no token ${index} of ${this.length}.`)
    const { xpos, xposNames, lemmaRules, lemmaRuleNames, heads, relations, relationNames, lists } =
      this.#analysis
    const form = this.#words.textOf(index, this.#text)
    const tag = xposNames[xpos[index]!] ?? "X"
    const relation = relationNames[relations[index]!] ?? "dep"
    const head = heads[index]!
    const upos: Upos = uposOf(tag, relation, form)
    return {
      index,
      span: { start: this.start(index), end: this.end(index) },
      lemma: mendLemma(lemmaOf(lemmaRuleNames[lemmaRules[index]!] ?? "l0|", form), form, tag, lists),
      upos,
      xpos: tag,
      head: head < 0 ? null : head,
      relation,
    }
  }

  start(index: number): number {
    return this.#words.start(index)
  }

  end(index: number): number {
    return this.#words.end(index)
  }

  covering(span: Span): TokenRange | null {
    const from = this.#words.firstEndingAfter(span.start)
    let to = this.#words.firstEndingAfter(span.end - 1)
    if (to < this.length && this.#words.start(to) < span.end) to += 1
    return from < to && this.#words.start(from) < span.end && span.start < span.end ? { from, to } : null
  }
}
