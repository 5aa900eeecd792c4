// Ids are strings that the compiler keeps apart: a statement's id is not accepted where an entity's is asked for.

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** `doc:` and the first 32 hexadecimal digits of the SHA-256 of the text, UTF-8. */
export type DocId = Id<"DocId">
export type MentionId = Id<"MentionId">
/** "e1", "e2", … by first mention in the text. */
export type EntityId = Id<"EntityId">
export type AttributionId = Id<"AttributionId">
/** "s1", "s2", … by place in the text. */
export type StatementId = Id<"StatementId">
export type EventId = Id<"EventId">
export type ClaimId = Id<"ClaimId">

/** The id of a report, made from the SHA-256 of its text as UTF-8: the same words have the same id wherever they are read. */
export function toDocId(textSha256: string): DocId {
  return `doc:${textSha256.slice(0, 32)}` as DocId
}
