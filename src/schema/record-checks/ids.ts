// Ids occur once, and whatever names an id leads to a line that is there.
import { objectsWithin } from "../objects-within.ts"
import type { DocRecord } from "../record.ts"
import type { Fault } from "../shape.ts"

const LISTS = [
  ["entities", "entity"],
  ["statements", "statement"],
  ["events", "event"],
  ["claims", "claim"],
] as const

/** The fields that hold the id of another line, wherever they stand. */
const LEADS = [
  ["dateline", "entities", "entity"],
  ["entity", "entities", "entity"],
  ["statement", "statements", "statement"],
  ["inside", "statements", "statement"],
  ["event", "events", "event"],
] as const

/** `speaker`, `venuePlace`, `actors`, `recipients`, `place`: the entity is the `value` of a sourced one. */
const ENTITY_VALUE = /(?:^|\.)(?:speaker|venuePlace|place|actors\[\d+\]|recipients\[\d+\])$/

export function* findIdFaults(record: DocRecord): Generator<Fault> {
  const known = {
    entities: new Set<unknown>(),
    statements: new Set<unknown>(),
    events: new Set<unknown>(),
    claims: new Set<unknown>(),
  }
  for (const [list, noun] of LISTS) {
    for (const [index, { id }] of record[list].entries()) {
      if (known[list].has(id)) {
        yield { path: `${list}[${index}].id`, message: `${id} is the id of an earlier ${noun}` }
      }
      known[list].add(id)
    }
  }
  for (const { path, value } of objectsWithin(record)) {
    for (const [field, list, noun] of LEADS) {
      const id = value[field]
      if (typeof id === "string" && !known[list].has(id)) {
        yield { path: `${path}.${field}`, message: `${id} is no ${noun} of this record` }
      }
    }
    if (ENTITY_VALUE.test(path) && !known.entities.has(value["value"])) {
      yield { path: `${path}.value`, message: `${String(value["value"])} is no entity of this record` }
    }
  }
}
