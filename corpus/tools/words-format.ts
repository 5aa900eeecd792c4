// The words format, in which people annotate: spans are words as they stand in the text. In: a record and its text.
// Out: types, and the place of each span in UTF-16 units. What the fields mean: GUIDELINE.md.

/** "words", or "context ⟦words⟧ context" where the words alone stand in the text more than once. */
export type Words = string

export interface Entity {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly code: string | null
  readonly mentions: readonly Words[]
}

export interface Statement {
  readonly id: string
  readonly kind: string
  readonly mode: string
  readonly source: readonly Words[]
  readonly speaker: string | null
  readonly cue: readonly Words[]
  readonly content: readonly Words[]
  readonly venue: Words | readonly Words[] | null
  readonly addressee: Words | readonly Words[] | null
  readonly inside: string | null
}

export interface Voice {
  readonly voice: string
  readonly stance: string
  readonly words: Words | readonly Words[]
  readonly what?: string
}

export interface Quantity {
  readonly words: Words | readonly Words[]
  readonly value: number | null
  readonly voice: string
}

export interface Event {
  readonly id: string
  readonly mentions: readonly Words[]
  readonly type: string | null
  readonly status: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly place: string | null
  readonly date: { readonly words: Words | readonly Words[]; readonly edtf: string | null } | null
  readonly voices: readonly Voice[]
  readonly quantities: readonly Quantity[]
}

export interface AnnotatedReport {
  readonly doc: string
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
  readonly events: readonly Event[]
  readonly notes: readonly string[]
}

/** Where a span stands; offsets are UTF-16 units, `end` is the first after it. */
export interface Place {
  readonly text: string
  readonly start: number
  readonly end: number
}

export type Found = Place | "missing" | "ambiguous"

/** The only place of quoted words; takes time in proportion to the text. */
export function placeOf(words: Words, text: string): Found {
  const marked = /^([\s\S]*?)⟦([\s\S]+?)⟧([\s\S]*)$/u.exec(words)
  const [before, target, after] = marked === null ? ["", words, ""] : [marked[1]!, marked[2]!, marked[3]!]
  const whole = before + target + after
  const first = text.indexOf(whole)
  if (first < 0) return "missing"
  if (text.indexOf(whole, first + 1) >= 0) return "ambiguous"
  const start = first + before.length
  return { text: target, start, end: start + target.length }
}

/** One span, several or none as a list. */
export function listOf(words: Words | readonly Words[] | null | undefined): readonly Words[] {
  if (words === null || words === undefined) return []
  return typeof words === "string" ? [words] : words
}

/** Every span of a report with the id and the field that it belongs to. */
export function* spansOf(
  report: AnnotatedReport,
): Generator<{ readonly where: string; readonly words: Words }> {
  for (const { id, mentions } of report.entities)
    for (const words of mentions) yield { where: `${id} mentions`, words }
  for (const statement of report.statements)
    for (const field of ["source", "cue", "content", "venue", "addressee"] as const)
      for (const words of listOf(statement[field])) yield { where: `${statement.id} ${field}`, words }
  for (const { id, mentions, date, voices, quantities } of report.events) {
    for (const words of mentions) yield { where: `${id} mentions`, words }
    for (const words of listOf(date?.words)) yield { where: `${id} date`, words }
    for (const voice of voices)
      for (const words of listOf(voice.words)) yield { where: `${id} voices`, words }
    for (const quantity of quantities)
      for (const words of listOf(quantity.words)) yield { where: `${id} quantities`, words }
  }
}
