// “He was quoted as saying”: whom a passive gives words to. In: drafts as the network linked them, which takes “was quoted”
// and “saying” for two cues without a speaker. Out: one draft for each, whose source is the subject.
import { agentOf, isPassive, nounPhrase, subjectOf, verbGroup } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, merged, withoutAll } from "./draft.ts"
import { adjacentFrom } from "./quotations.ts"
import { hasWords, type View } from "./view.ts"

/** Words between “quoted” and “as saying”: “was quoted on Monday as saying”. */
const MOST_BETWEEN = 8

interface Quoted {
  /** “was quoted as saying”, or “was quoted” and “as saying”. */
  readonly cue: readonly TokenRange[]
  readonly source: TokenRange
  /** “The minister” and “as saying” of “The minister was quoted by state media as saying”: words of the one who quotes. */
  readonly content: readonly TokenRange[]
}

/** Linear in the words. */
export function joinQuotedAs(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const cueOf = new Int32Array(view.tokens.length).fill(-1)
  drafts.forEach(({ cue }, number) => {
    for (const { from, to } of cue) cueOf.fill(number, from, to)
  })
  const result: (Draft | null)[] = [...drafts]
  for (let index = 0; index < view.tokens.length; index += 1) {
    const quoted = view.wordOf(index).toLowerCase() === "quoted" ? quotedAt(view, index) : null
    if (quoted !== null) joinOne(view, result, cueOf, quoted)
  }
  return result.filter((draft) => draft !== null)
}

/** Null where nobody is quoted so. */
function quotedAt(view: View, verb: number): Quoted | null {
  const tree = view.treeOf(verb)
  const subject = isPassive(tree, verb) ? subjectOf(tree, verb) : null
  if (subject === null || view.isQuoted(verb)) return null
  const { to } = tree.sentence
  for (let as = verb + 1; as < Math.min(to - 1, verb + MOST_BETWEEN); as += 1) {
    if (view.wordOf(as) !== "as" || !/^(?:saying|telling)$/.test(view.wordOf(as + 1))) continue
    const [agent, group] = [agentOf(tree, verb), verbGroup(tree, verb)]
    const [quoted, saying] = [
      { from: adjacentFrom(group, verb), to: verb + 1 },
      { from: as, to: as + 2 },
    ]
    const speaker = nounPhrase(tree, subject)
    // “was quoted as saying by Reuters”: the words are the speaker's.
    return agent === null || agent > as
      ? { cue: merged([quoted, saying]), source: speaker, content: [] }
      : { cue: [quoted], source: nounPhrase(tree, agent), content: [speaker, saying] }
  }
  return null
}

/** The drafts of its cues made one, in the place of the first. */
function joinOne(
  view: View,
  drafts: (Draft | null)[],
  cueOf: Int32Array,
  { cue, source, content: own }: Quoted,
): void {
  const numbers = new Set([...cue, ...own].flatMap(({ from, to }) => [...cueOf.subarray(from, to)]))
  const mine = [...numbers]
    .filter((number) => number !== -1 && drafts[number] !== null)
    .sort((one, other) => one - other)
  const [first] = mine
  if (first === undefined) return
  const [part, ...parts] = merged(
    withoutAll([...own, ...mine.flatMap((number) => drafts[number]!.content)], [source, ...cue]),
  ).filter((each) => hasWords(view, each))
  if (part === undefined) return
  const whole = { ...drafts[first]!, cue, source, content: [part, ...parts] } as const
  for (const number of mine) drafts[number] = null
  drafts[first] = whole
}
