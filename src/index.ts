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
  type Dispute,
  findDisputes,
  listAnchors,
  type Question,
  type Verification,
  type VerifiedSource,
  verifyRecord,
} from "./record/index.ts"
export { codeOf } from "./schema/actor-code.ts"
export { type Certainty, certaintyOf } from "./schema/certainty.ts"
export { type CheckedRecord, checkRecord } from "./schema/check-record.ts"
export type { Block, Doc, Origin, Source, TimeValue } from "./schema/doc.ts"
export type { Evidence, EvidencePart, Score, Sourced } from "./schema/evidence.ts"
export type { ClaimId, DocId, EntityId, EventId, StatementId } from "./schema/ids.ts"
export type { NonEmpty, Span } from "./schema/positions.ts"
export type { Problem, ProblemCode } from "./schema/problem.ts"
export type {
  AttributionKind,
  AttributionMode,
  EventStatus,
  PloverType,
  Reader,
  Stance,
} from "./schema/reading.ts"
export type {
  Claim,
  CodedEvent,
  DocRecord,
  Proposition,
  RecordedEntity,
  RecordedMention,
  RecordedQuantity,
  Statement,
  Voice,
} from "./schema/record.ts"
export type { ActorRole, EntityKind, FoundQuantity, Link, Position, Quantity } from "./schema/resolution.ts"
export type { Fault } from "./schema/shape.ts"
export { type Standing, standingOf } from "./schema/standing.ts"
