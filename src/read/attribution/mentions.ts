// The mentions that sources are. In: source ranges, the network's names, the trees. Out: a name, a nominal or a
// pronoun with its head word, one for each place in the text. Whom it means is resolved later.
import { nounPhrase, pronounOf } from "../../grammar/index.ts"
import type { MentionId } from "../../schema/ids.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Mention } from "../../schema/reading.ts"
import type { TaggedSpan } from "../spans/index.ts"
import type { View } from "./view.ts"

export interface Mentions {
  readonly mentions: readonly Mention[]
  /** By the tokens of the source, as `keyOf` writes them. */
  readonly ids: ReadonlyMap<string, MentionId>
}

/** “3-5”: the first token of a source, and the one after its last. */
export function keyOf({ from, to }: TokenRange): string {
  return `${from}-${to}`
}

/** One mention for each different range, in text order. Linear but for the sorting. */
export function findMentions(view: View, sources: readonly TokenRange[]): Mentions {
  const different = new Map(sources.map((range) => [keyOf(range), range]))
  const sorted = [...different.values()].sort((one, other) => one.from - other.from || one.to - other.to)
  const ids = new Map<string, MentionId>()
  const mentions = sorted.map((range, number): Mention => {
    const id = `m${number + 1}` as MentionId
    ids.set(keyOf(range), id)
    return mentionOf(view, id, range, view.taggedIn("names", range))
  })
  return { mentions, ids }
}

function mentionOf(view: View, id: MentionId, range: TokenRange, names: readonly TaggedSpan[]): Mention {
  const head = view.treeOf(range.from).topOf(range)
  const token = view.tokenAt(head)
  const base = { id, span: view.spanOf(range), head: token.span }
  const pronoun = pronounOf(view.wordOf(head))
  // “US announces restrictions”: tagged as a pronoun in some headlines.
  const isAcronym = pronoun === null && /^\p{Lu}{2,}$/u.test(view.wordOf(head))
  const isPronoun = token.upos === "PRON" || (token.upos === "DET" && range.to - range.from === 1)
  if (isPronoun && !isAcronym) return { ...base, kind: "pronoun", number: pronoun?.number ?? null, score: 1 }
  const name = nameAt(view, range, head, names)
  if (name !== null) {
    const score = Math.exp(name.mean)
    const whole = wholeName(view, range, name.range, head)
    return {
      ...base,
      head: headOfName(view, whole, head),
      kind: "name",
      label: labelOf(name.role === "PER" && hasArticle(view, range, whole.from) ? "ORG" : name.role),
      name: view.spanOf(whole),
      score,
    }
  }
  const isProper = token.upos === "PROPN" && /\p{Lu}/u.test(view.wordOf(head)) && !isCalledOf(view, head)
  if (isProper || isAcronym) {
    // The names head missed it: “POLITICO” is spelt like an organization, other names are mostly persons.
    const whole = wholeName(view, range, { from: head, to: head + 1 }, head)
    const isBody = /^[\p{Lu}.]{2,}$/u.test(view.wordOf(head)) || hasArticle(view, range, whole.from)
    const label = isBody ? "organization" : "person"
    return { ...base, kind: "name", label, name: view.spanOf(whole), score: 0.5 }
  }
  return { ...base, kind: "nominal", role: roleOf(view, range, head), score: 1 }
}

/** “Foreign Ministry” and “Expert Mission” of which one word is taken for the name; “Minister” is no part of “Minister Lavrov”. */
function wholeName(view: View, range: TokenRange, name: TokenRange, head: number): TokenRange {
  if (name.to - name.from > 1 || name.from !== head) return name
  const belongs = (word: number): boolean =>
    view.tokenAt(word).head === head &&
    /^\p{Lu}/u.test(view.wordOf(word)) &&
    /^(?:compound|amod|flat)/.test(view.tokenAt(word).relation)
  let { from } = name
  while (from > range.from && belongs(from - 1)) from -= 1
  // A person's name has no article: “the Expert Mission”.
  return hasArticle(view, range, from) ? { from, to: name.to } : name
}

/** “Fiancée of a journalist”: what a sentence begins with has its capital from there. */
function isCalledOf(view: View, word: number): boolean {
  return (
    view.sentences[view.sentenceOf(word)]?.from === word &&
    word + 1 < view.tokens.length &&
    view.wordOf(word + 1) === "of"
  )
}

/** “The Kremlin”: a person's name has no article. */
function hasArticle(view: View, { from }: TokenRange, name: number): boolean {
  return name === from + 1 && view.wordOf(from).toLowerCase() === "the"
}

/**
 * The name that the phrase names somebody by: the one that holds its head, or that stands beside it (“Foreign
 * Minister Sergei Lavrov”, “Sergei Lavrov, the minister”). “Lavrov's spokeswoman” and “officials in Moscow” have none.
 */
function nameAt(
  view: View,
  range: TokenRange,
  head: number,
  names: readonly TaggedSpan[],
): TaggedSpan | null {
  const tree = view.treeOf(head)
  // “The interior ministry” has none, nor has “Video” at the head of a sentence, whatever the network thinks.
  const isName = ({ role, range: { from, to } }: TaggedSpan): boolean =>
    to - from > 1 ||
    (!isCalledOf(view, from) &&
      /\p{Lu}/u.test(view.wordOf(from)) &&
      (role === "PER" || view.tokenAt(from).upos !== "NOUN" || !/^\p{Lu}\p{Ll}+$/u.test(view.wordOf(from))))
  for (const name of names) if (name.range.from <= head && head < name.range.to && isName(name)) return name
  for (const name of names) {
    const top = tree.topOf(name.range)
    const relation = tree.at(top).relation
    const isBeside = relation === "appos" || relation.startsWith("flat") || relation.startsWith("nmod:desc")
    if (
      isBeside &&
      tree.headOf(top) === head &&
      name.range.to <= range.to &&
      !isOfPlace(view, head, name.range)
    )
      return name
  }
  return null
}

/** “da Régua” of “the mayor *of* Peso da Régua”: whose mayor it is, not who. */
function isOfPlace(view: View, head: number, { from }: TokenRange): boolean {
  let before = from - 1
  while (before > head && /^\p{Lu}/u.test(view.wordOf(before))) before -= 1
  return before === head + 1 && /^(?:of|for|in)$/.test(view.wordOf(before))
}

/** The word of the name that the others hang on. */
function headOfName(view: View, name: TokenRange, head: number): Mention["head"] {
  return name.from <= head && head < name.to
    ? view.tokenAt(head).span
    : view.tokenAt(view.treeOf(name.from).topOf(name)).span
}

function labelOf(role: string): "person" | "organization" | "state" | "thing" {
  switch (role) {
    case "PER":
      return "person"
    case "ORG":
      return "organization"
    // A place that speaks is the state or the government there: “Damascus said”.
    case "LOC":
      return "state"
    default:
      return "thing"
  }
}

/** “spokeswoman for the ministry” of “a spokeswoman for the ministry, who asked …”. */
function roleOf(view: View, range: TokenRange, head: number): string {
  const phrase = nounPhrase(view.treeOf(head), head)
  let from = Math.max(range.from, phrase.from)
  const to = Math.min(range.to, phrase.to)
  while (from < head && (view.tokenAt(from).upos === "DET" || view.tokenAt(from).upos === "PRON")) from += 1
  return view.textOf({ from, to: Math.max(to, head + 1) }).replace(/\s+/g, " ")
}
