// The lines of a record as fields for tables. In: a record. Out: for each line its fields, each with all its values,
// their words and places. `csv.ts` lays them out, wide or long.
import { groupBy } from "../base/group-by.ts"
import { codeOf } from "../schema/actor-code.ts"
import type { Evidence, EvidencePart, Sourced } from "../schema/evidence.ts"
import { evidenceText } from "../schema/evidence-text.ts"
import type { EntityId } from "../schema/ids.ts"
import type { Claim, CodedEvent, DocRecord, RecordedEntity, Statement } from "../schema/record.ts"
import type { Quantity } from "../schema/resolution.ts"
import { standingOf } from "../schema/standing.ts"

export interface Field {
  readonly name: string
  readonly items: readonly Item[]
}

export interface Item {
  readonly value: string
  /** Empty where the field has none, as the following ones. */
  readonly entity: string
  readonly code: string
  readonly link: string
  readonly words: string
  /** “36-53”; of interrupted words “36-53+116-136”. UTF-16 units. */
  readonly utf16: string
  readonly basis: string
  readonly score: string
}

export interface TableLine {
  readonly id: string
  readonly score: number
  readonly fields: readonly Field[]
}

export function statementLines(record: DocRecord): readonly TableLine[] {
  const make = fieldMaker(record)
  return record.statements.map((statement) => ({
    id: statement.id,
    score: statement.score,
    fields: statementFields(statement, make),
  }))
}

export function eventLines(record: DocRecord): readonly TableLine[] {
  const make = fieldMaker(record)
  const byEvent = groupBy(record.claims, ({ proposition }) => proposition.event)
  return record.events.map((event) => ({
    id: event.id,
    score: event.score,
    fields: eventFields(event, byEvent.get(event.id) ?? [], make),
  }))
}

function statementFields(statement: Statement, make: FieldMaker): readonly Field[] {
  const { inside, kind, mode, source, speaker, cue, content, quoted, venue, venuePlace, addressee } =
    statement
  return [
    make.plain("inside", inside === null ? [] : [inside]),
    make.plain("kind", [kind]),
    make.plain("mode", [mode]),
    make.words("source", source?.parts ?? []),
    make.entities("speaker", speaker === null ? [] : [speaker]),
    make.words("cue", cue?.parts ?? []),
    make.words("content", content.parts),
    make.words("quoted", quoted),
    make.words("venue", venue?.parts ?? []),
    make.entities("venue_place", venuePlace === null ? [] : [venuePlace]),
    make.words("addressee", addressee?.parts ?? []),
  ]
}

function eventFields(event: CodedEvent, claims: readonly Claim[], make: FieldMaker): readonly Field[] {
  const { type, modes, contexts, status, time, actors, recipients, place, instrument, quantities } = event
  const standing = standingOf(event.id, claims)
  return [
    make.values("type", type === null ? [] : [type], (value) => value),
    make.plain("mode", modes),
    make.plain("context", contexts),
    make.values("status", [status], (value) => value),
    make.plain("standing", standing === null ? [] : [standing]),
    make.values("time", time === null ? [] : [time], ({ edtf }) => edtf),
    make.entities("actor", actors),
    make.entities("recipient", recipients),
    make.entities("place", place === null ? [] : [place]),
    ...make.position("place", place),
    make.words("instrument", instrument?.parts ?? []),
    make.values("amount", quantities, printAmount),
    make.plain(
      "amount_unit",
      quantities.map(({ value }) => value.unit),
    ),
    make.evidence("mention", event.evidence),
    make.voices("said_by", claims, "asserts"),
    make.voices("not_vouched_for_by", claims, "hedges"),
    make.voices("denied_by", claims, "denies"),
  ]
}

/** “71”, “~200”, “>=12”, “<=5”, “3..5”; with what it is part of: “71/103”. */
function printAmount(quantity: Quantity): string {
  const outOf = quantity.outOf === null ? "" : `/${quantity.outOf}`
  if (quantity.bound === "range") return `${quantity.low}..${quantity.high}${outOf}`
  const sign = { exact: "", about: "~", atLeast: ">=", atMost: "<=" }[quantity.bound]
  return `${sign}${quantity.value}${outOf}`
}

const EMPTY = { entity: "", code: "", link: "", words: "", utf16: "", basis: "", score: "" } as const

/** Makes the fields of one record's lines. */
interface FieldMaker {
  plain(name: string, values: readonly string[]): Field
  words(name: string, parts: readonly EvidencePart[]): Field
  evidence(name: string, evidence: readonly Evidence[]): Field
  values<T>(name: string, values: readonly Sourced<T>[], print: (value: T) => string): Field
  entities(name: string, values: readonly Sourced<EntityId>[]): Field
  position(name: string, place: Sourced<EntityId> | null): readonly Field[]
  voices(name: string, claims: readonly Claim[], stance: Claim["stance"]): Field
}

function fieldMaker({ entities }: DocRecord): FieldMaker {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return {
    plain: (name, values) => ({
      name,
      items: values.map((value) => ({ ...EMPTY, value })),
    }),
    words: (name, parts) => ({
      name,
      items: parts.map((part) => ({ ...EMPTY, value: part.exact, utf16: placesOf([part]) })),
    }),
    evidence: (name, evidence) => ({
      name,
      items: evidence.map(({ parts }) => ({ ...EMPTY, value: evidenceText(parts), utf16: placesOf(parts) })),
    }),
    values: (name, values, print) => ({
      name,
      items: values.map((each) => ({ ...EMPTY, ...sourceOf(each), value: print(each.value) })),
    }),
    entities: (name, values) => ({
      name,
      items: values.map((each) => ({ ...EMPTY, ...sourceOf(each), ...whoIs(byId.get(each.value)) })),
    }),
    position(name, place) {
      const position = place === null ? null : (byId.get(place.value)?.position ?? null)
      return (["latitude", "longitude", "precision"] as const).map((part) => ({
        name: `${name}_${part}`,
        items: position === null ? [] : [{ ...EMPTY, value: String(position[part]) }],
      }))
    },
    voices: (name, claims, stance) => ({
      name,
      items: [
        ...new Set(
          claims
            .filter((claim) => claim.stance === stance && claim.proposition.kind === "event")
            .map((claim) => voiceIn(claim, byId)),
        ),
      ].map((value) => ({ ...EMPTY, value })),
    }),
  }
}

/** The outlet is “the report”. */
function voiceIn({ chain }: Claim, entities: ReadonlyMap<EntityId, RecordedEntity>): string {
  const last = chain.at(-1) ?? chain[0]
  if (last.kind === "outlet") return "the report"
  if (last.kind === "unnamed") return "not named"
  return entities.get(last.entity)?.name ?? last.entity
}

function whoIs(entity: RecordedEntity | undefined): Pick<Item, "value" | "entity" | "code" | "link"> {
  if (entity === undefined) return { value: "", entity: "", code: "", link: "" }
  const { name, id, link } = entity
  return {
    value: name,
    entity: id,
    code: codeOf(entity) ?? "",
    link: link.kind === "linked" ? link.to : "",
  }
}

function sourceOf({
  evidence,
  basis,
  score,
}: Sourced<unknown>): Pick<Item, "words" | "utf16" | "basis" | "score"> {
  const parts = evidence.flatMap((each) => each.parts)
  return { words: evidenceText(parts), utf16: placesOf(parts), basis, score: score.toFixed(2) }
}

function placesOf(parts: readonly EvidencePart[]): string {
  return parts.map(({ span }) => `${span.start}-${span.end}`).join("+")
}
