// Shapes as JSON Schema (draft 2020-12), for users of records who do not write TypeScript.
import { unreachable } from "../base/unreachable.ts"
import type { AnyShape } from "./shape.ts"

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export interface SchemaHead {
  /** The schema's own address. */
  readonly id: string
  readonly title: string
}

/** The JSON Schema that accepts what `shape` accepts. Shapes with a name stand once, under `$defs`. */
export function toJsonSchema(shape: AnyShape, head: SchemaHead): Json {
  const definitions = new Map<string, Json>()
  const { description, ...rest } = describe(shape, definitions) as { readonly [key: string]: Json }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: head.id,
    title: head.title,
    ...(description === undefined ? {} : { description }),
    ...rest,
    $defs: Object.fromEntries(definitions),
  }
}

/** A reference where the shape has a name, else the shape itself. */
function refer(shape: AnyShape, definitions: Map<string, Json>): Json {
  if (shape.definition === null) return describe(shape, definitions)
  const { name, about } = shape.definition
  if (!definitions.has(name)) {
    // Holds the place, so that definitions stand in the order in which they are first used.
    definitions.set(name, null)
    definitions.set(name, describe({ ...shape, about }, definitions))
  }
  // What the place adds (“the words that name the speaker”) stands beside the reference, which 2020-12 allows.
  return { ...(shape.about === about ? {} : { description: shape.about }), $ref: `#/$defs/${name}` }
}

function describe(shape: AnyShape, definitions: Map<string, Json>): Json {
  const { rule, about } = shape
  const description = about === "" ? {} : { description: about }
  switch (rule.kind) {
    case "text":
      return {
        ...description,
        type: "string",
        ...(rule.atLeast > 0 ? { minLength: rule.atLeast } : {}),
        ...(rule.pattern === null ? {} : { pattern: rule.pattern.source }),
      }
    case "number":
      return {
        ...description,
        type: rule.isWhole ? "integer" : "number",
        ...(rule.least === null ? {} : { minimum: rule.least }),
        ...(rule.most === null ? {} : { maximum: rule.most }),
      }
    case "choice": {
      const [only, ...others] = rule.values
      return {
        ...description,
        ...(others.length === 0 && only !== undefined ? { const: only } : { enum: rule.values }),
      }
    }
    case "list":
      return {
        ...description,
        type: "array",
        ...(rule.atLeast > 0 ? { minItems: rule.atLeast } : {}),
        items: refer(rule.item, definitions),
      }
    case "object":
      return {
        ...description,
        type: "object",
        required: Object.keys(rule.fields),
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(rule.fields).map(([field, fieldShape]) => [field, refer(fieldShape, definitions)]),
        ),
      }
    case "nullable": {
      // The place's meaning stands once, outside; inside stands what the shape means everywhere.
      const of = { ...rule.of, about: rule.of.definition?.about ?? "" }
      return { ...description, anyOf: [refer(of, definitions), { type: "null" }] }
    }
    case "variants":
      return {
        ...description,
        oneOf: [...new Set(Object.values(rule.variants))].map((variant) => refer(variant, definitions)),
      }
    default:
      return unreachable(rule)
  }
}
