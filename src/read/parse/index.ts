// The door of `read/parse`: arcs to well-formed trees.
export { parseSentences, type Trees } from "./parse.ts"
