// Whether the clause around a time tells of what was or of what will be: “The minister arrives on Friday”. In: a tree
// and a word. Out: the direction, null where the clause does not tell.
import {
  clauseHeadOf,
  infinitiveMarkOf,
  isLedBy,
  isNegated,
  isRelation,
  isToOf,
  type Tree,
} from "../../grammar/index.ts"

/** `near`: planned at a time gone by, “was forecast to land on Friday”; it may have come or not. */
export type Direction = "past" | "future" | "near"

/** Words whose complement is still to come: “plans to visit”, “scheduled for Friday”, “due on Monday”. */
const AHEAD =
  /^(?:plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|(?:re)?schedul(?:e|es|ed|ing)|postpon(?:e|es|ed|ing)|set|due|intend(?:s|ed|ing)?|slated|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|forecast|predict(?:s|ed)?|anticipat(?:e|es|ed)|threaten(?:s|ed|ing)?|vow(?:s|ed|ing)?|going|ready|upcoming|likely|await(?:s|ed|ing)?)$/i

/** A headline's present is a past: “Minister says on Friday”. */
const TOLD = /^(?:says?|tells?|reports?|announces?|denies|deny|confirms?|kills?|dies?)$/i

/** Forms of the verb that take their time from the word above them: “to visit”, “visiting”, “visited”; so do nouns. */
const BARE = new Set(["VB", "VBG", "VBN", "NN", "NNS", "NNP", "JJ"])

/** Steps up from “on Friday” in “plans to try to visit on Friday”. */
const MOST_STEPS = 6

/** `text` is what the tree's tokens stand in. */
export function directionAt(tree: Tree, index: number, text: string): Direction | null {
  let at = clauseHeadOf(tree, index)
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    // “demanded $12 million by Sunday”, “were given until Sunday to leave”
    if (tree.headOf(index) === at && GIVEN_TIME.test(tree.at(at).lemma) && isLedBy(tree, index, DEADLINE))
      return "future"
    const found = isPromisedOn(tree, index, at) ? "past" : ownDirection(tree, at, text)
    if (found !== null || isOfOwnTime(tree, at)) return found
    const above = tree.headOf(at)
    // “demanded that he step down by Friday”
    if (above !== null && isOrder(tree, at) && DEMANDING.test(tree.at(above).lemma)) return "future"
    // “ordered them to leave within 72 hours”; “was told to leave on Monday” may have been told then.
    if (above !== null && isToldTo(tree, at, above) && isLedBy(tree, index, DEADLINE)) return "future"
    // “He is *to meet* them on Friday”, with “is” above it.
    if (above !== null && isToOf(tree, at) === above) return isOfPast(tree, above) ? "near" : "future"
    // “a study *published* on Monday”, “those killed on Friday”
    if (
      isRelation(tree.at(at).relation, ["acl"]) &&
      tree.at(at).xpos === "VBN" &&
      at !== index &&
      isOnADay(tree, index)
    )
      return "past"
    // “Let’s discuss it in two days”: an order has no word above it that tells its time.
    if (above === null || !BARE.has(tree.at(at).xpos) || isOrder(tree, at)) return null
    if (isAhead(tree, above, text)) return isOfPast(tree, above) ? "near" : "future"
    at = above
  }
  return null
}

/** What is said on a day about another: “had promised him on Sunday”; but “threatened a strike from Monday”. */
const PROMISING = /^(?:propose|promise|pledge|predict|threaten|vow)$/i

/** Whether the day `index` is when somebody promised, not what for. */
function isPromisedOn(tree: Tree, index: number, verb: number): boolean {
  if (tree.headOf(index) !== verb || !PROMISING.test(tree.at(verb).lemma) || !isOfPast(tree, verb))
    return false
  return isOnADay(tree, index)
}

function isOnADay(tree: Tree, index: number): boolean {
  return tree.childrenBy(index, "case").every((child) => ON_A_DAY.test(tree.at(child).lemma))
}

/** Prepositions that put a happening on a day; “for”, “by”, “until” a day may be agreed on beforehand. */
const ON_A_DAY = /^(?:on|in|at|during)$/i

/** Whether the clause plainly tells that something has happened at the time `index`: “was killed on 5 May 2019”. */
export function isToldAsPast(tree: Tree, index: number, text: string): boolean {
  const verb = tree.headOf(index)
  if (verb === null || !isRelation(tree.at(index).relation, ["obl"])) return false
  const marks = tree.childrenBy(index, "case").map((child) => tree.at(child).span)
  if (!marks.every(({ start, end }) => ON_A_DAY.test(text.slice(start, end)))) return false
  return isOfPast(tree, verb) && ownDirection(tree, verb, text) === "past"
}

