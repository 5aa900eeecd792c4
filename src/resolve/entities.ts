// Who or what each chain of mentions stands for. In: the chains, the lexicon of actors, the gazetteer. Out: entities
// with their code as of the report's date, their place on the map, and a link to a register where one is known.
import { type ActorLexicon, type Gazetteer, isCountryName } from "../lexicon/index.ts"
import type { NonEmpty, Span } from "../schema/positions.ts"
import type { Mention, Reading } from "../schema/reading.ts"
import type { Entity, EntityKind } from "../schema/resolution.ts"
import {
  type ActorPhrase,
  type CodedActor,
  codeEntity,
  findSetting,
  inServiceOf,
  phraseAround,
  phrasesTold,
  placesBeside,
  type Setting,
  setIn,
} from "./actors/index.ts"
import type { Chain } from "./coreference/index.ts"
import { type ResolvedPlace, resolvePlaces } from "./places/index.ts"
import { principalsOf } from "./principals.ts"
import type { TreeAt } from "./trees-by-token.ts"

export interface EntityNeeds {
  readonly actors: ActorLexicon
  readonly gazetteer: Gazetteer
}

type MentionOf = ReadonlyMap<Mention["id"], Mention>

export interface ChainFacts {
  readonly chains: readonly Chain[]
  /** The mentions that speak or act. */
  readonly acting: ReadonlySet<Mention["id"]>
  readonly treeAt: TreeAt
  /** Where the report says that it was written: the place's name; null without a dateline. */
  readonly dateline: Span | null
}

