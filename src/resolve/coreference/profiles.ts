// What can be told of each mention by itself: its words, number, gender, sort, its place in sentence and quotation. In:
// a reading and the lexicons. Out: a profile for each mention, in text order.
import { append } from "../../base/group-by.ts"
import { clauseHeadOf, isLedBy, type Pronoun, pronounOf, type Tree, treeOver } from "../../grammar/index.ts"
import type { AttributionId, MentionId } from "../../schema/ids.ts"
import type { Span, TokenRange } from "../../schema/positions.ts"
import type { Attribution, Mention, Reading, Token } from "../../schema/reading.ts"
import type { EntityKind } from "../../schema/resolution.ts"
import type { CoreferenceKnowledge, Gender } from "./knowledge.ts"
import { nameWords, titleGender } from "./name-words.ts"

export type PhraseRole = "subject" | "object" | "possessive" | "oblique" | "apposition" | "other"
export type Article = "definite" | "indefinite" | "demonstrative" | "possessive" | "none"

export type NameMention = Extract<Mention, { kind: "name" }>

export interface Profile {
  readonly mention: Mention
  /** Place among the mentions in text order. */
  readonly order: number
  readonly head: number
  readonly token: Token
  readonly range: TokenRange
  readonly sentence: number
  readonly paragraph: number
  readonly tree: Tree
  readonly role: PhraseRole
  /** Of “Russia and Ukraine” the words that head its parts; empty for all else. */
  readonly members: readonly number[]
  /** The word that heads its clause. */
  readonly clause: number
  /** Whether it is named together with others: “Lavrov and Kerry”. */
  readonly isCoordinated: boolean
  readonly isInBrackets: boolean
  /** Whether it is a predicate: “is the minister”. */
  readonly isPredicate: boolean
  readonly pronoun: Pronoun | null
  readonly number: "singular" | "plural" | null
  readonly gender: Gender | null
  /** What a single name tells if it is a given name: “Jenny”; a surname may mislead (“Craig”). */
  readonly genderHint: Gender | null
  /** Null: may be of several kinds. */
  readonly kind: EntityKind | null
  /** Lower case; of a name its words without titles, of a nominal the head's lemma. */
  readonly words: readonly string[]
  /** Lower case: nouns and adjectives that describe it (“foreign”, “minister” of a name with its title). */
  readonly modifiers: ReadonlySet<string>
  readonly article: Article
  /** Statements whose quoted words hold it, outermost first. */
  readonly quotedIn: readonly Attribution[]
  /** Statements in whose words without marks it stands, outermost first: “Lavrov said that ⟦he⟧ would go”. */
  readonly toldIn: readonly Attribution[]
  /** Statements of which it is the source. */
  readonly sourceOf: readonly Attribution[]
}

