// How a voice stands to a happening, by the words around its mention. In: a place: the tree, the head word, whose
// words it stands in. Out: stances, each with the aspect and the words that decide, and how sure they are.
import {
  bindersOf,
  isDay,
  isDefinite,
  isNegated,
  isNoun,
  isRelation,
  saysTakingPlace,
  type Tree,
} from "../../grammar/index.ts"
import { hedgeSense, type ModalityLexicon, type ModalPos, modalEffect } from "../../lexicon/index.ts"
import type { AttributionKind, EventStatus, EventVoice, Stance, Token } from "../../schema/reading.ts"
import { MAX_WIDTH } from "./status.ts"
import type { Sign } from "./status-signs.ts"

/** Words above a mention that are asked; nobody nests deeper. */
const MAX_STEPS = 16

export interface Place {
  readonly tree: Tree
  readonly head: number
  readonly status: EventStatus
  readonly sign: Sign | null
  readonly lexicon: ModalityLexicon
  /** Whether a word is spoken by whoever speaks the mention: “said *it was afraid*, and demanded an inquiry”. */
  readonly isSameVoice: (word: number) => boolean
}

/** The statement in whose content a mention stands. */
export interface Within {
  readonly kind: AttributionKind
  /** Words of its cue; empty when it has none. */
  readonly cue: readonly number[]
  /** Whether nobody is told who makes it: “is believed to have fled”. */
  readonly isUnsourced: boolean
  /** The word that heads the part of its content in the mention's sentence. */
  readonly top: number
}

export interface Stand {
  readonly stance: Stance
  readonly what: EventVoice["what"]
  /** The words that decide besides those that name the happening. */
  readonly words: readonly number[]
  /** Whether it only refers to what others put forward. */
  readonly isEcho: boolean
}

/** No stand at all: what is said takes the happening for given. */
export const GIVEN: Stand = standing("asserts", [])

/** No echo. `words`: those that decide besides those that name the happening. */
export function standing(stance: Stance, words: readonly number[], what: Stand["what"] = "happened"): Stand {
  return { stance, what, words, isEcho: false }
}

/**
 * The stand that the words at the mention itself take, whoever speaks them. `cue`: of the statement it stands in; null
 * where the report speaks. Null where the report only tells of what somebody else plans, demands or says.
 */
export function standAt(place: Place, cue: readonly number[] | null): Stand | null {
  const { status, sign } = place
  const words = sign === null ? [] : [sign.word]
  if (status === "negated") return standing("denies", words)
  const isFalse = calledFalse(place)
  if (isFalse !== null) return standing("denies", [isFalse])
  const hedge = hedgeAt(place, cue) ?? unverifiedAt(place)
  if (hedge !== null) return standing("hedges", [hedge])
  const isOpen = status === "possible" && !isThreat(place)
  if (isOpen || (status === "hypothetical" && isCondition(place))) return standing("hedges", words)
  // “plans to strike”, “demands a strike”, “would strike”, and nobody found who plans, demands or says so. Of 49 such
  // mentions of the corpus's train and dev parts the report vouches for 27 and hedges 5.
  const isReported = sign?.kind === "governor" || sign?.kind === "auxiliary"
  // “will travel to Cairo”: that is the report's own.
  if (cue === null && isReported && status !== "actual" && !isOwnFuture(place)) return null
  return standing("asserts", words)
}

const CONFIRMING = /^(?:confirm|verif|corroborat)/

/** “the deaths could not be *verified*” */
function unverifiedAt({ tree, head }: Place): number | null {
  const verb = tree.at(head).relation === "nsubj:pass" ? tree.headOf(head) : null
  const isVouching = verb !== null && CONFIRMING.test(tree.at(verb).lemma)
  return isVouching && isNegated(tree, verb) ? verb : null
}

/** Words between what is told and the noun for the telling. */
const MOST_TOLD = 3

/** “*Reports* that he had fled are *not true*”, “… proved *false*”: the word that calls what is told false; null when none does. */
function calledFalse({ tree, head, lexicon }: Place): number | null {
  let at: number | null = head
  for (let steps = MOST_TOLD; at !== null && steps > 0; steps -= 1) {
    const noun: number | null = tree.headOf(at)
    if (noun === null || !isRelation(tree.at(at).relation, ["acl", "ccomp", "nmod", "xcomp", "obj"]))
      return null
    if (isNoun(tree, noun) && isTelling(tree.at(noun).lemma, lexicon)) {
      const verdict = isRelation(tree.at(noun).relation, ["nsubj"]) ? tree.headOf(noun) : null
      return verdict === null ? null : falseAt(tree, verdict, lexicon)
    }
    at = noun
  }
  return null
}

