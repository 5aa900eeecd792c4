// Everything the product keeps of one report: plain data, in a fixed order, the same bytes for the same input.
import type { Doc } from "./doc.ts"
import type { Evidence, EvidencePart, Score, Sourced } from "./evidence.ts"
import type { EntityId, StatementId } from "./ids.ts"
import type { NonEmpty } from "./positions.ts"
import type { Problem } from "./problem.ts"
import type { AttributionKind, AttributionMode, Reader } from "./reading.ts"

export interface RecordedEntity {
  readonly id: EntityId
  readonly kind: "person" | "organization" | "state" | "group" | "place" | "thing" | "unknown"
  /** The words of the mention, as printed. Who that is in the world is resolved in a later format. */
  readonly name: string
  readonly mentions: NonEmpty<EvidencePart>
  readonly link: Link
}

export type Link =
  | {
      readonly kind: "linked"
      readonly to: string
      readonly score: Score
      readonly rivals: readonly string[]
    }
  | { readonly kind: "unlinked"; readonly why: "no-candidate" | "tie" | "not-tried" }

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
  /** The statement within whose content this one lies. */
  readonly inside: StatementId | null
  readonly readBy: { readonly reader: Reader; readonly rule: string | null }
  readonly score: Score
}

export interface DocRecord {
  readonly format: 1
  readonly doc: Pick<Doc, "id" | "source" | "title" | "authors" | "outlet" | "published" | "language"> & {
    /** SHA-256 of `Doc.text` as UTF-8, hexadecimal. */
    readonly textSha256: string
    /** Length of `Doc.text` in UTF-16 code units. */
    readonly textLength: number
  }
  readonly entities: readonly RecordedEntity[]
  readonly statements: readonly Statement[]
  readonly problems: readonly Problem[]
  readonly madeBy: {
    readonly version: string
    /** The first 12 hexadecimal digits of the SHA-256 of the weights. */
    readonly weights: string
    readonly lexicons: string
  }
}
