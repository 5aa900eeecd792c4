// brat standoff of one report: text-bound lines (T) for every span, relations (E, R) and attributes (A). Offsets are
// code points, as brat counts. Layout after brat's manual, https://brat.nlplab.org/standoff.html.
import type { CorpusReport } from "./corpus.ts"
import { listOf, placeOf, type Words } from "./words-format.ts"

/** A statement is an event of brat with its cue as trigger; an event of the record one with its first mention. Notes (#) carry names and codes. */
export function toBrat({ text, record }: CorpusReport): string {
  const lines: string[] = []
  let bound = 0
  let attributes = 0
  const points = (unit: number): number => Array.from(text.slice(0, unit)).length
  const mark = (type: string, words: Words | readonly Words[] | null): string | null => {
    const places = listOf(words)
      .map((each) => placeOf(each, text))
      .filter((found) => typeof found !== "string")
    if (places.length === 0) return null
    const parts = [...places].sort((one, other) => one.start - other.start)
    bound += 1
    const offsets = parts.map(({ start, end }) => `${points(start)} ${points(end)}`).join(";")
    lines.push(
      `T${bound}\t${type} ${offsets}\t${parts.map((part) => part.text.replaceAll("\n", " ")).join(" ")}`,
    )
    return `T${bound}`
  }
  const attribute = (name: string, target: string, value: string): void => {
    attributes += 1
    lines.push(`A${attributes}\t${name} ${target} ${value}`)
  }
  const { entities, statements, events } = record!
  const entityMarks = new Map(
    entities.map(({ id, kind, mentions }) => [id, mentions.map((words) => mark(kind, words))]),
  )
  for (const { id, name, code } of entities)
    lines.push(
      `#${id.slice(1)}\tAnnotatorNotes ${entityMarks.get(id)![0]}\t${name}${code === null ? "" : ` (${code})`}`,
    )
  for (const statement of statements) {
    const cue = mark("Cue", statement.cue)
    const roles = (["source", "content", "venue", "addressee"] as const)
      .map((role) => ({ role, target: mark(capital(role), statement[role]) }))
      .filter(({ target }) => target !== null)
    const inside = statement.inside === null ? "" : ` Inside:E${statement.inside.slice(1)}`
    const id = `E${statement.id.slice(1)}`
    lines.push(
      `${id}\tCue:${cue}${roles.map(({ role, target }) => ` ${capital(role)}:${target}`).join("")}${inside}`,
    )
    attribute("Kind", id, statement.kind)
    attribute("Mode", id, statement.mode)
  }
  for (const event of events) {
    const [first, ...rest] = event.mentions.map((words) => mark("Event", words))
    const id = `E${statements.length + 1000 + Number(event.id.slice(1))}`
    const entityOf = (entity: string): string => entityMarks.get(entity)![0]!
    const roles = [
      ...rest.map((target) => `Mention:${target}`),
      ...event.actors.map((entity) => `Actor:${entityOf(entity)}`),
      ...event.recipients.map((entity) => `Recipient:${entityOf(entity)}`),
      ...(event.place === null ? [] : [`Place:${entityOf(event.place)}`]),
    ]
    lines.push(`${id}\t${[`Event:${first}`, ...roles].join(" ")}`)
    attribute("Type", id, event.type ?? "none")
    attribute("Status", id, event.status)
  }
  return `${lines.join("\n")}\n`
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1)
}
