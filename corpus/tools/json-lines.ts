// One line a report: every span with its offsets, in UTF-16 units (JavaScript, Java) and in code points (Python).
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { CorpusReport, Split } from "./corpus.ts"
import { listOf, placeOf, type Words } from "./words-format.ts"

/** `start` and `end` count UTF-16 units, `cpStart` and `cpEnd` code points; ends are the first after the span. */
export interface SpanLine {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly cpStart: number
  readonly cpEnd: number
}

/** First line of a file: what it is, in which units, under which licence. */
export function toHeader(split: Split, reports: readonly CorpusReport[]): object {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8"),
  ) as { version: string }
  return {
    corpus: "sayso",
    version: manifest.version,
    split,
    reports: reports.length,
    units: { start: "UTF-16", end: "UTF-16", cpStart: "code points", cpEnd: "code points" },
    licence: { annotation: "CC BY 4.0", text: "CC BY 2.5, English Wikinews; see url of each report" },
  }
}

/** The report with its text and every quoted word as spans. Throws when a word is not found: check first. */
export function toLine({ id, date, split, topic, title, url, text, record }: CorpusReport): object {
  const codePoints = codePointsOf(text)
  const span = (words: Words): SpanLine => {
    const found = placeOf(words, text)
    if (typeof found === "string") throw new Error(`${id}: “${words}” is ${found} in the text.`)
    return { ...found, cpStart: codePoints[found.start]!, cpEnd: codePoints[found.end]! }
  }
  const spans = (words: Words | readonly Words[] | null | undefined): readonly SpanLine[] =>
    listOf(words)
      .map(span)
      .sort((one, other) => one.start - other.start)
  const { entities, statements, events, notes } = record!
  return {
    doc: id,
    date,
    split,
    topic,
    title,
    url,
    text,
    entities: entities.map((entity) => ({ ...entity, mentions: spans(entity.mentions) })),
    statements: statements.map((statement) => ({
      ...statement,
      source: spans(statement.source),
      cue: spans(statement.cue),
      content: spans(statement.content),
      venue: spans(statement.venue),
      addressee: spans(statement.addressee),
    })),
    events: events.map((event) => ({
      ...event,
      mentions: spans(event.mentions),
      date: event.date === null ? null : { ...event.date, words: spans(event.date.words) },
      voices: event.voices.map((voice) => ({ ...voice, words: spans(voice.words) })),
      quantities: event.quantities.map((quantity) => ({ ...quantity, words: spans(quantity.words) })),
    })),
    notes,
  }
}

/** Number of code points before each UTF-16 unit, and one more for the end. */
function codePointsOf(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  let count = 0
  for (let index = 0; index < text.length; ) {
    const width = text.codePointAt(index)! > 0xffff ? 2 : 1
    counts.fill(count, index, index + width)
    index += width
    count += 1
  }
  counts[text.length] = count
  return counts
}

/** Faults of a built file, one sentence each: a line cut short, an offset past the end, a span that is not its words. */
export function checkLines(jsonLines: string, name: string): readonly string[] {
  return jsonLines
    .split("\n")
    .filter((line) => line !== "")
    .slice(1)
    .flatMap((line, number): readonly string[] => {
      const where = `${name}: line ${number + 2}`
      let report: { readonly doc: string; readonly text: string }
      try {
        report = JSON.parse(line) as typeof report
      } catch {
        return [`${where}: is cut short: build the file anew.`]
      }
      const points = [...report.text]
      return [...spanLines(report, [])].flatMap(({ span, path }): readonly string[] => {
        const at = `${where}: ${report.doc}: ${path.join(".")}`
        if (span.end > report.text.length || span.cpEnd > points.length)
          return [`${at}: ends at ${span.end}, past the end of the text: build the file anew.`]
        const isExact =
          report.text.slice(span.start, span.end) === span.text &&
          points.slice(span.cpStart, span.cpEnd).join("") === span.text
        return isExact ? [] : [`${at}: the text there is not “${span.text}”: build the file anew.`]
      })
    })
}

function* spanLines(
  value: unknown,
  path: readonly string[],
): Generator<{ readonly span: SpanLine; readonly path: readonly string[] }> {
  if (typeof value !== "object" || value === null) return
  if ("cpStart" in value) yield { span: value as SpanLine, path }
  else for (const [key, inner] of Object.entries(value)) yield* spanLines(inner, [...path, key])
}
