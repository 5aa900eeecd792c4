// What an earlier stage points to. In: a map and a key that the stage gave. Out: the value.

/** Throws for a key that is not in `map`: the reading or the resolution contradicts itself, which is a bug. */
export function lookUp<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  where: "reading" | "resolution",
): Value {
  const value = map.get(key)
  if (value === undefined) {
    throw new Error(
      `The ${where} points to ${String(key)}, which it does not have. This is a bug in Sayso: please report it.`,
    )
  }
  return value
}
