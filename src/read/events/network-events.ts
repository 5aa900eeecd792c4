// Happenings as the network's head has them: words that name one, with a type, and who plays which role. In: a
// sentence and the network's scores. Out: triggers beside those that frames find, and the fillers of their roles.
import type { EventRole, PloverType } from "../../schema/reading.ts"
import type { Scores } from "../network/scores.ts"
import type { Sentence } from "./view.ts"

/** How likely each word names a happening, 0 to 1, and of which type. */
export interface EventHead {
  happens(word: number): number
  /** The likeliest type if it names one; null for a happening without a PLOVER type, and where that one is less likely than `minimum`, 0 to 1. */
  typeOf(word: number, minimum?: number): PloverType | null
}

/** Takes no time before it is asked. */
export function eventHead(scores: Scores): EventHead {
  const { classes, values } = scores.head("event")
  const at = (word: number, column: number): number => values[word * classes.length + column]!
  const outside = classes.indexOf("O")
  return {
    happens: (word) => 1 - Math.exp(at(word, outside)),
    typeOf(word, minimum = 0) {
      const likelihoods = new Map<string, number>()
      for (const [column, name] of classes.entries()) {
        const type = name.slice(2)
        if (column !== outside)
          likelihoods.set(type, (likelihoods.get(type) ?? 0) + Math.exp(at(word, column)))
      }
      const [best] = [...likelihoods].sort((one, other) => other[1] - one[1])
      if (best === undefined || best[0] === "OTHER" || best[1] < minimum) return null
      return best[0] as PloverType
    },
  }
}

/** Runs of words of the sentence that likely name a happening, each with the word that heads it. */
export function networkTriggers(
  { tree }: Sentence,
  head: EventHead,
  minimum: number,
): readonly { readonly words: readonly number[]; readonly head: number; readonly likelihood: number }[] {
  const { from, to } = tree.sentence
  const found: { words: number[]; head: number; likelihood: number }[] = []
  let run: number[] = []
  for (let word = from; word <= to; word += 1) {
    if (word < to && head.happens(word) >= minimum) {
      run.push(word)
      continue
    }
    if (run.some((each) => !GENERIC.has(tree.at(each).lemma))) {
      const top = tree.topOf({ from: run[0]!, to: run.at(-1)! + 1 })
      found.push({ words: run, head: top, likelihood: Math.max(...run.map((each) => head.happens(each))) })
    }
    run = []
  }
  return found
}

// Words that name whatever happened, and by themselves nothing: “an act of madness”.
const GENERIC = new Set([
  "act",
  "action",
  "thing",
  "move",
  "step",
  "effort",
  "process",
  "situation",
  "case",
  "issue",
])

// Sentences of this many words are rare; in longer ones time must grow with the words, not with their square.
const MAX_DISTANCE = 80

/** The words of the sentence whose likelihood to play `role` in the happening at `trigger` is at least `minimum`, 0 to 1. */
export function networkFillers(
  { tree }: Sentence,
  scores: Scores,
  {
    trigger,
    role,
    minimum,
  }: { readonly trigger: number; readonly role: EventRole; readonly minimum: number },
): readonly number[] {
  const column = scores.eventRoleNames.indexOf(role)
  if (column < 0) return []
  const found: number[] = []
  const from = Math.max(tree.sentence.from, trigger - MAX_DISTANCE)
  const to = Math.min(tree.sentence.to, trigger + MAX_DISTANCE)
  for (let word = from; word < to; word += 1) {
    const logit = scores.eventRole(trigger, word, column)
    if (1 / (1 + Math.exp(-logit)) >= minimum) found.push(word)
  }
  return found
}
