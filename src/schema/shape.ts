// Shapes: what plain data from outside must look like, said once. In: values of unknown origin. Out: faults with
// their place. The same shapes give the published JSON Schema (json-schema.ts), and the compiler holds each shape
// and its type in `src/schema` equal: a field added to one and not the other does not compile.
import { unreachable } from "../base/unreachable.ts"

export type Rule =
  | { readonly kind: "text"; readonly pattern: RegExp | null; readonly atLeast: number }
  | {
      readonly kind: "number"
      readonly isWhole: boolean
      /** Null: however small, or large. */
      readonly least: number | null
      readonly most: number | null
    }
  | { readonly kind: "choice"; readonly values: readonly (string | number)[] }
  | { readonly kind: "list"; readonly item: AnyShape; readonly atLeast: number }
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, AnyShape>> }
  | { readonly kind: "nullable"; readonly of: AnyShape }
  | {
      readonly kind: "variants"
      /** The field that tells them apart. */
      readonly tag: string
      /** By the field's value; one shape may stand for several values. */
      readonly variants: Readonly<Record<string, AnyShape>>
    }

export interface AnyShape {
  readonly rule: Rule
  /** What it means, with units; goes into the JSON Schema. Empty when the name of its field says it. */
  readonly about: string
  /** Its name under `$defs` and what it means there, when several places use it. */
  readonly definition: { readonly name: string; readonly about: string } | null
}

/** The shape of values of type `T`, neither wider nor narrower. */
export interface Shape<T> extends AnyShape {
  /** Never there at run time. It makes the compiler refuse a shape of another type. */
  readonly means?: (value: T) => T
}

/** A value that is not as it must be. */
export interface Fault {
  /** Where, from the root: `statements[3].content.parts[0].span.end`; empty for the root itself. */
  readonly path: string
  /** What is wrong, what was met. One line. */
  readonly message: string
}

export function text<T extends string = string>(
  about: string,
  { pattern = null, atLeast = 0 }: { pattern?: RegExp | null; atLeast?: number } = {},
): Shape<T> {
  return { rule: { kind: "text", pattern, atLeast }, about, definition: null }
}

export function wholeNumber(about: string): Shape<number> {
  return {
    rule: { kind: "number", isWhole: true, least: 0, most: Number.MAX_SAFE_INTEGER },
    about,
    definition: null,
  }
}

export function number(
  about: string,
  { least = null, most = null }: { least?: number | null; most?: number | null } = {},
): Shape<number> {
  return { rule: { kind: "number", isWhole: false, least, most }, about, definition: null }
}

export function fraction(about: string): Shape<number> {
  return number(about, { least: 0, most: 1 })
}

export function choice<const T extends string | number>(about: string, ...values: readonly T[]): Shape<T> {
  return { rule: { kind: "choice", values }, about, definition: null }
}

export function list<T>(about: string, item: Shape<T>): Shape<readonly T[]> {
  return { rule: { kind: "list", item, atLeast: 0 }, about, definition: null }
}

export function nonEmptyList<T>(about: string, item: Shape<T>): Shape<readonly [T, ...T[]]> {
  return { rule: { kind: "list", item, atLeast: 1 }, about, definition: null }
}

export function object<T extends object>(
  about: string,
  fields: { readonly [K in keyof T]-?: Shape<T[K]> },
): Shape<T> {
  return { rule: { kind: "object", fields }, about, definition: null }
}

export function nullable<T>(of: Shape<T>): Shape<T | null> {
  return { rule: { kind: "nullable", of }, about: of.about, definition: null }
}

/** A union told apart by `kind`. */
export function variants<T extends { readonly kind: string }>(
  about: string,
  each: { readonly [K in T["kind"]]: Shape<Extract<T, { readonly kind: K }>> },
): Shape<T> {
  return { rule: { kind: "variants", tag: "kind", variants: each }, about, definition: null }
}

/** The members of the union `T` whose field `Tag` may be `Value`. */
type Variant<T, Tag extends keyof T, Value> = T extends unknown ? (Value extends T[Tag] ? T : never) : never

/** A union told apart by another field, of which several values may mean one member. */
export function variantsBy<T extends object, Tag extends keyof T & string>(
  about: string,
  tag: Tag,
  each: { readonly [Value in T[Tag] & string]: Shape<Variant<T, Tag, Value>> },
): Shape<T> {
  return { rule: { kind: "variants", tag, variants: each }, about, definition: null }
}

/** The same shape under a name, so that the JSON Schema has it once. */
export function named<T>(name: string, shape: Shape<T>): Shape<T> {
  return { ...shape, definition: { name, about: shape.about } }
}

