// Cues of two verbs, of which the network takes the first alone: “Video *appears to show* officers”, whose source is what
// seems to show something, “She *declined to say* whether”, “She *was forced to concede* that”. In: drafts as the network
// linked them. Out: the same with the whole cue.
import { isPassive, nounPhrase, subjectOf, type Tree } from "../../grammar/index.ts"
import { cueSenses } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import { type Draft, mergedParts, ownersOf, withoutAll } from "./draft.ts"
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

const DECLINING = new Set(["decline", "refuse"])
const FORCING = new Set(["force", "oblige", "compel"])

/** “She *was forced* to concede that …”: who is made to say something says it. */
export function isForced(tree: Tree, verb: number): boolean {
  return FORCING.has(tree.at(verb).lemma.toLowerCase()) && isPassive(tree, verb)
}

/** “She declined [to say] whether …”: she did not say it. “She was forced [to concede] that …”: she did. */
function completeLeading(view: View, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => {
    const cue = draft.cue.at(-1)
    if (cue === undefined) return draft
    const tree = view.treeOf(cue.from)
    const head = tree.topOf(cue)
    const forced = isForced(tree, head)
    if (head !== cue.to - 1 || !(forced || DECLINING.has(tree.at(head).lemma.toLowerCase()))) return draft
    const tells = (verb: number): boolean =>
      verb === cue.to + 1 &&
      tree.childrenBy(verb, "ccomp", "obj").length > 0 &&
      cueSenses(view.lexicon, tree.at(verb).lemma, "verb").some(({ kind }) => kind === "says")
    const verb = tree.childrenBy(head, "xcomp").find(tells)
    if (verb === undefined) return draft
    const whole = { from: cue.from, to: verb + 1 }
    const rest = withoutAll(draft.content, [whole])
    if (rest.length === 0) return draft
    const subject = forced ? subjectOf(tree, head) : null
    const source = draft.source ?? (subject === null ? null : nounPhrase(tree, subject))
    const content = mergedParts(rest, draft.content)
    return { ...draft, source, cue: [...draft.cue.slice(0, -1), whole], content }
  })
}

/** Linear in the drafts. */
export function completeCues(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const whole = drafts.map((draft) => withWholeTeller(view, withNeither(view, draft)))
  const leading = completeLeading(view, completeSeeming(view, whole))
  return completeRelative(view, completeLeftOpen(view, leading))
}

/** “According to the spokesman, [Jan Berg,] no one was hurt”, “an official, [who asked not to be named,]”: what is said of who tells it is none of the words. */
function withWholeTeller(view: View, draft: Draft): Draft {
  const {
    source,
    cue: [cue],
    content,
  } = draft
  const isAccording = cue !== undefined && /^according to$/i.test(view.textOf(cue))
  if (!isAccording || source === null || source.from < cue.to || source.to >= view.tokens.length) return draft
  const comma = view.wordOf(source.to) === "," ? source.to : source.to - 1
  const first = comma + 1
  const { to: end } = view.treeOf(source.from).sentence
  if (view.wordOf(comma) !== "," || content[0].from > first || content[0].to <= first) return draft
  let close = first
  while (close < end && view.wordOf(close) !== ",") close += 1
  if (close >= end - 1) return draft
  const isClause = /^(?:who|whose)$/i.test(view.wordOf(first))
  if (!isClause && !(isName(view, { from: first, to: close }) && hasSubjectBehind(view, content[0], close)))
    return draft
  const rest = withoutAll(content, [{ from: content[0].from, to: close + 1 }])
  if (rest.length === 0) return draft
  return { ...draft, source: { from: source.from, to: close }, content: mergedParts(rest, content) }
}

function isName({ tokens }: View, { from, to }: TokenRange): boolean {
  const words = Array.from({ length: to - from }, (_, offset) => tokens.at(from + offset))
  return words.length > 0 && words.length <= 4 && words.every(({ upos }) => upos === "PROPN")
}

/** Not “Jan Berg, the driver, was killed”, which tells of him; trees give “Jan Berg, no one was hurt” two subjects. */
function hasSubjectBehind(view: View, content: TokenRange, comma: number): boolean {
  const tree = view.treeOf(content.from)
  const top = tree.topOf({ from: comma + 1, to: Math.min(content.to, tree.sentence.to) })
  return tree.childrenBy(top, "nsubj", "nsubj:pass").some((subject) => subject > comma)
}

