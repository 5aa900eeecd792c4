// Has a file the shape that its JSON Schema asks for? In: the file's text and the schema's name. Out: the value, and
// one sentence for each fault with the id it is about and what to do.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js"

export interface Fault {
  /** Id of entity, statement, event, page …, or "file". */
  readonly id: string
  /** What is wrong and what to do. */
  readonly message: string
}

export interface Shaped<T> {
  /** Null when the file cannot be read as one of its kind at all. */
  readonly value: T | null
  readonly faults: readonly Fault[]
}

/** Gives the function that checks texts against `corpus/<name>`; throws when there is no such schema. */
export function shapeOf<T>(name: string): (json: string) => Shaped<T> {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "..", name), "utf8")) as object
  const isShaped = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<T>(schema)
  return (json) => check(json, isShaped)
}

function check<T>(json: string, isShaped: ValidateFunction<T>): Shaped<T> {
  const faults: Fault[] = []
  const fail = (message: string): void => {
    faults.push({ id: "file", message })
  }
  if (json.startsWith("\uFEFF")) fail("begins with a byte order mark: save it as UTF-8 without one.")
  if (json.includes("\r")) fail("has Windows line ends: save it with line feeds alone.")
  const value = parsed(json)
  if (value instanceof Error) {
    fail(`is no whole JSON (${value.message}): restore what is missing, often the last brackets.`)
    return { value: null, faults }
  }
  if (isShaped(value)) return { value, faults }
  for (const error of (isShaped.errors ?? []).filter(({ keyword }) => keyword !== "anyOf"))
    faults.push({ id: idAt(value, error.instancePath), message: describe(error) })
  return { value: null, faults }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""))
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}

/** “/statements/3/cue/0” → the id of the fourth statement; "file" where nothing on the way has one. */
function idAt(value: unknown, path: string): string {
  let at: unknown = value
  let id = "file"
  for (const key of path.split("/").slice(1)) {
    if (typeof at !== "object" || at === null) break
    at = (at as Readonly<Record<string, unknown>>)[key]
    const own = (at as { readonly id?: unknown } | null | undefined)?.id
    if (typeof own === "string") id = own
  }
  return id
}

function describe({ keyword, instancePath, params, message }: ErrorObject): string {
  const field = instancePath.split("/").slice(3).join(".") || instancePath.split("/").at(-1) || "here"
  const at = /^\d*$/.test(field) ? "here" : field
  if (keyword === "additionalProperties")
    return `${at}: unknown field “${params["additionalProperty"]}”: remove it or mend its name.`
  if (keyword === "required")
    return `${at}: the field “${params["missingProperty"]}” is missing: add it, null or [] where there is none.`
  if (keyword === "enum")
    return `${at}: not one of ${(params["allowedValues"] as readonly string[]).join(", ")}.`
  if (keyword === "minItems") return `${at}: is empty: quote the words it rests on.`
  return `${at}: ${message ?? keyword}: see GUIDELINE.md, Format.`
}
