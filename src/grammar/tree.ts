// One sentence's tree in a form that can be asked from above: children, and the words below a word. In: the tokens
// with their heads. Heads that lie outside the sentence or run in a circle do no harm: each word is placed once.
import type { TokenRange } from "../schema/positions.ts"
import type { Token, Tokens } from "../schema/reading.ts"

/** The tree over one sentence. Indexes are token indexes of the whole text. */
export class Tree {
  readonly sentence: TokenRange
  readonly tokens: Tokens
  /** The most words that hang on one word; where it is some hundreds, the text is no sentence. */
  readonly widest: number
  // Counted from `sentence.from`: head of each word (-1 for none), first and last word below it.
  readonly #heads: Int32Array
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #children: readonly (readonly number[])[]
  // Built once: `Tokens` builds a new one each time it is asked.
  readonly #built: readonly Token[]

  /** Time and memory grow with the sentence; a degenerate tree costs its depth besides. */
  constructor(tokens: Tokens, sentence: TokenRange) {
    this.tokens = tokens
    this.sentence = sentence
    const count = Math.max(0, sentence.to - sentence.from)
    this.#heads = new Int32Array(count).fill(-1)
    const children: number[][] = Array.from({ length: count }, () => [])
    this.#built = Array.from({ length: count }, (_, offset) => tokens.at(sentence.from + offset))
    for (let offset = 0; offset < count; offset++) {
      const head = this.#built[offset]!.head
      if (head === null || head < sentence.from || head >= sentence.to) continue
      this.#heads[offset] = head - sentence.from
      children[head - sentence.from]!.push(sentence.from + offset)
    }
    this.#children = children
    this.widest = children.reduce((most, { length }) => Math.max(most, length), 0)
    this.#first = Int32Array.from({ length: count }, (_, offset) => offset)
    this.#last = Int32Array.from({ length: count }, (_, offset) => offset)
    for (let offset = 0; offset < count; offset++) this.#widenAbove(offset)
  }

  #widenAbove(offset: number): void {
    let above = this.#heads[offset]!
    // As soon as an ancestor covers the word already, so do all above it; in a circle that is after one round.
    while (above !== -1) {
      const first = Math.min(this.#first[above]!, offset)
      const last = Math.max(this.#last[above]!, offset)
      if (first === this.#first[above] && last === this.#last[above]) break
      this.#first[above] = first
      this.#last[above] = last
      above = this.#heads[above]!
    }
  }

  /** Whether the word belongs to this sentence. */
  has(index: number): boolean {
    return index >= this.sentence.from && index < this.sentence.to
  }

  at(index: number): Token {
    return this.#built[index - this.sentence.from] ?? this.tokens.at(index)
  }

  /** Null for the root, and for a word outside the sentence. */
  headOf(index: number): number | null {
    const head = this.#heads[index - this.sentence.from] ?? -1
    return head === -1 ? null : head + this.sentence.from
  }

  /** In text order. */
  childrenOf(index: number): readonly number[] {
    return this.#children[index - this.sentence.from] ?? []
  }

  /** The smallest range that holds the word and all below it. */
  rangeOf(index: number): TokenRange {
    const offset = index - this.sentence.from
    return {
      from: (this.#first[offset] ?? offset) + this.sentence.from,
      to: (this.#last[offset] ?? offset) + this.sentence.from + 1,
    }
  }

  /** The children that stand in one of `relations`; a subtype (“nsubj:pass”) answers to its type too. */
  childrenBy(index: number, ...relations: readonly string[]): readonly number[] {
    return this.childrenOf(index).filter((child) => isRelation(this.at(child).relation, relations))
  }

  /** The word of `range` whose head lies outside it; the first of several. */
  topOf(range: TokenRange): number {
    for (let index = range.from; index < range.to; index++) {
      const head = this.headOf(index)
      const isMark = this.at(index).upos === "PUNCT"
      if (!isMark && (head === null || head < range.from || head >= range.to)) return index
    }
    return range.from
  }
}

const built = new WeakMap<Tokens, Map<number, Tree>>()

/** The tree over a sentence of `tokens`, built when it is asked for first: each stage of reading asks for all of them. */
export function treeOver(tokens: Tokens, sentence: TokenRange): Tree {
  let trees = built.get(tokens)
  if (trees === undefined) {
    trees = new Map()
    built.set(tokens, trees)
  }
  const before = trees.get(sentence.from)
  if (before?.sentence.to === sentence.to) return before
  const tree = new Tree(tokens, sentence)
  trees.set(sentence.from, tree)
  return tree
}

/** Whether `relation` is one of `relations`, or a subtype of one. */
export function isRelation(relation: string, relations: readonly string[]): boolean {
  return relations.some((one) => relation === one || relation.startsWith(`${one}:`))
}
