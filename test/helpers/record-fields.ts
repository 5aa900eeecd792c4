// Every field of a record by its path, for the test that the reference names each.
import { unreachable } from "../../src/base/unreachable.ts"
import { recordShape } from "../../src/schema/record-shape.ts"
import type { AnyShape } from "../../src/schema/shape.ts"

/** `["format", "doc", "doc.id", …, "statements[].content.parts[].span.start", …]`, in the order of the record. */
export function listRecordFields(): readonly string[] {
  return [...new Set(listFields(recordShape, ""))]
}

function listFields(shape: AnyShape, path: string): readonly string[] {
  const { rule } = shape
  switch (rule.kind) {
    case "text":
    case "number":
    case "choice":
      return []
    case "list":
      return listFields(rule.item, `${path}[]`)
    case "nullable":
      return listFields(rule.of, path)
    case "variants":
      return Object.values(rule.variants).flatMap((variant) => listFields(variant, path))
    case "object":
      return Object.entries(rule.fields).flatMap(([field, fieldShape]) => {
        const fieldPath = path === "" ? field : `${path}.${field}`
        return [fieldPath, ...listFields(fieldShape, fieldPath)]
      })
    default:
      return unreachable(rule)
  }
}
