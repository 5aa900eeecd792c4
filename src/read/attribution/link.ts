// Which source goes with which cue, which content with which cue. In: spans of the network and its scores for
// pairs. Out: one draft for each cue that has content, and the contents that no cue wants.

import { append } from "../../base/group-by.ts"
import { isRelation } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { TaggedSpan } from "../spans/index.ts"
import { type Draft, mergedParts } from "./draft.ts"
import type { View } from "./view.ts"

/** A cue with what was found for it; still in tokens. */
export interface Link {
  readonly cue: TaggedSpan
  readonly source: TaggedSpan | null
  /** Best score of a source less the score of having none; negative when none was taken. */
  readonly sourceMargin: number
  readonly contents: readonly { readonly span: TaggedSpan; readonly margin: number }[]
}

export interface Linked {
  readonly links: readonly Link[]
  /** Contents that fit no cue, in text order. */
  readonly orphans: readonly TaggedSpan[]
}

/**
 * Words between two spans beyond which they are not tried. The network has seen few pairs that stand far apart, and
 * likes some of them by chance: with 250 for both, 15 % of the speakers on PolNeAR dev were wrong, so 4 %.
 */
const SOURCE_WINDOW = 30
const CUE_WINDOW = 40

/**
 * Added to the score of having no source: what the tree shows (`sources.ts`) is surer than an unlikely link. On PolNeAR dev
 * 4.5 → 5.5: sources invented .224 → .214, relation@0.5 .705 → .704 (2026-11-29).
 */
const NO_SOURCE_BIAS = 5.5
/** Added to the score of having no cue: parts that hardly belong to a statement are left out. .688 → .690. */
const NO_CUE_BIAS = 6

// What the places of a content and a cue speak against their belonging together, in the unit of the links' scores.
// Each was tried on PolNeAR dev; gains in relation@0.5 (exact contents in brackets).
/** “She plans to go. [It was over], he said.”: a content without marks stays in its cue's sentence. +.001 (+.002) */
const OTHER_SENTENCE_COST = 10
/** Still less to a cue of the next one. +.001 */
const EARLIER_SENTENCE_COST = 20
/** A content without marks never belongs to a cue of another paragraph, such as the headline's. (+.002) */
const OTHER_PARAGRAPH_COST = 1000
/** “…,” he said. “Very close,” she added.   +.002 */
const OTHER_SENTENCE_QUOTED_COST = 3
/** He said, “…”   +.001 */
const LEAD_IN_GAIN = 5
/** For each other cue that stands between. +.002 */
const CUE_BETWEEN_COST = 2

/** Linear in the number of spans, times those within the window of one. */
export function linkSpans(spans: readonly TaggedSpan[], view: View): Linked {
  const { scores } = view
  const cues = spans.filter((span) => span.role === "cue")
  const sources = spans.filter((span) => span.role === "source")
  const contents = spans.filter((span) => span.role === "content")

  const contentsOf = new Map<TaggedSpan, { span: TaggedSpan; margin: number }[]>()
  const orphans: TaggedSpan[] = []
  for (const [content, near] of withNear(contents, cues, CUE_WINDOW)) {
    const none = scores.noCue(content.range) + NO_CUE_BIAS
    const best = bestOf(near, (cue) => {
      const between = near.filter(({ range }) => isBetween(range, content.range, cue.range)).length
      const cost = placeCost(view, content.range, cue.range) + CUE_BETWEEN_COST * between
      return scores.contentToCue(content.range, cue.range) - cost
    })
    if (best === null || best.score <= none) {
      orphans.push(content)
      continue
    }
    const cue = near.find((each) => isComplementOf(view, content.range, each.range)) ?? best.span
    append(contentsOf, cue, { span: content, margin: best.score - none })
  }

  const links: Link[] = []
  for (const [cue, near] of withNear(cues, sources, SOURCE_WINDOW)) {
    const contents = contentsOf.get(cue)
    if (contents === undefined) continue
    const none = scores.noSource(cue.range) + NO_SOURCE_BIAS
    const best = bestOf(near, (source) => scores.cueToSource(cue.range, source.range))
    const sourceMargin = best === null ? Number.NEGATIVE_INFINITY : best.score - none
    links.push({ cue, source: sourceMargin > 0 ? best!.span : null, sourceMargin, contents })
  }
  return { links, orphans }
}

