// “Video appears to show officers”: what seems to show something is the source of what is seen there. In: drafts as the
// network linked them, which takes “appears” for a cue that nobody stands behind. Out: those with the whole cue and its source.
import { nounPhrase, subjectOf, type Tree } from "../../grammar/index.ts"
import { cueSenses } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, mergedParts, without } from "./draft.ts"
import type { View } from "./view.ts"

const SEEMING = new Set(["seem", "appear", "look", "sound"])

/** “It seems”, “he appeared”: a verb that tells how something looks. */
export function seems(tree: Tree, verb: number): boolean {
  return SEEMING.has(tree.at(verb).lemma.toLowerCase())
}

/** “show” of “appears to show”; null where what seems is another thing: “seems to admit”. */
export function shownBy(view: View, tree: Tree, seeming: number): number | null {
  const shows = (verb: number): boolean =>
    cueSenses(view.lexicon, tree.at(verb).lemma, "verb").some(({ kind }) => kind === "shows")
  return tree.childrenBy(seeming, "xcomp").find(shows) ?? null
}

/** Linear in the drafts. */
export function completeSeeming(view: View, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => {
    const cue = draft.cue.at(-1)
    if (cue === undefined || draft.cue.length > 1) return draft
    const tree = view.treeOf(cue.from)
    const head = tree.topOf(cue)
    const seeming = seems(tree, head) ? head : tree.headOf(head)
    if (seeming === null || !seems(tree, seeming)) return draft
    const [verb, subject] = [shownBy(view, tree, seeming), subjectOf(tree, seeming)]
    if (verb === null || subject === null || verb < seeming || tree.at(subject).upos === "PRON") return draft
    const whole = { from: Math.min(cue.from, seeming), to: verb + 1 }
    const source = nounPhrase(tree, subject)
    const rest = draft.content.flatMap((part) => lessAll(part, [whole, source]))
    const content = mergedParts(rest, draft.content)
    return rest.length === 0 ? draft : { ...draft, cue: [whole], source, content }
  })
}

function lessAll(range: TokenRange, holes: readonly TokenRange[]): readonly TokenRange[] {
  return holes.reduce<readonly TokenRange[]>(
    (parts, hole) => parts.flatMap((part) => without(part, hole)),
    [range],
  )
}
