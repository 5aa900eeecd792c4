// “accused Moscow of shelling a market, which the Kremlin denied”: what the report adds within a sentence is not in the
// words before it. In: drafts. Out: the same, cut before such a clause, with a statement for it and for what its
// speaker goes on to say (“, saying rebels had staged it”); and cut where somebody else begins to speak.
import { nounPhrase, subjectOf } from "../../grammar/index.ts"
import { cueKind } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { endedAt } from "./borders.ts"
import { contains, type Draft, draftByRule, frameOf } from "./draft.ts"
import { headlinesOf } from "./headline.ts"
import { mayAscribe } from "./missed.ts"
import { cueOf, statementAt, verbStatement } from "./nested.ts"
import type { View } from "./view.ts"

/** Linear in the contents. */
export function splitAsides(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const framed = new Set(drafts.flatMap(frameOf).map(({ from }) => from))
  const headlines = headlinesOf(view)
  return drafts.flatMap((draft) => {
    const [{ from, to }, ...others] = draft.content
    const aside = others.length === 0 ? asideAt(view, from) : null
    const isAside = aside !== null && aside.content.to === to
    // The network found it, and is hardly ever sure of a statement that tells nothing itself.
    return isAside
      ? [{ ...draft, ...BY_RULE }]
      : splitOnce(view, splitBeforeOthers(view, draft, headlines), framed)
  })
}

/** “said 113 officers had been hurt; [opposition parties] put the number at 200”: what somebody else says, `findMissed` finds. */
function splitBeforeOthers(view: View, whole: Draft, headlines: readonly TokenRange[]): Draft {
  const draft = withoutNext(view, whole)
  const last = draft.content.at(-1)!
  const isInHeadline = headlines.some((headline) => contains(headline, last))
  for (let mark = last.from + 1; mark < last.to; mark += 1) {
    const isBeside = isInHeadline && tellsBeside(view, mark)
    if (view.isQuoted(mark) || !(isBeside || othersBegin(view, mark))) continue
    return { ...draft, content: endedAt(view, draft.content, mark) }
  }
  return draft
}

/** “…, according to the army; [the rebels] made no mention of it”: what follows on a speaker behind a semicolon is the report's. */
function withoutNext(view: View, draft: Draft): Draft {
  const { source, cue, content } = draft
  const isAccording = cue[0] !== undefined && /^according$/i.test(view.wordOf(cue[0].from))
  if (!isAccording || source === null || view.wordOf(source.to) !== ";") return draft
  const [first, ...rest] = content.filter((part) => part.to <= source.from || view.isQuoted(part.from))
  return first === undefined ? draft : { ...draft, content: [first, ...rest] }
}

/** “Party vows to fight on *as* rivals circle”: in a headline what goes on beside it is the reporter's. */
function tellsBeside(view: View, mark: number): boolean {
  if (view.wordOf(mark).toLowerCase() !== "as") return false
  const tree = view.treeOf(mark)
  const verb = tree.headOf(mark)
  const subject = verb === null || tree.at(verb).upos !== "VERB" ? null : subjectOf(tree, verb)
  return subject !== null && subject > mark && tree.at(mark).relation === "mark"
}

/** Words behind a comma with which a report sets one speaker's words beside another's. */
const BESIDE = new Set(["after", "while", "but", "although", "though"])

/** “; [parties] put …”, “, after [the army] said …”; who is only “he” or “they” may be told of by the speaker. */
function othersBegin(view: View, mark: number): boolean {
  const word = view.wordOf(mark)
  if (word === ";") return beginsStatement(view, mark + 1)
  if (word !== "," || mark + 2 >= view.tokens.length || !BESIDE.has(view.wordOf(mark + 1).toLowerCase()))
    return false
  return view.tokenAt(mark + 2).upos !== "PRON" && beginsStatement(view, mark + 2)
}

/** Whether the words from there on are a speaker and what that one says. */
function beginsStatement(view: View, from: number): boolean {
  const sentence = view.sentences[view.sentenceOf(from)]
  if (sentence === undefined) return false
  for (let verb = from + 1; verb < Math.min(sentence.to, from + MOST_OF_SPEAKER); verb += 1) {
    if (view.wordOf(verb) === ";" || view.tokenAt(verb).upos !== "VERB") continue
    const found = mayAscribe(view, verb) ? statementAt(view, verb, { from, to: sentence.to }) : null
    if (found?.source?.from === from) return true
  }
  return false
}