/** In small letters; "" where the text has no such word. */
function wordAt(view: View, index: number): string {
  return index >= 0 && index < view.tokens.length ? view.wordOf(index).toLowerCase() : ""
}

/** “He *neither confirmed nor denied* it”, “would *neither confirm nor deny* it”: who neither does nor denies a thing must not be shown as denying it. */
function withNeither(view: View, draft: Draft): Draft {
  const [cue, another] = draft.cue
  if (cue === undefined || another !== undefined) return draft
  // “neither”, one verb, “nor”, another
  const nor = [cue.from - 1, cue.to].find(
    (index) => wordAt(view, index) === "nor" && wordAt(view, index - 2) === "neither",
  )
  if (nor === undefined) return draft
  const isHelped = /^(?:MD|VB[DPZ]?)$/.test(view.tokens.at(Math.max(0, nor - 3)).xpos)
  const whole = { from: isHelped ? nor - 3 : nor - 2, to: Math.max(cue.to, nor + 2) }
  const content = withoutAll(draft.content, [whole])
  const source = draft.source === null || draft.source.to <= whole.from ? draft.source : null
  return content.length === 0
    ? draft
    : { ...draft, source, cue: [whole], content: mergedParts(content, draft.content) }
}

/** “refused to confirm [or deny] the strike”, “declined [to confirm or deny] that …”: the verbs are the cue's, and none has another statement. */
function completeLeftOpen(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const ends = new Set<number>()
  const whole = drafts.map((draft) => {
    const cue = draft.cue.at(-1)
    const to = cue === undefined ? null : endOfLeftOpen(view, cue.to)
    if (cue === undefined || to === null) return draft
    const content = withoutAll(draft.content, [{ from: cue.from, to }])
    if (content.length === 0) return draft
    ends.add(to)
    const own = { from: cue.from, to }
    return { ...draft, cue: [...draft.cue.slice(0, -1), own], content: mergedParts(content, draft.content) }
  })
  const isSecond = ({ cue: [cue] }: Draft): boolean =>
    cue !== undefined && cue.to - cue.from === 1 && ends.has(cue.to)
  return ends.size === 0 ? whole : whole.filter((draft) => !isSecond(draft))
}

/** Behind the words “confirm or deny” that go on at `from`, or just before it; null where they do not. */
function endOfLeftOpen(view: View, from: number): number | null {
  const confirm = [from - 1, from, from + 1].find((index) => /^confirm(?:ed)?$/.test(wordAt(view, index)))
  if (confirm === undefined || (confirm > from && wordAt(view, from) !== "to")) return null
  return wordAt(view, confirm + 1) === "or" && /^den(?:y|ied)$/.test(wordAt(view, confirm + 2))
    ? confirm + 3
    : null
}

/** “…, [a charge] that Oslo rejected”: what “that” stands for is what is rejected, where nobody else says it. */
function completeRelative(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const owners = ownersOf(drafts, view.tokens.length)
  return drafts.map((draft, number) => {
    const cue = draft.cue.at(-1)
    if (cue === undefined || draft.source === null) return draft
    const tree = view.treeOf(cue.from)
    const verb = tree.topOf(cue)
    const noun = tree.at(verb).relation.startsWith("acl:relcl") ? tree.headOf(verb) : null
    const stands = tree
      .childrenBy(verb, "obj")
      .find((word) => word > (noun ?? word) && /^(?:that|which)$/i.test(view.wordOf(word)))
    if (noun === null || stands === undefined || tree.at(noun).upos !== "NOUN") return draft
    const { from } = nounPhrase(tree, noun)
    const to = view.wordOf(stands - 1) === "," ? stands - 1 : stands
    const isFree = owners.subarray(from, to).every((owner) => owner === -1 || owner === number)
    if (!isFree || to <= noun) return draft
    return { ...draft, content: mergedParts([{ from, to }, ...draft.content], draft.content) }
  })
}

function completeSeeming(view: View, drafts: readonly Draft[]): readonly Draft[] {
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
    const rest = withoutAll(draft.content, [whole, source])
    const content = mergedParts(rest, draft.content)
    return rest.length === 0 ? draft : { ...draft, cue: [whole], source, content }
  })
}
