// What a program can use without reading a report: the types of a record, its checkers, and positions in a text.
// Nothing here knows Node, a browser or the network; `node.ts` adds reading.

export type { Sha256 } from "./base/hash.ts"
export { printJson, printJsonLine } from "./base/json.ts"
export { CodePoints } from "./document/code-points.ts"
export { type Context, contextOf } from "./document/context.ts"
export { type FindAgainOptions, findAgain } from "./document/find-again.ts"
export { Lines, type Place } from "./document/lines.ts"
export { toSource } from "./document/origin.ts"
export {
  type Anchor,
  listAnchors,
  type Verification,
  type VerifiedSource,
  verifyRecord,
} from "./record/index.ts"
export { type Certainty, certaintyOf } from "./schema/certainty.ts"
export { type CheckedRecord, checkRecord } from "./schema/check-record.ts"
export type { Block, Doc, Origin, Source, TimeValue } from "./schema/doc.ts"
export type { Evidence, EvidencePart, Score, Sourced } from "./schema/evidence.ts"
export type { DocId, EntityId, StatementId } from "./schema/ids.ts"
export type { NonEmpty, Span } from "./schema/positions.ts"
export type { Problem, ProblemCode } from "./schema/problem.ts"
export type { AttributionKind, AttributionMode, Reader } from "./schema/reading.ts"
export type { DocRecord, Link, RecordedEntity, Statement } from "./schema/record.ts"
export type { Fault } from "./schema/shape.ts"
