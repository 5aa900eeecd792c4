// The door of `read/parse`: arcs to well-formed trees.
export { maximumTree, NO_HEAD } from "./maximum-tree.ts"
export { parseSentence, parseSentences, type Trees } from "./parse.ts"
