// The door of `read/spans`: labels of words in, spans out.
export { type ClassBias, type DecodeOptions, decodeSpans, type TaggedSpan } from "./viterbi.ts"
