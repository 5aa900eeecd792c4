// Statements that the tree shows plainly and the network left out: “The fire service indicated an investigation was
// underway”. In: the outermost drafts. Out: the same with these; only clauses that are nobody's words yet.
import { cueKind, cueSenses } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { contentBorders } from "./borders.ts"
import { contains, type Draft, frameOf, mergedParts, ownersOf, rangeAt, rangesOf } from "./draft.ts"
import { GIVING_NUMBERS, statementAt } from "./nested.ts"
import type { View } from "./view.ts"

/** Linear in the text. */
export function findMissed(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const owners = ownersOf(drafts, view.tokens.length)
  const result = [...drafts]
  for (const sentence of view.sentences) {
    for (let index = sentence.from; index < sentence.to; index++) {
      if (owners[index] !== -1 || view.isQuoted(index) || !mayAscribe(view, index)) continue
      const found = statementAt(view, index, sentence)
      const draft = found === null ? null : withMarks(view, found)
      if (draft === null || !isNew(drafts, owners, draft)) continue
      for (const { from, to } of rangesOf(draft)) owners.fill(result.length, from, to)
      result.push(draft)
    }
  }
  return result
}

/**
 * “According to”, verbs of saying and asking with a clause of their own (with beliefs, plans and infinitives the tree is
 * wrong more often than right), and denials of what was said before: “disputed the account”.
 */
export function mayAscribe(view: View, index: number): boolean {
  if (view.wordOf(index).toLowerCase() === "according") return true
  const { upos, lemma } = view.tokenAt(index)
  if (upos === "VERB" && GIVING_NUMBERS.has(lemma.toLowerCase())) return true
  const kind = upos === "VERB" ? cueKind(view.lexicon, lemma, "verb") : null
  const isSaying = kind === "says" || kind === "asks"
  if (!isSaying) return false
  return view.treeOf(index).childrenBy(index, "ccomp").length > 0 || deniesWhatWasSaid(view, index)
}

const DENIALS = new Set(["deny", "dispute", "refute", "rebut"])

function deniesWhatWasSaid(view: View, verb: number): boolean {
  const tree = view.treeOf(verb)
  const [object] = tree.childrenBy(verb, "obj")
  if (object === undefined || !DENIALS.has(tree.at(verb).lemma.toLowerCase())) return false
  const { upos, lemma } = tree.at(object)
  return upos === "PRON" || cueSenses(view.lexicon, lemma, "noun").length > 0 || lemma === "account"
}

/** The content with the quotation marks around it. */
function withMarks(view: View, draft: Draft): Draft {
  const frame = frameOf(draft)
  const isFree = (index: number): boolean => rangeAt(frame, index) === undefined
  const parts = draft.content.map((part) => contentBorders(view, part, isFree))
  return { ...draft, content: mergedParts(parts, draft.content) }
}

/** Its frame is nobody's yet, and whatever was found within its content lies there whole: “He said she hopes to win”. */
function isNew(drafts: readonly Draft[], owners: Int32Array, found: Draft): boolean {
  const isFree = ({ from, to }: TokenRange): boolean =>
    owners.subarray(from, to).every((owner) => owner === -1)
  // “disputed the account, saying …”: one speaker, two statements.
  const isSpeaker = (range: TokenRange): boolean => {
    const source = drafts[owners[range.from] ?? -1]?.source ?? null
    return range === found.source && source !== null && contains(source, range)
  }
  if (!frameOf(found).every((range) => isFree(range) || isSpeaker(range))) return false
  const inner = new Set(found.content.flatMap(({ from, to }) => [...owners.subarray(from, to)]))
  inner.delete(-1)
  return [...inner].every((number) => {
    const draft = drafts[number]
    return (
      draft !== undefined &&
      rangesOf(draft).every((range) => found.content.some((part) => contains(part, range)))
    )
  })
}
