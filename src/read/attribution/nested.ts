// Statements inside statements. In: the outermost drafts, the spans of the network's second level, and the trees.
// Out: drafts for what is ascribed within their contents. Which lies inside which is read off the borders later.
import {
  agentOf,
  isPassive,
  nounPhrase,
  prepositionsOf,
  subjectOf,
  type Tree,
  verbGroup,
} from "../../grammar/index.ts"
import { type CueSense, cueSenses } from "../../lexicon/index.ts"
import type { NonEmpty, TokenRange } from "../../schema/positions.ts"
import type { AttributionKind } from "../../schema/reading.ts"
import { cueBorders, innerBorders, withOwnMarks } from "./borders.ts"
import {
  contains,
  cueTokens,
  type Draft,
  draftByRule,
  merged,
  mergedParts,
  overlaps,
  without,
  withoutAll,
} from "./draft.ts"
import { hasWords, type View } from "./view.ts"

/** What is found at one word within a content, before it is cut to that content. */
interface Found {
  readonly rule: string
  readonly kind: AttributionKind | null
  readonly cue: TokenRange
  readonly source: TokenRange | null
  readonly content: readonly TokenRange[]
  readonly addressee?: TokenRange | null
}

/** Nested drafts by rule for all `drafts`. Linear in the contents. */
export function findNested(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const isCue = cueTokens(drafts, view.tokens.length)
  const result: Draft[] = []
  const seen = new Set<number>()
  for (const { content } of drafts) {
    for (const part of content) {
      for (let index = part.from; index < part.to; index++) {
        if (seen.has(index) || isCue[index] === 1) continue
        seen.add(index)
        const found = nestedAt(view, index)
        const draft = found === null ? null : within(view, part, found, content)
        if (draft !== null) result.push(draft)
      }
    }
  }
  return result
}

/** What is ascribed at one word of `sentence`, whoever's words these are; null for most words. */
export function statementAt(view: View, index: number, sentence: TokenRange): Draft | null {
  const found = nestedAt(view, index)
  if (found === null) return null
  const draft = within(view, sentence, { ...found, rule: found.rule.replace("nested", "tree") })
  return draft === null ? null : { ...draft, level: "outer" }
}

function nestedAt(view: View, index: number): Found | null {
  const tree = view.treeOf(index)
  const { upos } = tree.at(index)
  if (view.wordOf(index).toLowerCase() === "according") return accordingTo(view, tree, index)
  if (upos === "VERB") {
    return (
      quotedAs(view, tree, index) ??
      passiveVerb(view, tree, index) ??
      verbWithClause(view, tree, index) ??
      putsNumber(tree, index)
    )
  }
  if (upos === "NOUN") return nounWithClause(view, tree, index)
  return null
}

/**
 * Cut to the part of a content that it lies in; null when nothing is left there. The source may stand in another of the
 * `parts`: “[Two officials] were quoted [as saying that …]”.
 */
function within(
  view: View,
  part: TokenRange,
  found: Found,
  parts: readonly TokenRange[] = [part],
): Draft | null {
  const cut = (range: TokenRange): TokenRange => ({
    from: Math.max(range.from, part.from),
    to: Math.min(range.to, part.to),
  })
  const isLeft = ({ from, to }: TokenRange): boolean => from < to
  const cue = cut(found.cue)
  const { source: whole } = found
  const isWhole = whole !== null && parts.some((each) => contains(each, whole))
  const source = whole === null ? null : isWhole ? whole : cut(whole)
  const holes = [cue, ...(source !== null && isLeft(source) ? [source] : [])]
  const pieces = withoutAll(found.content.map(cut).filter(isLeft), holes)
  const [first, ...rest] = merged(pieces)
  if (!isLeft(cue) || first === undefined) return null
  const content = mergedParts(
    [first, ...rest].map((piece) => {
      const bordered = view.isQuoted(cue.from)
        ? innerBorders(view, piece, part.to)
        : withOwnMarks(view, innerBorders(view, piece, part.to), part)
      // Marks around more than the content, its own speaker or cue among it, are not the content's.
      return holes.some((hole) => overlaps(hole, bordered)) ? piece : bordered
    }),
    [first, ...rest],
  )
  // “who said so”: a content without a word of its own is none.
  if (!content.some((piece) => hasWords(view, piece))) return null
  return draftByRule(found.rule, {
    cue: [cueBorders(view, cue)],
    source: source !== null && isLeft(source) ? source : null,
    content,
    kind: found.kind,
    level: "nested",
    addressee: found.addressee ?? null,
  })
}

