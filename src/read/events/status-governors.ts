// What governs a happening and what that does to it: “plans to strike”, “prevented the strike”, “demands that he resign”.
// In: a tree and a word of it. Out: the step to the word above, with the status that it gives, or none where the
// happening stands by itself.
import {
  bindersOf,
  continuesClause,
  infinitiveMarkOf,
  isDefinite,
  isFiniteVerb,
  isLedBy,
  isPassive,
  isPerfect,
  isRelation,
  isToOf,
  modalOf,
  type Tree,
} from "../../grammar/index.ts"
import {
  hedgeSense,
  type ModalEffect,
  type ModalityLexicon,
  type ModalPos,
  modalEffect,
} from "../../lexicon/index.ts"

/** To the word above, and what that does to the happening. */
export interface Step {
  readonly governor: number
  readonly effect: ModalEffect
}

/**
 * From `index` to the word it hangs on, and what that does to the happening that `head` names; null where the happening
 * stands by itself.
 */
export function stepAbove(
  tree: Tree,
  index: number,
  { lexicon, head }: { readonly lexicon: ModalityLexicon; readonly head: number },
): Step | null {
  const governor = tree.headOf(index)
  if (governor === null) return null
  const effect = (slots: readonly string[]): ModalEffect | null => {
    const found = effectOf(tree, governor, lexicon, slots)
    // “rejected the accusation”: it was made.
    return found === "negated" && index === head && isAllegation(tree, head, lexicon) ? null : found
  }
  const { relation } = tree.at(index)
  const step = (value: ModalEffect | null): Step | null =>
    value === null ? null : { governor, effect: value }
  // “is scheduled to dock and return”: what is coordinated shares what governs the first.
  if (relation === "conj") return sharesGovernor(tree, index) ? step("transparent") : null
  if (isRelation(relation, ["xcomp", "ccomp", "csubj", "acl", "advcl"]))
    return step(overClause(tree, index, governor, effect))
  if (relation === "obj") {
    const own = index === head ? ownEffect(tree, governor, index, lexicon) : null
    const told = includedIn(tree, governor, lexicon) ?? own
    return step(told ?? effect([...prepositionsOf(tree, index), "object"]))
  }
  if (isRelation(relation, ["nsubj"])) {
    // “the strike *was intended to* kill civilians”: the strike was, and what it was for is told of it.
    if (isMeantFor(tree, governor) && isDefinite(tree, index)) return null
    const known = effect([suffers(tree, governor) ? "object" : "subject"])
    // “The break will allow him to …”: what is yet to have its effect is mostly yet to come.
    return step(known ?? (isOfFuture(tree, governor) ? "transparent" : null))
  }
  if (isRelation(relation, ["obl", "nmod"])) {
    const prepositions = prepositionsOf(tree, index)
    return step(effect(prepositions.length === 0 ? ["modifier"] : prepositions))
  }
  return relation === "compound" ? step(effect(["modifier"])) : null
}

/** “was *meant* to kill” */
function isMeantFor(tree: Tree, verb: number): boolean {
  const isMeant = /^(?:intend|aim|mean|design)$/.test(tree.at(verb).lemma)
  return isMeant && tree.childrenBy(verb, "xcomp").length > 0
}

function isAllegation(tree: Tree, word: number, lexicon: ModalityLexicon): boolean {
  const { lemma, upos } = tree.at(word)
  return upos === "NOUN" && hedgeSense(lexicon, lemma, "noun")?.stance === "hands-on"
}

