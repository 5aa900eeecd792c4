// The door of `read/tokens`: words, sentences, quotation marks, lemmas.
export { applyLemmaRule, lemmaRule } from "./lemma-rules.ts"
export { CLOSING, INSIDE, OPENING, OUTSIDE, type QuoteStates, quoteStates } from "./quotes.ts"
export { splitSentences } from "./sentences.ts"
export { tokenize } from "./tokenize.ts"
export { Words } from "./words.ts"
