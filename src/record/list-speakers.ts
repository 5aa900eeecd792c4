// The entities of a record. In this format each mention that is a statement's source is an entity of its own:
// that “he” and “Lavrov” are one is for a later stage to find.
import { compareIntervals } from "../base/intervals.ts"
import { unreachable } from "../base/unreachable.ts"
import { makeEvidencePart } from "../document/evidence.ts"
import type { Doc } from "../schema/doc.ts"
import type { EntityId, MentionId } from "../schema/ids.ts"
import type { Mention, Reading } from "../schema/reading.ts"
import type { RecordedEntity } from "../schema/record.ts"

export interface Speakers {
  /** In text order, `e1`, `e2`, …. */
  readonly entities: readonly RecordedEntity[]
  readonly ofMention: ReadonlyMap<MentionId, { readonly entity: EntityId; readonly mention: Mention }>
}

// Words that stand for one human being in any sentence. “They”, “it”, “we” and “who” may stand for an office or a
// firm (“the ministry, which said it …”), so they do not tell.
const PERSON_PRONOUNS = new Set([
  "he",
  "she",
  "him",
  "her",
  "his",
  "hers",
  "himself",
  "herself",
  "i",
  "me",
  "my",
  "myself",
])

/** One entity for each place in the text where a source stands; two mentions of the same characters share one. */
export function listSpeakers(reading: Reading): Speakers {
  const { doc, attributions } = reading
  const sources = new Set(attributions.map(({ speaker }) => speaker))
  const mentions = reading.mentions
    .filter(({ id }) => sources.has(id))
    .sort((one, other) => compareIntervals(one.span, other.span))
  const entities: RecordedEntity[] = []
  const ofMention = new Map<MentionId, { readonly entity: EntityId; readonly mention: Mention }>()
  let previous: Mention | null = null
  for (const mention of mentions) {
    if (previous === null || compareIntervals(previous.span, mention.span) !== 0) {
      entities.push(toEntity(doc, mention, `e${entities.length + 1}` as EntityId))
    }
    ofMention.set(mention.id, { entity: `e${entities.length}` as EntityId, mention })
    previous = mention
  }
  return { entities, ofMention }
}

function toEntity(doc: Doc, mention: Mention, id: EntityId): RecordedEntity {
  const part = makeEvidencePart(doc, mention.span)
  return {
    id,
    kind: toEntityKind(mention, part.exact),
    name: part.exact,
    mentions: [part],
    link: { kind: "unlinked", why: "not-tried" },
  }
}

function toEntityKind(mention: Mention, words: string): RecordedEntity["kind"] {
  switch (mention.kind) {
    case "name":
      return mention.label
    case "pronoun":
      return PERSON_PRONOUNS.has(words.toLowerCase()) ? "person" : "unknown"
    case "nominal":
      // “the spokesman” is a person, “the ministry” is not, and “the source” may be either: telling them apart
      // takes the word lists, which come with resolving.
      return "unknown"
    default:
      return unreachable(mention)
  }
}
