// Where, when and with what: the place, the time and the instrument of a happening. In: the word that heads it. Out:
// the words that head these phrases. What they stand for is resolved elsewhere.
import { prepositionsOf, type Tree } from "../../grammar/index.ts"
import type { Site } from "./slots.ts"
import { framesOf, isOfClass, isOneOf, type Sentence } from "./view.ts"

const PLACE_CASES = new Set(
  "in at near outside inside around across throughout off on along between within".split(" "),
)
const TIME_CASES = new Set("in on at during since before after until by over within for from".split(" "))
const TIME_WORDS = new Set(
  `today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april
may june july august september october november december morning afternoon evening night noon midnight day week weekend month
year decade century hour minute spring summer autumn fall winter jan feb mar apr jun jul aug sep sept oct nov dec`.split(
    /\s+/,
  ),
)
const TOOL_CASES = new Set(["with", "using"])
const USING = new Set(["use", "employ"])

/** Whether the word is a day, a month, a year or the like. */
export function isTimeWord(sentence: Sentence, index: number): boolean {
  const { span } = sentence.tree.at(index)
  // “in *mid-October*”
  const part = /^(?:mid|early|late)-(\p{L}+)$/iu.exec(sentence.text.slice(span.start, span.end))?.[1]
  return part === undefined ? isOneOf(sentence, index, TIME_WORDS) : TIME_WORDS.has(part.toLowerCase())
}

/** The narrowest place said of it, then of the clause it stands in; null when none is. */
export function placeOf(sentence: Sentence, site: Site, parties: ReadonlySet<number>): number | null {
  const fits = (index: number): boolean => isPlace(sentence, index) && !parties.has(index)
  const own = firstOf(sentence, site, fits)
  if (own !== null) return own
  const described = describedBy(sentence, site.head)
  if (described !== null && !parties.has(described)) return described
  const { tree } = sentence
  // “arrested two men in Paris”, read as the men's; “a meeting with the envoy in Moscow”, read as the envoy's.
  // “discuss the war in Sudan”: that is where the war is.
  const objects = tree
    .childrenBy(site.light?.verb ?? site.head, "obj", "nsubj:pass")
    .filter((object) => framesOf(sentence, object, "noun").length === 0)
  const others = tree
    .childrenBy(site.head, "nmod")
    .filter((each) => prepositionsOf(tree, each).includes("with") || tree.at(each).upos === "PROPN")
  return [...objects, ...others].flatMap((each) => placesOn(tree, each)).find(fits) ?? null
}

/** “*Mozambique*, where cholera killed 8 people”: the place that a clause with “where” tells of. */
function describedBy(sentence: Sentence, verb: number): number | null {
  const { tree } = sentence
  const isWhere = tree
    .childrenBy(verb, "advmod")
    .some((child) => tree.at(child).lemma.toLowerCase() === "where")
  const noun = isWhere && tree.at(verb).relation === "acl:relcl" ? tree.headOf(verb) : null
  const isNamed = noun !== null && (tree.at(noun).upos === "PROPN" || isOfClass(sentence, noun, "places"))
  return isNamed ? noun : null
}

/** The phrases on a noun, and on the name that follows it: “the envoy for Syria Staffan de Mistura in Moscow”. */
function placesOn(tree: Tree, noun: number): readonly number[] {
  const nouns = [noun, ...tree.childrenBy(noun, "appos", "flat", "nmod")]
  return nouns.flatMap((each) => tree.childrenBy(each, "nmod", "obl"))
}

export function timeOf(sentence: Sentence, site: Site): number | null {
  return firstOf(sentence, site, (index) => isTime(sentence, index))
}

/** “attacked the convoy [with rockets]”, “shot them down, using [air defence systems]”. */
export function instrumentOf(sentence: Sentence, site: Site): number | null {
  const { tree } = sentence
  const isTool = (index: number): boolean => isOfClass(sentence, index, "tools")
  const led = firstOf(
    sentence,
    site,
    (index) => isTool(index) && prepositionsOf(tree, index).some((word) => TOOL_CASES.has(word)),
  )
  if (led !== null) return led
  const uses = settingHeads(tree, site).flatMap((place) =>
    tree.childrenBy(place, "advcl", "acl", "xcomp").filter((verb) => isOneOf(sentence, verb, USING)),
  )
  return uses.flatMap((verb) => tree.childrenBy(verb, "obj")).find(isTool) ?? null
}

function firstOf(sentence: Sentence, site: Site, fits: (index: number) => boolean): number | null {
  for (const place of settingHeads(sentence.tree, site)) {
    const found = sentence.tree.childrenBy(place, "obl", "nmod", "advmod", "obj").find(fits)
    if (found !== undefined) return found
  }
  return null
}

/** The word, its light verb, and the verb that a noun is subject or object of: “The attack *happened* in Iran on Monday”. */
function settingHeads(tree: Tree, { head, pos, light }: Site): readonly number[] {
  if (light !== null) return [head, light.verb]
  const above = tree.headOf(head)
  if (above === null) return [head]
  const { relation } = tree.at(head)
  const isCarried = pos === "noun" && /^(?:nsubj|obj)/.test(relation)
  // “killing three”, “was arrested and charged”: the main verb's place and time hold for them too.
  const isShared = pos === "verb" && /^(?:conj|xcomp|advcl)/.test(relation)
  return isCarried || isShared ? [head, above] : [head]
}

function isPlace(sentence: Sentence, index: number): boolean {
  const { tree } = sentence
  const { upos, relation } = tree.at(index)
  if (relation === "obl:agent" || isTime(sentence, index)) return false
  if (!prepositionsOf(tree, index).some((word) => PLACE_CASES.has(word))) return false
  return upos === "PROPN" || isOfClass(sentence, index, "places") || isOfClass(sentence, index, "sites")
}

function isTime(sentence: Sentence, index: number): boolean {
  const { tree } = sentence
  const { relation, upos } = tree.at(index)
  // “on 7 April”, headed by the number
  const named = [index, ...tree.childrenBy(index, "nmod", "compound", "flat", "appos")].some((each) =>
    isTimeWord(sentence, each),
  )
  const isYear = upos === "NUM" && /^(?:1[5-9]|20)\d\d$/.test(sentence.text.slice(...spanOf(tree, index)))
  if (relation.endsWith(":tmod") || relation.endsWith(":unmarked") || relation === "advmod") return named
  return (named || isYear) && prepositionsOf(tree, index).some((word) => TIME_CASES.has(word))
}

function spanOf(tree: Tree, index: number): [number, number] {
  const { span } = tree.at(index)
  return [span.start, span.end]
}
