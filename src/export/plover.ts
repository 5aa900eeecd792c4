// Events as PLOVER 2.0 records. In: a record. Out: plain objects in PLOVER's fields, one an event, and the events
// that PLOVER has no place for with the reason. What PLOVER cannot say (who says so, who denies it) stands in `comment`.
import { groupBy } from "../base/group-by.ts"
import { certaintyOf } from "../schema/certainty.ts"
import type { Score, Sourced } from "../schema/evidence.ts"
import { evidenceText } from "../schema/evidence-text.ts"
import type { EntityId } from "../schema/ids.ts"
import type { PloverType } from "../schema/reading.ts"
import type { Claim, CodedEvent, DocRecord, RecordedEntity } from "../schema/record.ts"
import type { Position, Quantity } from "../schema/resolution.ts"
import { isVouchedFor, standingOf } from "../schema/standing.ts"
import { type Days, toDays } from "./dates.ts"
import { needsRecipient, quadOf, scaleOf } from "./plover-scale.ts"

export interface PloverExport {
  /** In the order of the record; for JSON Lines. */
  readonly records: readonly object[]
  readonly leftOut: readonly LeftOut[]
  /** Parties of events in `records` that the record holds for unsure; `why` names them. */
  readonly partiesLeftOut: readonly LeftOut[]
}

export interface LeftOut {
  /** “v3” */
  readonly id: string
  readonly why: string
}

/** PLOVER codes what happened, by somebody, of a type that it has. */
export function toPlover(record: DocRecord): PloverExport {
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]))
  const records: object[] = []
  const leftOut: LeftOut[] = []
  const partiesLeftOut: LeftOut[] = []
  const byEvent = groupBy(record.claims, ({ proposition }) => proposition.event)
  for (const event of record.events) {
    const claims = byEvent.get(event.id) ?? []
    const { sure, unsure } = splitParties(event)
    const coded = findPloverFields(sure, unsure, claims, record)
    if (typeof coded === "string") {
      leftOut.push({ id: event.id, why: coded })
      continue
    }
    records.push(toPloverRecord(sure, claims, coded, record, entities))
    for (const { value } of unsure) {
      partiesLeftOut.push({ id: event.id, why: entities.get(value)?.name ?? value })
    }
  }
  return { records, leftOut, partiesLeftOut }
}

/** PLOVER has no “perhaps”: a party that is likelier wrong than right would stand there as sure as the others. */
function splitParties(event: CodedEvent): {
  readonly sure: CodedEvent
  readonly unsure: readonly Sourced<EntityId>[]
} {
  const isSure = ({ score }: Sourced<EntityId>) => !isUnsure(score)
  const { actors, recipients } = event
  return {
    sure: { ...event, actors: actors.filter(isSure), recipients: recipients.filter(isSure) },
    unsure: [...actors, ...recipients].filter((party) => !isSure(party)),
  }
}

interface PloverFields {
  readonly type: PloverType
  readonly days: Days
  /** The report does not say when: the day is that of publication. */
  readonly isPublicationDay: boolean
}

/** What PLOVER asks for, or why it cannot be given. */
function findPloverFields(
  event: CodedEvent,
  unsure: readonly Sourced<EntityId>[],
  claims: readonly Claim[],
  { doc }: DocRecord,
): PloverFields | string {
  const { type, status, actors, recipients, time, id } = event
  if (type === null) return "PLOVER has no type for it"
  if (status.value !== "actual") return status.value
  const standing = standingOf(id, claims)
  if (standing === "denied") return "only denied"
  if (standing === "disputed" && !isVouchedFor(id, claims))
    return "disputed, and not reported as having happened"
  const hedge = unsure.length === 0 ? "" : ", but for somebody who is unsure"
  if (actors.length === 0) return `nobody is named who did it${hedge}`
  if (recipients.length === 0 && needsRecipient(type.value))
    return `${type.value} without somebody to whom it is done${hedge}`
  const days = time === null ? null : toDays(time.value.edtf)
  if (days !== null) return { type: type.value, days, isPublicationDay: false }
  const published = doc.published === null ? null : toDays(doc.published.edtf)
  if (published === null) return "no date, neither its own nor the report's (--published gives one)"
  return { type: type.value, days: published, isPublicationDay: true }
}

