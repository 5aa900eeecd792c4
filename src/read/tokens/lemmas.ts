// Lemmas: the rule that the network picks for each word, as far as the word allows it.
import type { HeadScores } from "../network/scores.ts"
import { applyLemmaRule, fitsLemmaRule } from "./lemma-rules.ts"
import type { Words } from "./words.ts"

/**
 * Per word the index of the likeliest rule (in `scores.classes`) that the word allows: a rule that would cut more
 * than the word has, or leave nothing, gives way to the next. Linear.
 */
export function lemmaRulesOf(scores: HeadScores, words: Words, text: string): Uint16Array {
  const { classes, values } = scores
  const rules = new Uint16Array(words.length)
  for (let word = 0; word < words.length; word += 1) {
    const row = word * classes.length
    const form = words.textOf(word, text)
    let best = -1
    for (let index = 0; index < classes.length; index += 1) {
      if (best >= 0 && values[row + index]! <= values[row + best]!) continue
      if (fitsLemmaRule(classes[index]!, form)) best = index
    }
    rules[word] = Math.max(best, 0)
  }
  return rules
}

/** The lemma of one word by a rule of the network; very long words are their own lemma. */
export function lemmaOf(rule: string, form: string): string {
  // 200: beyond it stand addresses and rows of marks, not words.
  return form.length > 200 ? form : applyLemmaRule(rule, form)
}