function isBetween(range: TokenRange, one: TokenRange, other: TokenRange): boolean {
  return range.from >= Math.min(one.to, other.to) && range.to <= Math.max(one.from, other.from)
}

/** “*denies* that it was involved and *has promised* to help”: whether the tree shows that a cue has the clause right behind it, which the network would give the other. */
function isComplementOf(view: View, content: TokenRange, cue: TokenRange): boolean {
  if (cue.to !== content.from || view.isQuoted(content.from)) return false
  const tree = view.treeOf(content.from)
  const top = tree.topOf({ from: content.from, to: Math.min(content.to, tree.sentence.to) })
  const above = tree.headOf(top)
  const isOfCue = above !== null && above >= cue.from && above < cue.to
  return isOfCue && isRelation(tree.at(top).relation, ["ccomp", "xcomp"])
}

/** What the places of a content and a cue speak against their belonging together; less than 0 speaks for it. */
function placeCost(view: View, content: TokenRange, cue: TokenRange): number {
  // X said, “…”   X said: “…”
  if (cue.to <= content.from && content.from - cue.to <= 2 && isLeadIn(view, cue.to, content.from))
    return -LEAD_IN_GAIN
  if (leadsParagraph(view, cue, content)) return -LEAD_IN_GAIN
  const sentence = view.sentenceOf(cue.from)
  const isElsewhere = sentence < view.sentenceOf(content.from) || sentence > view.sentenceOf(content.to - 1)
  if (!isElsewhere) return 0
  if (view.isQuoted(content.from)) return OTHER_SENTENCE_QUOTED_COST
  if (view.paragraphOf(content.from) !== view.paragraphOf(cue.from)) return OTHER_PARAGRAPH_COST
  return content.to <= cue.from ? EARLIER_SENTENCE_COST : OTHER_SENTENCE_COST
}

/** Whether only a comma or a colon stands between, and marks open after it. */
function isLeadIn(view: View, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (!/^[,:]$/.test(view.wordOf(index))) return false
  return to > from && view.isOpening(to)
}

/** “The governor added:¶It is typical.”: the words stand below, as a paragraph of their own, with no marks around them. */
function leadsParagraph(view: View, cue: TokenRange, content: TokenRange): boolean {
  const before = content.from - 1
  if (cue.to > content.from || !view.startsParagraph(content.from) || view.wordOf(before) !== ":")
    return false
  return view.sentenceOf(cue.from) === view.sentenceOf(before)
}

/** Each span with the candidates at most `window` words away; both lists in text order. */
function* withNear(
  spans: readonly TaggedSpan[],
  candidates: readonly TaggedSpan[],
  window: number,
): Generator<[TaggedSpan, readonly TaggedSpan[]]> {
  let from = 0
  let to = 0
  for (const span of spans) {
    while (from < candidates.length && candidates[from]!.range.to < span.range.from - window) from += 1
    while (to < candidates.length && candidates[to]!.range.from <= span.range.to + window) to += 1
    yield [span, candidates.slice(from, to)]
  }
}

function bestOf(
  candidates: readonly TaggedSpan[],
  scoreOf: (candidate: TaggedSpan) => number,
): { readonly span: TaggedSpan; readonly score: number } | null {
  let best: { span: TaggedSpan; score: number } | null = null
  for (const span of candidates) {
    const score = scoreOf(span)
    if (best === null || score > best.score) best = { span, score }
  }
  return best
}

/** Links as drafts of the first level. */
export function toDrafts(links: readonly Link[]): readonly Draft[] {
  return links.map(({ cue, source, sourceMargin, contents }) => {
    const [first, ...rest] = contents.map(({ span }) => span.range)
    return {
      cue: [cue.range],
      source: source?.range ?? null,
      content: mergedParts([first!, ...rest], [first!]),
      venue: null,
      addressee: null,
      kind: null,
      level: "outer",
      readBy: { reader: "network", rule: null },
      signs: {
        cue: cue.mean,
        source: source?.mean ?? null,
        content: Math.min(...contents.map(({ span }) => span.mean)),
        cueWeakest: cue.weakest,
        contentWeakest: Math.min(...contents.map(({ span }) => span.weakest)),
        sourceMargin: source === null ? -sourceMargin : sourceMargin,
        cueMargin: Math.min(...contents.map(({ margin }) => margin)),
      },
    }
  })
}