/** The same shape with what it means in this place. */
export function meaning<T>(about: string, shape: Shape<T>): Shape<T> {
  return { ...shape, about }
}

/** Faults as they are found, up to a number past which nobody reads them. */
export interface Findings {
  readonly faults: Fault[]
  readonly most: number
}

/**
 * Adds to `findings` what in `value` is not of `shape`.
 *
 * Goes only where the shape goes: as deep as the shape is, however deep the
 * value, and over each of its items once. Never throws on what `JSON.parse` gives.
 */
export function findFaults(shape: AnyShape, value: unknown, path: string, findings: Findings): void {
  const { rule } = shape
  switch (rule.kind) {
    case "text":
      if (typeof value !== "string") expected("text", value, path, findings)
      else if (value.length < rule.atLeast) expected("text that is not empty", value, path, findings)
      else if (rule.pattern?.test(value) === false)
        expected(`text like ${rule.pattern.source}`, value, path, findings)
      break
    case "number": {
      const { isWhole, least, most } = rule
      const isInRange =
        typeof value === "number" &&
        Number.isFinite(value) &&
        (least === null || value >= least) &&
        (most === null || value <= most)
      if (!isInRange || (isWhole && !Number.isInteger(value))) {
        const from = least === null ? "" : ` from ${least}`
        const to = most === null ? "" : ` to ${most}`
        expected(`${isWhole ? "a whole number" : "a number"}${from}${to}`, value, path, findings)
      }
      break
    }
    case "choice":
      if (!(rule.values as readonly unknown[]).includes(value))
        expected(oneOf(rule.values), value, path, findings)
      break
    case "list":
      if (!Array.isArray(value)) expected("a list", value, path, findings)
      else if (value.length < rule.atLeast) expected("a list that is not empty", value, path, findings)
      else findItemFaults(rule.item, value, path, findings)
      break
    case "object":
      if (!isPlainObject(value)) expected("an object", value, path, findings)
      else findFieldFaults(rule.fields, value, path, findings)
      break
    case "nullable":
      if (value !== null) findFaults(rule.of, value, path, findings)
      break
    case "variants":
      if (!isPlainObject(value)) expected("an object", value, path, findings)
      else findVariantFaults(rule, value, path, findings)
      break
    default:
      unreachable(rule)
  }
}

function findItemFaults(item: AnyShape, values: readonly unknown[], path: string, findings: Findings): void {
  for (const [index, value] of values.entries()) {
    if (isFull(findings)) return
    findFaults(item, value, `${path}[${index}]`, findings)
  }
}

function findFieldFaults(
  fields: Readonly<Record<string, AnyShape>>,
  value: Readonly<Record<string, unknown>>,
  path: string,
  findings: Findings,
): void {
  for (const field of Object.keys(fields)) {
    if (Object.hasOwn(value, field))
      findFaults(fields[field] as AnyShape, value[field], join(path, field), findings)
    else add(findings, join(path, field), "is missing")
  }
  for (const field of Object.keys(value)) {
    if (isFull(findings)) return
    if (!Object.hasOwn(fields, field))
      add(findings, path, `has a field that the format does not know: ${show(field)}`)
  }
}

function findVariantFaults(
  { tag, variants }: Extract<Rule, { kind: "variants" }>,
  value: Readonly<Record<string, unknown>>,
  path: string,
  findings: Findings,
): void {
  const told = value[tag]
  if (typeof told === "string" && Object.hasOwn(variants, told)) {
    findFaults(variants[told] as AnyShape, value, path, findings)
  } else {
    expected(oneOf(Object.keys(variants)), told, join(path, tag), findings)
  }
}

function isFull(findings: Findings): boolean {
  return findings.faults.length >= findings.most
}

function add(findings: Findings, path: string, message: string): void {
  if (!isFull(findings)) findings.faults.push({ path, message })
}

function expected(what: string, met: unknown, path: string, findings: Findings): void {
  add(findings, path, `expected ${what}, met ${show(met)}`)
}

function oneOf(values: readonly (string | number)[]): string {
  const shown = values.map((value) => JSON.stringify(value)).join(", ")
  return values.length === 1 ? shown : `one of ${shown}`
}

function join(path: string, field: string): string {
  return path === "" ? field : `${path}.${field}`
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** A value in a message: short, on one line, whatever it is. Nothing of unknown depth is printed. */
function show(value: unknown): string {
  if (value === undefined) return "nothing"
  if (typeof value === "string") return JSON.stringify(value.length <= 40 ? value : `${value.slice(0, 40)}…`)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value)
  return typeof value === "object" ? "an object" : `a ${typeof value}`
}
