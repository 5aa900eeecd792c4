// The door to the grammar: questions to a parsed sentence. Nothing here knows what is asked for.
export {
  CLAUSE_RELATIONS,
  clauseHeadOf,
  governorOf,
  isNegated,
  isPassive,
  saysTakingPlace,
  subjectOf,
  verbGroup,
} from "./clauses.ts"
export { isDay } from "./days.ts"
export {
  agentOf,
  isDefinite,
  isNominal,
  isNoun,
  leadsNumber,
  nounPhrase,
  prepositionsOf,
  rangeWith,
} from "./noun-phrases.ts"
export { type Pronoun, type PronounUse, pronounOf } from "./pronouns.ts"
export { antecedentOf, isRelativePronoun } from "./relative-clauses.ts"
export { isRelation, Tree, treeOver } from "./tree.ts"
export {
  auxiliariesOf,
  bindersOf,
  continuesClause,
  infinitiveMarkOf,
  isFiniteVerb,
  isImperative,
  isLedBy,
  isPerfect,
  isToOf,
  modalOf,
} from "./verb-forms.ts"
