// Headlines tell what happened in the present tense, so that a past form in them suffers what it says: “Engineer
// *killed* at station”, “Navalny *airlifted* to Germany”. Parsers, who see more sentences than headlines, take it for
// the past tense and the engineer for the killer. In: a headline. Out: the same words with participles for these.
import type { Token, Tokens } from "../../schema/reading.ts"
import { framesOf, type Sentence, viewSentence } from "./view.ts"

/** Time grows with the words. */
export function viewHeadline(sentence: Sentence): Sentence {
  const { tree, tokens, text, frames } = sentence
  const { from, to } = tree.sentence
  const changed = new Map<number, Token>()
  for (let verb = from; verb < to; verb += 1) {
    const { xpos } = tree.at(verb)
    const title = titleGiven(sentence, verb)
    // “shot *at a party*”, read as its object
    const objects = tree.childrenBy(verb, "obj")
    const isBare = objects.every((object) => tree.childrenBy(object, "case").length > 0)
    const isPast = xpos === "VBD" && isBare && tree.childrenBy(verb, "iobj", "ccomp", "aux").length === 0
    if (title === null && !(isPast && asksForObject(sentence, verb))) continue
    changed.set(verb, { ...tree.at(verb), xpos: "VBN" })
    for (const object of objects)
      changed.set(object, { ...tree.at(object), relation: object === title ? "xcomp" : "obl" })
  }
  return changed.size === 0
    ? sentence
    : viewSentence({ text, frames, tokens: replaced(tokens, changed) }, tree.sentence)
}

/** Whether somebody has to suffer what the verb says: not for “died”, “resigned”. */
function asksForObject(sentence: Sentence, verb: number): boolean {
  return framesOf(sentence, verb, "verb").some(
    ({ recipient, conditions }) =>
      recipient.some((slots) => slots.includes("obj")) ||
      conditions.some(({ what, negated }) => what === "obj" && !negated),
  )
}

const NAMING = new Set(["elect", "reelect", "re-elect", "name", "appoint", "nominate", "crown"])

/** “Nancy Pelosi elected *Speaker*”: what she was made, and not whom she elected. */
function titleGiven({ tree }: Sentence, verb: number): number | null {
  const { xpos, lemma } = tree.at(verb)
  if (!/^VB[DN]$/.test(xpos) || !NAMING.has(lemma.toLowerCase())) return null
  const object = tree.childrenBy(verb, "obj")[0]
  if (object === undefined || tree.childrenBy(verb, "aux").length > 0) return null
  return tree.childrenBy(object, "det", "nmod:poss").length === 0 ? object : null
}

function replaced(tokens: Tokens, changed: ReadonlyMap<number, Token>): Tokens {
  return {
    length: tokens.length,
    at: (index) => changed.get(index) ?? tokens.at(index),
    start: (index) => tokens.start(index),
    end: (index) => tokens.end(index),
    covering: (span) => tokens.covering(span),
  }
}
