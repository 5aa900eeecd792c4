// An attribution while it is being made: token ranges instead of characters. Steps never patch one, they make another.
import type { NonEmpty, TokenRange } from "../../schema/positions.ts"
import type { AttributionKind, Reader } from "../../schema/reading.ts"

/** What the network was sure of, for the score. All are log-probabilities or differences of logits. */
export interface Signs {
  readonly cue: number
  /** Null when the network linked none. */
  readonly source: number | null
  readonly content: number
  /** Of the least certain word of the cue, and of a content. */
  readonly cueWeakest: number
  readonly contentWeakest: number
  /** Score of the source taken less that of having none; for none, the other way round. */
  readonly sourceMargin: number
  /** The least score of a content's cue less that of having none. */
  readonly cueMargin: number
}

export interface Draft {
  /** In text order; empty for a quotation that nothing introduces. */
  readonly cue: readonly TokenRange[]
  readonly source: TokenRange | null
  readonly content: NonEmpty<TokenRange>
  readonly venue: TokenRange | null
  readonly addressee: TokenRange | null
  /** Null until `kind.ts` decides; a rule that knows it says so. */
  readonly kind: AttributionKind | null
  /** Outermost statements come from the first level of the network, those inside them from the second or from rules. */
  readonly level: "outer" | "nested"
  readonly readBy: { readonly reader: Reader; readonly rule: string | null }
  /** Null for what only a rule found. */
  readonly signs: Signs | null
}

/** A statement that only the rule `rule` found. */
export function draftByRule(
  rule: string,
  parts: Pick<Draft, "cue" | "source" | "content"> &
    Partial<Pick<Draft, "kind" | "level" | "venue" | "addressee">>,
): Draft {
  return {
    venue: null,
    addressee: null,
    kind: null,
    level: "outer",
    ...parts,
    readBy: { reader: "rule", rule },
    signs: null,
  }
}

/** The ranges of its cue and its source. */
export function frameOf({ source, cue }: Draft): readonly TokenRange[] {
  return source === null ? cue : [...cue, source]
}

/** All the ranges of a draft's three roles. */
export function rangesOf(draft: Draft): readonly TokenRange[] {
  return [...frameOf(draft), ...draft.content]
}

/** Ranges in text order, those that touch or overlap made one. */
export function merged(ranges: readonly TokenRange[]): readonly TokenRange[] {
  const sorted = ranges.filter(({ from, to }) => from < to).sort((one, other) => one.from - other.from)
  const result: TokenRange[] = []
  for (const range of sorted) {
    const last = result.at(-1)
    if (last !== undefined && range.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    } else result.push(range)
  }
  return result
}

/** As `merged`, for what must not be empty; gives `otherwise` when nothing is left. */
export function mergedParts(
  ranges: readonly TokenRange[],
  otherwise: NonEmpty<TokenRange>,
): NonEmpty<TokenRange> {
  const [first, ...rest] = merged(ranges)
  return first === undefined ? otherwise : [first, ...rest]
}

/** “Cuccinelli reportedly left”: whom the network took for the source is told about, and belongs to the content. */
export function withSourceTold(draft: Draft): Draft {
  if (draft.source === null) return draft
  return { ...draft, source: null, content: mergedParts([draft.source, ...draft.content], draft.content) }
}

/** `range` without the words of `hole`: nothing, one part or two. */
export function without(range: TokenRange, hole: TokenRange): readonly TokenRange[] {
  if (hole.to <= range.from || hole.from >= range.to) return [range]
  return [
    { from: range.from, to: hole.from },
    { from: hole.to, to: range.to },
  ].filter(({ from, to }) => from < to)
}

/** `ranges` without the words of all `holes`, in their order. */
export function withoutAll(
  ranges: readonly TokenRange[],
  holes: readonly TokenRange[],
): readonly TokenRange[] {
  return holes.reduce((left, hole) => left.flatMap((range) => without(range, hole)), ranges)
}

/** The one of `ranges` that holds the token `index`. */
export function rangeAt(ranges: readonly TokenRange[], index: number): TokenRange | undefined {
  return ranges.find(({ from, to }) => from <= index && index < to)
}

export function contains(outer: TokenRange, inner: TokenRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

export function overlaps(one: TokenRange, other: TokenRange): boolean {
  return one.from < other.to && other.from < one.to
}

/** The tokens that are the cue of a draft: 1, else 0. */
export function cueTokens(drafts: readonly Draft[], tokenCount: number): Uint8Array {
  const tokens = new Uint8Array(tokenCount)
  for (const { cue } of drafts) for (const { from, to } of cue) tokens.fill(1, from, to)
  return tokens
}

/** For each token the number of the draft that holds it in one of its three roles; -1 for none. */
export function ownersOf(drafts: readonly Draft[], tokenCount: number): Int32Array {
  const owners = new Int32Array(tokenCount).fill(-1)
  drafts.forEach((draft, number) => {
    for (const { from, to } of rangesOf(draft)) owners.fill(number, from, to)
  })
  return owners
}