/** What the governor of a clause does to it. */
function overClause(
  tree: Tree,
  index: number,
  governor: number,
  effect: (slots: readonly string[]) => ModalEffect | null,
): ModalEffect | null {
  const { relation } = tree.at(index)
  if (relation === "acl:relcl" || relation === "advcl:relcl" || hasRelativeSubject(tree, index)) return null
  // “projected to have won”, “accused of having killed”: it is of the past, whatever the governor looks to.
  if (continuesClause(tree, index) || (infinitiveMarkOf(tree, index) !== null && isPerfect(tree, index)))
    return "transparent"
  // “is going to open”, but “went on to open”, “goes to fight”
  if (tree.at(governor).lemma === "go" && tree.at(governor).xpos !== "VBG") return "transparent"
  const isInfinitive = infinitiveMarkOf(tree, index) !== null
  if (isAwaited(tree, index, governor)) return "hypothetical"
  // “has yet to respond”
  if (isInfinitive && isYet(tree, governor)) return "negated"
  const slot = isHindered(tree, index) ? null : clauseSlot(tree, index)
  const known = effect([...prepositionsOf(tree, index), ...(slot === null ? [] : [slot])])
  if (known !== null) return known
  // “has eight days *to appeal*”
  if (relation === "acl" && isInfinitive && isSpanGiven(tree, governor)) return "hypothetical"
  if (relation === "advcl" && isInfinitive) {
    if (isDeadline(tree, governor)) return "hypothetical"
    // “left a flag, to be retrieved later”; “will meet *to discuss* it”: what the deed is for goes with the deed.
    return isPassive(tree, index) ? "planned" : "transparent"
  }
  // What completes a verb without a subject of its own goes with it, and an infinitive with its noun: “calls for the
  // killers to be tried”, read as “the killers to be tried”.
  return relation === "xcomp" || (relation === "acl" && isInfinitive) ? "transparent" : null
}

/** “will resume *once* the jetty has been inspected”, “vowed to stay *until* she is freed”: nobody says that it comes. */
function isAwaited(tree: Tree, index: number, governor: number): boolean {
  const isClause = tree.at(index).relation === "advcl" && tree.childrenBy(index, "nsubj").length > 0
  if (!isClause || !bindersOf(tree, index).some((each) => AWAITING.test(tree.at(each).lemma))) return false
  return modalOf(tree, governor) !== null || isToOf(tree, governor) !== null || isVowed(tree, governor)
}

const AWAITING = /^(?:until|till|once|before|soon)$/i

/** “*vowed* to stay” */
function isVowed(tree: Tree, verb: number): boolean {
  const above = infinitiveMarkOf(tree, verb) === null ? null : tree.headOf(verb)
  return above !== null && /^(?:vow|promis|pledg|plan|threaten|agree|swear|swor)/.test(tree.at(above).lemma)
}

/** “given until Friday to free the crew”, “gave them five days to leave”: what is to be done by then is demanded. */
function isDeadline(tree: Tree, verb: number): boolean {
  if (!/^(?:give|given|have)$/.test(tree.at(verb).lemma)) return false
  return tree.childrenBy(verb, "obl", "obj", "iobj").some((child) => {
    return isLedBy(tree, child, /^(?:un)?till?$/) || SPANS.has(tree.at(child).lemma.toLowerCase())
  })
}

function isSpanGiven(tree: Tree, noun: number): boolean {
  const verb = tree.headOf(noun)
  const isGiven = verb !== null && /^(?:give|have)$/.test(tree.at(verb).lemma)
  return (
    isGiven && isRelation(tree.at(noun).relation, ["obj"]) && SPANS.has(tree.at(noun).lemma.toLowerCase())
  )
}

const SPANS = new Set(["minute", "hour", "day", "week", "month", "year", "deadline"])

const INCLUDING = new Set(["include", "foresee", "comprise", "contain", "envisage"])

/** “their demands include a release”, “the plan foresees a release”: what the subject has to say of it. */
function includedIn(tree: Tree, verb: number, lexicon: ModalityLexicon): ModalEffect | null {
  if (!INCLUDING.has(tree.at(verb).lemma)) return null
  const subject = tree.childrenBy(verb, "nsubj")[0]
  return subject === undefined ? null : modalEffect(lexicon, tree.at(subject).lemma, "noun", "infinitive")
}

/**
 * What a few verbs do to a noun by what the noun is. “announced his resignation”: of some deeds it is the coming that is
 * announced. “rejected the deal”: there is none, while the ultimatum, the sanctions and the verdict that somebody rejects
 * are there.
 */
function ownEffect(tree: Tree, verb: number, noun: number, lexicon: ModalityLexicon): ModalEffect | null {
  const { lemma } = tree.at(noun)
  if (tree.at(verb).lemma.startsWith("announc")) return modalEffect(lexicon, lemma, "noun", "announced")
  // “ordered *an inquiry*”; “ordered *the killing*” is of one that was told of.
  if (tree.at(verb).lemma === "order" && !isDefinite(tree, noun)) return "planned"
  const isRefused = lemmasOf(tree, verb).some((each) => REFUSING.test(each))
  return isRefused ? modalEffect(lexicon, lemma, "noun", "refused") : null
}

