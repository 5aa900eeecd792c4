/** Ends every `switch` over a union, so that a new kind does not compile until it is handled. Throws when reached. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected ${JSON.stringify(value)}. This is a bug in Sayso: please report it.`)
}
