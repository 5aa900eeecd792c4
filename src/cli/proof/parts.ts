// Stretches of the text that a line rests on, each with what it is there for.
import type { Evidence, EvidencePart } from "../../schema/evidence.ts"

export type Fact = readonly [name: string, fact: string]

export interface MarkedPart extends EvidencePart {
  /** What the words are: “cue”, “actor”. */
  readonly role: string
  /** The letter that underlines them where there is no colour to tell them apart. */
  readonly mark: string
  /** What else is to be told of this stretch. */
  readonly facts: readonly Fact[]
}

/** What is shown of a line: its words, and facts about it. */
export interface Shown {
  /** Where two overlap the earlier one is underlined. */
  readonly parts: readonly MarkedPart[]
  readonly facts: readonly Fact[]
}

/** The parts of `evidence`, each marked alike; none for null. */
export function mark(
  [role, letter]: readonly [role: string, mark: string],
  evidence: Evidence | null,
  facts: readonly Fact[] = [],
): readonly MarkedPart[] {
  return (evidence?.parts ?? []).map((part) => ({ ...part, role, mark: letter, facts }))
}
