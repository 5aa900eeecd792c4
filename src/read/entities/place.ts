// What the finders of mentions look at, and what they give.
import type { Tree } from "../../grammar/index.ts"
import type { Doc } from "../../schema/doc.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Mention, Tokens } from "../../schema/reading.ts"
import type { Scores } from "../network/scores.ts"

/** What tables tell of a name by itself. */
export interface NameKnowledge {
  /** “Syria”. */
  isCountry(word: string): boolean
  /** “Iraqis”. */
  isPeople(word: string): boolean
  /** “Hezbollah”, “World Bank”, written just so. */
  isBody(name: string): boolean
  /** “Kremlin”. */
  isSeat(name: string): boolean
  /** What a noun stands for, null for none of these; singular, lower case: “ministry” an organization. */
  nounKind(noun: string): "person" | "organization" | "group" | "place" | null
  /** “Kristen”. */
  isGivenName(word: string): boolean
  /** Whether it is a town that the press may mean by its bare name: “Misrata”. */
  isTown(name: string): boolean
  /** “Jackson”: whether somebody in office is called so. */
  isSurname(word: string): boolean
  /** Whether the first is a town in the second: “San Rafael” in “California”. */
  liesIn(town: string, around: string): boolean
}

export interface MentionInput {
  readonly doc: Pick<Doc, "text">
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
  readonly scores: Scores
  readonly knows: NameKnowledge
  /** The sources; they keep their ids and spans. */
  readonly known: readonly Mention[]
}

/** A mention before it has its id, with the word that heads it. */
export type Found = { readonly head: number } & (
  | Omit<Extract<Mention, { kind: "name" }>, "id" | "head">
  | Omit<Extract<Mention, { kind: "nominal" }>, "id" | "head">
  | Omit<Extract<Mention, { kind: "pronoun" }>, "id" | "head">
)

/** What the finders look at. */
export interface Place extends MentionInput {
  readonly trees: readonly Tree[]
}
