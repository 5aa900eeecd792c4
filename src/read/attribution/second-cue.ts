// “He said it was over and denied that Russia had left”: two cues of one speaker that the network took for one
// statement. In: drafts. Out: the same, cut before a second verb of saying that is coordinated to the cue.
import type { Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { cutContent, endedAt } from "./borders.ts"
import { type Draft, mergedParts } from "./draft.ts"
import { verbStatement } from "./nested.ts"
import type { View } from "./view.ts"

/** Linear in the contents, times the depth of the trees. */
export function splitSecondCues(view: View, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft) => splitOnce(view, draft))
}

function splitOnce(view: View, draft: Draft): readonly Draft[] {
  const last = draft.content.at(-1)!
  const cue = draft.cue.at(-1)
  if (cue === undefined || cue.to > last.from || view.isQuoted(last.from)) return [draft]
  const sentence = view.sentences[view.sentenceOf(cue.from)]
  if (sentence === undefined) return [draft]
  const tree = view.treeOf(cue.from)
  for (let verb = last.from + 1; verb < Math.min(last.to, sentence.to); verb++) {
    if (view.isQuoted(verb) || !isCoordinated(tree, verb, cue)) continue
    const found = verbStatement(view, tree, verb)
    if (found === null) continue
    const conjunction = tree.childrenBy(verb, "cc")[0] ?? found.cue.from
    const first = { from: last.from, to: Math.min(conjunction, found.cue.from) }
    const second = found.content
      .map(({ from, to }) => ({ from: Math.max(from, found.cue.to), to: Math.min(to, last.to) }))
      .filter(({ from, to }) => from < to)
    if (first.from >= first.to || second.length === 0) continue
    return [
      { ...draft, content: endedAt(view, draft.content, first.to) },
      {
        ...draft,
        cue: [found.cue],
        content: cutContent(view, mergedParts(second, draft.content), second),
        readBy: { reader: "rule", rule: "second-cue" },
      },
    ]
  }
  return [draft]
}

/**
 * Whether `verb` has no subject of its own and is coordinated, over others or not, to a word of the cue. “confirmed that
 * jets had been in action but denied hitting it”: the parser hangs it on what was confirmed; tense tells them apart.
 */
export function isCoordinated(tree: Tree, verb: number, cue: TokenRange): boolean {
  if (tree.at(verb).upos !== "VERB" || tree.childrenBy(verb, "nsubj", "csubj", "expl").length > 0)
    return false
  const isOfCue = (word: number | null): boolean => word !== null && word >= cue.from && word < cue.to
  let at: number | null = verb
  for (let steps = 8; at !== null && steps > 0; steps--) {
    const { relation, xpos } = tree.at(at)
    const above = tree.headOf(at)
    if (relation === "ccomp" && at !== verb && above !== null && isOfCue(above))
      return xpos !== tree.at(verb).xpos && tree.at(above).xpos === tree.at(verb).xpos
    if (relation !== "conj") return false
    at = above
    if (isOfCue(at)) return true
  }
  return false
}