// … that [Damascus] <denied> (it had used them)
function verbWithClause(view: View, tree: Tree, verb: number): Found | null {
  const statement = verbStatement(view, tree, verb)
  if (statement === null) return null
  const subject = tree.at(verb).relation === "xcomp" ? null : subjectOf(tree, verb)
  // “it means that …”, “I mean, …”: what things mean nobody says.
  if (subject !== null && onlyShows(view, tree, verb) && tree.at(subject).upos === "PRON") return null
  // “(refused to say) that it is over”: nobody says it here.
  if (subject === null) return null
  const source = isExpletive(tree, subject) ? null : nounPhrase(tree, subject)
  return { rule: "nested-verb", kind: null, ...statement, source }
}

const NUMBERS = new Set(
  "number toll figure total count tally cost damage crowd attendance turnout estimate".split(" "),
)

/** “put the toll at nine”, “gave a toll of nine” */
export const GIVING_NUMBERS: ReadonlySet<string> = new Set(["put", "give"])

// [The army] <put> (the death toll at nine)
function putsNumber(tree: Tree, verb: number): Found | null {
  const { lemma } = tree.at(verb)
  if (!GIVING_NUMBERS.has(lemma.toLowerCase())) return null
  const binder = lemma.toLowerCase() === "put" ? "at" : "of"
  const object = tree.childrenBy(verb, "obj").find((each) => NUMBERS.has(tree.at(each).lemma.toLowerCase()))
  const subject = subjectOf(tree, verb)
  if (object === undefined || subject === null) return null
  const isAt = (child: number): boolean => child > object && prepositionsOf(tree, child).includes(binder)
  const amount = [...tree.childrenBy(verb, "obl"), ...tree.childrenBy(object, "nmod")].find(isAt)
  if (amount === undefined || (binder === "of" && !hasNumeral(tree, amount))) return null
  const content = {
    from: tree.rangeOf(object).from,
    to: Math.max(tree.rangeOf(object).to, tree.rangeOf(amount).to),
  }
  return {
    rule: "nested-number",
    kind: "says",
    cue: cueOf(tree, verb),
    source: nounPhrase(tree, subject),
    content: [content],
  }
}

function hasNumeral(tree: Tree, word: number): boolean {
  return tree.at(word).upos === "NUM" || tree.childrenBy(word, "nummod").length > 0
}

function onlyShows(view: View, tree: Tree, verb: number): boolean {
  return (
    tree.at(verb).lemma === "mean" || sensesOfVerb(view, tree, verb).every(({ kind }) => kind === "shows")
  )
}

/** The cue and the content of a verb of the lexicon, whoever its subject is; null when it has no content here. */
export function verbStatement(view: View, tree: Tree, verb: number): Pick<Found, "cue" | "content"> | null {
  const senses = sensesOfVerb(view, tree, verb)
  const content = senses.length === 0 ? null : complementOf(tree, verb, senses)
  return content === null ? null : { cue: cueOf(tree, verb), content }
}

function sensesOfVerb(view: View, tree: Tree, verb: number): readonly CueSense[] {
  const { lemma } = tree.at(verb)
  const particle = tree.childrenBy(verb, "compound:prt")[0]
  const withParticle =
    particle === undefined ? [] : cueSenses(view.lexicon, `${lemma} ${tree.at(particle).lemma}`, "verb")
  return withParticle.length > 0 ? withParticle : cueSenses(view.lexicon, lemma, "verb")
}

/** Kinds whose infinitive tells what is asked, planned, promised or ordered: “vowed to leave”. */
const INFINITIVE_KINDS: ReadonlySet<AttributionKind> = new Set(["says", "asks", "intends", "orders"])

/** Verbs whose object alone tells what is ascribed; with others (“condemned the attack”) the words are not given. */
const OBJECT_VERBS = new Set([
  "deny",
  "reject",
  "confirm",
  "claim",
  "admit",
  "acknowledge",
  "announce",
  "promise",
  "pledge",
  "demand",
  "dispute",
  "refute",
  "rebut",
  "allege",
  "predict",
  "propose",
])

