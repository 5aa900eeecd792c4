// The whole path over one file, and all that must hold of its record whatever the file and whatever the network says.
import { printJson } from "../../src/base/json.ts"
import { ingest } from "../../src/ingest/index.ts"
import { parseLexicon } from "../../src/lexicon/index.ts"
import { readDoc } from "../../src/pipeline.ts"
import { listAnchors, verifyRecord } from "../../src/record/index.ts"
import { readLexiconFiles } from "../../src/runtime/package-files.ts"
import { checkRecord } from "../../src/schema/check-record.ts"
import type { DocRecord } from "../../src/schema/record.ts"
import { MADE_BY } from "../helpers/example-reading.ts"
import { openFakeNetwork } from "../helpers/fake-network.ts"
import type { RandomReport } from "../helpers/random-report.ts"
import { findBrokenPromise, testPlatform } from "./ingest.ts"

const lexicon = parseLexicon(await readLexiconFiles())
const { sha256 } = testPlatform

/** Reads a file with a network that says anything. Throws at the first promise that is broken. */
export async function checkReport({ bytes, options, networkSeed }: RandomReport): Promise<DocRecord> {
  const ingested = ingest(bytes, options, testPlatform)
  const { text } = ingested.doc
  hold(findBrokenPromise(ingested))
  const network = openFakeNetwork(networkSeed)
  const needs = { network, lexicon, madeBy: MADE_BY, sha256 }
  const record = await readDoc(ingested, needs, null)
  for (const { path, span, exact } of listAnchors(record)) {
    if (exact !== null && text.slice(span.start, span.end) !== exact)
      throw new Error(`${path} is not the text's words`)
  }
  const printed = printJson(record)
  const checked = checkRecord(JSON.parse(printed))
  if (!checked.ok) throw new Error(`not a record: ${JSON.stringify(checked.faults[0])}`)
  const { faults } = verifyRecord(record, { text, sha256: sha256(bytes) }, sha256)
  if (faults.length > 0) throw new Error(`not verified: ${JSON.stringify(faults[0])}`)
  const again = await readDoc(ingest(bytes, options, testPlatform), needs, null)
  if (printJson(again) !== printed) throw new Error("read twice, it gives two records")
  return record
}

function hold(broken: string | null): void {
  if (broken !== null) throw new Error(broken)
}
