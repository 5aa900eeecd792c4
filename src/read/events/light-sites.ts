// The verb that carries a noun of happening: “*carried out* an attack”, “talks *were held*”, “clashes *broke out*”. In: the
// noun. Out: the verb with its particles, and whether its subject does what the noun says, suffers it, or is the noun.
import { isLedBy, prepositionsOf } from "../../grammar/index.ts"
import type { Frame, LightVerb } from "../../lexicon/index.ts"
import { isSubject } from "./gerunds.ts"
import { isPassiveVerb } from "./roles.ts"
import { AMOUNTS } from "./slots.ts"
import { basesOf, isOneOf, lightVerbsOf, type Sentence } from "./view.ts"
import { wordsBeside } from "./words-beside.ts"

/** The light verb of a noun, and the words that name it. */
interface LightSite {
  readonly verb: number
  readonly subject: "actor" | "recipient" | "itself"
  readonly words: readonly number[]
}

/** The light verb that carries a noun: “*carried out* an attack”, “talks *were held*”, “the attack *launched* by …”. */
export function lightOf(sentence: Sentence, noun: number): LightSite | null {
  const { tree } = sentence
  const verb = carrierOf(sentence, noun)
  if (verb === null) return null
  const fitting = lightVerbsOf(sentence, verb)
    .map((light) => ({ light, words: wordsBeside(tree, verb, light.words.slice(1)) }))
    .filter((each): each is { light: LightVerb; words: readonly number[] } => each.words !== null)
    // “carry out” before “carry”
    .sort((one, other) => other.words.length - one.words.length)[0]
  if (fitting === undefined) return null
  return { verb, subject: fitting.light.subject, words: [verb, ...fitting.words] }
}

const BREAKING: ReadonlyMap<string, readonly string[]> = new Map([
  ["break", ["out"]],
  ["flare", ["up"]],
  ["erupt", []],
  ["ensue", []],
  ["rage", []],
])

/** “*clashes* broke out between the two”: of violence the verb tells no more than that it began. */
export function outbreakOf(sentence: Sentence, noun: number, frames: readonly Frame[]): LightSite | null {
  const { tree } = sentence
  const verb = tree.headOf(noun)
  const isViolent = frames.some(({ type }) => type === "ASSAULT" || type === "PROTEST")
  if (verb === null || !isViolent || !isSubject(tree, noun)) return null
  const particles = basesOf(sentence, verb)
    .map((base) => BREAKING.get(base))
    .find((found) => found !== undefined)
  const beside = particles === undefined ? null : wordsBeside(tree, verb, particles)
  return beside === null ? null : { verb, subject: "itself", words: [verb, ...beside] }
}

function carrierOf(sentence: Sentence, noun: number): number | null {
  const { tree } = sentence
  const at = firstOfSeries(sentence, noun)
  const { relation } = tree.at(at)
  const head = tree.headOf(at)
  if (head !== null && tree.at(head).upos === "VERB") {
    // “called the strike “an act of madness””: who names a thing does not do it.
    const isNaming =
      tree.at(head).lemma === "call" &&
      (tree.childrenBy(head, "xcomp", "ccomp").length > 0 || tree.childrenBy(head, "obj").length > 1)
    if ((relation === "obj" && !isNaming) || relation === "nsubj:pass") return head
    // “came under attack”, “engaged in talks”, “took part in talks”
    if (relation === "obl" && isLedBy(tree, at, /^(?:under|in)$/i)) return head
  }
  // “the attack launched by rebels”
  return tree.childrenBy(noun, "acl").find((child) => isPassiveVerb(tree, child)) ?? null
}

/** “threats and *attacks*”, “ten days of *war games*”, “a series of *attacks*”: the noun that stands for them in the clause. */
function firstOfSeries(sentence: Sentence, noun: number): number {
  const { tree } = sentence
  let at = noun
  for (let steps = tree.sentence.to - tree.sentence.from; steps > 0; steps -= 1) {
    const { relation } = tree.at(at)
    const head = tree.headOf(at)
    if (head === null) return at
    const isListed = relation === "conj" && tree.at(head).upos === "NOUN"
    const isAmount =
      relation === "nmod" && prepositionsOf(tree, at).includes("of") && isOneOf(sentence, head, AMOUNTS)
    if (!isListed && !isAmount) return at
    at = head
  }
  return at
}
