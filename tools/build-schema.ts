// Writes docs/reference/record.schema.json from the shape that the checker uses: node tools/build-schema.ts
import { writeFileSync } from "node:fs"
import { printJson } from "../src/base/json.ts"
import { toJsonSchema } from "../src/schema/json-schema.ts"
import { recordShape } from "../src/schema/record-shape.ts"

export const RECORD_SCHEMA_FILE = new URL("../docs/reference/record.schema.json", import.meta.url)

/** The JSON Schema of a record, as it stands in the file. */
export function printRecordSchema(): string {
  return printJson(toJsonSchema(recordShape, { id: "urn:sayso:record:2", title: "Sayso record, format 2" }))
}

if (import.meta.main) writeFileSync(RECORD_SCHEMA_FILE, printRecordSchema())
