// Who does and who suffers what a verb names, whatever the sentence makes of it: passives, participles, infinitives,
// coordinated and relative clauses. In: a tree and a verb. Out: the words that head the noun phrases.
import {
  agentOf,
  antecedentOf,
  isLedBy,
  isNominal,
  isRelativePronoun,
  type Tree,
} from "../../grammar/index.ts"
import { isMisreadSubject, misreadSubjectOf } from "./misread-subjects.ts"

/**
 * Whether what looks like the verb's subject suffers the action: “was arrested”, “the man arrested on Monday”, “two
 * arrested” in a headline, the second of “was arrested and charged”.
 */
export function isPassiveVerb(tree: Tree, verb: number): boolean {
  let at = verb
  // Coordinated participles are asked up to the first; a sentence has no more of them than words.
  for (let steps = tree.sentence.to - tree.sentence.from; steps > 0; steps -= 1) {
    const children = tree.childrenOf(at).map((child) => tree.at(child))
    if (children.some(({ relation }) => relation === "aux:pass" || relation === "nsubj:pass")) return true
    if (tree.at(at).xpos !== "VBN") return false
    // “has arrested”, “having arrested”
    if (children.some(({ relation, lemma }) => relation === "aux" && lemma.toLowerCase() === "have"))
      return false
    const head = tree.headOf(at)
    const isShared = tree.at(at).relation === "conj" && head !== null && tree.at(head).xpos === "VBN"
    if (!isShared || hasOwnSubject(tree, at))
      return !children.some(({ relation }) => /^i?obj$/.test(relation))
    at = head
  }
  return false
}

function hasOwnSubject(tree: Tree, verb: number): boolean {
  return tree.childrenBy(verb, "nsubj", "csubj").length > 0
}

/** Those who do it; coordinated ones apart. Empty when the text does not say. */
export function doersOf(tree: Tree, verb: number): readonly number[] {
  if (isPassiveVerb(tree, verb)) return spread(tree, agentOf(tree, verb) ?? fartherAgent(tree, verb))
  // “the US, France and the UK struck”, read as two subjects.
  const own = tree.childrenBy(verb, "nsubj").filter((child) => child < verb)
  if (own.length > 1 && own.every((child) => isNominal(tree, child))) {
    return [...new Set(own.flatMap((child) => spread(tree, child)))]
  }
  return spread(tree, surfaceSubject(tree, verb))
}

/** Of a passive without one of its own: “charged and *sentenced by a court*”, “was condemned in a statement *by Egypt*”. */
function fartherAgent(tree: Tree, verb: number): number | null {
  const head = tree.headOf(verb)
  const isConjunct = tree.at(verb).relation === "conj" && head !== null && isPassiveVerb(tree, head)
  const shared = isConjunct ? agentOf(tree, head) : null
  // “arrested by police and charged”: not the police, when they stand before.
  if (shared !== null && shared > verb) return shared
  const later = tree
    .childrenBy(verb, "conj")
    .find((child) => tree.at(child).xpos === "VBN" && isBareBefore(tree, verb, child))
  const last = later === undefined ? null : agentOf(tree, later)
  if (last !== null) return last
  return (
    tree
      .childrenBy(verb, "obl")
      .filter((child) => isLedBy(tree, child, /^in$/) && STATEMENTS.has(tree.at(child).lemma))
      .map((child) => byNominal(tree, child))
      .find((child) => child !== null) ?? null
  )
}

const STATEMENTS = new Set(
  "statement letter resolution vote report decision ruling tweet post speech attack raid operation".split(
    " ",
  ),
)

function byNominal(tree: Tree, noun: number): number | null {
  return tree.childrenBy(noun, "nmod").find((child) => isLedBy(tree, child, /^by$/i)) ?? null
}

/** Those to whom it is done: the object, or what a passive makes its subject. */
export function sufferersOf(tree: Tree, verb: number): readonly number[] {
  if (isPassiveVerb(tree, verb)) return spread(tree, surfaceSubject(tree, verb))
  return spread(tree, objectOf(tree, verb))
}

/** “accused *police* of beating protesters”, read as if police stood in the clause of “beating”. */
function objectReadWithin(tree: Tree, verb: number): number | undefined {
  for (const clause of tree.childrenBy(verb, "advcl")) {
    if (tree.at(clause).xpos !== "VBG") continue
    const mark = tree.childrenBy(clause, "mark").find((each) => /^(?:of|from)$/i.test(tree.at(each).lemma))
    const subject = tree.childrenBy(clause, "nsubj")[0]
    if (mark !== undefined && subject !== undefined && verb < subject && subject < mark) return subject
  }
  return undefined
}

