// Records that were written earlier, and the reports they were made from. In: a path. Out: checked records; and for
// a record the file with exactly the bytes it was made from, found by their hash.
import { inputError } from "../base/input-error.ts"
import type { ReadOptions } from "../node.ts"
import { checkRecord } from "../schema/check-record.ts"
import type { DocRecord } from "../schema/record.ts"
import { RECORD_FORMAT } from "../schema/record-shape.ts"
import type { Effects } from "./effects.ts"
import { findInputs, readFile, readInput } from "./inputs.ts"

/** A value that says it is a record, and where it stood: "records.jsonl:3". */
export interface FoundRecord {
  readonly place: string
  readonly value: unknown
}

/**
 * The records in a file: one, an array of them, or one a line. Their fields are
 * not looked at yet. Throws `not-a-record` when it is none of these, and what
 * `readFile` throws.
 */
export async function loadRecords(
  path: string,
  { files, stdin }: Pick<Effects, "files" | "stdin">,
): Promise<readonly FoundRecord[]> {
  const bytes = path === "-" ? await stdin.read() : await readFile(path, files)
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === "") throw inputError("empty", `${path} is empty: there is no record in it.`)
  const whole = parseJson(text)
  if (whole !== undefined) {
    const values: readonly unknown[] = Array.isArray(whole) ? whole : [whole]
    if (values.length === 0) throw inputError("empty", `${path} is an empty list: there is no record in it.`)
    return values.map((value, index) => asRecord(value, values.length > 1 ? `${path}[${index}]` : path))
  }
  return text
    .split("\n")
    .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, place }) => asRecord(parseJson(line), place))
}

/**
 * The record in a file that holds just one, or of several the one made from `report`; null or a folder names none.
 * `source` is that report where it had to be read to tell, else null. Throws `not-a-record` with the first fault
 * when the record is damaged, and when it cannot be told which one is meant.
 */
export async function loadRecord(
  path: string,
  report: string | null,
  effects: Pick<Effects, "files" | "stdin" | "sha256">,
): Promise<{ readonly record: DocRecord; readonly source: FoundSource | null }> {
  const found = await loadRecords(path, effects)
  const [one] = found
  if (one !== undefined && found.length === 1) return { record: soundRecord(one), source: null }
  // What is typed or piped can be read once only.
  if (report === null || report === "-" || (await isFolder(report, effects))) {
    throw inputError(
      "not-a-record",
      `${path} holds ${found.length} records, and one is wanted here. Name its report, too: sayso show v1 report.html --record ${path}`,
    )
  }
  const source = await readSource(report, effects)
  const hash = effects.sha256(source.bytes)
  const its = found.find(({ value }) => sourceHashOf(value) === hash)
  if (its !== undefined) return { record: soundRecord(its), source }
  throw inputError(
    "not-a-record",
    `None of the ${found.length} records in ${path} was made from ${report}, as it is now. Leave out --record to read it again.`,
  )
}

function soundRecord({ place, value }: FoundRecord): DocRecord {
  const checked = checkRecord(value)
  if (checked.ok) return checked.record
  const [fault] = checked.faults
  throw inputError(
    "not-a-record",
    `${place} is no sound record: ${fault?.path} ${fault?.message}. Make it anew: sayso read --json`,
  )
}

/** Of a record that may be damaged. */
function sourceHashOf(value: unknown): string | null {
  return (value as { doc?: { source?: { sha256?: string } } }).doc?.source?.sha256 ?? null
}

/**
 * Finds reports by the SHA-256 of their bytes. `place` is a report, a folder of
 * reports, or null for the folder of the record `beside`. Each file is read at
 * most once; nothing is remembered from one run to the next.
 */
export function sourceFinder(
  place: string | null,
  beside: string,
  effects: Pick<Effects, "files" | "stdin" | "sha256">,
): (sha256: string) => Promise<FoundSource> {
  let hashed: Promise<ReadonlyMap<string, string>> | null = null
  return async (sha256) => {
    if (place !== null && !(await isFolder(place, effects))) return readSource(place, effects)
    const folder = place ?? folderOf(beside)
    hashed ??= hashReports(folder, effects)
    const path = (await hashed).get(sha256)
    if (path !== undefined) return readSource(path, effects)
    throw inputError(
      "source-not-found",
      `No report in ${folder} has the record's hash, ${sha256.slice(0, 12)}…. Name the report as it was read, unchanged.`,
    )
  }
}

/** The options with which the source gives the same text again. */
export function asItWasRead({ charset, mediaType }: DocRecord["doc"]["source"]): ReadOptions {
  return { charset, mediaType: mediaType === "application/json" ? null : mediaType }
}

export interface FoundSource {
  readonly path: string
  readonly bytes: Uint8Array
}

async function readSource(path: string, effects: Pick<Effects, "files" | "stdin">): Promise<FoundSource> {
  return { path, bytes: await readInput({ path, mediaType: null, closed: null }, effects) }
}

async function hashReports(
  folder: string,
  { files, sha256 }: Pick<Effects, "files" | "sha256">,
): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>()
  for (const { path } of await findInputs([folder], files)) {
    // One that cannot be read is not the one that is looked for, or is missed by its hash.
    const bytes = await readFile(path, files).catch(() => null)
    if (bytes !== null) paths.set(sha256(bytes), path)
  }
  return paths
}

async function isFolder(path: string, { files }: Pick<Effects, "files">): Promise<boolean> {
  return path !== "-" && (await files.stat(path).catch(() => null))?.kind === "folder"
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf("/")
  return slash === -1 ? "." : path.slice(0, slash + 1)
}

function asRecord(value: unknown, place: string): FoundRecord {
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : null
  if (typeof format === "number" && format > RECORD_FORMAT) {
    throw inputError(
      "newer-record",
      `${place} is a record of format ${format}; this version of Sayso knows format ${RECORD_FORMAT}. Install a newer one.`,
    )
  }
  if (typeof format === "number" && format < RECORD_FORMAT) {
    throw inputError(
      "older-record",
      `${place} was made by an earlier version of Sayso: read the report again, with sayso read --json.`,
    )
  }
  if (format === RECORD_FORMAT) return { place, value }
  const why = value === undefined ? "it is no JSON, or was cut off" : "it is another JSON"
  throw inputError(
    "not-a-record",
    `${place} is no record: ${why}. Make one: sayso read --json report.html -o record.json`,
  )
}

/** Undefined when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
