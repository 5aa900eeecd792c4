// Places as GeoJSON features (RFC 7946), each with the lines of the record that use it.
import type { EntityId } from "../schema/ids.ts"
import type { DocRecord, RecordedEntity } from "../schema/record.ts"

export interface PlaceFeature {
  readonly type: "Feature"
  readonly geometry: {
    readonly type: "Point"
    readonly coordinates: readonly [longitude: number, latitude: number]
  }
  readonly properties: Readonly<Record<string, unknown>>
}

/** How a line uses a place. An actor that has a position (a state) is no place where something happened. */
type Use = "happened there" | "said there" | "written there"

/** The places that have a position, and how many uses lead to places without one. */
export function toPlaceFeatures(
  file: string,
  record: DocRecord,
): { readonly features: readonly PlaceFeature[]; readonly unplaced: number } {
  const uses = findUses(record)
  const features: PlaceFeature[] = []
  let unplaced = 0
  for (const entity of record.entities) {
    const own = uses.get(entity.id) ?? []
    if (own.length === 0) continue
    const feature = toFeature(file, record, entity, own)
    if (feature === null) unplaced += own.length
    else features.push(feature)
  }
  return { features, unplaced }
}

interface UsedBy {
  /** “v1”, “s3”; null for the report as a whole. */
  readonly id: string | null
  readonly as: Use
}

function findUses({ doc, events, statements }: DocRecord): ReadonlyMap<EntityId, readonly UsedBy[]> {
  const uses = new Map<EntityId, UsedBy[]>()
  const add = (place: EntityId | undefined | null, use: UsedBy): void => {
    if (place !== undefined && place !== null) uses.set(place, [...(uses.get(place) ?? []), use])
  }
  for (const { id, place } of events) add(place?.value, { id, as: "happened there" })
  for (const { id, venuePlace } of statements) add(venuePlace?.value, { id, as: "said there" })
  add(doc.dateline, { id: null, as: "written there" })
  return uses
}

function toFeature(
  file: string,
  { doc, events }: DocRecord,
  { id, name, link, position, mentions }: RecordedEntity,
  uses: readonly UsedBy[],
): PlaceFeature | null {
  if (position === null) return null
  const dates = new Map(events.map((event) => [event.id as string, event.time?.value.edtf ?? null]))
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [position.longitude, position.latitude] },
    properties: {
      file,
      doc: doc.id,
      outlet: doc.outlet,
      published: doc.published?.edtf ?? null,
      id,
      name,
      link: link.kind === "linked" ? link.to : null,
      kind: position.kind,
      precision: position.precision,
      country: position.country,
      mentions: mentions.map(({ exact, span }) => ({ words: exact, start: span.start, end: span.end })),
      uses: uses.map(({ id: line, as }) => ({
        line,
        as,
        ...(as === "happened there" && line !== null ? { date: dates.get(line) ?? null } : {}),
      })),
    },
  }
}
