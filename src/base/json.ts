// Printing of plain data as JSON: the same value gives the same characters, on every machine.
// Keys keep the order in which the value was built; nothing is sorted.

/** A width at which a part with its numbers and a short quotation still fits on one line. */
const LINE_WIDTH = 100

/** `value` as JSON on one line without spaces, no line break at the end. Throws on what JSON cannot hold (see `printJson`). */
export function printJsonLine(value: unknown): string {
  return onOneLine(value, "", "value")
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
  const line = onOneLine(value, " ", path)
  if (value === null || typeof value !== "object") return line
  if (indent.length + used + line.length <= LINE_WIDTH) return line
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const lines = value.map((item, index) => inner + print(item, inner, 0, `${path}[${index}]`))
    return `[\n${lines.join(",\n")}\n${indent}]`
  }
  const lines = Object.entries(value).map(([key, field]) => {
    const label = `${JSON.stringify(key)}: `
    return inner + label + print(field, inner, label.length, `${path}.${key}`)
  })
  return `{\n${lines.join(",\n")}\n${indent}}`
}

/** `space`: what stands after a comma or colon. */
function onOneLine(value: unknown, space: string, path: string): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value)
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => onOneLine(item, space, `${path}[${index}]`)).join(`,${space}`)}]`
  }
  if (typeof value === "object") {
    const fields = Object.entries(value).map(
      ([key, field]) => `${JSON.stringify(key)}:${space}${onOneLine(field, space, `${path}.${key}`)}`,
    )
    return `{${fields.join(`,${space}`)}}`
  }
  const met = typeof value === "number" ? String(value) : typeof value
  throw new Error(`${path} is ${met}, which JSON cannot hold. This is a bug in Sayso: please report it.`)
}
