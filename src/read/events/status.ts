// Whether a happening is put forward as having happened, planned, possible, wished for, or not having happened. In: a
// tree and the head word of what names it. Out: its status with the words that decide. Signs are looked for upwards
// from the word: at itself, at the verb or noun it hangs on, and so on; where the governor takes its object for
// given (“condemned the attack”, “after the attack”) the way ends, and what has no sign has happened.
import { isPassive, type Tree } from "../../grammar/index.ts"
import type { ModalityLexicon } from "../../lexicon/index.ts"
import type { Score } from "../../schema/evidence.ts"
import type { EventStatus } from "../../schema/reading.ts"
import { stepAbove } from "./status-governors.ts"
import { isGivenTo, isThereAnyway } from "./status-presupposed.ts"
import { type Sign, type SignKind, signsAt } from "./status-signs.ts"

/** Words above a happening that are asked; nobody nests deeper. */
const MAX_STEPS = 16

/** Words on one word: where more hang, the text is a list or worse, and its tree tells nothing. */
export const MAX_WIDTH = 200

export interface StatusReading {
  readonly status: EventStatus
  readonly score: Score
  /** In a few words, for those who ask: “auxiliary “may””. */
  readonly why: string
  /** The word that decides, and what sort of sign it is; null when nothing speaks against its having happened. */
  readonly sign: Sign | null
}

/**
 * The status of the happening that `head` names, a verb or a noun. With the `year` of the report, what is dated after it
 * is planned. Takes time with the depth of the tree; never throws.
 */
export function statusOf(
  tree: Tree,
  head: number,
  lexicon: ModalityLexicon,
  year: number | null = null,
): StatusReading {
  if (tree.widest > MAX_WIDTH) return { status: "actual", score: UNREADABLE, why: "no sentence", sign: null }
  let found: Sign | null = null
  let at = head
  let isThere = false
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    for (const sign of signsAt(tree, at, { lexicon, year }))
      if (!isThere || sign.effect !== "negated") found = combined(tree, found, sign)
    const step = stepAbove(tree, at, { lexicon, head })
    if (step === null || step.effect === "actual" || isGivenTo(tree, at, step.governor)) break
    // “did not attend the debate”: from here upwards nothing speaks against the debate.
    isThere ||= isThereAnyway(tree, at, step.governor)
    if (step.effect !== "transparent" && !(isThere && step.effect === "negated"))
      found = combined(tree, found, { kind: "governor", effect: step.effect, word: step.governor })
    at = step.governor
  }
  const status = found?.effect ?? "actual"
  return {
    status,
    score: scoreOf(tree, head, found),
    why: found === null ? "nothing speaks against it" : `${found.kind} “${tree.at(found.word).lemma}”`,
    sign: found,
  }
}

/** What the sign `outer` makes of a happening that `inner`, nearer to it, has given its status. */
function combined(tree: Tree, inner: Sign | null, outer: Sign): Sign {
  if (inner === null) return outer
  switch (outer.effect) {
    case "negated":
      return negated(tree, inner, outer)
    case "hypothetical":
      return outer
    case "possible":
      return inner.effect === "hypothetical" ? inner : outer
    case "planned":
      // “plans to prevent it”: it is not to happen, and nobody says it does not.
      if (inner.effect === "negated" && inner.kind === "governor") return { ...inner, effect: "hypothetical" }
      return inner
    case "actual":
      return inner
  }
}

function negated(tree: Tree, inner: Sign, outer: Sign): Sign {
  // “could not agree” did not, “may not agree” is open, “should not agree” is a wish, “may not be tried” is forbidden.
  if (inner.kind === "auxiliary" && inner.effect === "possible") {
    const { lemma } = tree.at(inner.word)
    // “neither country may board”
    const isOfNone = !/^(?:not|n['’]t|never)$/i.test(tree.at(outer.word).lemma)
    const isOpen =
      /^might$/i.test(lemma) || (/^may$/i.test(lemma) && !isPassive(tree, tree.headOf(inner.word) ?? -1))
    return isOpen && !isOfNone ? inner : outer
  }
  // “did not allow the strike”
  const isAllowed =
    inner.kind === "governor" && /^(?:allow|permit|let|enabl|persuad)/.test(tree.at(inner.word).lemma)
  if (inner.effect === "hypothetical") return isAllowed ? outer : inner
  // “has not ruled out sanctions”
  if (inner.kind === "governor" && /^(?:rul|exclud)/.test(tree.at(inner.word).lemma))
    return { ...outer, effect: "possible" }
  // “failed to prevent the attack”
  if (inner.effect === "negated" && inner.kind === "governor") return { ...outer, effect: "actual" }
  // “would not have been destroyed without them”
  if (inner.effect === "negated" && inner.kind === "auxiliary") return { ...outer, effect: "actual" }
  return outer
}

/** Share of mentions with such a sign, or none, whose status is right: of the 3,241 mentions of the corpus's train part. */
const SCORES: Readonly<Record<SignKind, Score>> = {
  auxiliary: 0.58,
  "is-to": 0.88,
  // 1 of 4: too few to tell.
  imperative: 0.25,
  date: 0.85,
  negation: 0.64,
  binder: 0.67,
  modifier: 0.5,
  governor: 0.67,
}
const NO_SIGN = { verb: 0.97, noun: 0.93 } as const
/** Not measured: the corpus has no such sentence. */
const UNREADABLE: Score = 0.5

function scoreOf(tree: Tree, head: number, sign: Sign | null): Score {
  if (sign !== null) return SCORES[sign.kind]
  const { upos } = tree.at(head)
  return upos === "VERB" || upos === "AUX" || upos === "ADJ" ? NO_SIGN.verb : NO_SIGN.noun
}