function objectOf(tree: Tree, verb: number): number | null {
  // “accused the minister of fraud” is often read with an indirect object alone.
  const own =
    tree.childrenBy(verb, "obj")[0] ?? tree.childrenBy(verb, "iobj")[0] ?? objectReadWithin(tree, verb)
  // “the town that rebels attacked”
  if (own !== undefined) return isRelativePronoun(tree, own) ? (antecedentOf(tree, verb, own) ?? own) : own
  // “the town that rebels attacked”: the antecedent, when the verb has a subject of its own.
  if (tree.at(verb).relation === "acl:relcl" && hasOwnSubject(tree, verb)) {
    const pronoun = tree.childrenBy(verb, "nsubj").some((child) => isRelativePronoun(tree, child))
    return pronoun ? null : tree.headOf(verb)
  }
  // “seized and burned the flag”: an object after the last of coordinated verbs belongs to each.
  // “called off the strike”, where the particle is read as a preposition: an oblique without one.
  const bare = tree
    .childrenOf(verb)
    .find(
      (child) =>
        tree.at(child).relation === "obl" && child > verb && tree.childrenBy(child, "case").length === 0,
    )
  if (bare !== undefined && tree.childrenBy(verb, "compound").length > 0) return bare
  const beside = tree.childrenBy(verb, "conj")
  // “support Turkey's efforts”, read as coordinated without a conjunction.
  const noun = beside.find(
    (child) => child > verb && isNominal(tree, child) && tree.childrenBy(child, "cc").length === 0,
  )
  if (noun !== undefined) return noun
  const later = beside.find((child) => tree.at(child).upos === "VERB")
  if (later !== undefined && tree.childrenBy(later, "nsubj").length === 0 && isBareBefore(tree, verb, later))
    return tree.childrenBy(later, "obj")[0] ?? null
  return null
}

/** “seized and burned”: nothing but the conjunction and adverbs between two verbs. */
function isBareBefore(tree: Tree, verb: number, later: number): boolean {
  for (let index = verb + 1; index < later; index += 1) {
    const { upos } = tree.at(index)
    if (upos !== "CCONJ" && upos !== "ADV" && upos !== "PUNCT" && upos !== "VERB") return false
  }
  return true
}

/** What stands as the subject, its own or the one it shares; a relative pronoun gives its antecedent. */
export function surfaceSubject(tree: Tree, verb: number): number | null {
  let at = verb
  // Each step goes up one head; a sentence has no more of them than words.
  for (let steps = tree.sentence.to - tree.sentence.from; steps > 0; steps -= 1) {
    const own = tree.childrenBy(at, "nsubj", "csubj")[0]
    if (own !== undefined)
      return isRelativePronoun(tree, own) ? identified(tree, antecedentOf(tree, at, own) ?? own) : own
    const misread = misreadSubjectOf(tree, at)
    if (misread !== null) return misread
    const head = tree.headOf(at)
    if (head === null) return null
    const { relation, upos, xpos } = tree.at(at)
    switch (relation.split(":")[0]) {
      case "conj":
        // “was indicted for his part and will resign”, read as coordinated with the noun: the subject is the verb's.
        if (tree.at(head).upos === "NOUN" && upos === "VERB") {
          at = verbAbove(tree, head)
          continue
        }
        break
      case "appos":
        // “ministers, *meeting* in Cairo, agreed”
        return upos === "VERB" ? head : null
      case "xcomp":
        // “urged Iran to stop”: the object of the upper verb is the subject of the lower one; “promised Iran to stop” is rare.
        if (controllerOf(tree, head, at) !== null) return controllerOf(tree, head, at)
        break
      case "advcl":
        // “*Shelling* of a market kills 19, Islamabad denies role”: a noun, whatever the tree makes of it.
        if (xpos === "VBG" && isNounByOf(tree, at)) return null
        // “accused Iran *of attacking*”, “thanked the police *for arresting*”, “called on Italy *to join*”
        if (isComplement(tree, at) && controllerOf(tree, head, at) !== null)
          return controllerOf(tree, head, at)
        // “killing three”, “to protest”: shared with the main verb; “after rebels attacked” has its own.
        if (!/^VB[GN]?$/.test(xpos) && upos === "VERB") return null
        break
      case "acl":
        // “soldiers attacking the town”, “the man arrested”; “plans to attack” are somebody's.
        // “Fans gathered”: a past tense, read as if it hung on its own subject.
        if (relation === "acl:relcl") return identified(tree, head)
        // “a letter *on selling* gas” is no gas that sells, but somebody's plan.
        if (/^VB[ND]$/.test(xpos) || (xpos === "VBG" && tree.childrenBy(at, "mark").length === 0)) return head
        // “criticized *Biden* for making the trip”, read as if it hung on him.
        if (xpos === "VBG" && isJudged(tree, head)) return head
        // “*Iran's* plan to attack”, “*Iran* made a threat to attack”: whose the plan is.
        if (possessorOf(tree, head) !== null || tree.at(head).relation !== "obj")
          return possessorOf(tree, head)
        // “*thwarted* an attempt to infiltrate the country”: somebody else's.
        if (OPPOSING.has(tree.at(tree.headOf(head) ?? head).lemma.toLowerCase())) return null
        at = tree.headOf(head) ?? head
        continue
      case "amod":
        return head
      default:
        return null
    }
    at = head
  }
  return null
}

function isNounByOf(tree: Tree, verb: number): boolean {
  return tree.has(verb + 1) && tree.at(verb + 1).lemma.toLowerCase() === "of" && !isLedBy(tree, verb, /./)
}