/** “are *false*”, “are not *true*”, “proved *false*” */
function falseAt(tree: Tree, verdict: number, lexicon: ModalityLexicon): number | null {
  const words = [verdict, ...tree.childrenBy(verdict, "xcomp", "obj")]
  const wrong = words.find(
    (word) => hedgeSense(lexicon, tree.at(word).lemma, "adjective")?.stance === "denies",
  )
  if (wrong !== undefined) return isNegated(tree, wrong) || isNegated(tree, verdict) ? null : wrong
  return words.find((word) => TRUE.has(tree.at(word).lemma.toLowerCase()) && isNegated(tree, verdict)) ?? null
}

const TRUE: ReadonlySet<string> = new Set(["true", "correct", "accurate", "right"])

/** “will travel”, “is due to meet”, “are set to meet”, “elections are scheduled”; not “would strike”, which somebody has said. */
function isOwnFuture({ tree, sign }: Place): boolean {
  return (
    sign !== null && /^(?:will|['’]ll|shall|due|set|schedul\w*)$/.test(tree.at(sign.word).lemma.toLowerCase())
  )
}

/** “threatens to strike” and “will strike” leave no doubt on the speaker's side. */
function isThreat({ tree, sign }: Place): boolean {
  return sign !== null && tree.at(sign.word).lemma.toLowerCase().startsWith("threat")
}

/** “if the House votes”; not “should vote”, “demands a vote”. */
function isCondition({ tree, sign, lexicon }: Place): boolean {
  if (sign === null) return false
  const { lemma } = tree.at(sign.word)
  return (
    // “*had* the army not intervened”
    sign.kind === "binder" ||
    modalEffect(lexicon, lemma, "conjunction", "modifier") === "hypothetical" ||
    /^(?:event|case|would|will)$/i.test(lemma)
  )
}

/**
 * The word that hedges a mention: “alleged attack”, “allegedly struck”, “is suspected of striking”, “appears to have
 * struck”; in the report's own words also “allegations of fraud”. `cue`: words of the statement that the mention stands
 * in; what they do is not asked here. Null when none hedges.
 */
function hedgeAt({ tree, head, lexicon, isSameVoice }: Place, cue: readonly number[] | null): number | null {
  const isHedge = (word: number, pos: ModalPos): boolean => {
    const sense = hedgeSense(lexicon, tree.at(word).lemma, pos)
    if (sense === null || sense.what !== "happened") return false
    return sense.stance === "hedges" || (sense.stance === "hands-on" && cue === null)
  }
  if (tree.widest > MAX_WIDTH) return null
  let at = head
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    for (const child of tree.childrenOf(at)) {
      const { relation } = tree.at(child)
      if (isRelation(relation, ["amod", "nmod:desc"]) && isHedge(child, "adjective")) return child
      if (relation === "advmod" && cue?.includes(child) !== true && isHedge(child, "adverb")) return child
    }
    const governor = tree.headOf(at)
    if (governor === null || cue?.includes(governor) === true) return null
    const { upos } = tree.at(governor)
    const pos = upos === "VERB" ? "verb" : upos === "NOUN" ? "noun" : null
    if (pos !== null && isComplement(tree, at) && isHedge(governor, pos)) return governor
    // “reportedly injured and killed”, “appears to have been told to leave”
    const { relation } = tree.at(at)
    if ((relation !== "conj" && relation !== "xcomp") || !isSameVoice(governor)) return null
    at = governor
  }
  return null
}

/** “suspected of an attack”, “suspected that …”, “fraud allegations”; not “suspected after the attack”. */
function isComplement(tree: Tree, index: number): boolean {
  const { relation } = tree.at(index)
  if (relation === "ccomp" || relation === "compound") return true
  const last = bindersOf(tree, index).at(-1)
  const binder = last === undefined ? "" : tree.at(last).lemma.toLowerCase()
  if (relation === "xcomp" || relation === "acl")
    return binder === "to" || binder === "of" || binder === "that"
  return isRelation(relation, ["nmod", "obl", "advcl"]) && (binder === "of" || binder === "about")
}

/** “people *suspected* of smuggling”, which taggers take for an adjective. */
const POS_OF: Readonly<Partial<Record<Token["upos"], ModalPos>>> = {
  NOUN: "noun",
  ADV: "adverb",
  ADJ: "adjective",
}

export const REJECTS: ReadonlySet<string> = new Set(["reject", "dismiss", "disclaim"])

/** What the statement around a mention makes of the stand its words take; null where it leaves the stand as it is. */
export function standOfCue(place: Place, within: Within, own: Stand): Stand | null {
  const { tree, lexicon } = place
  const words = within.cue
  for (const word of words) {
    if (!tree.has(word)) continue
    const { lemma, upos } = tree.at(word)
    const sense = hedgeSense(lexicon, lemma, POS_OF[upos] ?? "verb")
    if (sense === null || sense.stance === "hands-on" || sense.stance === "points-back") continue
    if (sense.stance === "denies") {
      if (sense.what !== "happened" || isNegated(tree, word)) continue
      // “neither confirmed nor denied the strike”, “would not confirm or deny that …”: they vouch for nothing
      if (isLeftOpen(tree, word))
        return isGivenNoun(place, within) ? GIVEN : { ...own, stance: "hedges", words }
      if (isRefused(tree, word, within.top)) return GIVEN
      return denialOf(place, within, words)
    }
    // “police reportedly left before the attack”: nobody reports that there was an attack.
    if (isGiven(place)) return GIVEN
    if (own.stance === "asserts") return { ...own, stance: "hedges", words }
  }
  // “*is said* to have fled”: nobody vouches for it
  if (own.stance === "asserts" && within.isUnsourced && isHearsay(tree, words))
    return { ...own, stance: "hedges", words }
  // “rejected any role in the attack”; who rejects a proposal denies nothing.
  const rejects = words.some((word) => tree.has(word) && REJECTS.has(tree.at(word).lemma))
  if (rejects && isResponsibility(place, within)) return standing("denies", words, "responsibility")
  if (rejects && isToldBy(place, within)) return standing("denies", words)
  if (isWithoutEvidence(place, within)) return standing("denies", words)
  // “rejected *the ultimatum*”: there is one, and whoever rejects it is not the one who tells so.
  if (rejects && place.head === within.top) return GIVEN
  if (own.stance !== "asserts") return null
  // “pleaded not guilty to killing the guard”
  if (isResponsibility(place, within))
    return isNegated(tree, within.top) || isNegation(tree, within.top) || isNegation(tree, within.top - 1)
      ? standing("denies", words, "responsibility")
      : { ...own, what: "responsibility", words }
  if (isAskedWhether(place) || isUnconfirmed(tree, words)) return { ...own, stance: "hedges", words }
  if (words.some((word) => isNegation(tree, word) || isNoLonger(tree, word))) {
    // “does not plan to run”; but “did not say that he ran”
    const stance = within.kind === "says" || within.kind === "asks" ? "hedges" : "denies"
    return { ...own, stance, words }
  }
  return isEcho(place, within) ? { ...own, isEcho: true } : null
}

/**
 * Whether a cue denies what `told` names: “denied”, “has dismissed the claim”; not “did not deny”, and not “rejected the
 * demand”: who rejects what is no telling doubts nothing.
 */
export function deniesWhole({ tree, lexicon }: Place, cue: readonly number[], told: number): boolean {
  return cue.some((word) => {
    if (!tree.has(word) || isNegated(tree, word) || isLeftOpen(tree, word)) return false
    const { lemma } = tree.at(word)
    const sense = hedgeSense(lexicon, lemma, "verb")
    if (isRefused(tree, word, told)) return false
    if (REJECTS.has(lemma)) return isTelling(tree.at(told).lemma, lexicon)
    return sense?.stance === "denies" && sense.what === "happened"
  })
}

/** “neither confirmed *nor denied*”, “refused to confirm *or deny*” */
function isLeftOpen(tree: Tree, denying: number): boolean {
  const before = (distance: number): string =>
    tree.has(denying - distance) ? tree.at(denying - distance).lemma.toLowerCase() : ""
  return before(1) === "nor" || (before(1) === "or" && before(2) === "confirm")
}

/** “*declined to confirm* the strike”; “did not confirm” is negated. */
function isUnconfirmed(tree: Tree, words: readonly number[]): boolean {
  const has = (pattern: RegExp): boolean =>
    words.some((word) => tree.has(word) && pattern.test(tree.at(word).lemma))
  return has(CONFIRMING) && has(/^(?:declin|refus|unable|fail)/)
}

/** “the strike”, of which nothing more is said in the statement. */
function isGivenNoun({ tree, head }: Place, { top }: Within): boolean {
  return head === top && isNoun(tree, head) && isDefinite(tree, head)
}

/** “denied *a request* that he be released”, “denied him *bail*”: what is asked for is not given, and nothing is doubted. */
function isRefused(tree: Tree, verb: number, denied: number): boolean {
  return tree.at(verb).lemma === "deny" && ASKED_FOR.has(tree.at(denied).lemma.toLowerCase())
}

const ASKED_FOR: ReadonlySet<string> = new Set(
  (
    "request bail parole motion appeal application petition bid visa passport permit permission licence license accreditation " +
    "entry access leave asylum treatment care service benefit right opportunity chance recognition landing overflight"
  ).split(" "),
)

/** “found *no evidence* that they had attacked”, “no sign of an attack”. */
function isWithoutEvidence({ tree, head }: Place, { top }: Within): boolean {
  if (head === top || !/^(?:evidence|proof|indication|sign|trace)$/.test(tree.at(top).lemma.toLowerCase()))
    return false
  return (
    isNegated(tree, top) &&
    tree.headOf(head) === top &&
    isRelation(tree.at(head).relation, ["acl", "ccomp", "nmod"])
  )
}

const TELLINGS: ReadonlySet<string> = new Set(["report", "suggestion", "rumor", "rumour", "story", "charge"])

/** “rejected a report that he had paid”, “dismissed claims of an attack”: what is rejected is that it happened. */
function isToldBy({ tree, head, lexicon }: Place, { top }: Within): boolean {
  return (
    isTelling(tree.at(top).lemma, lexicon) &&
    tree.headOf(head) === top &&
    isRelation(tree.at(head).relation, ["acl", "ccomp", "nmod"])
  )
}

function isTelling(lemma: string, lexicon: ModalityLexicon): boolean {
  return TELLINGS.has(lemma) || hedgeSense(lexicon, lemma, "noun")?.stance === "hands-on"
}

/** “claimed responsibility for the attack”, “denied any role in the attack”: who did it is what the words are about. */
function isResponsibility({ tree, head, lexicon }: Place, { top }: Within): boolean {
  // “pleaded *not guilty*”: two words of the verb
  const word = isNegation(tree, top) && tree.has(top + 1) ? top + 1 : top
  const lemma = tree.at(word).lemma.toLowerCase()
  // Guilty of what hangs on it, and of nothing within that: “not guilty to *evading* sanctions”.
  if (lemma === "guilty" && tree.headOf(head) !== word) return false
  // Taggers take it for a noun.
  const pos = lemma === "guilty" ? "adjective" : "noun"
  return word !== head && hedgeSense(lexicon, lemma, pos)?.what === "responsibility"
}

/**
 * “ordered a new trial”, “called for an end to the attack”: what is wanted of a happening that others tell of. Of 68
 * such mentions, of events of the corpus's train and dev parts that the report tells of too, 4 are stands of their own.
 */
function isEcho({ tree, head }: Place, { kind }: Within): boolean {
  if (kind === "orders") return true
  return (kind === "asks" || kind === "intends") && isNoun(tree, head) && isDefinite(tree, head)
}

/** The lemma alone would take “noted” in. */
function isNegation(tree: Tree, word: number): boolean {
  if (!tree.has(word)) return false
  const { lemma, upos } = tree.at(word)
  return upos !== "VERB" && /^(?:not|n['’]t|never|no)$/i.test(lemma)
}

/** “*no longer* wants to run” */
function isNoLonger(tree: Tree, verb: number): boolean {
  if (!tree.has(verb)) return false
  const longer = tree.childrenBy(verb, "advmod").find((child) => tree.at(child).lemma === "longer")
  return longer !== undefined && tree.childrenOf(longer).some((child) => isNegation(tree, child))
}

/** “is said”, “was believed”; of “was reported” most are as sure as “reports”. */
function isHearsay(tree: Tree, cue: readonly number[]): boolean {
  const isOfPassive = cue.some((word) => tree.has(word) && tree.at(word).lemma === "be")
  return isOfPassive && cue.some((word) => tree.has(word) && HEARSAY.has(tree.at(word).lemma))
}

const HEARSAY: ReadonlySet<string> = new Set([
  "say",
  "believe",
  "understand",
  "allege",
  "think",
  "claim",
  "presume",
])

/** “asked whether he resigned”, “does not know if he resigned” */
function isAskedWhether({ tree, head }: Place): boolean {
  if (tree.at(head).relation !== "ccomp" && tree.at(head).relation !== "xcomp") return false
  return tree.childrenBy(head, "mark").some((mark) => /^(?:whether|if)$/i.test(tree.at(mark).lemma))
}

/**
 * What a denial denies of the happening. “denied the attack”, “denied that it attacked”: that it happened. “denied any
 * role in the attack”, “denied carrying out the attack”: who did it. “denied that the attack killed civilians”: nothing
 * of the attack, which is then taken for given; but “denied that any attack killed civilians”.
 */
function denialOf(place: Place, within: Within, words: readonly number[]): Stand {
  const { tree, head } = place
  const { top } = within
  const denies = (what: Stand["what"]): Stand => standing("denies", words, what)
  const aspect = deniedAspect(place, within)
  if (aspect !== null) return denies(aspect)
  if (head === top || (tree.at(head).relation === "conj" && tree.headOf(head) === top))
    return denies(isCarryingOut(place) ? "responsibility" : "happened")
  // “denied that any strike had taken place”, “denied any link to any attack”: nothing is taken for given.
  if (isAny(tree, head) || (tree.headOf(head) === top && saysTakingPlace(tree, top)))
    return denies("happened")
  const isDeed = tree.headOf(head) === top && tree.at(head).relation === "obj" && tree.at(top).xpos === "VBG"
  if (isDeed) return denies(isDefinite(tree, head) ? "responsibility" : "happened")
  return isResponsibility(place, within) ? denies("responsibility") : GIVEN
}

/**
 * What of a happening that is taken for given is denied: “that the attack took place *in Homs*”, “happened *on Sunday*”, “that the
 * strike *was meant* to kill”, “that *40* had died, putting the number at 12”. Null where none of these is.
 */
function deniedAspect({ tree, head }: Place, { top }: Within): Stand["what"] | null {
  const isSubject = tree.headOf(head) === top && isRelation(tree.at(head).relation, ["nsubj"])
  if (isSubject && isNoun(tree, head) && isDefinite(tree, head)) {
    if (MEANT.has(tree.at(top).lemma) && tree.childrenBy(top, "xcomp", "obl").length > 0) return "purpose"
    const [setting] = saysTakingPlace(tree, top) ? tree.childrenBy(top, "obl") : []
    if (setting !== undefined) return isTimeAt(tree, setting) ? "date" : "place"
  }
  return head === top && isOfNumber(tree, head) ? "number" : null
}

const MEANT: ReadonlySet<string> = new Set(["intend", "aim", "mean", "design", "direct", "target"])

function isTimeAt(tree: Tree, word: number): boolean {
  const { lemma, upos } = tree.at(word)
  return isDay(tree, word) || upos === "NUM" || TIMES.test(lemma)
}

const TIMES = /^(?:day|night|morning|afternoon|evening|week|month|year|dawn|dusk|\d{4})$/i

/** “that *40* people had been killed, putting the number at *12*”: who names another number denies the number. */
function isOfNumber(tree: Tree, verb: number): boolean {
  const [subject] = tree.childrenBy(verb, "nsubj", "nsubj:pass")
  if (subject === undefined || tree.childrenBy(subject, "nummod").length === 0) return false
  let isTold = false
  for (let word = verb + 1; word < tree.sentence.to; word += 1) {
    isTold ||= TELLS_NUMBER.has(tree.at(word).lemma.toLowerCase())
    if (isTold && tree.at(word).upos === "NUM") return true
  }
  return false
}

const TELLS_NUMBER: ReadonlySet<string> = new Set(["number", "toll", "figure", "only", "just", "count"])

function isAny(tree: Tree, noun: number): boolean {
  return tree.childrenBy(noun, "det").some((child) => tree.at(child).lemma.toLowerCase() === "any")
}

/** “carrying out the attack”: there was one; not “losing Pendrak”. */
function isCarryingOut({ tree, head, lexicon }: Place): boolean {
  const { lemma, xpos } = tree.at(head)
  // “denied that its forces had *carried out* the attack”
  if (!/^VB[GDN]$/.test(xpos) || modalEffect(lexicon, lemma, "verb", "object") !== "transparent") return false
  return tree
    .childrenBy(head, "obj")
    .some((object) => tree.at(object).upos === "NOUN" && isDefinite(tree, object))
}

/** “the attack”, where the clause is about something else. */
function isGiven({ tree, head }: Place): boolean {
  const { relation } = tree.at(head)
  return isNoun(tree, head) && isDefinite(tree, head) && isRelation(relation, ["obl", "nmod"])
}