/** Linear but for sorting and for how deep statements lie in each other. */
export function profileMentions(reading: Reading, knowledge: CoreferenceKnowledge): readonly Profile[] {
  const { doc, tokens, sentences, mentions, attributions } = reading
  const trees = sentences.map((sentence) => treeOver(tokens, sentence))
  const sourceOf = statementsOf(attributions)
  const quotedIn = statementsAt(attributions, ({ quoted }) => quoted)
  const toldIn = statementsAt(attributions, ({ content }) => content)
  const headedBy = new Map(mentions.map((mention) => [mention.head.start, mention]))
  const profiles: Profile[] = []
  let [sentence, paragraph, lastEnd] = [0, 0, 0]
  for (const mention of mentions) {
    const head = tokens.covering(mention.head)?.from
    const range = tokens.covering(mention.span)
    if (head === undefined || range === null) continue
    while (sentence < sentences.length - 1 && sentences[sentence]!.to <= head) sentence += 1
    while (sentence > 0 && sentences[sentence]!.from > head) sentence -= 1
    const tree = trees[sentence]!
    if (doc.text.slice(lastEnd, mention.head.start).includes("\n")) paragraph += 1
    lastEnd = Math.max(lastEnd, mention.head.start)
    const token = tree.at(head)
    const members = membersOf(tree, head, range)
    const pronoun = mention.kind === "pronoun" ? pronounOf(textOf(reading, mention.head)) : null
    const quoted = quotedIn(mention.head.start)
    const modifiers = modifiersOf(tree, mention, head, range, reading)
    profiles.push({
      mention,
      order: profiles.length,
      head,
      token,
      range,
      sentence,
      paragraph,
      tree,
      role: roleOf(members.length === 0 ? token.relation : tree.at(members[0]!).relation),
      members,
      clause: clauseHeadOf(tree, head),
      ...childrenTell(tree, head),
      pronoun,
      number: numberOf(mention, token, pronoun, tree),
      gender: genderOf(reading, mention, token, pronoun, modifiers, knowledge),
      genderHint: genderHintOf(reading, mention, knowledge),
      kind:
        members.length === 0
          ? kindOf(reading, mention, countedBy(tree, head) ?? token, pronoun, knowledge)
          : kindOfSeveral(
              reading,
              members.map((member) => headedBy.get(tree.at(member).span.start)),
              knowledge,
            ),
      words:
        members.length === 0
          ? wordsOf(reading, mention, token)
          : members.map((member) => tree.at(member).lemma.toLowerCase()),
      modifiers,
      article: articleOf(tree, head),
      quotedIn: quoted,
      toldIn: toldIn(mention.head.start).filter((statement) => !quoted.includes(statement)),
      sourceOf: sourceOf.get(mention.id) ?? [],
    })
  }
  return profiles
}

export function textOf({ doc }: Reading, { start, end }: Mention["span"]): string {
  return doc.text.slice(start, end)
}

