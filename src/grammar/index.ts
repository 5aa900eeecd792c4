// The door to the grammar: questions to a parsed sentence. Nothing here knows what is asked for.
export {
  clauseHeadOf,
  governorOf,
  isNegated,
  isPassive,
  subjectOf,
  verbGroup,
} from "./clauses.ts"
export { agentOf, appositionOf, nounPhrase } from "./noun-phrases.ts"
export { isRelation, Tree } from "./tree.ts"