const REFUSING = /^(?:reject|refus|dismiss|spurn|rebuff|declin|turn down)/

function isOfFuture(tree: Tree, verb: number): boolean {
  const modal = modalOf(tree, verb)
  return modal !== null && /^(?:will|would)$/.test(tree.at(modal).lemma)
}

/** Whether the subject suffers the action; headlines leave the auxiliary out: “Debate cancelled amid row”. */
function suffers(tree: Tree, verb: number): boolean {
  return isPassive(tree, verb) || (tree.at(verb).xpos === "VBN" && tree.childrenBy(verb, "aux").length === 0)
}

/** “plans to strike”, “demands that he strike”, “urged it be waived”, “considers striking”. */
function clauseSlot(tree: Tree, index: number): "infinitive" | "that" | "ing" | null {
  const { relation, xpos } = tree.at(index)
  if (infinitiveMarkOf(tree, index) !== null) return "infinitive"
  // “wanted the reservoir *lowered*”
  if (relation === "xcomp" && xpos === "VBN" && tree.at(tree.headOf(index) ?? index).lemma === "want")
    return "that"
  if (relation === "advcl") return null
  if (xpos === "VBG") return "ing"
  const isBare =
    xpos === "VB" || tree.childrenBy(index, "aux", "cop").some((each) => tree.at(each).xpos === "VB")
  return relation === "ccomp" || isBare ? "that" : null
}

function isYet(tree: Tree, governor: number): boolean {
  if (!/^(?:have|be|yet)$/.test(tree.at(governor).lemma)) return false
  return (
    tree.at(governor).lemma === "yet" ||
    tree.childrenBy(governor, "advmod").some((each) => tree.at(each).lemma === "yet")
  )
}

/** “a motion, *which* is to be put to the vote”, read as if the motion were one to put it: no complement. */
function hasRelativeSubject(tree: Tree, index: number): boolean {
  return tree.childrenBy(index, "nsubj").some((child) => /^W(?:DT|P)$/.test(tree.at(child).xpos))
}

/** An adverbial clause with a subordinator of its own (“after he left”) is no complement. */
function isHindered(tree: Tree, index: number): boolean {
  if (tree.at(index).relation !== "advcl") return false
  return bindersOf(tree, index).some((binder) => tree.at(binder).lemma.toLowerCase() !== "to")
}

/** “to dock and *return*”, “to dock and to *return*”. */
function sharesGovernor(tree: Tree, index: number): boolean {
  if (isFiniteVerb(tree, index) || tree.childrenBy(index, "nsubj", "aux", "cop").length > 0) return false
  const first = tree.headOf(index)
  const areInfinitives = [index, first].every(
    (verb) => verb !== null && infinitiveMarkOf(tree, verb) !== null,
  )
  return areInfinitives || tree.childrenBy(index, "mark").length === 0
}

function prepositionsOf(tree: Tree, index: number): readonly string[] {
  return bindersOf(tree, index).map((binder) => tree.at(binder).lemma.toLowerCase())
}

/** “call off” before “call”, “stop short” before “stop” */
function lemmasOf(tree: Tree, verb: number): readonly string[] {
  const { lemma } = tree.at(verb)
  const particles = tree
    .childrenBy(verb, "compound:prt", "xcomp", "advmod")
    .filter((each) => each === verb + 1 || tree.at(each).relation === "compound:prt")
    .map((each) => tree.at(each).lemma)
  return [...particles.map((particle) => `${lemma} ${particle}`), lemma]
}

function effectOf(
  tree: Tree,
  governor: number,
  lexicon: ModalityLexicon,
  slots: readonly string[],
): ModalEffect | null {
  const { upos } = tree.at(governor)
  const order: readonly ModalPos[] =
    upos === "NOUN" || upos === "PROPN"
      ? ["noun"]
      : upos === "ADJ"
        ? ["adjective", "verb"]
        : ["verb", "adjective"]
  const lemmas = lemmasOf(tree, governor)
  for (const pos of order) {
    for (const slot of slots) {
      for (const lemma of lemmas) {
        const effect = modalEffect(lexicon, lemma, pos, slot)
        if (effect !== null) return effect
      }
    }
  }
  return null
}
