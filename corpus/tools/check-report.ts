// Is one annotated report in order? In: the file's text, the report's text. Out: one sentence for each fault, with
// the id it is about and what to do. Shape is checked by report.schema.json, the rest here.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js"
import edtf from "edtf"
import { type AnnotatedReport, placeOf, spansOf } from "./words-format.ts"

export interface Fault {
  /** Id of entity, statement or event, or "file". */
  readonly id: string
  /** What is wrong and what to do. */
  readonly message: string
}

export interface Checked {
  /** Null when the file cannot be read as a report at all. */
  readonly report: AnnotatedReport | null
  readonly faults: readonly Fault[]
}

const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "report.schema.json"), "utf8"),
)
const isShaped = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<AnnotatedReport>(
  schema as object,
)

/** Never throws. `doc` is the name that the file says the report has. */
export function checkReport(json: string, doc: string, text: string): Checked {
  const faults: Fault[] = []
  const fail = (id: string, message: string): void => {
    faults.push({ id, message })
  }
  if (json.startsWith("\uFEFF")) fail("file", "begins with a byte order mark: save it as UTF-8 without one.")
  if (json.includes("\r")) fail("file", "has Windows line ends: save it with line feeds alone.")
  const value = parsed(json)
  if (value instanceof Error) {
    fail("file", `is no whole JSON (${value.message}): restore what is missing, often the last brackets.`)
    return { report: null, faults }
  }
  if (!isShaped(value)) {
    for (const error of (isShaped.errors ?? []).filter(({ keyword }) => keyword !== "anyOf")) {
      fail(idAt(value, error.instancePath), describe(error))
    }
    return { report: null, faults }
  }
  if (value.doc !== doc)
    fail("file", `says it is ${value.doc}: name it ${value.doc}.json or put ${doc} there.`)
  for (const { where, words } of spansOf(value)) {
    const found = placeOf(words, text)
    const [id, field] = where.split(" ") as [string, string]
    if (found === "missing")
      fail(id, `${field}: “${words}” does not stand in the text: copy it character for character.`)
    if (found === "ambiguous")
      fail(
        id,
        `${field}: “${words}” stands in the text more than once: add words around it and put ⟦ ⟧ around those meant.`,
      )
  }
  checkIds(value, fail)
  checkStatements(value, fail)
  checkDates(value, fail)
  return { report: value, faults }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""))
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}

type Fail = (id: string, message: string) => void

function checkIds(report: AnnotatedReport, fail: Fail): void {
  const seen = new Set<string>()
  for (const { id } of [...report.entities, ...report.statements, ...report.events]) {
    if (seen.has(id)) fail(id, "is there twice: give one of them another number.")
    seen.add(id)
  }
  const entities = new Set(report.entities.map(({ id }) => id))
  const statements = new Set(report.statements.map(({ id }) => id))
  const needs = (id: string, field: string, wanted: string | null, known: ReadonlySet<string>): void => {
    if (wanted !== null && wanted !== "outlet" && !known.has(wanted))
      fail(id, `${field}: there is no ${wanted}: add it or name another.`)
  }
  for (const { id, speaker, inside } of report.statements) {
    needs(id, "speaker", speaker, entities)
    needs(id, "inside", inside, statements)
  }
  for (const event of report.events) {
    for (const field of ["actors", "recipients"] as const)
      for (const entity of event[field]) needs(event.id, field, entity, entities)
    needs(event.id, "place", event.place, entities)
    for (const { voice } of event.voices) needs(event.id, "voices", voice, statements)
    for (const { voice } of event.quantities) needs(event.id, "quantities", voice, statements)
  }
}

function checkStatements({ statements }: AnnotatedReport, fail: Fail): void {
  const outerOf = new Map(statements.map(({ id, inside }) => [id, inside]))
  for (const { id, source, speaker } of statements) {
    if (source.length > 0 && speaker === null)
      fail(id, "has a source and no speaker: name the entity that it is.")
    if (source.length === 0 && speaker !== null)
      fail(id, "has a speaker and no source: quote the source or put null.")
    let at = outerOf.get(id) ?? null
    for (let steps = 0; at !== null && at !== id && steps <= statements.length; steps++)
      at = outerOf.get(at) ?? null
    if (at === id) fail(id, "lies inside itself: mend `inside`.")
  }
}

function checkDates({ events }: AnnotatedReport, fail: Fail): void {
  for (const { id, date } of events) {
    if (date?.edtf == null || isEdtf(date.edtf)) continue
    fail(
      id,
      `date: “${date.edtf}” is no EDTF: write 2019-10-11, 2019-10, 2019, 2019-10-09/2019-10-11 or 2018-12-22/..`,
    )
  }
}

function isEdtf(text: string): boolean {
  try {
    edtf(text)
    return true
  } catch {
    return false
  }
}

/** “/statements/3/cue/0” → the id of the fourth statement. */
function idAt(value: unknown, path: string): string {
  const [, list, index] = path.split("/")
  const items = (value as Readonly<Record<string, unknown>> | null)?.[list ?? ""]
  const item: unknown = Array.isArray(items) ? items[Number(index)] : undefined
  const id = (item as { readonly id?: unknown } | undefined)?.id
  return typeof id === "string" ? id : "file"
}

function describe({ keyword, instancePath, params, message }: ErrorObject): string {
  const field = instancePath.split("/").slice(3).join(".") || "here"
  if (keyword === "additionalProperties")
    return `${field}: unknown field “${params["additionalProperty"]}”: remove it or mend its name.`
  if (keyword === "required")
    return `${field}: the field “${params["missingProperty"]}” is missing: add it, null or [] where there is none.`
  if (keyword === "enum")
    return `${field}: not one of ${(params["allowedValues"] as readonly string[]).join(", ")}.`
  if (keyword === "minItems") return `${field}: is empty: quote the words it rests on.`
  return `${field}: ${message ?? keyword}: see GUIDELINE.md, Format.`
}