/** One entity a chain, in their order. */
export function toEntities(
  reading: Reading,
  { chains, acting, treeAt, dateline }: ChainFacts,
  { actors, gazetteer }: EntityNeeds,
): readonly Entity[] {
  const { doc } = reading
  const mentions: MentionOf = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  const date = doc.published?.edtf ?? null
  const setting = findSetting(doc.text, actors, gazetteer, dateline)
  const phraseOf = (mention: Mention): ActorPhrase =>
    toPhrase(reading, mention, { acts: acting.has(mention.id), treeAt, actors })
  const code = (chain: Chain, where: Setting): CodedActor => {
    const all = chain.mentions.map(({ mention }) => mentions.get(mention)!)
    const isNamed = all.some(({ kind }) => kind === "name")
    // Pronouns tell nothing of who somebody is in the world, but “he is a professor” does; “called Trump "the orange prince"” does not.
    const tells = ({ kind, span }: Mention): boolean =>
      kind !== "pronoun" && !(isNamed && kind === "nominal" && /["“‘«]/.test(doc.text[span.start - 1] ?? ""))
    const own = all.filter(tells).map(phraseOf)
    return codeEntity([...own, ...phrasesToldOf(all, reading, treeAt)], actors, date, where)
  }
  const alone = chains.map((chain) => code(chain, setting))
  const principals = principalsOf(reading, chains, treeAt)
  const coded = chains.map((chain, index) => {
    const principal = principals.get(index)
    if (principal === undefined) return alone[index]!
    const theirs = alone[principal.chain]!
    // “his government” is of his country; of “Syria's ally” nobody knows.
    const country = principal.isPronoun ? (theirs.roles[0]?.role.country ?? null) : null
    return inServiceOf(country === null ? alone[index]! : code(chain, setIn(setting, country)), theirs)
  })
  const places = placeChains(reading, chains, coded, mentions, gazetteer)
  return chains.map((chain, index) => {
    const first = mentions.get(chain.mentions[0].mention)!.span
    // Of words that are nothing but marks no name is left.
    const name = chain.name === "" ? doc.text.slice(first.start, first.end) : chain.name
    return toEntity({ ...chain, name }, coded[index]!, places.get(index) ?? null)
  })
}

/** What is said of somebody beside the mentions themselves. */
function phrasesToldOf(
  all: readonly Mention[],
  { doc, tokens }: Reading,
  treeAt: TreeAt,
): readonly ActorPhrase[] {
  return all.flatMap(({ head }) => {
    const token = tokens.covering(head)?.from ?? null
    const tree = token === null ? null : treeAt(token)
    if (tree === null || token === null) return []
    return phrasesTold(tree, token, doc.text)
  })
}

/** With title and apposition, which say more of somebody than the name does. */
function toPhrase(
  { doc, tokens }: Reading,
  mention: Mention,
  {
    acts,
    treeAt,
    actors,
  }: { readonly acts: boolean; readonly treeAt: TreeAt; readonly actors: ActorLexicon },
): ActorPhrase {
  const { span, head } = mention
  const token = tokens.covering(head)?.from ?? null
  // “the envoy for Syria Staffan de Mistura”: the country is not his.
  const first = tokens.covering(span)?.from ?? 0
  const before = first === 0 ? null : tokens.at(first - 1)
  const followsCountry =
    mention.kind === "name" &&
    mention.label === "person" &&
    before !== null &&
    isCountryName(actors, doc.text.slice(before.span.start, before.span.end))
  const tree = token === null ? null : treeAt(token)
  const around = tree === null || token === null || followsCountry ? null : phraseAround(tree, token)
  const start = around === null ? span.start : Math.min(span.start, tokens.start(around.from))
  const end = around === null ? span.end : Math.max(span.end, tokens.end(around.to - 1))
  return {
    text: doc.text.slice(start, end),
    head: doc.text.slice(head.start, head.end),
    label: mention.kind === "name" ? mention.label : null,
    acts,
    beside:
      mention.kind === "name" || tree === null || token === null ? [] : placesBeside(tree, token, doc.text),
  }
}

/** Where the chains lie that name places or states, all asked at once since places of one report lie near each other. */
function placeChains(
  { doc }: Reading,
  chains: readonly Chain[],
  coded: readonly CodedActor[],
  mentions: MentionOf,
  gazetteer: Gazetteer,
): ReadonlyMap<number, ResolvedPlace> {
  const asked = chains.flatMap((chain, index) => {
    const name = isPlace(chain.kind, coded[index]!) ? nameOf(chain, mentions) : null
    return name === null
      ? []
      : [{ index, span: name.name, name: doc.text.slice(name.name.start, name.name.end) }]
  })
  const countries = new Set(coded.flatMap(({ roles }) => roles.map(({ role }) => role.country)))
  countries.delete(null)
  const found = resolvePlaces(
    {
      names: asked.map(({ name, span }) => ({ name, span })),
      countries: [...countries] as string[],
      text: doc.text,
    },
    gazetteer,
  )
  return new Map(asked.map(({ index }, row) => [index, found[row]!]))
}

function isPlace(kind: EntityKind, coded: CodedActor): boolean {
  return kind === "place" || kind === "state" || coded.kind === "state" || coded.kind === "place"
}

/** The first mention by name. */
function nameOf({ mentions }: Chain, byId: MentionOf): Extract<Mention, { kind: "name" }> | null {
  for (const { mention: id } of mentions) {
    const mention = byId.get(id)!
    if (mention.kind === "name") return mention
  }
  return null
}

function toEntity(chain: Chain, coded: CodedActor, place: ResolvedPlace | null): Entity {
  const kind = kindOf(chain.kind, coded, place)
  const link = kind === "place" && place !== null ? place.link : coded.link
  return {
    kind,
    name: chain.name,
    mentions: chain.mentions as NonEmpty<Chain["mentions"][number]>,
    link,
    roles: kind === "place" || kind === "thing" ? [] : coded.roles.filter(isTold),
    position: kind === "place" || kind === "state" ? (place?.position ?? null) : null,
  }
}

/** That somebody of whom nothing is told belongs to the country that the report is about is a guess, and no role. */
function isTold({ basis, score }: CodedActor["roles"][number]): boolean {
  return basis !== "inferred" || score >= 0.4
}

/** The lexicon knows what a name is; of names it does not have, what the text does with them tells. */
function kindOf(kind: EntityKind, coded: CodedActor, place: ResolvedPlace | null): EntityKind {
  if (coded.link.kind === "linked" && coded.kind !== "unknown") {
    // “in Damascus”: the capital of a state that the lexicon knows is a town where things happen. “(AFP)” is no town.
    const isTown = kind === "place" && coded.kind !== "state" && place?.link.kind === "linked"
    return isTown ? "place" : coded.kind
  }
  if (kind === "place" || (kind === "state" && place?.link.kind === "linked" && coded.roles.length === 0))
    return "place"
  return coded.kind === "unknown" ? kind : coded.kind
}
