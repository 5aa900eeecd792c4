// Everything the product keeps of one report: plain data, in a fixed order, the same bytes for the same input.
import type { Doc, TimeValue } from "./doc.ts"
import type { Evidence, EvidencePart, Score, Sourced } from "./evidence.ts"
import type { ClaimId, EntityId, EventId, StatementId } from "./ids.ts"
import type { NonEmpty } from "./positions.ts"
import type { Problem } from "./problem.ts"
import type { AttributionKind, AttributionMode, EventStatus, PloverType, Reader, Stance } from "./reading.ts"
import type { ActorRole, EntityKind, FoundQuantity, Link, Position, Quantity } from "./resolution.ts"

/** A mention of an entity: its words, and how it came to be taken for this one. */
export interface RecordedMention extends EvidencePart {
  readonly form: "name" | "nominal" | "pronoun"
  /** The rule or head that linked it: "name", "surname", "acronym", "pronoun", "nominal", "apposition", "relative", "quotation", "coordination", "capital". */
  readonly by: string
  readonly score: Score
}

export interface RecordedEntity {
  readonly id: EntityId
  readonly kind: EntityKind
  /** The fullest name the report gives; of an unnamed one its describing words: “two officials”. */
  readonly name: string
  readonly mentions: NonEmpty<RecordedMention>
  readonly link: Link
  /** What the actor was at the time of the report, likeliest first; empty for places and things. */
  readonly roles: readonly Sourced<ActorRole>[]
  readonly position: Position | null
}

/** Someone's words. */
export interface Statement {
  readonly id: StatementId
  readonly kind: AttributionKind
  readonly mode: AttributionMode
  /** The words that name the speaker here: “he”, “Russian officials”. Null when the text names none. */
  readonly source: Evidence | null
  readonly speaker: Sourced<EntityId> | null
  readonly cue: Evidence | null
  readonly content: Evidence
  /** The stretches of `content` between quotation marks, marks included. */
  readonly quoted: readonly EvidencePart[]
  readonly venue: Evidence | null
  readonly addressee: Evidence | null
  /** The place that `venue` names: Ankara of “at a press conference in Ankara”. */
  readonly venuePlace: Sourced<EntityId> | null
  /** The statement within whose content this one lies. */
  readonly inside: StatementId | null
  readonly readBy: { readonly reader: Reader; readonly rule: string | null }
  readonly score: Score
}

/** Who did what to whom, when and where. Says nothing about whether it is true: claims do. */
export interface CodedEvent {
  readonly id: EventId
  /** Null: a happening that a chronicle lists and PLOVER has no type for. */
  readonly type: Sourced<PloverType> | null
  readonly status: Sourced<EventStatus>
  /** PLOVER modes, e.g. "aerial" under ASSAULT. */
  readonly modes: readonly string[]
  readonly contexts: readonly string[]
  readonly actors: readonly Sourced<EntityId>[]
  readonly recipients: readonly Sourced<EntityId>[]
  readonly time: Sourced<TimeValue> | null
  /** Where it happened; not where it was said, nor the dateline. */
  readonly place: Sourced<EntityId> | null
  readonly instrument: Evidence | null
  readonly quantities: readonly Sourced<Quantity>[]
  /** Every mention, the one that names it most fully first. */
  readonly evidence: NonEmpty<Evidence>
  readonly readBy: { readonly reader: Reader; readonly rule: string | null }
  readonly score: Score
}

/** Of what a claim is made. A denial of one aspect leaves the others standing. */
export type Proposition =
  | { readonly kind: "event"; readonly event: EventId }
  | { readonly kind: "responsibility"; readonly event: EventId }
  | { readonly kind: "number"; readonly event: EventId }
  | {
      readonly kind: "aspect"
      readonly event: EventId
      readonly aspect: "place" | "date" | "purpose"
    }

export type Voice =
  | { readonly kind: "outlet"; readonly name: string | null }
  | { readonly kind: "entity"; readonly entity: EntityId; readonly statement: StatementId }
  /** A statement without a named source: “reportedly”. */
  | { readonly kind: "unnamed"; readonly statement: StatementId }

/** One voice's stand on one proposition. */
export interface Claim {
  readonly id: ClaimId
  readonly proposition: Proposition
  readonly stance: Stance
  /** From the outlet inwards; the last one is whose claim it is. The outlet alone when the report speaks in its own voice. */
  readonly chain: NonEmpty<Voice>
  /** The decisive words. */
  readonly evidence: NonEmpty<Evidence>
  readonly score: Score
}

export interface DocRecord {
  readonly format: 2
  readonly doc: Pick<Doc, "id" | "source" | "title" | "authors" | "outlet" | "published" | "language"> & {
    /** Where the report was written, as its dateline says. */
    readonly dateline: EntityId | null
    /** SHA-256 of `Doc.text` as UTF-8, hexadecimal. */
    readonly textSha256: string
    /** Length of `Doc.text` in UTF-16 code units. */
    readonly textLength: number
  }
  readonly entities: readonly RecordedEntity[]
  readonly statements: readonly Statement[]
  readonly events: readonly CodedEvent[]
  readonly claims: readonly Claim[]
  /** Every time expression; `value` is null where the words do not say when. */
  readonly times: readonly Sourced<TimeValue | null>[]
  /** Every amount. */
  readonly quantities: readonly RecordedQuantity[]
  readonly problems: readonly Problem[]
  readonly madeBy: {
    readonly version: string
    /** The first 12 hexadecimal digits of the SHA-256 of the weights. */
    readonly weights: string
    readonly lexicons: string
  }
}

export interface RecordedQuantity extends Sourced<Quantity> {
  readonly sort: FoundQuantity["sort"]
}
