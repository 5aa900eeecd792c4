// The order of statements in a record, from which their ids are counted.
import type { AttributionId, MentionId } from "../schema/ids.ts"
import type { Span } from "../schema/positions.ts"
import type { Attribution, Mention } from "../schema/reading.ts"

interface Place {
  /** First character of source, cue or content. */
  readonly first: number
  /** How many attributions it lies inside of. */
  readonly depth: number
  readonly last: number
}

/**
 * The attributions by their first character (of source, cue or content), each
 * after the one it lies inside of; of those with one first character and one
 * depth the longer first, else as they were given.
 *
 * RIA quoted Lavrov as saying that Damascus had denied it.
 * ^^^^^^^^^^                                                 1
 *            ^^^^^^         ^^^^^^                          2, inside 1
 *                                      ^^^^^^^^     ^^^^^^  3, inside 2
 */
export function orderAttributions(
  attributions: readonly Attribution[],
  mentions: ReadonlyMap<MentionId, Mention>,
): readonly Attribution[] {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]))
  const places = new Map<AttributionId, Place>()
  for (const attribution of attributions) findPlace(attribution, byId, mentions, places)
  return [...attributions].sort((one, other) =>
    comparePlaces(places.get(one.id) as Place, places.get(other.id) as Place),
  )
}

function comparePlaces(one: Place, other: Place): number {
  return one.first - other.first || one.depth - other.depth || other.last - one.last
}

function findPlace(
  attribution: Attribution,
  byId: ReadonlyMap<AttributionId, Attribution>,
  mentions: ReadonlyMap<MentionId, Mention>,
  places: Map<AttributionId, Place>,
): Place {
  const known = places.get(attribution.id)
  if (known !== undefined) return known
  const spans = spansOf(attribution, mentions)
  const own = {
    first: Math.min(...spans.map((span) => span.start)),
    depth: 0,
    last: Math.max(...spans.map((span) => span.end)),
  }
  // Also ends the walk where attributions lie inside each other in a ring, which no reading should have.
  places.set(attribution.id, own)
  const outer = attribution.inside === null ? undefined : byId.get(attribution.inside)
  if (outer === undefined) return own
  const outerPlace = findPlace(outer, byId, mentions, places)
  // An inner one whose cue stands before all of the outer one takes the outer one's place, so as to follow it.
  const place = { first: Math.max(own.first, outerPlace.first), depth: outerPlace.depth + 1, last: own.last }
  places.set(attribution.id, place)
  return place
}

function spansOf(attribution: Attribution, mentions: ReadonlyMap<MentionId, Mention>): readonly Span[] {
  const source = attribution.speaker === null ? undefined : mentions.get(attribution.speaker)?.span
  return [...attribution.content, ...(attribution.cue ?? []), ...(source === undefined ? [] : [source])]
}
