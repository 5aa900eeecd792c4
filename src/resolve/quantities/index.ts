// The amounts of a report and what they belong to.
export { quantitiesFor, withoutRepeats } from "./attach.ts"
export { findQuantities, type QuantitiesInput } from "./find-quantities.ts"
