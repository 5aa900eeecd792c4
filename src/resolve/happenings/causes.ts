// What a happening is told to come from or with: “the *attack* that killed three”, “*shot* and *killed*”. In: the events of a
// report with their trees. Out: of each the others.
import { bindersOf, isNoun, type Tree } from "../../grammar/index.ts"
import { HARMING_VERBS } from "../../schema/event-types.ts"
import type { EventMention, Reading } from "../../schema/reading.ts"

/** By event the indexes of those that its clause sets before or behind it in time: “shelled a village *after an ambush*”. Linear. */
export function beforeAndAfter(
  events: readonly EventMention[],
  tokens: Reading["tokens"],
  treeAt: (token: number) => Tree | null,
): readonly (readonly number[])[] {
  return eventsAt(events, tokens, ({ head }) => inTimeOf(treeAt(head), head))
}

/** By event the indexes of those that its clause names so. Linear. */
export function causesOfEvents(
  events: readonly EventMention[],
  tokens: Reading["tokens"],
  treeAt: (token: number) => Tree | null,
): readonly (readonly number[])[] {
  return eventsAt(events, tokens, ({ head }) => causesOf(treeAt(head), head))
}

/** By event the indexes of those that stand at the tokens `of` gives for it. */
function eventsAt(
  events: readonly EventMention[],
  tokens: Reading["tokens"],
  of: (event: EventMention) => readonly number[],
): readonly (readonly number[])[] {
  const eventOf = eventsByToken(events, tokens)
  return events.map((event) => of(event).flatMap((token) => eventOf.get(token) ?? []))
}

const IN_TIME: ReadonlySet<string> = new Set(["after", "before", "following", "since", "until"])

function inTimeOf(tree: Tree | null, head: number): readonly number[] {
  if (tree === null) return []
  return tree
    .childrenBy(head, "obl", "advcl", "nmod")
    .filter((child) =>
      bindersOf(tree, child).some((binder) => IN_TIME.has(tree.at(binder).lemma.toLowerCase())),
    )
}

/** “the *attack* that killed three”, “killed in the *attack*”, “died when soldiers *fired*”, “shot *dead*”: words of other events. */
function causesOf(tree: Tree | null, head: number): readonly number[] {
  if (tree === null) return []
  const left = leavingAs(tree, head)
  if (left !== null) return causesOf(tree, left)
  const above = tree.headOf(head)
  // “the attack that killed”, “the attack, killing”
  const described = above !== null && /^(?:acl|advcl)/.test(tree.at(head).relation) ? [above] : []
  // “shot and fatally wounded”; but “burned the villages and killed hundreds”
  const isHarm = (verb: number): boolean => HARMING_VERBS.has(tree.at(verb).lemma)
  const joined = tree
    .childrenBy(head, "conj")
    .filter((verb) => verb - head <= 3 || (isHarm(head) && isHarm(verb)))
  // “shot dead 31 people”, of which the parser makes anything
  const dead = tree.has(head + 1) && tree.at(head + 1).lemma === "dead" ? [head + 1] : []
  return [
    ...described,
    ...joined,
    ...dead,
    ...saidOf(tree, head),
    ...calledSo(tree, head),
    ...tree.childrenBy(head, "nsubj", "csubj", "obl", "advcl", "nmod", "xcomp"),
  ]
}

/**
 * “had *killed* two soldiers near Orsk, an *attack* for which …”, “were *killed*, officials said, in the deadliest *attack* since 2011”: the
 * happening that a noun calls by another name.
 */
function calledSo(tree: Tree, noun: number): readonly number[] {
  const above = tree.headOf(noun)
  if (above === null || !isNoun(tree, noun)) return []
  const { relation } = tree.at(noun)
  if (relation === "appos") {
    const verb = tree.headOf(above)
    return verb === null ? [above] : [above, verb]
  }
  const isMost = tree.childrenBy(noun, "amod").some((child) => tree.at(child).xpos === "JJS")
  return isMost && relation.startsWith("obl") && SAYING.has(tree.at(above).lemma)
    ? tree.childrenBy(above, "ccomp")
    : []
}

/** “an ambush that *left* three soldiers dead”: the verb of which “dead” is what came of it. */
function leavingAs(tree: Tree, state: number): number | null {
  const verb = tree.at(state).relation === "xcomp" ? tree.headOf(state) : null
  return verb !== null && tree.at(state).upos === "ADJ" && tree.at(verb).lemma === "leave" ? verb : null
}

/** “carrying out an air *strike*” is one event by each of its words, “*denied* carrying out” by none of them. */
function eventsByToken(
  events: readonly EventMention[],
  tokens: Reading["tokens"],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const [event, { trigger }] of events.entries()) {
    const range = tokens.covering(trigger)
    for (let token = range?.from ?? 0; token < (range?.to ?? 0); token += 1) found.set(token, event)
  }
  for (const [event, { head }] of events.entries()) found.set(head, event)
  return found
}

const SAYING: ReadonlySet<string> = new Set("say believe allege report claim think".split(" "))
// “a strike that two officials in the capital said killed”
const MOST_BETWEEN_THAT_AND_VERB = 9

/** “the *strike* on the school that witnesses said killed 19”: the noun before “that” and those it hangs on; trees seldom show it. */
function saidOf(tree: Tree, verb: number): readonly number[] {
  const { from } = tree.sentence
  if (verb <= from || !SAYING.has(tree.at(verb - 1).lemma)) return []
  for (let word = verb - 2; word > Math.max(from, verb - MOST_BETWEEN_THAT_AND_VERB); word -= 1) {
    const { lemma, upos } = tree.at(word)
    if (upos === "VERB" || upos === "PUNCT") return []
    if (/^(?:that|which)$/i.test(lemma)) return nounsAt(tree, word - 1)
  }
  return []
}

/** A noun and those that it describes. */
function nounsAt(tree: Tree, noun: number): readonly number[] {
  const nouns: number[] = []
  for (
    let at: number | null = noun;
    at !== null && isNoun(tree, at) && nouns.length < 4;
    at = tree.headOf(at)
  )
    nouns.push(at)
  return nouns
}
