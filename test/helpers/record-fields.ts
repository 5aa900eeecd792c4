// Every field of a record, for the test that the reference explains each.
import { unreachable } from "../../src/base/unreachable.ts"
import { recordShape } from "../../src/schema/record-shape.ts"
import type { AnyShape } from "../../src/schema/shape.ts"

export interface RecordField {
  /** The shape it belongs to, as in the JSON Schema's `$defs`: "Statement", "Span"; "Record" for the record itself. */
  readonly of: string
  /** Its name, after those of the unnamed objects it stands in: "cue", "readBy.rule", "doc.textSha256". */
  readonly name: string
}

/** The fields of the record and of every shape in it, each shape once, in the order in which they are first met. */
export function listRecordFields(): readonly RecordField[] {
  const fields: RecordField[] = []
  const waiting: { readonly shape: AnyShape; readonly of: string }[] = [{ shape: recordShape, of: "Record" }]
  const met = new Set(["Record"])
  for (const { shape, of } of waiting) {
    for (const inner of addFields(shape, of, "", fields)) {
      if (inner.definition === null || met.has(inner.definition.name)) continue
      met.add(inner.definition.name)
      waiting.push({ shape: inner, of: headingOf(inner.definition.name) })
    }
  }
  return fields
}

/** “SourcedTime”, “SourcedRole” and the like differ in their value only, and are explained once. */
function headingOf(name: string): string {
  return name.startsWith("Sourced") ? "Sourced" : name
}

/** Adds the fields of `shape`; gives the named shapes met in it, whose fields are listed apart. */
function addFields(shape: AnyShape, of: string, path: string, fields: RecordField[]): readonly AnyShape[] {
  const { rule } = shape
  const addInner = (inner: AnyShape, innerPath: string): readonly AnyShape[] =>
    inner.definition === null ? addFields(inner, of, innerPath, fields) : [inner]
  switch (rule.kind) {
    case "text":
    case "number":
    case "choice":
      return []
    case "list":
      return addInner(rule.item, path)
    case "nullable":
      return addInner(rule.of, path)
    case "variants":
      return Object.values(rule.variants).flatMap((variant) => addInner(variant, path))
    case "object":
      return Object.entries(rule.fields).flatMap(([key, field]) => {
        const name = path === "" ? key : `${path}.${key}`
        if (!fields.some((known) => known.of === of && known.name === name)) fields.push({ of, name })
        return addInner(field, name)
      })
    default:
      return unreachable(rule)
  }
}
