// Who speaks and who is spoken of, over one report or many. In: records, one after the other. Out: a row an actor.
// Over several reports an actor is one row when it is linked to one identifier; names that are merely alike stay apart.
import { firstIndex } from "../base/binary-search.ts"
import { groupBy } from "../base/group-by.ts"
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
  /** Each report once. */
  readonly reports: readonly ActorReport[]
}

export interface ActorReport {
  readonly file: string
  readonly doc: string
  /** More than one when the report's record keeps it as several that are linked to the same identifier. */
  readonly entities: readonly EntityId[]
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
      for (const [key, row] of rowsOf(file, record)) {
        const known = rows.get(key)
        rows.set(key, known === undefined ? row : join(known, row))
      }
    },
    reportCount: () => added.size,
    rows: () => [...rows.values()].sort(compareRows),
  }
}

/** Entities of one report with one identifier are one actor: an event of both is one event. */
function rowsOf(file: string, record: DocRecord): ReadonlyMap<string, ActorRow> {
  const { events, statements, entities, doc } = record
  const keys = new Map(entities.map((entity) => [entity.id, keyOf(entity, doc.id)]))
  const keyOfEach = (ids: readonly EntityId[]) => [...new Set(ids.map((id) => keys.get(id)))]
  const speakers = statements.map(({ speaker }) => (speaker === null ? [] : [speaker.value]))
  const doers = events.map(({ actors }) => actors.map(({ value }) => value))
  const receivers = events.map(({ recipients }) => recipients.map(({ value }) => value))
  const taking = new Set([...speakers, ...doers, ...receivers].flat())
  const speaks = countBy(speakers.flatMap(keyOfEach))
  const acts = countBy(doers.flatMap(keyOfEach))
  const actedOn = countBy(receivers.flatMap(keyOfEach))
  const spokenOf = countBy(findSpokenOf(record, keys))
  const actors = entities.filter((entity) => isActor(entity) || taking.has(entity.id))
  const rows = [...groupBy(actors, (entity) => keys.get(entity.id) ?? "")].map(([key, own]) => {
    const [first] = own
    if (first === undefined)
      throw new Error("A group is never empty. This is a bug in Sayso: please report it.")
    const codes = own.map(codeOf).filter((code) => code !== null)
    const row: ActorRow = {
      name: own.map(({ name }) => name).reduce(fuller),
      kind: first.kind,
      codes: [...new Set(codes)],
      link: first.link.kind === "linked" ? first.link.to : null,
      speaks: speaks.get(key) ?? 0,
      spokenOf: spokenOf.get(key) ?? 0,
      acts: acts.get(key) ?? 0,
      actedOn: actedOn.get(key) ?? 0,
      mentions: own.reduce((sum, { mentions }) => sum + mentions.length, 0),
      reports: [{ file, doc: doc.id, entities: own.map(({ id }) => id) }],
    }
    return [key, row] as const
  })
  return new Map(rows)
}

function keyOf({ link, id }: RecordedEntity, doc: string): string {
  return link.kind === "linked" ? link.to : `${doc} ${id}`
}

/** Places, things and what cannot be told are actors only where they speak or act. */
function isActor({ kind }: RecordedEntity): boolean {
  return kind === "person" || kind === "organization" || kind === "state" || kind === "group"
}

/** For each statement the actors that its words mention, without its speaker. */
function findSpokenOf(
  { entities, statements }: DocRecord,
  keys: ReadonlyMap<EntityId, string>,
): readonly (string | undefined)[] {
  const mentions = entities
    .flatMap(({ id, mentions: own }) => own.map(({ span }) => ({ key: keys.get(id), start: span.start })))
    .sort((one, other) => one.start - other.start)
  return statements.flatMap(({ content, speaker }: Statement) => {
    const met = new Set<string | undefined>()
    const own = speaker === null ? undefined : keys.get(speaker.value)
    for (const { span } of content.parts) {
      let index = firstIndex(mentions.length, (each) => (mentions[each]?.start ?? 0) >= span.start)
      for (let here = mentions[index]; here !== undefined && here.start < span.end; here = mentions[index]) {
        if (here.key !== own) met.add(here.key)
        index += 1
      }
    }
    return [...met]
  })
}

function countBy(keys: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The fuller name is likelier to be the whole one. */
function fuller(one: string, other: string): string {
  return other.length > one.length ? other : one
}

function join(one: ActorRow, other: ActorRow): ActorRow {
  return {
    ...one,
    name: fuller(one.name, other.name),
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
