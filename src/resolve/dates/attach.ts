// Which time dates a happening: “police said on *Friday* that he was killed on *Tuesday*” tells two. In: a sentence's
// tree, the word that heads the happening, the resolved times. Out: the time that dates it, or none.
import { bindersOf, isNoun, isRelation, saysTakingPlace, type Tree } from "../../grammar/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { ResolvedTime } from "../../schema/resolution.ts"

const NO_TRIGGERS: ReadonlySet<number> = new Set()

/**
 * The time that dates the happening which `head` names: one that hangs on `head` (“was killed on Tuesday”, “Friday’s
 * attack”), or on the verb whose object, subject or complement it is (“carried out an attack on Friday”). A time that
 * hangs on a verb of saying does not date what is said. Null when none does. `times` are those of the text, in text
 * order, or any part of them; `triggers`: the words that name happenings, as far as they are known.
 */
export function timeFor(
  tree: Tree,
  head: number,
  times: readonly ResolvedTime[],
  triggers: ReadonlySet<number> = NO_TRIGGERS,
): ResolvedTime | null {
  const { from, to } = tree.sentence
  if (from >= to) return null
  const [start, end] = [tree.tokens.start(from), tree.tokens.end(to - 1)]
  const placed = times.flatMap((time) => {
    if (time.span.end <= start || time.span.start >= end) return []
    const range = rangeIn(tree, time)
    if (range === null || (head < range.from && isCompared(tree, range))) return []
    const top = tree.topOf(range)
    return isOfLater(tree, top, head) ? [] : [{ time, range, top }]
  })
  let [best, least]: [ResolvedTime | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const { time, range, top } of placed) {
    // “the 2016 attack” names a time itself; it does not date itself.
    if (head >= range.from && head < range.to) return time
    const cost = isOfAnotherNoun(tree, top, head)
      ? Number.POSITIVE_INFINITY
      : costOf(tree, head, top, triggers)
    if (cost < least) [best, least] = [time, cost]
  }
  return best
}

/** Words between a superlative and “since”: “the deadliest attack in the region since 2011”. */
const MOST_COMPARED = 9

const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only|last|latest|\d+(?:st|nd|rd|th))$/i

/** “the worst attack since 2006”, “their fourth since May”: when the one before was, not this one. */
function isCompared(tree: Tree, { from }: TokenRange): boolean {
  if (tree.at(from).lemma.toLowerCase() !== "since") return false
  for (let word = from - 1; word >= Math.max(tree.sentence.from, from - MOST_COMPARED); word -= 1) {
    const { lemma, xpos, upos } = tree.at(word)
    // “At least five attacks since March” began then; “for people only since 1998” too.
    const isOfNumber = lemma === "least" || (word === from - 1 && lemma === "only")
    if (!isOfNumber && (/^(?:JJS|RBS)$/.test(xpos) || ORDINAL.test(lemma))) return true
    if (upos === "PUNCT") return false
  }
  return false
}

function rangeIn(tree: Tree, { span }: ResolvedTime): TokenRange | null {
  const range = tree.tokens.covering(span)
  return range !== null && tree.has(range.from)
    ? { from: range.from, to: Math.min(range.to, tree.sentence.to) }
    : null
}

/** Relations through which a noun has the time of the word that it hangs on. */
const SHARED_BY_NOUNS = ["obj", "nsubj", "obl", "iobj", "nmod", "compound", "conj", "appos", "amod", "flat"]
/** Relations through which a verb has it: “tried to kill”, “killed and robbed”, “killing five”. */
const SHARED_BY_VERBS = ["xcomp", "conj", "advcl", "acl"]

/** Dearer for each step between the happening and the word that the time hangs on; infinite where they do not meet. */
const COST_UP = 1
const COST_OF_CLAUSE = 2
/** The time hangs on something below the happening: “was killed in the attack on Friday”. */
const COST_DOWN = 1.5
const MOST = 8

