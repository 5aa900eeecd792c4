// Who says what in a report. In: its words, sentences, trees, quotation marks and the network's scores. Out: the
// attributions with the mentions that are their sources. The order of the steps is the function below.

import type { Score } from "../../schema/evidence.ts"
import type { AttributionId } from "../../schema/ids.ts"
import type { NonEmpty, Span, TokenRange } from "../../schema/positions.ts"
import type { Problem } from "../../schema/problem.ts"
import type { Attribution, AttributionKind, Mention } from "../../schema/reading.ts"
import type { TaggedSpan } from "../spans/index.ts"
import { splitAsides } from "./asides.ts"
import { fixBorders } from "./borders.ts"
import { type Draft, ownersOf } from "./draft.ts"
import { readHeadlines, withoutPlaces } from "./headline.ts"
import { findHearsay } from "./hearsay.ts"
import { insideOf, inTextOrder } from "./inside.ts"
import { kindOf } from "./kind.ts"
import { linkSpans, toDrafts } from "./link.ts"
import { findMentions, keyOf } from "./mentions.ts"
import { findMissed } from "./missed.ts"
import { type Mode, modeOf } from "./mode.ts"
import { joinParagraphs } from "./multi-paragraph.ts"
import { findNested } from "./nested.ts"
import { findNestedByNetwork } from "./nested-network.ts"
import { giveQuotations } from "./quotations.ts"
import { joinQuotedAs } from "./quoted-as.ts"
import { MIN_NESTED, MIN_SCORE, MIN_SOURCELESS, scoreOf } from "./score.ts"
import { splitSecondCues } from "./second-cue.ts"
import { findSettings } from "./setting.ts"
import { readSigned } from "./signed.ts"
import { findSources } from "./sources.ts"
import { findDue, isDue, isToCome, tellAhead } from "./to-come.ts"
import { readTranscripts } from "./transcript.ts"
import { type AttributionInput, type View, viewReport } from "./view.ts"
import { completeCues } from "./whole-cues.ts"

export type { AttributionInput } from "./view.ts"

export interface AttributionResult {
  /** Ordered by first character, outer before inner. */
  readonly attributions: readonly Attribution[]
  /** The sources, in text order. */
  readonly mentions: readonly Mention[]
  readonly problems: readonly Problem[]
}

/**
 * Never throws; takes time in proportion to the text. Statements with a score under `minScore` are left out, but for
 * direct quotations, those within others, and what only a rule found.
 */
export function findAttributions(
  input: AttributionInput,
  { minScore }: { readonly minScore: Score } = { minScore: MIN_SCORE },
): AttributionResult {
  const view = viewReport(input)
  return finish(view, draftsOf(view), minScore)
}

/** What the attributions are made from, one for each and in their order when none is left out. For measuring. */
export function findDrafts(input: AttributionInput): readonly Draft[] {
  return draftsOf(viewReport(input))
}

function draftsOf(view: View): readonly Draft[] {
  const signed = [...readHeadlines(view), ...readSigned(view)]
  const laidOut = [...signed, ...apart(view, readTranscripts(view), signed)]
  const linked = linkSpans(withoutThose(view, view.tagged("attribution"), laidOut), view)
  const told = withoutPlaces(view, toDrafts(linked.links))
  const drafts = completeCues(view, joinQuotedAs(view, [...laidOut, ...told]))
  const given = giveQuotations(view, drafts, linked.orphans)
  const joined = joinParagraphs(view, given)
  const bordered = fixBorders(view, findSources(view, joined))
  const outer = findDue(
    view,
    findHearsay(view, findMissed(view, splitAsides(view, splitSecondCues(view, bordered)))),
  )
  return inTextOrder(findSettings(view, tellAhead(view, withInner(view, outer)), view.tagged("setting")))
}

/** `drafts` that begin within none of `taken`: of a headline “Pence: …” above the turns of Pence there is one. */
function apart(view: View, drafts: readonly Draft[], taken: readonly Draft[]): readonly Draft[] {
  const owners = ownersOf(taken, view.tokens.length)
  return drafts.filter(({ content: [{ from }] }) => owners[from] === -1)
}

/** The spans that touch none of `drafts`. */
function withoutThose(
  view: View,
  spans: readonly TaggedSpan[],
  drafts: readonly Draft[],
): readonly TaggedSpan[] {
  const owners = ownersOf(drafts, view.tokens.length)
  return spans.filter(({ range: { from, to } }) => owners.subarray(from, to).every((owner) => owner === -1))
}

/** Statements within the contents: by rule where the tree shows them, else as the network's second level has them. */
function withInner(view: View, outer: readonly Draft[]): readonly Draft[] {
  const byRule = findNested(view, outer)
  return [...outer, ...byRule, ...findNestedByNetwork(view, [...outer, ...byRule])]
}

interface Finished {
  readonly draft: Draft
  readonly kind: AttributionKind
  readonly mode: Mode
  readonly score: Score
}

/** Each draft with its kind, mode and score; what lies inside what is told by `outerOf`. */
function finishEach(
  view: View,
  drafts: readonly Draft[],
  outerOf: readonly (number | null)[],
): readonly Finished[] {
  return drafts.map((draft, number) => {
    const outer = outerOf[number] ?? null
    const mode = modeOf(view, draft.content, outer === null ? null : drafts[outer]!.content)
    const kind = kindOf(view, draft)
    return { draft, kind, mode, score: scoreOf(draft, { kind, mode: mode.mode }) }
  })
}

