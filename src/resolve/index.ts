// What a report's mentions stand for. In: a `Reading`, the lexicons. Out: a `Resolution`. Whoever resolves mentions,
// places, dates or amounts knows nothing of the others; they meet here.
import { type Tree, treeOver } from "../grammar/index.ts"
import type { ActorLexicon, ContextLexicon, Gazetteer } from "../lexicon/index.ts"
import type { Mention, Reading } from "../schema/reading.ts"
import type { Entity, Participant, Resolution } from "../schema/resolution.ts"
import { contextsIn } from "./contexts.ts"
import { type CoreferenceKnowledge, linkMentions } from "./coreference/index.ts"
import { resolveTimes } from "./dates/index.ts"
import { toEntities } from "./entities.ts"
import { findHappenings } from "./find-happenings.ts"
import { indexMentions, type MentionIndex } from "./mention-index.ts"
import { datelineOf } from "./places/index.ts"
import { findQuantities } from "./quantities/index.ts"
import { statesByPeople } from "./states-by-people.ts"
import { treesByToken } from "./trees-by-token.ts"

export { type CoreferenceKnowledge, coreferenceKnowledge } from "./coreference/index.ts"

export interface ResolveNeeds {
  readonly actors: ActorLexicon
  readonly gazetteer: Gazetteer
  readonly coreference: CoreferenceKnowledge
  readonly contexts: ContextLexicon
}

/** Never throws on what is in a report; takes time in proportion to it. */
export function resolve(reading: Reading, needs: ResolveNeeds): Resolution {
  const trees = reading.sentences.map((sentence) => treeOver(reading.tokens, sentence))
  const { times, problems } = resolveTimes(reading)
  const quantities = findQuantities(reading)
  const acting = actingIn(reading, trees)
  const chains = linkMentions(reading, needs.coreference)
  const treeAt = treesByToken(reading, trees)
  const dateline = datelineOf(reading.doc)
  const entities = toEntities(reading, { chains, acting, treeAt, dateline }, needs)
  const index = indexMentions(reading, entities)
  return {
    entities,
    times,
    quantities,
    happenings: findHappenings(reading, {
      contextsOf: contextsIn(reading, treeAt, needs.contexts),
      treeAt,
      index,
      entities,
      isOnMap: (entity) => entities[entity]!.position !== null,
      isSomebody: isSomebodyIn(reading, entities),
      isNamed: isNamedIn(reading, entities),
      stateAt: statesByPeople(reading, entities, needs.actors),
      times,
      quantities,
    }),
    dateline: dateline === null ? null : (index.within(dateline)[0]?.entity ?? null),
    venuePlaces: findVenuePlaces(reading, entities, index),
    problems,
  }
}

function isNamedIn({ mentions }: Reading, entities: readonly Entity[]): (entity: number) => boolean {
  const names = new Set(mentions.filter(({ kind }) => kind === "name").map(({ id }) => id))
  return (entity) => entities[entity]!.mentions.some(({ mention }) => names.has(mention))
}

/** Whether it is told who an entity is: not by “we” and “it” alone, of which nothing is known. */
function isSomebodyIn({ mentions }: Reading, entities: readonly Entity[]): (entity: number) => boolean {
  const pronouns = new Set(mentions.filter(({ kind }) => kind === "pronoun").map(({ id }) => id))
  return (entity) => {
    const { kind, mentions: links } = entities[entity]!
    return kind !== "unknown" || links.some(({ mention }) => !pronouns.has(mention))
  }
}

/** Mentions that speak, or are the subject of a verb or the agent of a passive one: “Damascus rejected”, “by Paris”. */
function actingIn(reading: Reading, trees: readonly Tree[]): ReadonlySet<Mention["id"]> {
  const acting = new Set(reading.attributions.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))
  const relationAt = new Map<number, string>()
  for (const tree of trees) {
    for (let word = tree.sentence.from; word < tree.sentence.to; word++) {
      const { span, relation } = tree.at(word)
      relationAt.set(span.start, relation)
    }
  }
  for (const { id, head } of reading.mentions) {
    const relation = relationAt.get(head.start) ?? ""
    if (relation === "nsubj" || relation === "obl:agent") acting.add(id)
  }
  return acting
}

/** Ankara of “at a press conference in Ankara”. */
function findVenuePlaces(
  { attributions }: Reading,
  entities: readonly Entity[],
  index: MentionIndex,
): ReadonlyMap<number, Participant> {
  const found = new Map<number, Participant>()
  for (const [number, { venue }] of attributions.entries()) {
    const place =
      venue === null
        ? undefined
        : index.within(venue).find(({ entity }) => entities[entity]!.position !== null)
    if (place !== undefined) found.set(number, place)
  }
  return found
}