/** Words of a speaker and a verb of saying. */
const MOST_OF_SPEAKER = 20

const BY_RULE = { readBy: { reader: "rule", rule: "aside" }, signs: null } as const

function splitOnce(view: View, draft: Draft, framed: ReadonlySet<number>): readonly Draft[] {
  const last = draft.content.at(-1)!
  // Up to the words right behind it, where the network ended the content there itself.
  const end = Math.min(last.to + 2, view.tokens.length)
  for (let which = last.from + 2; which < end; which += 1) {
    const aside = asideAt(view, which)
    // The network has a statement there already, whose words are then not these.
    if (aside === null || framed.has(aside.source.from)) continue
    return [
      { ...draft, content: endedAt(view, draft.content, which - 1) },
      draftByRule("aside", { ...aside, cue: [aside.cue], content: [aside.content] }),
      ...goingOn(view, aside),
    ]
  }
  return [draft]
}

interface Aside {
  readonly verb: number
  readonly cue: TokenRange
  readonly source: TokenRange
  /** What stands for the words before it: “which”, “a claim”. */
  readonly content: TokenRange
}

/** “…, [which] the Kremlin denied”, “…, [a claim] that the Kremlin denied”: outside quotation marks, and with who denies it named. */
function asideAt(view: View, at: number): Aside | null {
  if (view.wordOf(at - 1) !== "," || view.isQuoted(at)) return null
  return whichAt(view, at) ?? claimAt(view, at)
}

function whichAt(view: View, which: number): Aside | null {
  if (view.wordOf(which).toLowerCase() !== "which") return null
  const tree = view.treeOf(which)
  const verb = tree.headOf(which)
  if (verb === null || verb < which || tree.at(which).relation !== "obj" || tree.at(verb).upos !== "VERB")
    return null
  const subject = subjectOf(tree, verb)
  if (subject === null || subject < which || subject > verb) return null
  // “…, which Turkey does not recognize” tells what somebody holds, and nothing that is said.
  if (cueKind(view.lexicon, tree.at(verb).lemma, "verb") !== "says") return null
  return {
    verb,
    cue: cueOf(tree, verb),
    source: nounPhrase(tree, subject),
    content: { from: which, to: which + 1 },
  }
}

/** Nouns that stand for what somebody has said. */
const CLAIMS = new Set(["claim", "allegation", "accusation", "charge", "assertion", "suggestion", "account"])
const DENYING = new Set([
  "deny",
  "reject",
  "dispute",
  "dismiss",
  "refute",
  "rebut",
  "contest",
  "contradict",
  "repudiate",
])

/** “, *a claim* that Moscow denied”, “, *an allegation* the group has rejected” */
function claimAt(view: View, article: number): Aside | null {
  if (!/^an?$/i.test(view.wordOf(article)) || article + 2 >= view.tokens.length) return null
  const noun = article + 1
  if (!CLAIMS.has(view.tokenAt(noun).lemma)) return null
  const tree = view.treeOf(article)
  const first = /^(?:that|which)$/i.test(view.wordOf(noun + 1)) ? noun + 2 : noun + 1
  for (let verb = first + 1; verb < first + MOST_OF_SPEAKER && tree.has(verb); verb += 1) {
    if (view.tokenAt(verb).upos !== "VERB") continue
    const subject = subjectOf(tree, verb)
    if (subject === null || subject < first || subject > verb) return null
    if (!DENYING.has(view.tokenAt(verb).lemma)) return null
    const source = nounPhrase(tree, subject)
    if (source.from !== first) return null
    return { verb, cue: cueOf(tree, verb), source, content: { from: article, to: noun + 1 } }
  }
  return null
}

/** “…, *saying* rebels had staged the attack”, by the same speaker. */
function goingOn(view: View, { verb, source }: Aside): readonly Draft[] {
  const tree = view.treeOf(verb)
  return tree.childrenBy(verb, "advcl", "xcomp").flatMap((child) => {
    if (child < verb || tree.at(child).xpos !== "VBG") return []
    const found = verbStatement(view, tree, child)
    const [first, ...rest] = found?.content ?? []
    if (found === null || first === undefined) return []
    return [draftByRule("aside", { cue: [found.cue], source, content: [first, ...rest] })]
  })
}