function ownDirection(tree: Tree, verb: number, text: string): Direction | null {
  const word = tree.at(verb)
  const helpers = helpersOf(tree, verb)
  // “if they are not freed by Sunday”, “unless it withdrew on Thursday”
  if (tree.at(verb).relation.startsWith("advcl") && isConditional(tree, verb)) return "future"
  const modals = helpers.filter(({ xpos }) => xpos === "MD").map(({ lemma }) => lemma.toLowerCase())
  // “said it would meet on Monday”
  if (modals.some((lemma) => /^(?:will|wo|shall|would|['’]ll|['’]d)$/.test(lemma))) return "future"
  const hasHave = helpers.some(({ lemma }) => lemma.toLowerCase() === "have")
  // “The strike may spread on Wednesday”; “it may have spread on Wednesday” is of the past.
  if (!hasHave && modals.some((lemma) => /^(?:may|might|must|should)$/.test(lemma))) return "future"
  // “could be called up from Saturday”; of “could not speak on Thursday” it was so.
  if (!hasHave && !isNegated(tree, verb) && modals.some((lemma) => lemma === "could" || lemma === "can"))
    return "future"
  const isPast = isOfPast(tree, verb)
  // “The law is to take effect this week”; of “was to meet on Monday” nobody knows whether they have met.
  if (isBehindIsTo(tree, verb) || isAhead(tree, verb, text)) return isPast ? "near" : "future"
  if (isPast || hasHave) return "past"
  if (isComing(tree, verb)) return "future"
  return TOLD.test(text.slice(word.span.start, word.span.end)) && word.xpos !== "VB" ? "past" : null
}

/** “is to *meet*”, “are to be *played*” */
function isBehindIsTo(tree: Tree, verb: number): boolean {
  const forms = helpersOf(tree, verb).filter(({ lemma }) => lemma.toLowerCase() === "be")
  if (tree.at(verb).xpos === "VB") return forms.length > 0
  return infinitiveMarkOf(tree, verb) !== null && forms.some(({ xpos }) => /^VB[DPZ]$/.test(xpos))
}

/** “Mr. Egemen leaves on Wednesday”, “the sanctions take effect on Monday”: of what happened reports tell in the past tense. */
function isComing(tree: Tree, verb: number): boolean {
  const { xpos, lemma } = tree.at(verb)
  return /^VB[PZ]$/.test(xpos) && COMING.test(lemma) && helpersOf(tree, verb).length === 0
}

const COMING =
  /^(?:leave|return|arrive|begin|start|open|reopen|close|end|vote|travel|fly|expire|resume|take|depart|convene|go|come)$/i

/** Verbs with what is to be done: “demanded that he step down”. */
const DEMANDING = /^(?:demand|order|insist|require|propose|recommend|request|suggest|urge|ask|agree)$/i

/** Verbs with the day by which something is to be done: “demanded money by Sunday”. */
const GIVEN_TIME = /^(?:demand|order|require|request|ask|give)$/i

/** Verbs with what somebody is to do: “told them to leave”. */
const TELLING_TO =
  /^(?:demand|order|require|request|urge|ask|agree|tell|give|call|warn|want|command|instruct|direct|allow|oblige)$/i

function isToldTo(tree: Tree, verb: number, above: number): boolean {
  return TELLING_TO.test(tree.at(above).lemma) && infinitiveMarkOf(tree, verb) !== null
}

/** “by Friday”, “within 72 hours”, “before noon”. */
const DEADLINE = /^(?:by|within|before|until)$/i

function isConditional(tree: Tree, verb: number): boolean {
  return tree.childrenBy(verb, "mark").some((mark) => /^(?:if|unless)$/i.test(tree.at(mark).lemma))
}

function helpersOf(tree: Tree, verb: number) {
  return tree.childrenBy(verb, "aux", "cop").map((child) => tree.at(child))
}

function isOfPast(tree: Tree, verb: number): boolean {
  return tree.at(verb).xpos === "VBD" || helpersOf(tree, verb).some(({ xpos }) => xpos === "VBD")
}

function isOfOwnTime(tree: Tree, verb: number): boolean {
  return helpersOf(tree, verb).some(
    ({ xpos }) => xpos === "MD" || xpos === "VBZ" || xpos === "VBP" || xpos === "VBD",
  )
}

/** “that he *step* down”, “that elections *be held*”: the bare form of what is demanded. */
function isOrder(tree: Tree, verb: number): boolean {
  if (tree.at(verb).relation !== "ccomp") return false
  const isBare = (word: number): boolean => tree.at(word).xpos === "VB"
  const auxiliaries = tree.childrenBy(verb, "aux", "cop")
  return isBare(verb) || (auxiliaries.length === 1 && isBare(auxiliaries[0]!))
}

function isAhead(tree: Tree, index: number, text: string): boolean {
  const { span, lemma } = tree.at(index)
  return AHEAD.test(text.slice(span.start, span.end)) || (/^call$/i.test(lemma) && isCallFor(tree, index))
}

/** “called for a strike on Wednesday” */
function isCallFor(tree: Tree, verb: number): boolean {
  return tree.childrenBy(verb, "obl").some((what) => isLedBy(tree, what, /^for$/i))
}
