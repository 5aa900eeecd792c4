// Printing of plain data as JSON: the same value gives the same characters, on every machine.
// Keys keep the order in which the value was built; nothing is sorted.

/** A width at which a part with its numbers and a short quotation still fits on one line. */
const LINE_WIDTH = 100

/** `value` as JSON on one line without spaces, no line break at the end. Throws on what JSON cannot hold (see `printJson`). */
export function printJsonLine(value: unknown): string {
  return JSON.stringify(value, (key, field: unknown) =>
    isContainer(field) ? field : requireLeaf(field, key),
  )
}

/**
 * `value` as JSON for people and for diffs: two spaces a level, an object or
 * array that fits into 100 columns stays on one line, a line break at the end.
 *
 * Throws on what JSON would silently drop or change (`undefined`, a function,
 * NaN, Infinity): such a value in a record is a bug. Recursion is as deep as
 * the value.
 */
export function printJson(value: unknown): string {
  return `${print(value, "", 0, "value")}\n`
}

/** `used`: columns that the key before the value takes. */
function print(value: unknown, indent: string, used: number, path: string): string {
  if (!isContainer(value)) return JSON.stringify(requireLeaf(value, path))
  const isList = Array.isArray(value)
  const inner = `${indent}  `
  const lines = isList
    ? value.map((item, index) => print(item, inner, 0, `${path}[${index}]`))
    : Object.entries(value).map(([key, field]) => {
        const label = `${JSON.stringify(key)}: `
        return label + print(field, inner, label.length, `${path}.${key}`)
      })
  const [open, close] = isList ? "[]" : "{}"
  // What did not fit by itself has line breaks, and does not fit here either: it stood at most as far to the right.
  const width = lines.reduce((sum, line) => sum + line.length + 2, indent.length + used)
  if (lines.length === 0 || (width <= LINE_WIDTH && !lines.some((line) => line.includes("\n")))) {
    return `${open}${lines.join(", ")}${close}`
  }
  return `${open}\n${inner}${lines.join(`,\n${inner}`)}\n${indent}${close}`
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null
}

function requireLeaf(value: unknown, path: string): string | number | boolean | null {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value
  if (typeof value === "number" && Number.isFinite(value)) return value
  const met = typeof value === "number" ? String(value) : typeof value
  throw new Error(`${path} is ${met}, which JSON cannot hold. This is a bug in Sayso: please report it.`)
}
