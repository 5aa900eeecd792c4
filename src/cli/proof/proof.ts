// One line of a record with all that is needed to check it by eye. In: its id, its record, its report. Out: lines.
import type { DocRecord } from "../../schema/record.ts"
import { Names } from "../print/names.ts"
import type { PrintOptions } from "../print/words.ts"
import { onOneLine } from "../terminal-text.ts"
import { showClaim } from "./claim.ts"
import { showEntity } from "./entity.ts"
import { showEvent } from "./event.ts"
import { originFacts } from "./facts.ts"
import type { Shown } from "./parts.ts"
import { type Original, printPlaces } from "./places.ts"
import { printSentences } from "./sentences.ts"
import { showStatement } from "./statement.ts"

export interface Proof extends Original {
  readonly id: string
  readonly record: DocRecord
}

/** All of it, ending with a line break; null when the record has no line of that id. */
export function printProof(proof: Proof, options: PrintOptions): string | null {
  const shown = findLine(proof.id, proof.record)
  if (shown === null) return null
  return [
    ...printSentences(proof.doc, shown.parts, options),
    "",
    ...printPlaces(proof, shown.parts, options),
    "",
    ...[...shown.facts, ...originFacts(proof.record)].map(
      ([name, fact]) => `${options.paint("dim", name.padEnd(11))}${onOneLine(fact)}`,
    ),
    "",
  ].join("\n")
}

function findLine(id: string, record: DocRecord): Shown | null {
  const names = new Names(record)
  const withId = <T extends { readonly id: string }>(lines: readonly T[]) =>
    lines.find((line) => line.id === id)
  const statement = withId(record.statements)
  if (statement !== undefined) return showStatement(statement, record, names)
  const event = withId(record.events)
  if (event !== undefined) return showEvent(event, record, names)
  const claim = withId(record.claims)
  if (claim !== undefined) return showClaim(claim, record, names)
  const entity = withId(record.entities)
  return entity === undefined ? null : showEntity(entity, record)
}
