// Who speaks and who is spoken of, over one report or many. In: records, one after the other. Out: a row an actor.
// Over several reports an actor is one row when it is linked to one identifier; names that are merely alike stay apart.
import { firstIndex } from "../base/binary-search.ts"
import { codeOf } from "../schema/actor-code.ts"
import type { EntityId } from "../schema/ids.ts"
import type { DocRecord, RecordedEntity, Statement } from "../schema/record.ts"
import type { EntityKind } from "../schema/resolution.ts"

export interface ActorRow {
  readonly name: string
  readonly kind: EntityKind
  /** “RUS/GOV”; several when it has had several, in the order in which they are met. */
  readonly codes: readonly string[]
  readonly link: string | null
  /** Statements of which it is the speaker. */
  readonly speaks: number
  /** Statements of others whose words mention it. */
  readonly spokenOf: number
  /** Events of which it is an actor. */
  readonly acts: number
  /** Events of which it is a recipient. */
  readonly actedOn: number
  readonly mentions: number
  readonly reports: readonly { readonly file: string; readonly doc: string; readonly entity: EntityId }[]
}

export interface ActorList {
  /** A report with the same text as an earlier one is a copy, and counts once. */
  add(file: string, record: DocRecord): void
  /** Who speaks most first; then who is spoken of, acts, is mentioned most; then by name. */
  rows(): readonly ActorRow[]
  /** How many different reports were added. */
  reportCount(): number
}

export function makeActorList(): ActorList {
  const rows = new Map<string, ActorRow>()
  const added = new Set<string>()
  return {
    add(file, record) {
      if (added.has(record.doc.id)) return
      added.add(record.doc.id)
      for (const row of rowsOf(file, record)) {
        const key = row.link ?? `${row.reports[0]?.doc} ${row.reports[0]?.entity}`
        const known = rows.get(key)
        rows.set(key, known === undefined ? row : join(known, row))
      }
    },
    reportCount: () => added.size,
    rows: () => [...rows.values()].sort(compareRows),
  }
}

function rowsOf(file: string, record: DocRecord): readonly ActorRow[] {
  const { events, statements, entities, doc } = record
  const speaks = countBy(statements.map(({ speaker }) => speaker?.value))
  const acts = countBy(events.flatMap(({ actors }) => [...new Set(actors.map(({ value }) => value))]))
  const actedOn = countBy(
    events.flatMap(({ recipients }) => [...new Set(recipients.map(({ value }) => value))]),
  )
  const spokenOf = countBy(findSpokenOf(record))
  return entities.flatMap((entity): readonly ActorRow[] => {
    const { id, name, kind, link, mentions } = entity
    const counts = {
      speaks: speaks.get(id) ?? 0,
      spokenOf: spokenOf.get(id) ?? 0,
      acts: acts.get(id) ?? 0,
      actedOn: actedOn.get(id) ?? 0,
    }
    if (!isActor(entity) && counts.speaks + counts.acts + counts.actedOn === 0) return []
    const code = codeOf(entity)
    return [
      {
        name,
        kind,
        codes: code === null ? [] : [code],
        link: link.kind === "linked" ? link.to : null,
        ...counts,
        mentions: mentions.length,
        reports: [{ file, doc: doc.id, entity: id }],
      },
    ]
  })
}

/** Places, things and what cannot be told are actors only where they speak or act. */
function isActor({ kind }: RecordedEntity): boolean {
  return kind === "person" || kind === "organization" || kind === "state" || kind === "group"
}

/** For each statement the entities that its words mention, without its speaker. */
function findSpokenOf({ entities, statements }: DocRecord): readonly EntityId[] {
  const mentions = entities
    .flatMap(({ id, mentions: own }) => own.map(({ span }) => ({ id, start: span.start })))
    .sort((one, other) => one.start - other.start)
  return statements.flatMap(({ content, speaker }: Statement) => {
    const met = new Set<EntityId>()
    for (const { span } of content.parts) {
      let index = firstIndex(mentions.length, (each) => (mentions[each]?.start ?? 0) >= span.start)
      for (let here = mentions[index]; here !== undefined && here.start < span.end; here = mentions[index]) {
        if (here.id !== speaker?.value) met.add(here.id)
        index += 1
      }
    }
    return [...met]
  })
}

function countBy(ids: readonly (EntityId | undefined)[]): ReadonlyMap<EntityId, number> {
  const counts = new Map<EntityId, number>()
  for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function join(one: ActorRow, other: ActorRow): ActorRow {
  return {
    ...one,
    // The fuller name is likelier to be the whole one.
    name: other.name.length > one.name.length ? other.name : one.name,
    codes: [...new Set([...one.codes, ...other.codes])],
    speaks: one.speaks + other.speaks,
    spokenOf: one.spokenOf + other.spokenOf,
    acts: one.acts + other.acts,
    actedOn: one.actedOn + other.actedOn,
    mentions: one.mentions + other.mentions,
    reports: [...one.reports, ...other.reports],
  }
}

function compareRows(one: ActorRow, other: ActorRow): number {
  return (
    other.speaks - one.speaks ||
    other.spokenOf - one.spokenOf ||
    other.acts + other.actedOn - one.acts - one.actedOn ||
    other.mentions - one.mentions ||
    (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)
  )
}