/** Leaves out what is most likely wrong, with all that lies inside it. */
function withoutUnlikely(
  view: View,
  finished: readonly Finished[],
  outerOf: readonly (number | null)[],
  minScore: Score,
): readonly Finished[] {
  const isKept = (number: number): boolean => {
    const { score, mode, draft } = finished[number]!
    if (saysNothing(view, draft)) return false
    const least = draft.level === "nested" ? MIN_NESTED : draft.source === null ? MIN_SOURCELESS : minScore
    const isPlain = mode.mode === "direct" || draft.signs === null || isDue(view, draft)
    return isPlain || score >= Math.min(minScore, least)
  }
  return finished.filter((_, number) => {
    let at: number | null = number
    for (let steps = finished.length; at !== null && steps > 0; steps--) {
      if (!isKept(at)) return false
      at = outerOf[at] ?? null
    }
    return true
  })
}

/** What a cue says nothing of: words of the cue, and those that its content begins with. */
const WORDLESS: readonly (readonly [cue: RegExp, content: RegExp])[] = [
  // “*declined* to comment”
  [/^(?:declin|refus)/i, /^to (?:comment|respond)\b/i],
  // “a leader who *craved* anonymity”
  [/^(?:crav|request|seek|sought|prefer|demand)/i, /^(?:to (?:remain|stay|be kept) anonymous|anonymity)\b/i],
  // “Ostravia *recalled* its ambassador”: back home, not to mind.
  [
    /^recall/i,
    /^(?:(?:the|its|his|her|their|our|all|\w+['’]s|s?['’]?) )?(?:\w+ )?(?:ambassadors?|envoys?|diplomats?|consuls?|chargé|troops)\b|^(?:its|their)$/i,
  ],
  // “Police *fired* tear gas”; but questions are fired too.
  [
    /^fir(?:e|ed|es|ing)$/i,
    /^(?:(?:a|some|several|more|dozens of|\d+) )?(?:tear ?gas|rubber|live|warning|shots?|rounds?|missiles?|rockets?|at|on|into)\b/i,
  ],
]

/** No words are told of; or “*was* also interested in marine life”: nobody, and no word for saying. */
function saysNothing(view: View, { source, cue, content }: Draft): boolean {
  const last = cue.at(-1)
  if (last !== undefined) {
    const [word, told] = [view.wordOf(last.to - 1), view.textOf(content[0])]
    if (WORDLESS.some(([of, what]) => of.test(word) && what.test(told))) return true
    // “Ostravia *given* until Friday to free crew”: a deadline.
    const next = view.wordOf(Math.min(last.to, view.tokens.length - 1))
    if (/^given$/i.test(view.textOf(last)) && /^until$/i.test(next)) return true
  }
  if (source !== null || isToCome(view, { cue, content })) return false
  const words = cue.flatMap((range) => view.lemmasOf(range)).filter((lemma) => /\p{L}/u.test(lemma))
  return words.length > 0 && words.every((lemma) => lemma === "be" || lemma === "have" || lemma === "do")
}

function finish(view: View, drafts: readonly Draft[], minScore: Score): AttributionResult {
  const firstOuterOf = insideOf(drafts)
  const kept = withoutUnlikely(view, finishEach(view, drafts, firstOuterOf), firstOuterOf, minScore)
  const outerOf = insideOf(kept.map(({ draft }) => draft))
  const sources = kept.flatMap(({ draft: { source } }) => (source === null ? [] : [source]))
  const { mentions, ids } = findMentions(view, sources)
  const idOf = (number: number): AttributionId => `a${number + 1}` as AttributionId
  const attributions = kept.map(({ draft, kind, mode, score }, number): Attribution => {
    const outer = outerOf[number] ?? null
    return {
      id: idOf(number),
      kind,
      mode: mode.mode,
      content: spansOf(view, draft.content)!,
      quoted: mode.quoted.map(view.spanOf),
      cue: spansOf(view, draft.cue),
      speaker: draft.source === null ? null : (ids.get(keyOf(draft.source)) ?? null),
      venue: draft.venue === null ? null : view.spanOf(draft.venue),
      addressee: draft.addressee === null ? null : view.spanOf(draft.addressee),
      inside: outer === null ? null : idOf(outer),
      readBy: draft.readBy,
      score,
    }
  })
  return {
    attributions,
    mentions,
    problems: problemsOf(
      view,
      kept.map(({ draft }) => draft),
    ),
  }
}

function spansOf(view: View, ranges: readonly TokenRange[]): NonEmpty<Span> | null {
  const [first, ...rest] = ranges.map(view.spanOf)
  return first === undefined ? null : [first, ...rest]
}

function problemsOf(view: View, drafts: readonly Draft[]): readonly Problem[] {
  const unknown = drafts
    .filter(({ cue, source }) => cue.length === 0 && source === null)
    .map(({ content }): Problem => {
      const span = view.spanOf(content[0])
      const message = `Nobody was found who says ${shortened(view.textOf(content[0]))}; it is kept without a speaker.`
      return { code: "speaker-not-found", severity: "note", message, span }
    })
  const unclosed = view.quotes.unclosed.map((index): Problem => {
    const span = view.spanOf({ from: index, to: index + 1 })
    const message =
      "A quotation mark is opened and never closed; the quotation was taken to end with its paragraph."
    return { code: "quote-not-closed", severity: "note", message, span }
  })
  return [...unknown, ...unclosed]
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ")
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`
}
