// Is one annotated report in order? In: the file's text, the report's text. Out: one sentence for each fault, with
// the id it is about and what to do. Shape is checked by report.schema.json, the rest here.
import edtf from "edtf"
import { type Fault, shapeOf } from "./shape.ts"
import { type AnnotatedReport, placeOf, spansOf, type Words } from "./words-format.ts"

export interface Checked {
  /** Null when the file cannot be read as a report at all. */
  readonly report: AnnotatedReport | null
  readonly faults: readonly Fault[]
}

const shapeOfReport = shapeOf<AnnotatedReport>("report.schema.json")

/** Never throws. `doc` is the name that the file says the report has. */
export function checkReport(json: string, doc: string, text: string): Checked {
  const { value, faults: shapeFaults } = shapeOfReport(json)
  const faults = [...shapeFaults]
  if (value === null) return { report: null, faults }
  const fail: Fail = (id, message) => {
    faults.push({ id, message })
  }
  if (value.doc !== doc)
    fail("file", `says it is ${value.doc}: name it ${value.doc}.json or put ${doc} there.`)
  for (const { where, words } of spansOf(value)) {
    const [id, field] = where.split(" ") as [string, string]
    checkWords(words, text, (message) => fail(id, `${field}: ${message}`))
  }
  checkIds(value, fail)
  checkStatements(value, fail)
  checkDates(value, fail)
  return { report: value, faults }
}

/** Says so when quoted words stand in the text nowhere, or more than once. */
export function checkWords(words: Words, text: string, fail: (message: string) => void): void {
  const found = placeOf(words, text)
  if (found === "missing") fail(`“${words}” does not stand in the text: copy it character for character.`)
  if (found === "ambiguous")
    fail(`“${words}” stands in the text more than once: add words around it and put ⟦ ⟧ around those meant.`)
}

type Fail = (id: string, message: string) => void

function checkIds(report: AnnotatedReport, fail: Fail): void {
  const seen = new Set<string>()
  for (const { id } of [...report.entities, ...report.statements, ...report.events]) {
    if (seen.has(id)) fail(id, "is there twice: give one of them another number.")
    seen.add(id)
  }
  const entities = new Set(report.entities.map(({ id }) => id))
  const statements = new Set(report.statements.map(({ id }) => id))
  const needs = (id: string, field: string, wanted: string | null, known: ReadonlySet<string>): void => {
    if (wanted !== null && wanted !== "outlet" && !known.has(wanted))
      fail(id, `${field}: there is no ${wanted}: add it or name another.`)
  }
  for (const { id, speaker, inside } of report.statements) {
    needs(id, "speaker", speaker, entities)
    needs(id, "inside", inside, statements)
  }
  for (const event of report.events) {
    for (const field of ["actors", "recipients"] as const)
      for (const entity of event[field]) needs(event.id, field, entity, entities)
    needs(event.id, "place", event.place, entities)
    for (const { voice } of event.voices) needs(event.id, "voices", voice, statements)
    for (const { voice } of event.quantities) needs(event.id, "quantities", voice, statements)
  }
}

function checkStatements({ statements }: AnnotatedReport, fail: Fail): void {
  const outerOf = new Map(statements.map(({ id, inside }) => [id, inside]))
  for (const { id, source, speaker } of statements) {
    if (source.length > 0 && speaker === null)
      fail(id, "has a source and no speaker: name the entity that it is.")
    if (source.length === 0 && speaker !== null)
      fail(id, "has a speaker and no source: quote the source or put null.")
    let at = outerOf.get(id) ?? null
    for (let steps = 0; at !== null && at !== id && steps <= statements.length; steps++)
      at = outerOf.get(at) ?? null
    if (at === id) fail(id, "lies inside itself: mend `inside`.")
  }
}

function checkDates({ events }: AnnotatedReport, fail: Fail): void {
  for (const { id, date } of events) {
    if (date?.edtf == null || isEdtf(date.edtf)) continue
    fail(
      id,
      `date: “${date.edtf}” is no EDTF: write 2019-10-11, 2019-10, 2019, 2019-10-09/2019-10-11 or 2018-12-22/..`,
    )
  }
}

function isEdtf(text: string): boolean {
  try {
    edtf(text)
    return true
  } catch {
    return false
  }
}
