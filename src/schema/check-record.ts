// The checker for records from outside: files, stores, other programs. In: any value. Out: the same value as a
// `DocRecord`, or what is wrong with it and where. It needs no text; `record/verify-record.ts` compares the words.
import { toDocId } from "./ids.ts"
import type { DocRecord } from "./record.ts"
import { findAmountFaults } from "./record-checks/amounts.ts"
import { findClaimFaults } from "./record-checks/claims.ts"
import { findEvidenceFaults } from "./record-checks/evidence.ts"
import { findIdFaults } from "./record-checks/ids.ts"
import { findListOrderFaults } from "./record-checks/order.ts"
import { findStatementFaults } from "./record-checks/statements.ts"
import { RECORD_FORMAT, recordShape } from "./record-shape.ts"
import { type Fault, findFaults } from "./shape.ts"

export type CheckedRecord =
  | { readonly ok: true; readonly record: DocRecord }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** After so many the value is no record with a mistake but something else. */
const MOST_FAULTS = 100

/**
 * Whether `value`, e.g. from `JSON.parse`, is a record of format 2.
 *
 * Checks each field, then what the fields say of each other: stretches lie in
 * the text, in order, as long as their words; ids occur once and lead
 * somewhere; lists are in text order; no statement lies inside itself; the
 * voices of a claim nest as its statements do. Stops at 100 faults. Never
 * throws on plain data, however deep; time grows with the size of `value`.
 */
export function checkRecord(value: unknown): CheckedRecord {
  const shapeFaults = findRecordShapeFaults(value)
  if (shapeFaults.length > 0) return { ok: false, faults: shapeFaults }
  const record = value as DocRecord
  const faults: Fault[] = []
  for (const fault of findInconsistencies(record)) {
    faults.push(fault)
    if (faults.length >= MOST_FAULTS) break
  }
  return faults.length === 0 ? { ok: true, record } : { ok: false, faults }
}

/** Fields that are missing, of another type or not known; at most 100. None: `value` has the shape of a `DocRecord`. */
export function findRecordShapeFaults(value: unknown): readonly Fault[] {
  const formatFault = findFormatFault(value)
  if (formatFault !== null) return [formatFault]
  const faults: Fault[] = []
  findFaults(recordShape, value, "", { faults, most: MOST_FAULTS })
  return faults
}

/** A record of another format differs in every field; one sentence says all that there is to say. */
function findFormatFault(value: unknown): Fault | null {
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : null
  if (typeof format !== "number" || format === RECORD_FORMAT) return null
  const made =
    format < RECORD_FORMAT
      ? "was made by an earlier version of Sayso: read the report again"
      : "was made by a later version of Sayso: install a newer one"
  return { path: "format", message: `is ${format}; the record ${made}` }
}

/** What a record of the right shape says that cannot be true together, without looking at its text. */
export function* findInconsistencies(record: DocRecord): Generator<Fault> {
  const { doc } = record
  if (doc.id !== toDocId(doc.textSha256)) {
    yield { path: "doc.id", message: `is ${doc.id}, but doc.textSha256 makes ${toDocId(doc.textSha256)}` }
  }
  yield* findIdFaults(record)
  yield* findEvidenceFaults(record)
  yield* findListOrderFaults(record)
  yield* findStatementFaults(record)
  yield* findClaimFaults(record)
  yield* findAmountFaults(record)
}
