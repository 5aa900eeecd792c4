// The entities of a record. In: what the mentions were resolved to. Out: those that a line of the record points to and
// those that the text names, in text order with their ids; and for each mention the entity it stands for.
import { compareIntervals } from "../base/intervals.ts"
import { makeEvidence, makeEvidencePart } from "../document/evidence.ts"
import type { Doc } from "../schema/doc.ts"
import type { Evidence, Sourced } from "../schema/evidence.ts"
import type { EntityId, MentionId } from "../schema/ids.ts"
import type { NonEmpty, Span } from "../schema/positions.ts"
import type { Mention, Reading } from "../schema/reading.ts"
import type { RecordedEntity, RecordedMention } from "../schema/record.ts"
import type { Basis, Entity, MentionLink, Participant, Resolution } from "../schema/resolution.ts"
import { lookUp } from "./look-up.ts"
import { roundScore } from "./round-score.ts"

export interface Entities {
  /** In text order, `e1`, `e2`, …. */
  readonly entities: readonly RecordedEntity[]
  /** The id of `Resolution.entities[index]`; throws for one that no line of the record can point to. */
  idOf(index: number): EntityId
  /** The entity of a mention, and the mention; throws for a mention that the reading does not have. */
  ofMention(mention: MentionId): {
    readonly entity: EntityId
    readonly mention: Mention
    readonly link: MentionLink
  }
}

/** Throws when the reading contradicts itself, which is a bug in an earlier stage. */
export function toEntities({ doc, mentions, attributions }: Reading, resolution: Resolution): Entities {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]))
  const used = new Set(usedIn(resolution))
  const speaking = new Set(attributions.map(({ speaker }) => speaker))
  const isKept = ({ mentions: links }: Entity, index: number): boolean =>
    used.has(index) ||
    links.some(({ mention }) => speaking.has(mention) || byId.get(mention)?.kind === "name")
  const ids = new Map<number, EntityId>()
  const ofMention = new Map<
    MentionId,
    { readonly entity: EntityId; readonly mention: Mention; readonly link: MentionLink }
  >()
  const entities = resolution.entities
    .flatMap((entity, index) => {
      if (!isKept(entity, index)) return []
      return [{ index, entity, recorded: toMentions(doc, entity, byId) }]
    })
    .sort(
      (one, other) => one.recorded[0].span.start - other.recorded[0].span.start || one.index - other.index,
    )
    .map(({ index, entity, recorded }, place): RecordedEntity => {
      const id = `e${place + 1}` as EntityId
      ids.set(index, id)
      for (const link of entity.mentions) {
        ofMention.set(link.mention, { entity: id, mention: byId.get(link.mention)!, link })
      }
      return toEntity(doc, entity, id, recorded, byId)
    })
  return {
    entities,
    idOf: (index) => lookUp(ids, index, "resolution"),
    ofMention: (mention) => lookUp(ofMention, mention, "resolution"),
  }
}

function* usedIn({ happenings, dateline, venuePlaces }: Resolution): Generator<number> {
  for (const { actors, recipients, place } of happenings) {
    for (const { entity } of [...actors, ...recipients, ...(place === null ? [] : [place])]) yield entity
  }
  if (dateline !== null) yield dateline
  for (const { entity } of venuePlaces.values()) yield entity
}

/** In text order; of two with the same words the likelier. */
function toMentions(
  doc: Doc,
  { mentions }: Entity,
  byId: ReadonlyMap<MentionId, Mention>,
): NonEmpty<RecordedMention> {
  const recorded = mentions
    .map((link) => toMention(doc, link, lookUp(byId, link.mention, "resolution")))
    .sort((one, other) => compareIntervals(one.span, other.span) || other.score - one.score)
    .filter((one, place, all) => place === 0 || compareIntervals(all[place - 1]!.span, one.span) !== 0)
  return recorded as unknown as NonEmpty<RecordedMention>
}

function toEntity(
  doc: Doc,
  { kind, name, link, roles, position, mentions: links }: Entity,
  id: EntityId,
  mentions: NonEmpty<RecordedMention>,
  byId: ReadonlyMap<MentionId, Mention>,
): RecordedEntity {
  const telling = tellingWords(links.map(({ mention }) => lookUp(byId, mention, "resolution")))
  return {
    id,
    kind,
    name,
    mentions,
    link:
      link.kind === "linked"
        ? { kind: "linked", to: link.to, score: roundScore(link.score), rivals: [...link.rivals] }
        : { kind: "unlinked", why: link.why },
    roles: roles.map(({ role, basis, score }) => ({
      value: {
        country: role.country,
        sector: role.sector,
        secondary: [...role.secondary],
        office: role.office,
        from: role.from,
        until: role.until,
      },
      basis,
      evidence: basis === "stated" && telling !== null ? [makeEvidence(doc, [telling])] : [],
      score: roundScore(score),
    })),
    position:
      position === null
        ? null
        : {
            latitude: position.latitude,
            longitude: position.longitude,
            kind: position.kind,
            precision: position.precision,
            country: position.country,
          },
  }
}

/** “Russian Foreign Minister Sergei Lavrov”: of names and nominals the fullest, which tells most of what somebody is; null for pronouns alone. */
function tellingWords(mentions: readonly Mention[]): Span | null {
  const length = ({ span: { start, end } }: Mention): number => end - start
  const [first, ...others] = mentions.filter(({ kind }) => kind !== "pronoun")
  if (first === undefined) return null
  return others.reduce((fullest, each) => (length(each) > length(fullest) ? each : fullest), first).span
}

function toMention(doc: Doc, { by, score }: MentionLink, mention: Mention): RecordedMention {
  const { span, exact } = makeEvidencePart(doc, wordsOf(mention))
  return { span, exact, form: mention.kind, by, score: roundScore(score) }
}

/** Of a name the name alone, without title and apposition. */
function wordsOf(mention: Mention): Span {
  return mention.kind === "name" ? mention.name : mention.span
}

/**
 * Who a mention means, with the words: stated where it is a name, implied where a rule led from it to an earlier
 * mention, inferred where the network did.
 */
export function toSourcedEntity(
  entities: Entities,
  mention: MentionId,
  evidence: Evidence,
): Sourced<EntityId> {
  const { entity, mention: words, link } = entities.ofMention(mention)
  return { value: entity, basis: basisOf(words, link), evidence: [evidence], score: roundScore(link.score) }
}

/** The same for a role in a happening, which is the likelier of two readings at best. */
export function toParticipant(
  entities: Entities,
  { entity, mention, score }: Participant,
  evidence: Evidence,
): Sourced<EntityId> {
  const { mention: words, link } = entities.ofMention(mention)
  return {
    value: entities.idOf(entity),
    basis: basisOf(words, link),
    evidence: [evidence],
    score: roundScore(score),
  }
}

function basisOf(mention: Mention, { by }: MentionLink): Basis {
  if (mention.kind === "name" || by === "first" || by === "alone") return "stated"
  return by === "network" ? "inferred" : "implied"
}
