// “reportedly”, “allegedly”: statements that somebody made, the text does not say who. In: drafts. Out: the same
// with the adverb as the cue of a statement of its own around the clause that it stands in.
import { clauseHeadOf, isNominal, type Tree } from "../../grammar/index.ts"
import { cueSenses } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { cutContent } from "./borders.ts"
import {
  type Draft,
  draftByRule,
  mergedParts,
  ownersOf,
  rangeAt,
  rangesOf,
  without,
  withSourceTold,
} from "./draft.ts"
import { sensesOf } from "./kind.ts"
import { hasLetters, hasWords, type View } from "./view.ts"

/** Linear in the text. */
export function findHearsay(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const result = [...drafts]
  const owners = ownersOf(drafts, view.tokens.length)
  for (let index = 0; index < view.tokens.length; index++) {
    if (!isHearsayAdverb(view, index)) continue
    const adverb = { from: index, to: index + 1 }
    const owner = owners[index]!
    const draft = owner === -1 ? undefined : result[owner]
    const holder = rangeAt(draft?.cue ?? [], index)
    if (draft !== undefined && holder !== undefined) {
      const others = draft.cue
        .flatMap((part) => without(part, adverb))
        .filter((part) => hasLetters(view, part))
      if (others.length === 0) takeSpeaker(view, result, owner, adverb)
      else if (sensesOf(view, others).length === 0) {
        // “he allegedly brandished a pistol”: without the adverb nobody says anything.
        const told = mergedParts([...others, ...draft.content], draft.content)
        result[owner] = withSourceTold({ ...draft, cue: [adverb], content: told })
      } else {
        // “X reportedly said that …”: the adverb is the outer statement, “said” lies inside it.
        result[owner] = { ...draft, cue: others }
        const around = aroundStatement(view, draft, adverb)
        if (around !== null) result.push(around)
      }
      continue
    }
    const added = aroundClause(view, adverb, draft)
    if (added !== null) result.push(added)
  }
  return result
}

/** “[The minister] reportedly [said] that …”, which the network parts at the adverb: who stands before it says it, and the adverb is around both. */
function takeSpeaker(view: View, drafts: Draft[], own: number, adverb: TokenRange): void {
  const draft = withSourceTold(drafts[own]!)
  const [speaker, ...rest] = draft.content
  const said = drafts.findIndex(({ cue: [cue], source }) => cue?.from === adverb.to && source === null)
  const isSpeaker = rest.length === 0 && speaker.to === adverb.from && isNounPhrase(view, speaker)
  drafts[own] = draft
  if (said === -1 || !isSpeaker) return
  const { cue, content, kind } = drafts[said]!
  const inner = draftByRule("said-within-hearsay", { cue, source: speaker, content, kind })
  const parts = rangesOf(inner)
  const whole = { from: speaker.from, to: Math.max(...parts.map(({ to }) => to)) }
  drafts[said] = inner
  drafts[own] = { ...draft, content: cutContent(view, [whole], toldBeside(view, whole, adverb)) }
}

function isNounPhrase(view: View, range: TokenRange): boolean {
  const tree = view.treeOf(range.from)
  return isNominal(tree, tree.topOf(range))
}

function isHearsayAdverb(view: View, index: number): boolean {
  const word = view.wordOf(index).toLowerCase()
  return word.endsWith("ly") && cueSenses(view.lexicon, word, "adverb").length > 0
}

function aroundStatement(view: View, draft: Draft, adverb: TokenRange): Draft | null {
  const parts = rangesOf(draft)
  const from = Math.min(...parts.map((part) => part.from))
  const to = Math.max(...parts.map((part) => part.to))
  const told = toldBeside(view, { from, to }, adverb)
  if (told.length === 0) return null
  return draftByRule("hearsay-around-statement", {
    cue: [adverb],
    source: null,
    content: cutContent(view, [{ from, to }], told),
  })
}

/** What stands in `range` beside the adverb; a lone mark is nothing told. */
function toldBeside(view: View, range: TokenRange, adverb: TokenRange): readonly TokenRange[] {
  return without(range, adverb).filter((part) => hasWords(view, part))
}

// “an attack that reportedly took place on April 7”
function aroundClause(view: View, adverb: TokenRange, within: Draft | undefined): Draft | null {
  const tree = view.treeOf(adverb.from)
  const head = tree.headOf(adverb.from)
  if (head === null || !canBeTold(tree, head)) return null
  const clause = tree.rangeOf(head)
  // Inside somebody's words it goes no further than those do.
  const part = rangeAt(within?.content ?? [], adverb.from)
  const range =
    part === undefined ? clause : { from: Math.max(clause.from, part.from), to: Math.min(clause.to, part.to) }
  const told = toldBeside(view, range, adverb)
  if (told.length === 0) return null
  return draftByRule("hearsay", {
    cue: [adverb],
    source: null,
    content: cutContent(view, [range], told),
    level: within === undefined ? "outer" : "nested",
  })
}

/**
 * “allegedly stole the cars” and “died, allegedly due to an illness” are told by somebody; “the allegedly stolen
 * cars” and “reportedly 1,000 cars” are no statements.
 */
function canBeTold(tree: Tree, head: number): boolean {
  const { upos, relation } = tree.at(head)
  if (relation === "amod" || relation === "advmod" || upos === "NUM") return false
  if (upos === "VERB" || upos === "AUX" || clauseHeadOf(tree, head) === head) return true
  return relation.startsWith("obl") && tree.rangeOf(head).to - tree.rangeOf(head).from > 2
}