function complementOf(tree: Tree, verb: number, senses: readonly CueSense[]): readonly TokenRange[] | null {
  const takes = (word: string): boolean => senses.some(({ frame }) => frame.has(word))
  const clause = tree.childrenBy(verb, "ccomp")[0]
  if (clause !== undefined && (takes("that") || takes("quote"))) return [tree.rangeOf(clause)]
  const infinitive = tree.childrenBy(verb, "xcomp")[0]
  const isInfinitive = infinitive !== undefined && tree.childrenBy(infinitive, "mark").length > 0
  if (isInfinitive && senses.some(({ kind, frame }) => frame.has("to") && INFINITIVE_KINDS.has(kind))) {
    return withObject(tree, verb, tree.rangeOf(infinitive), takes("addressee"))
  }
  // [They] <denied> (hitting the hospital)
  const isDoing = infinitive !== undefined && !isInfinitive && tree.at(infinitive).xpos === "VBG"
  if (isDoing && senses.some(({ kind, frame }) => kind === "says" && frame.has("ing")))
    return [tree.rangeOf(infinitive)]
  // Damascus <denied> (it)
  const object = tree.childrenBy(verb, "obj")[0]
  if (object !== undefined && takes("obj") && OBJECT_VERBS.has(tree.at(verb).lemma.toLowerCase())) {
    return [tree.rangeOf(object)]
  }
  // (It is over), [he] <says>, (for good): the parser hangs the verb of saying on the clause it interrupts.
  const host = tree.headOf(verb)
  if (tree.at(verb).relation === "parataxis" && host !== null && takes("quote")) {
    return without(tree.rangeOf(host), tree.rangeOf(verb))
  }
  return null
}

/** “allowed (the police to leave)”: the object belongs to the infinitive, unless it is the person addressed. */
function withObject(
  tree: Tree,
  verb: number,
  infinitive: TokenRange,
  isAddressed: boolean,
): readonly TokenRange[] {
  const object = isAddressed ? undefined : tree.childrenBy(verb, "obj")[0]
  if (object === undefined || object < verb || object >= infinitive.from) return [infinitive]
  return [{ from: tree.rangeOf(object).from, to: infinitive.to }]
}

function isExpletive(tree: Tree, subject: number): boolean {
  return tree.at(subject).relation.startsWith("expl") || tree.at(subject).xpos === "EX"
}

/** The verb group, without the helpers that other words part from it. */
export function cueOf(tree: Tree, verb: number): TokenRange {
  const group = verbGroup(tree, verb)
  let from = verb
  // “has repeatedly said”: an adverb between the helper and the verb stays in.
  for (let index = verb - 1; index >= (group[0] ?? verb); index--) {
    const isAdverb = tree.at(index).relation === "advmod" && tree.headOf(index) === verb
    if (!group.includes(index) && !isAdverb) break
    from = index
  }
  let to = verb + 1
  while (group.includes(to)) to += 1
  return { from, to }
}

// [He] <is believed> (to be in hiding); <was told> (that …)
function passiveVerb(view: View, tree: Tree, verb: number): Found | null {
  if (!isPassive(tree, verb)) return null
  const senses = sensesOfVerb(view, tree, verb)
  if (senses.length === 0) return null
  const subject = tree.childrenBy(verb, "nsubj", "csubj")[0] ?? null
  const agent = agentOf(tree, verb)
  const found = (content: Found["content"], addressee: TokenRange | null): Found => ({
    rule: "nested-passive",
    kind: null,
    cue: cueOf(tree, verb),
    source: agent === null ? null : nounPhrase(tree, agent),
    content,
    addressee,
  })
  const clause = tree.childrenBy(verb, "ccomp")[0]
  if (clause !== undefined && senses.some(({ frame }) => frame.has("that"))) {
    const isAddressed = senses.some(({ frame }) => frame.has("addressee")) && subject !== null
    return found([tree.rangeOf(clause)], isAddressed ? nounPhrase(tree, subject) : null)
  }
  const infinitive = tree.childrenBy(verb, "xcomp")[0]
  const isVerb = infinitive !== undefined && tree.childrenBy(infinitive, "mark", "cop").length > 0
  if (!isVerb || subject === null) return null
  // [a man] <was persuaded> (to leave): who is asked or ordered is no source.
  if (senses.every(({ kind }) => kind === "asks" || kind === "orders"))
    return found([tree.rangeOf(infinitive)], nounPhrase(tree, subject))
  if (!senses.some(({ kind }) => kind === "says" || kind === "believes")) return null
  return found([nounPhrase(tree, subject), tree.rangeOf(infinitive)], null)
}