/** What the words that hang on the head tell; looked through once, since they may be many. */
function childrenTell(
  tree: Tree,
  head: number,
): Pick<Profile, "isCoordinated" | "isInBrackets" | "isPredicate"> {
  const children = tree.childrenOf(head).map((child) => tree.at(child))
  return {
    isCoordinated: tree.at(head).relation === "conj" || children.some(({ relation }) => relation === "conj"),
    isInBrackets: children.some(({ relation, lemma }) => relation === "punct" && /^-?[([]/.test(lemma)),
    // “was in the room” tells where, not what.
    isPredicate:
      children.some(({ relation }) => relation === "cop") &&
      !children.some(({ relation }) => relation === "case"),
  }
}

function membersOf(tree: Tree, head: number, { from, to }: TokenRange): readonly number[] {
  const last = tree.headOf(head)
  if (tree.at(head).upos !== "CCONJ" || last === null) return []
  const first = tree.headOf(last)
  if (first === null) return [last]
  return [first, ...tree.childrenBy(first, "conj").filter((one) => one >= from && one < to)]
}

/** The statements of each source. */
function statementsOf(attributions: readonly Attribution[]): ReadonlyMap<MentionId, readonly Attribution[]> {
  const statements = new Map<MentionId, Attribution[]>()
  for (const attribution of attributions) {
    if (attribution.speaker !== null) append(statements, attribution.speaker, attribution)
  }
  return statements
}

/** For a place in the text, asked nearly from left to right, the statements with a stretch that holds it, the outermost first. */
function statementsAt(
  attributions: readonly Attribution[],
  stretchesOf: (attribution: Attribution) => readonly Span[],
): (at: number) => readonly Attribution[] {
  const stretches = attributions
    .flatMap((attribution) => stretchesOf(attribution).map((span) => ({ span, attribution })))
    .sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end)
  let next = 0
  let open: typeof stretches = []
  return (at) => {
    while (next < stretches.length && stretches[next]!.span.start <= at) open.push(stretches[next++]!)
    open = open.filter(({ span }) => span.end > at)
    const seen = new Set<AttributionId>()
    return open
      .filter(({ span }) => span.start <= at)
      .map(({ attribution }) => attribution)
      .filter(({ id }) => !seen.has(id) && seen.add(id))
  }
}

function roleOf(relation: string): PhraseRole {
  const type = relation.split(":")[0]!
  if (type === "nsubj" || type === "csubj") return "subject"
  if (type === "obj" || type === "iobj") return "object"
  if (relation === "nmod:poss") return "possessive"
  if (type === "obl" || type === "nmod") return "oblique"
  return type === "appos" ? "apposition" : "other"
}

function numberOf(mention: Mention, token: Token, pronoun: Pronoun | null, tree: Tree): Profile["number"] {
  if (mention.kind === "pronoun") return pronoun?.number ?? mention.number
  // “Lavrov and Kerry” as one source.
  const joined = tree.childrenBy(token.index, "conj").some((child) => {
    const { start } = tree.at(child).span
    return start > mention.span.start && start < mention.span.end
  })
  if (joined && mention.kind !== "name") return "plural"
  if (mention.kind === "name") return joined && mention.label === "person" ? "plural" : "singular"
  if (/^NNP?S$/.test(token.xpos) || token.upos === "NUM" || token.upos === "CCONJ") return "plural"
  return /^NNP?$/.test(token.xpos) ? (PLURALS.has(token.lemma.toLowerCase()) ? null : "singular") : null
}

/** Singular in form; “they” may stand for it. */
const PLURALS = new Set(
  "police people staff couple pair family team crew public media majority minority".split(" "),
)

function genderOf(
  reading: Reading,
  mention: Mention,
  token: Token,
  pronoun: Pronoun | null,
  modifiers: ReadonlySet<string>,
  knowledge: CoreferenceKnowledge,
): Gender | null {
  if (mention.kind === "pronoun") {
    return pronoun?.gender === "man" || pronoun?.gender === "woman" ? pronoun.gender : null
  }
  if (mention.kind === "nominal") return knowledge.nounKind(token.lemma.toLowerCase())?.gender ?? null
  if (mention.label === "organization" || mention.label === "state") return null
  for (const word of modifiers) {
    const gender = titleGender(word) ?? knowledge.nounKind(word)?.gender ?? null
    if (gender !== null) return gender
  }
  const written = textOf(reading, mention.name)
  // “Mrs Clinton” with its title in the name.
  const title = titleGender(written.split(" ", 1)[0]!)
  if (title !== null) return title
  const [first, ...rest] = nameWords(written)
  return first === undefined || rest.length === 0 ? null : genderNamed(first, knowledge)
}

function genderHintOf(reading: Reading, mention: Mention, knowledge: CoreferenceKnowledge): Gender | null {
  if (mention.kind !== "name" || mention.label === "organization" || mention.label === "state") return null
  const [only, ...rest] = nameWords(textOf(reading, mention.name))
  return only === undefined || rest.length > 0 ? null : genderNamed(only, knowledge)
}

/** Null where a name is neither's for certain: nine in ten. */
function genderNamed(givenName: string, knowledge: CoreferenceKnowledge): Gender | null {
  const women = knowledge.womenNamed(givenName)
  return women === null ? null : women >= 0.9 ? "woman" : women <= 0.1 ? "man" : null
}

const AMOUNTS: ReadonlySet<string> = new Set(
  "dozen score hundred thousand million majority couple handful".split(" "),
)

/** “hundreds of *houses*”: what is told by how many there are of it; null for other words. */
function countedBy(tree: Tree, head: number): Token | null {
  if (!AMOUNTS.has(tree.at(head).lemma.toLowerCase())) return null
  const counted = tree.childrenBy(head, "nmod").find((each) => isLedBy(tree, each, /^of$/i))
  return counted === undefined ? null : tree.at(counted)
}

function kindOf(
  reading: Reading,
  mention: Mention,
  token: Token,
  pronoun: Pronoun | null,
  knowledge: CoreferenceKnowledge,
): EntityKind | null {
  if (mention.kind === "pronoun") {
    if (pronoun?.gender === "man" || pronoun?.gender === "woman") return "person"
    return pronoun?.person === 1 && pronoun.number === "singular" ? "person" : null
  }
  if (mention.kind === "name") {
    if (mention.label === "thing") return null
    const isCountry =
      mention.label === "place" && knowledge.countryNamed(textOf(reading, mention.name)) !== null
    return isCountry ? "state" : mention.label
  }
  const known = knowledge.nounKind(token.lemma.toLowerCase().replace(/^ex-/, ""))
  if (known === null) return null
  return known.kind === "person" && /^NNP?S$/.test(token.xpos) ? "group" : known.kind
}

/** Those who can speak or act together are a group: “Russia and Ukraine”, “the minister and his aides”. */
function kindOfSeveral(
  reading: Reading,
  members: readonly (Mention | undefined)[],
  knowledge: CoreferenceKnowledge,
): EntityKind | null {
  const canAct = (member: Mention | undefined): boolean => {
    if (member === undefined || member.kind === "pronoun") return member !== undefined
    const token = reading.tokens.at(reading.tokens.covering(member.head)!.from)
    return /^(?:person|organization|state|group)$/.test(kindOf(reading, member, token, null, knowledge) ?? "")
  }
  return members.every(canAct) ? "group" : null
}

function wordsOf(reading: Reading, mention: Mention, token: Token): readonly string[] {
  switch (mention.kind) {
    case "name":
      return nameWords(textOf(reading, mention.name))
    case "nominal":
      // “Ex-minister … a former minister”
      return [token.lemma.toLowerCase().replace(/^ex-/, "")]
    case "pronoun":
      return [textOf(reading, mention.head).toLowerCase()]
  }
}

/** Looked at on either side of a head: phrases nest, so that all their words would take the square of their number. */
const MOST_WORDS = 30

const TITLES: ReadonlyMap<string, string> = new Map([
  ["gov", "governor"],
  ["sen", "senator"],
  ["rep", "representative"],
  ["gen", "general"],
  ["col", "colonel"],
  ["capt", "captain"],
  ["sgt", "sergeant"],
  ["prof", "professor"],
  ["amb", "ambassador"],
])

/** “governor” of “Gov. Scott Walker”, whom the report calls the governor later. */
function titleInFull(word: string): string {
  return TITLES.get(word.replace(/\.$/, "")) ?? word
}

/** The words around the head within the phrase; of a name those of its title, of what stands in apposition to it. */
function modifiersOf(
  tree: Tree,
  mention: Mention,
  head: number,
  range: TokenRange,
  reading: Reading,
): ReadonlySet<string> {
  const words = new Set<string>()
  if (mention.kind === "pronoun") return words
  const name = mention.kind === "name" ? reading.tokens.covering(mention.name) : null
  // “the Unity Government, which the military calls a terrorist group”: others' words, of other people; “the army *and the rebels*”.
  const clauses = tree.childrenBy(head, "acl:relcl", "conj").map((clause) => tree.rangeOf(clause))
  const add = (index: number): void => {
    if (index === head || (name !== null && index >= name.from && index < name.to)) return
    if (clauses.some(({ from, to }) => index >= from && index < to)) return
    const { upos, lemma } = tree.at(index)
    if (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(upos)) words.add(titleInFull(lemma.toLowerCase()))
  }
  const addAll = ({ from, to }: TokenRange): void => {
    const first = Math.max(from, tree.sentence.from, head - MOST_WORDS)
    for (let index = first; index < Math.min(to, tree.sentence.to, head + MOST_WORDS); index += 1) add(index)
  }
  addAll(range)
  if (name === null) return words
  // “Foreign Minister Sergei Lavrov”: titles hang on the name, or the name on the title.
  for (const child of tree.childrenOf(head)) {
    if (!/^(?:compound|nmod:desc|flat|amod|appos)/.test(tree.at(child).relation)) continue
    addAll(tree.rangeOf(child))
  }
  const above = tree.headOf(head)
  if (above !== null && /^(?:flat|appos|nmod:desc|compound)/.test(tree.at(head).relation)) add(above)
  return words
}

function articleOf(tree: Tree, head: number): Article {
  const children = tree.childrenOf(head).map((child) => tree.at(child))
  if (
    children.some(({ relation, span }) => relation === "nmod:poss" && span.start < tree.at(head).span.start)
  )
    return "possessive"
  const article = children.find(({ relation }) => relation === "det")
  if (article === undefined) return "none"
  const lemma = article.lemma.toLowerCase()
  if (lemma === "the") return "definite"
  return /^(?:this|that|these|those|such)$/.test(lemma) ? "demonstrative" : "indefinite"
}
