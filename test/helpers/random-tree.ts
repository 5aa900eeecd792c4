// Random words with random trees: heads run in circles, out of the sentence, out of the text, as a broken parser might
// give them. In: words, relations and tags to draw from. Out: the text and its tokens, the same for the same numbers.
import type { Random } from "../../src/base/random.ts"
import { splitSentences, tokenize, type Words } from "../../src/read/tokens/index.ts"
import { uposOf } from "../../src/read/tokens/upos.ts"
import type { TokenRange } from "../../src/schema/positions.ts"
import type { Tokens } from "../../src/schema/reading.ts"

export interface RandomTree {
  readonly text: string
  readonly words: Words
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
}

/** `choices`: each is parted by single spaces. */
export function randomTree(
  random: Random,
  wordCount: number,
  choices: { readonly words: string; readonly relations: string; readonly tags: string },
): RandomTree {
  const [forms, relations, tags] = [choices.words, choices.relations, choices.tags].map((list) =>
    list.split(" "),
  ) as [string[], string[], string[]]
  const text = Array.from({ length: wordCount }, () => random.pick(forms)).join(" ")
  const words = tokenize(text)
  const drawn = Array.from({ length: words.length }, () => ({
    relation: random.pick(relations),
    tag: random.pick(tags),
    near: random.below(13) - 6,
  }))
  const tokens: Tokens = {
    length: words.length,
    start: (index) => words.start(index),
    end: (index) => words.end(index),
    covering: () => null,
    at: (index) => {
      const { relation, tag, near } = drawn[index]!
      const span = { start: words.start(index), end: words.end(index) }
      const form = text.slice(span.start, span.end)
      return {
        index,
        span,
        lemma: form.toLowerCase(),
        upos: uposOf(tag, relation, form),
        xpos: tag,
        head: near === 0 ? null : index + near,
        relation,
      }
    },
  }
  return { text, words, tokens, sentences: splitSentences(words, text, [], null) }
}
