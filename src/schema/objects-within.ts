// Every place of a record that holds an object, with its path. What has to be true of all evidence, wherever it
// stands, is checked by walking here: no line can be forgotten when the format grows.

export interface Within {
  /** From the record: `statements[3].content.parts[0]`. */
  readonly path: string
  readonly value: Readonly<Record<string, unknown>>
}

/** The objects in `value`, outer before inner, in the order of its keys. As deep as `value` is: for values of a known shape. */
export function* objectsWithin(value: unknown, path = ""): Generator<Within> {
  if (typeof value !== "object" || value === null) return
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* objectsWithin(item, `${path}[${index}]`)
    return
  }
  yield { path, value: value as Readonly<Record<string, unknown>> }
  for (const [key, inner] of Object.entries(value)) {
    yield* objectsWithin(inner, path === "" ? key : `${path}.${key}`)
  }
}
