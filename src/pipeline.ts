// The path of a report, as code:
//
//     bytes ──ingest──▶ Doc ──read──▶ Reading ──resolve──▶ Resolution ──record──▶ DocRecord
//
// The first step is called by itself, since a report's text can be looked at without reading it.
import type { Sha256 } from "./base/hash.ts"
import { unwrapLines } from "./document/unwrap.ts"
import type { Ingested } from "./ingest/index.ts"
import type { Lexicons } from "./lexicon/index.ts"
import { read } from "./read/index.ts"
import type { Network, StopSignal } from "./read/network/index.ts"
import { toRecord } from "./record/index.ts"
import { type CoreferenceKnowledge, resolve } from "./resolve/index.ts"
import type { DocRecord } from "./schema/record.ts"

/** What the path needs from outside: the open network, the lexicons, the hash, and what made the record. */
export interface PipelineNeeds {
  readonly network: Network
  readonly lexicons: Lexicons
  readonly coreference: CoreferenceKnowledge
  readonly madeBy: DocRecord["madeBy"]
  readonly sha256: Sha256
}

/** The record of an ingested report. Rejects only with the reason of `signal`, when that fires. */
export async function readDoc(
  { doc, problems }: Ingested,
  { network, lexicons, coreference, madeBy, sha256 }: PipelineNeeds,
  signal: StopSignal | null,
): Promise<DocRecord> {
  const reading = await read(unwrapLines(doc), { network, lexicons }, signal)
  const whole = { ...reading, problems: [...problems, ...reading.problems] }
  const resolution = resolve(whole, {
    actors: lexicons.actors,
    gazetteer: lexicons.places,
    contexts: lexicons.contexts,
    coreference,
  })
  // Evidence is of the text as it is.
  return toRecord({ ...whole, doc }, resolution, madeBy, sha256)
}