// RIA quoted [Lavrov] <as saying> (that Damascus denied it)
function quotedAs(view: View, tree: Tree, verb: number): Found | null {
  if (tree.at(verb).xpos !== "VBG") return null
  const as = tree.childrenBy(verb, "mark", "case").find((mark) => tree.at(mark).lemma.toLowerCase() === "as")
  const quoting = tree.headOf(verb)
  if (
    as === undefined ||
    quoting === null ||
    cueSenses(view.lexicon, tree.at(quoting).lemma, "verb").length === 0
  ) {
    return null
  }
  const senses = sensesOfVerb(view, tree, verb)
  const complement = senses.length === 0 ? null : complementOf(tree, verb, senses)
  const quoted = tree.childrenBy(quoting, "obj")[0] ?? tree.childrenBy(quoting, "nsubj:pass")[0]
  if (complement === null || quoted === undefined) return null
  return {
    rule: "nested-quoted-as",
    kind: null,
    cue: { from: as, to: verb + 1 },
    source: nounPhrase(tree, quoted),
    content: complement,
  }
}

// (71 missiles were shot down), <according to> [the ministry]
function accordingTo(view: View, tree: Tree, according: number): Found | null {
  const to = according + 1
  if (!tree.has(to) || view.wordOf(to).toLowerCase() !== "to") return null
  // “according” is a marker of the noun, or the noun hangs on it, by the parser's mood.
  const markedNoun = tree.at(according).relation.startsWith("case") ? tree.headOf(according) : null
  const noun = markedNoun ?? tree.childrenBy(according, "obl", "nmod", "obj")[0] ?? null
  if (noun === null || noun < to) return null
  const source = nounPhrase(tree, noun)
  const hanging = markedNoun === null ? according : noun
  const host = tree.headOf(hanging)
  if (host === null) return null
  return {
    rule: "nested-according-to",
    kind: null,
    cue: { from: according, to: to + 1 },
    source: { from: Math.max(source.from, to + 1), to: source.to },
    content: without(tree.rangeOf(host), tree.rangeOf(hanging)),
  }
}

/** “There is no guarantee that …”, “it is no news that …”: with a clause they hardly tell that anybody said it. */
const EMPTY_NOUNS = new Set([
  "guarantee",
  "point",
  "line",
  "case",
  "lie",
  "word",
  "talk",
  "idea",
  "notice",
  "news",
  "law",
  "rule",
  "sense",
  "knowledge",
])

// denied [Moscow's] <claim> (that it had shot them down)
function nounWithClause(view: View, tree: Tree, noun: number): Found | null {
  const { lemma } = tree.at(noun)
  const senses = cueSenses(view.lexicon, lemma, "noun").filter(
    ({ kind, frame }) => frame.has("that") && kind !== "shows",
  )
  if (senses.length === 0 || EMPTY_NOUNS.has(lemma.toLowerCase())) return null
  const clause = tree
    .childrenBy(noun, "acl", "ccomp")
    .find((child) => child > noun && !tree.at(child).relation.endsWith("relcl") && hasThat(tree, child))
  if (clause === undefined) return null
  const owner = tree.childrenBy(noun, "nmod:poss")[0]
  const from = tree.childrenBy(noun, "nmod").find((child) => {
    const mark = tree.childrenBy(child, "case")[0]
    return child > noun && child < clause && mark !== undefined && /^(by|of|from)$/i.test(tree.at(mark).lemma)
  })
  const source = owner ?? from ?? null
  return {
    rule: "nested-noun",
    kind: null,
    cue: { from: noun, to: noun + 1 },
    source: source === null ? null : nounPhrase(tree, source),
    content: [tree.rangeOf(clause)] satisfies NonEmpty<TokenRange>,
  }
}

function hasThat(tree: Tree, verb: number): boolean {
  return tree.childrenBy(verb, "mark").some((mark) => tree.at(mark).lemma.toLowerCase() === "that")
}