/** PLOVER's names of fields, in the order of its manual; a field that is not known is left out, as it asks. */
function toPloverRecord(
  event: CodedEvent,
  claims: readonly Claim[],
  { type, days, isPublicationDay }: PloverFields,
  { doc, madeBy }: DocRecord,
  entities: ReadonlyMap<EntityId, RecordedEntity>,
): object {
  const { modes, contexts, actors, recipients, place, evidence, id } = event
  const participants = (each: readonly Sourced<EntityId>[]) =>
    each.map((one) => toActor(one, entities.get(one.value)))
  const { parts } = evidence[0]
  const size = toSize(event)
  const standing = standingOf(id, claims)
  const comments = [
    ...(isPublicationDay ? ["date of publication; the report does not say when"] : []),
    ...(standing === null || standing === "reported" ? [] : [standing]),
    ...unsureCodes([...actors, ...recipients], entities),
    ...(place !== null && isUnsure(place.score) ? ["place unsure"] : []),
  ]
  return {
    id: `${doc.id}/${id}`,
    date: days.first,
    ...(days.last === null || days.last === days.first ? {} : { enddate: days.last }),
    actor: participants(actors),
    ...(recipients.length === 0 ? {} : { recipient: participants(recipients) }),
    event: [type],
    ...(place === null ? {} : { event_loc: toLocation(place, entities.get(place.value)) }),
    event_text: evidence.map((each) => evidenceText(each.parts)),
    quad_code: quadOf(type),
    event_scale: scaleOf(type, modes),
    ...(modes.length === 0 ? {} : { mode: modes }),
    ...(contexts.length === 0 ? {} : { context: contexts }),
    ...(size === null ? {} : { size }),
    text_info: { start: parts[0].span.start, end: (parts.at(-1) ?? parts[0]).span.end },
    cite_info: {
      ...(doc.source.url === null ? {} : { url: doc.source.url }),
      ...(doc.title === null ? {} : { title: doc.title }),
      language: doc.language,
      ...(doc.outlet === null ? {} : { publication: doc.outlet }),
      codebook: "PLOVER 2.0",
    },
    coder: `sayso ${madeBy.version}`,
    ...(comments.length === 0 ? {} : { comment: comments.join("; ") }),
  }
}

/** The party is sure, and what it is coded as is not: “code of the ministry unsure”. */
function unsureCodes(
  parties: readonly Sourced<EntityId>[],
  entities: ReadonlyMap<EntityId, RecordedEntity>,
): readonly string[] {
  const entitiesOf = new Set(parties.map(({ value }) => entities.get(value)))
  return [...entitiesOf].flatMap((entity) => {
    const role = entity?.roles[0]
    return role === undefined || !isUnsure(role.score) ? [] : [`code of ${entity?.name} unsure`]
  })
}

function isUnsure(score: Score): boolean {
  return certaintyOf(score) === "unsure"
}

function toActor({ evidence }: Sourced<EntityId>, entity: RecordedEntity | undefined): object {
  const role = entity?.roles[0]?.value
  const [words] = evidence
  const sectors = role === undefined || role.sector === null ? [] : [role.sector, ...role.secondary]
  const isUnknown = role === undefined || (role.country === null && role.sector === null)
  return {
    ...(role === undefined || role.country === null ? {} : { code: role.country }),
    // UNK is PLOVER's sector for who cannot be told.
    ...(isUnknown ? { sector: ["UNK"] } : sectors.length === 0 ? {} : { sector: sectors }),
    ...(words === undefined ? {} : { entity_text: evidenceText(words.parts) }),
    // PLOVER's identifiers are Wikidata's; those of other registers keep their register before them.
    ...(entity?.link.kind === "linked" ? { identifier_id: entity.link.to.replace(/^wikidata:/, "") } : {}),
    ...(entity === undefined ? {} : { identifier_text: entity.name }),
    ...(role === undefined || role.office === null ? {} : { office: role.office }),
  }
}

/** PLOVER counts 1 for a country up to 5 for a place within a town. */
const RESOLUTIONS: Readonly<Record<Position["kind"], number | null>> = {
  site: 5,
  city: 4,
  district: 3,
  region: 2,
  country: 1,
  area: null,
}

function toLocation({ evidence }: Sourced<EntityId>, entity: RecordedEntity | undefined): object {
  const { position = null, link = null, name = null } = entity ?? {}
  const [words] = evidence
  const geonames = link?.kind === "linked" ? /^geonames:(\d+)$/.exec(link.to)?.[1] : undefined
  const resolution = position === null ? null : RESOLUTIONS[position.kind]
  return {
    ...(words === undefined ? {} : { extracted_place: evidenceText(words.parts) }),
    ...(name === null ? {} : { resolved_place: name }),
    ...(geonames === undefined ? {} : { geonameid: Number(geonames) }),
    ...(position === null ? {} : { lat: position.latitude, lon: position.longitude }),
    ...(position === null || position.country === null ? {} : { cc3: position.country }),
    ...(resolution === null ? {} : { resolution }),
  }
}

/** Units that say what became of people, under PLOVER's names. */
const SIZES: Readonly<Record<string, "dead" | "injured" | "arrested">> = {
  killed: "dead",
  dead: "dead",
  death: "dead",
  injured: "injured",
  wounded: "injured",
  arrested: "arrested",
  detained: "arrested",
}

/** The least numbers that the words can mean; the first where several are given. */
function toSize({ quantities }: CodedEvent): object | null {
  const size: Record<string, number> = {}
  for (const { value } of quantities) {
    const field = Object.hasOwn(SIZES, value.unit) ? SIZES[value.unit] : undefined
    if (field !== undefined) size[field] ??= leastOf(value)
  }
  return Object.keys(size).length === 0 ? null : size
}

function leastOf(quantity: Quantity): number {
  return quantity.bound === "range" ? quantity.low : quantity.value
}