function costOf(tree: Tree, head: number, time: number, triggers: ReadonlySet<number>): number {
  const above = ancestorsOf(tree, time)
  let [at, cost]: [number | null, number] = [head, 0]
  for (let steps = 0; at !== null && steps < MOST; steps += 1) {
    const meet = above.indexOf(at)
    if (meet !== -1) return cost + meet * COST_DOWN + crossings(tree, above.slice(0, meet))
    if (hasItsOwnTime(tree, at, triggers)) return Number.POSITIVE_INFINITY
    const relation: string = tree.at(at).relation
    if (isRelation(relation, SHARED_BY_NOUNS)) cost += COST_UP
    else if (isRelation(relation, SHARED_BY_VERBS)) cost += COST_OF_CLAUSE
    else return Number.POSITIVE_INFINITY
    at = tree.headOf(at)
  }
  return Number.POSITIVE_INFINITY
}

/** The words above the time, the nearest first. */
function ancestorsOf(tree: Tree, time: number): readonly number[] {
  const above: number[] = []
  let at = tree.headOf(time)
  while (at !== null && above.length < MOST && !above.includes(at)) {
    above.push(at)
    at = tree.headOf(at)
  }
  return above
}

/**
 * A time inside another clause below the happening is that clause's own: “was arrested after he fled on Friday”. One that only describes
 * a noun, or gives a reason or what came before, has nothing of it to share: “condemned the truce, which was signed in *November*”.
 */
function crossings(tree: Tree, between: readonly number[]): number {
  let cost = 0
  for (const word of between) {
    const { relation } = tree.at(word)
    if (!isRelation(relation, ["ccomp", "advcl", "acl", "conj", "parataxis"])) continue
    // “travelled to the assembly, which took place this week”: when that was, this was.
    const isOther =
      relation === "acl:relcl" ? !saysTakingPlace(tree, word) : hasItsOwnTime(tree, word, NO_TRIGGERS)
    if (isOther) return Number.POSITIVE_INFINITY
    cost += 4
  }
  return cost
}

/** “emigrated before moving to California *in 1939*”: when what came later was is no time of what came before. */
function isOfLater(tree: Tree, time: number, head: number): boolean {
  return ancestorsOf(tree, time).some((word) => {
    if (word === head || !isRelation(tree.at(word).relation, ["advcl"])) return false
    const isBefore = bindersOf(tree, word).some((mark) => tree.at(mark).lemma.toLowerCase() === "before")
    const { from, to } = tree.rangeOf(word)
    return isBefore && !(from <= head && head < to)
  })
}

/** “the *2020* census”, “*yesterday's* march”: a time right before a noun is that noun's, and no other word's. */
function isOfAnotherNoun(tree: Tree, time: number, head: number): boolean {
  const noun = tree.headOf(time)
  if (noun === null || noun === head || time > noun || !isNoun(tree, noun)) return false
  if (!isRelation(tree.at(time).relation, ["compound", "nmod", "amod", "nummod"])) return false
  const isPartOfIt = isRelation(tree.at(head).relation, ["compound", "flat", "amod", "conj"])
  return !(tree.headOf(head) === noun && isPartOfIt)
}

/** What follows them is the reason, the aim, the matter, or came before or after: “jailed for abuse”, “died after he fell”. */
const APART =
  /^(?:for|due|over|after|following|about|against|because|to|before|from|since|despite|without|as|until)$/i
const APART_OF_VERBS = /^(?:for|of|after|before|from|because|if|until|since|although|though|despite|that)$/i

const TOLD_BY_GERUND: ReadonlySet<string> = new Set("deny admit acknowledge recall report mention".split(" "))

/** Whether a word that could share the time of the one above it tells of another time: “overturned the convictions”. */
function hasItsOwnTime(tree: Tree, word: number, triggers: ReadonlySet<number>): boolean {
  const above = tree.headOf(word)
  if (above === null) return false
  const { relation } = tree.at(word)
  const isLedBy = (marks: RegExp): boolean =>
    tree.childrenBy(word, "case", "mark").some((mark) => marks.test(tree.at(mark).lemma))
  // “On Friday he denied ordering it”: he denied it on Friday.
  if (relation === "xcomp" && tree.at(word).xpos === "VBG" && TOLD_BY_GERUND.has(tree.at(above).lemma))
    return true
  if (!isNoun(tree, word))
    return relation === "acl:relcl" || (isRelation(relation, ["advcl", "acl"]) && isLedBy(APART_OF_VERBS))
  if (isRelation(relation, ["obj"])) return triggers.has(above)
  return isRelation(relation, ["obl", "nmod"]) && isLedBy(APART)
}
