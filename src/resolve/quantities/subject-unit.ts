// What a bare number counts, when the subject of its sentence says so. In: the words of a sentence and the number's top
// word. Out: the unit.
//
//   the death toll rose to 22   the number of cases surpassed 1,000   casualties increased to 167
import { isRelation, subjectOf } from "../../grammar/index.ts"
import { harmOfNoun } from "./befallen.ts"
import { nounOf } from "./counted.ts"
import type { SentenceWords } from "./sentence-words.ts"

const SUMS = new Set(["number", "total", "count", "toll", "tally", "amount", "figure"])
const COUNTABLE = new Set([
  "case",
  "casualty",
  "infection",
  "death",
  "injury",
  "fatality",
  "victim",
  "arrest",
])
/** Nouns for as many people as are counted. */
const CROWDS = new Set(["crowd", "attendance", "turnout", "participation", "gathering"])
// “rose to 22”, “from five people to six”: the number's phrase hangs on the verb, or on its other end.
const MAX_STEPS = 4

/** Null when the subject is nothing that can be counted. `isNamed`: the number has a noun of its own, such as “males”. */
export function subjectUnit(words: SentenceWords, top: number, isNamed: boolean): string | null {
  const { tree } = words
  let at: number | null = top
  for (let steps = 0; at !== null && steps < MAX_STEPS; steps += 1) {
    for (const clause of [at, tree.headOf(at)]) {
      if (clause === null || (isNamed && !INCLUDING.test(words.form(clause)))) continue
      const unit = unitOfClause(words, clause, top)
      if (unit !== null) return unit
    }
    if (!isRelation(tree.at(at).relation, ["obl", "nmod", "nummod", "conj", "obj", "advcl", "acl"]))
      return null
    at = tree.headOf(at)
  }
  return null
}

// “the fatalities included four males”
const INCLUDING = /^includ(?:e|es|ed|ing)$/

/** By the subject of the clause, the noun that a participle describes, or an object: “increased the death toll to six”. */
function unitOfClause(words: SentenceWords, clause: number, top: number): string | null {
  const { tree } = words
  const described = tree.at(clause).relation === "acl" ? tree.headOf(clause) : null
  const nouns = [subjectOf(tree, clause), described, ...tree.childrenBy(clause, "obj")]
  // “put the death toll at nine”, read as one phrase; else what it hangs on has its number by itself.
  const isAt = isLedByAt(words, top)
  // “gave a toll of 26”
  const above = tree.headOf(top)
  if (above !== null && words.form(above) === "toll" && words.form(above + 1) === "of")
    return unitOfSubject(words, above)
  for (const noun of nouns) {
    const isOwn = noun === top || (noun === tree.headOf(top) && !isAt)
    const unit = noun === null || isOwn ? null : unitOfSubject(words, noun)
    if (unit !== null) return unit
  }
  return null
}

function isLedByAt({ tree, form }: SentenceWords, top: number): boolean {
  return tree.childrenBy(top, "case").some((mark) => form(mark) === "at")
}

function unitOfSubject(words: SentenceWords, subject: number): string | null {
  const { tree, form } = words
  const noun = nounOf(words, subject)
  // “estimated the crowd at 20,000”
  if (CROWDS.has(noun)) return "people"
  if (SUMS.has(noun)) {
    // “the death toll”, “the number of cases”
    for (const child of tree.childrenBy(subject, "compound", "nmod")) {
      const of = nounOf(words, child)
      const unit = harmOfNoun(form(child)) ?? (COUNTABLE.has(of) || isOfPhrase(words, child) ? of : null)
      if (unit !== null) return unit
    }
    // “put the toll at 63”: of deaths, where nothing else is said.
    return noun === "toll" ? "killed" : null
  }
  return harmOfNoun(form(subject)) ?? (COUNTABLE.has(noun) ? noun : null)
}

function isOfPhrase({ tree, form }: SentenceWords, noun: number): boolean {
  const isNoun = tree.at(noun).upos === "NOUN"
  return isNoun && tree.childrenBy(noun, "case").some((mark) => form(mark) === "of")
}

/** Whether a number is given to a sum that the report has told the unit of before: “The government puts *the total* at 90,000”. */
export function isOfKnownSum(words: SentenceWords, top: number): boolean {
  const { tree } = words
  const above = tree.headOf(top)
  // “Organizers *claimed* more than 70,000”
  if (above !== null && isRelation(tree.at(top).relation, ["obj"]) && CLAIMING.test(words.form(above)))
    return true
  if (!isLedByAt(words, top)) return false
  for (const clause of [top, tree.headOf(top)]) {
    if (clause === null) continue
    const nouns = [clause, ...tree.childrenBy(clause, "obj", "nsubj:pass")]
    if (nouns.some((noun) => noun !== top && isBareSum(words, noun))) return true
  }
  return false
}

const CLAIMING = /^(?:claim|count|cite|estimate)(?:s|d|ed|ing)?$/

/** “the number”, “the total”; not “the number of cases” */
function isBareSum(words: SentenceWords, noun: number): boolean {
  const of = words.tree
    .childrenBy(noun, "nmod", "compound")
    .filter((child) => words.tree.at(child).upos !== "NUM")
  return SUMS.has(nounOf(words, noun)) && of.length === 0
}