function verbAbove(tree: Tree, index: number): number {
  let at = index
  for (let steps = tree.sentence.to - tree.sentence.from; steps > 0; steps -= 1) {
    const head = tree.headOf(at)
    if (head === null) return at
    at = head
    if (tree.at(at).upos === "VERB") return at
  }
  return at
}

/** Whose the lower of two verbs is: “urged *Iran* to stop”, “called on *Iran* to stop”; null when it is the upper subject's. */
function controllerOf(tree: Tree, upper: number, lower: number): number | null {
  const object = objectNoun(tree, upper)
  if (object !== null) return object
  if (!CALLING.has(tree.at(upper).lemma.toLowerCase()) || isPassiveVerb(tree, upper)) return null
  const isOn = (child: number): boolean => child < lower && isLedBy(tree, child, /^(?:(?:up)?on|for|to)$/)
  return tree.childrenBy(upper, "obl").find(isOn) ?? null
}

const CALLING = new Set(["call", "appeal", "rely", "count", "wait", "plead", "lean"])

const OPPOSING = new Set(
  "thwart foil prevent block stop repel avert frustrate repulse reject dismiss condemn oppose resist fear expose uncover denounce criticize criticise".split(
    " ",
  ),
)

// “for arresting him” is what the object did after these; “won the prize for discovering it” what the subject did.
const JUDGING = new Set(
  "thank praise commend applaud honor honour reward forgive criticize criticise condemn denounce blame fault slam punish sentence fine arrest jail imprison sanction".split(
    " ",
  ),
)

function isJudged(tree: Tree, noun: number): boolean {
  const verb = tree.headOf(noun)
  return tree.at(noun).relation === "obj" && verb !== null && JUDGING.has(tree.at(verb).lemma.toLowerCase())
}

/** “of attacking”, “for arresting”, “from entering”; after a verb of calling “to join”. */
function isComplement(tree: Tree, verb: number): boolean {
  const head = tree.headOf(verb)
  const upper = head === null ? "" : tree.at(head).lemma.toLowerCase()
  return tree.childrenBy(verb, "mark").some((mark) => {
    const { xpos, lemma } = tree.at(mark)
    if (xpos === "TO") return CALLING.has(upper)
    if (tree.at(verb).xpos !== "VBG") return false
    return /^(?:of|from|against)$/.test(lemma) || (lemma === "for" && JUDGING.has(upper))
  })
}

/** “*Trump* was the first president to refuse”: whom the noun is said of; “it was Iran that refused” says it of nobody. */
function identified(tree: Tree, noun: number): number {
  if (tree.childrenBy(noun, "cop").length === 0 || tree.childrenBy(noun, "case").length > 0) return noun
  const subject = tree.childrenBy(noun, "nsubj")[0]
  if (subject === undefined) return noun
  const { upos, lemma } = tree.at(subject)
  return upos === "PROPN" || /^(?:he|she|they|we|I)$/i.test(lemma) ? subject : noun
}

function objectNoun(tree: Tree, verb: number): number | null {
  return tree.childrenBy(verb, "obj", "iobj")[0] ?? null
}

function possessorOf(tree: Tree, noun: number): number | null {
  return tree.childrenBy(noun, "nmod:poss")[0] ?? null
}

/** “the wounded”, “the injured”: a participle that stands as a noun. */
export function isNominalized(tree: Tree, verb: number): boolean {
  return tree.at(verb).xpos === "VBN" && tree.childrenBy(verb, "det").length > 0
}

/** A noun phrase and those coordinated to it, by their heads, in text order: “lawmakers and officials”. */
export function spread(tree: Tree, head: number | null): readonly number[] {
  const found = new Set<number>(head === null ? [] : [head])
  // Grows while it is gone through; a word is added once, so that heads in a circle do no harm.
  for (const each of found)
    for (const child of tree.childrenBy(each, "conj"))
      if (mayStandBeside(tree, child) && !isMisreadSubject(tree, child) && !isRuledOut(tree, child))
        found.add(child)
  const all = [...found].sort((one, other) => one - other)
  const last = all.at(-1)
  // “designer and author *Gloria Vanderbilt*”: what one is, before the name.
  const isOne =
    last !== undefined &&
    tree.at(last).upos === "PROPN" &&
    all.slice(0, -1).every((each) => tree.at(each).xpos === "NN" && isBare(tree, each))
  return isOne ? [last] : all
}

function mayStandBeside(tree: Tree, word: number): boolean {
  return /^(?:NOUN|PROPN|PRON|NUM|ADJ|X)$/.test(tree.at(word).upos)
}

/** “Thailand, *not* Cambodia”, “Thailand but *not* Cambodia” */
function isRuledOut(tree: Tree, noun: number): boolean {
  return tree.childrenBy(noun, "advmod", "cc").some((child) => tree.at(child).lemma.toLowerCase() === "not")
}

function isBare(tree: Tree, noun: number): boolean {
  return tree.childrenBy(noun, "det", "nmod", "nummod").length === 0
}
