// Statements inside statements as the network's second level sees them. In: the outermost drafts. Out: drafts for the
// spans of that level, linked as those of the first are, each wholly within one outer content.
import { firstIndex } from "../../base/binary-search.ts"
import { isRelation } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { contains, cueTokens, type Draft, frameOf, mergedParts, overlaps, rangesOf } from "./draft.ts"
import { linkSpans, toDrafts } from "./link.ts"
import { withSourceOfTree } from "./sources.ts"
import { hasWords, type View } from "./view.ts"

/** Only what has a cue that is none of `drafts`' cues yet. Linear in the text. */
export function findNestedByNetwork(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const spans = view.tagged("nested")
  if (spans.length === 0) return []
  const { links } = linkSpans(spans, view)
  const isCue = cueTokens(drafts, view.tokens.length)
  const holders = drafts.flatMap(({ content }) => content).sort((one, other) => one.from - other.from)
  return toDrafts(links)
    .map((draft) => withWholeQuotation(view, draft))
    .filter(({ cue }) => cue.every(({ from, to }) => !isCue.subarray(from, to).includes(1)))
    .filter((draft) => isHeld(draft, holders) && !isCutShort(view, draft) && !isOfEarlier(view, draft))
    .map((draft) => ({ ...withSourceOfTree(view, withWholePhrase(view, draft, holders)), level: "nested" }))
}

/** “had shouted [“]Everybody to the left side!””: a mark alone stands for what it opens, where who says it stands without. */
function withWholeQuotation(view: View, draft: Draft): Draft {
  const frame = frameOf(draft)
  const content = draft.content.map((part) => {
    const whole = hasWords(view, part) ? null : (view.quotationOf(part.from)?.range ?? null)
    return whole === null || frame.some((each) => overlaps(each, whole)) ? part : whole
  })
  return { ...draft, content: mergedParts(content, draft.content) }
}

/** “*I have six dead.* I will not speculate”: what another sentence told before is not what this verb tells. */
function isOfEarlier(view: View, { cue, content }: Draft): boolean {
  const sentence = view.sentenceOf(cue[0]!.from)
  return content.every(({ to }) => view.sentenceOf(to - 1) < sentence)
}

/** “it may consider *giving*” of “giving Syria S-300 systems”: a lone verb without what it needs is no content. */
function isCutShort({ tokens }: View, { content }: Draft): boolean {
  const [first, ...others] = content
  if (first === undefined || others.length > 0 || first.to - first.from > 1) return false
  if (tokens.at(first.from).upos !== "VERB") return false
  for (let word = first.to; word < Math.min(tokens.length, first.to + REACH); word += 1) {
    const { head, relation } = tokens.at(word)
    if (head === first.from && /^(?:i?obj|[xc]comp)/.test(relation)) return true
  }
  return false
}

/** “knew of no improper | *payment*”, “regarded the | *matter as closed*”: a content that ends before its noun has all of the phrase. */
function withWholePhrase(view: View, draft: Draft, holders: readonly TokenRange[]): Draft {
  const last = draft.content.at(-1)!
  const tree = view.treeOf(last.to - 1)
  const head = tree.headOf(last.to - 1)
  const leads = isRelation(tree.at(last.to - 1).relation, [
    "det",
    "amod",
    "case",
    "compound",
    "nummod",
    "mark",
    "nmod:poss",
  ])
  if (head === null || head < last.to || !leads) return draft
  const holder = holdersAt(holders, last.from).find((each) => contains(each, last))
  const to = Math.min(tree.rangeOf(head).to, holder?.to ?? last.to)
  const isFree = rangesOf({ ...draft, content: [last] }).every(
    (part) => part === last || part.to <= last.from || part.from >= to,
  )
  if (to <= last.to || !isFree) return draft
  const content = mergedParts([...draft.content.slice(0, -1), { from: last.from, to }], draft.content)
  return { ...draft, content }
}

/** How far behind a verb its object is looked for, in words. */
const REACH = 12

/** Whether one content holds all of the draft but its source, which may stand outside (“he said he believed”). */
function isHeld(draft: Draft, holders: readonly TokenRange[]): boolean {
  const cue = draft.cue[0]
  if (cue === undefined) return false
  const ranges = rangesOf({ ...draft, source: null })
  return holdersAt(holders, cue.from).some((holder) => ranges.every((range) => contains(holder, range)))
}

/** Those that a word may lie in: outer contents hardly overlap, the holder is among the last that begin before it. */
function holdersAt(holders: readonly TokenRange[], word: number): readonly TokenRange[] {
  const end = firstIndex(holders.length, (index) => holders[index]!.from > word)
  return holders.slice(Math.max(0, end - 4), end)
}
