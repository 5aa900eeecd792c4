// What lies ahead and nobody says: “Divers *are* to enter the hull”, “the crew *was due* to land”. The subject belongs to
// what is told. In: drafts. Out: the same with these statements as the guideline has them.
import { isRelation, nounPhrase, subjectOf, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { cutContent } from "./borders.ts"
import {
  contains,
  type Draft,
  draftByRule,
  mergedParts,
  overlaps,
  ownersOf,
  rangeAt,
  withSourceTold,
} from "./draft.ts"
import type { View } from "./view.ts"

const AHEAD =
  /^(?:is|are|was|were|(?:has|have|had) been)(?: (?:also|still|now|not))?(?: (?:due|set|scheduled|slated))?$/i

/** Whether the cue is “is”, “was due” or the like and its content an infinitive right behind. */
export function isToCome(view: View, { cue, content }: Pick<Draft, "cue" | "content">): boolean {
  const [only, another] = cue
  if (only === undefined || another !== undefined) return false
  const behind = content.find(({ from }) => from >= only.to)
  return behind !== undefined && isTo(view, behind.from) && AHEAD.test(view.textOf(only))
}

/** “is due to”: plain enough to count whatever the network's score. */
export function isDue(view: View, draft: Draft): boolean {
  const [cue] = draft.cue
  return cue !== undefined && view.wordOf(cue.to - 1).toLowerCase() === "due" && isToCome(view, draft)
}

/** All statements about what lies ahead with their subject told and “be due” for their cue. Linear in the drafts. */
export function tellAhead(view: View, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => withSubjectTold(view, withoutVerb(view, draft)))
}

function withSubjectTold(view: View, draft: Draft): Draft {
  const [cue] = draft.cue
  if (cue === undefined || !isToCome(view, draft)) return draft
  if (draft.source === null) {
    const content = mergedParts([...subjectBefore(view, cue), ...draft.content], draft.content)
    return { ...draft, content }
  }
  return draft.source.to <= cue.from ? { ...withSourceTold(draft), kind: "intends" } : draft
}

/** “A panel *is due* [to decide on seven]”, where the network has “is due to decide” for the cue. */
function withoutVerb(view: View, draft: Draft): Draft {
  const [only, another] = draft.cue
  if (only === undefined || another !== undefined) return draft
  for (let to = only.from + 1; to < Math.min(only.to, only.from + MOST_OF_CUE); to += 1) {
    const cue = { from: only.from, to }
    if (!isTo(view, to) || !AHEAD.test(view.textOf(cue))) continue
    const content = mergedParts([{ from: to, to: only.to }, ...draft.content], draft.content)
    return { ...draft, cue: [cue], content }
  }
  return draft
}

/** Words of “has been still scheduled to” at most. */
const MOST_OF_CUE = 6

/** Adds what the network left out: “Parliament *is due* to vote next week”. Linear in the text. */
export function findDue(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const owners = ownersOf(drafts, view.tokens.length)
  const added: Draft[] = []
  for (let index = 1; index < view.tokens.length - 1; index += 1) {
    if (view.wordOf(index).toLowerCase() !== "due" || !isTo(view, index + 1)) continue
    const cue = cueAt(view, index)
    const owner = drafts[owners[index]!]
    const isCue = rangeAt(owner?.cue ?? [], index) !== undefined
    const draft = cue === null || isCue ? null : dueAt(view, cue, owner)
    if (draft !== null) added.push(draft)
  }
  return added.length === 0 ? drafts : [...drafts, ...added]
}

/** “is still due”: the longest cue that ends with `due`; null when no form of “be” leads it. */
function cueAt(view: View, due: number): TokenRange | null {
  const start = view.sentences[view.sentenceOf(due)]?.from ?? due
  for (let from = Math.max(start, due - MOST_BEFORE_DUE); from < due; from += 1) {
    const range = { from, to: due + 1 }
    if (AHEAD.test(view.textOf(range))) return range
  }
  return null
}

/** “has been still” */
const MOST_BEFORE_DUE = 3

function dueAt(view: View, cue: TokenRange, around: Draft | undefined): Draft | null {
  const tree = view.treeOf(cue.from)
  const [due, verb] = [cue.to - 1, verbBehind(tree, cue.to)]
  if (verb === null) return null
  // “due to vote *next week*”: hangs on “due” by the parser's mood.
  const times = tree.childrenBy(due, "obl", "advmod").filter((word) => word > verb)
  // Inside somebody's words it goes no further than those do.
  const part = rangeAt(around?.content ?? [], cue.from)
  const end = Math.max(...[verb, ...times].map((word) => tree.rangeOf(word).to))
  const to = Math.min(end, part?.to ?? view.tokens.length)
  if (to <= verb) return null
  const infinitive = { from: cue.to, to }
  const subject = subjectBefore(view, cue).filter((phrase) => part === undefined || contains(part, phrase))
  return draftByRule("due", {
    cue: [cue],
    source: null,
    content: cutContent(view, [infinitive], [...subject, infinitive]),
    kind: "intends",
    level: part === undefined ? "outer" : "nested",
  })
}

/** The verb of an infinitive whose “to” stands at `to`; of “due to rain” none. */
function verbBehind(tree: Tree, to: number): number | null {
  for (let verb = to + 1; verb <= to + 2 && tree.has(verb); verb += 1) {
    const { xpos, relation, upos } = tree.at(verb)
    if (xpos === "VB" || isRelation(relation, ["xcomp"])) return verb
    if (upos !== "ADV") return null
  }
  return null
}

/** The subject in front of the cue, which the parser hangs on “due” or on the infinitive; none of “who” and “which”. */
function subjectBefore(view: View, cue: TokenRange): readonly TokenRange[] {
  const tree = view.treeOf(cue.from)
  const verb = tree.has(cue.to) ? tree.headOf(cue.to) : null
  for (const head of [tree.topOf(cue), cue.to - 1, verb]) {
    const subject = head === null ? null : subjectOf(tree, head)
    if (subject === null || subject >= cue.from) continue
    const phrase = nounPhrase(tree, subject)
    return overlaps(phrase, cue) || tree.at(subject).xpos.startsWith("W") ? [] : [phrase]
  }
  return []
}

function isTo(view: View, index: number): boolean {
  return view.wordOf(index).toLowerCase() === "to"
}
