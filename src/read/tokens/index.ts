// The door of `read/tokens`: words, sentences, quotation marks, lemmas, packed tokens.
export { lemmaRule } from "./lemma-rules.ts"
export {
  CLOSING,
  endedQuotations,
  INSIDE,
  OPENING,
  OUTSIDE,
  type QuoteStates,
  quoteStates,
} from "./quotes.ts"
export { LONGEST_SENTENCE, splitSentences } from "./sentences.ts"
export { tokenize } from "./tokenize.ts"
export { analyseWords, packTokens, type WordAnalysis } from "./tokens.ts"
export { Words } from "./words.ts"
