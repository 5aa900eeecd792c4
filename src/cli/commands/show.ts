// `sayso show`: what one line of a record rests on, for somebody who wants to check it.
import { inputError, isInputError } from "../../base/input-error.ts"
import { verifyRecord } from "../../record/index.ts"
import type { Doc } from "../../schema/doc.ts"
import type { DocRecord } from "../../schema/record.ts"
import { painter, wantsColour } from "../colours.ts"
import { type ReadingOptions, readLexicons } from "../each-record.ts"
import type { Effects } from "../effects.ts"
import { EXIT, type ExitCode } from "../exit-codes.ts"
import { findInputs, readInput, requireOne, tellOfKeyboard } from "../inputs.ts"
import { count } from "../print/words.ts"
import { printProof } from "../proof/proof.ts"
import { asItWasRead, loadRecord, sourceFinder } from "../record-file.ts"
import { openSink } from "../sink.ts"

export interface ShowCommand extends ReadingOptions {
  /** “s12”, “v3”, “c7”, “e1” */
  readonly id: string
  readonly path: string | null
  readonly record: string | null
  readonly colour: boolean
}

export async function show(given: ShowCommand, effects: Effects): Promise<ExitCode> {
  const command = { ...given, id: toId(given.id) }
  refuseUnused(command)
  await tellOfKeyboard([command.path, command.record], effects)
  const shown =
    command.record === null
      ? await readAgain(command, effects)
      : await takeFromRecord(command.record, command.path, effects)
  const paint = painter(wantsColour(effects.stdout, effects.env, command.colour))
  const width = effects.stdout.isTerminal ? effects.stdout.columns : 100
  const proof = printProof({ ...shown, id: command.id }, { paint, width })
  if (proof === null) throw noSuchLine(command.id, shown.record, shown.path)
  const sink = await openSink(null, effects)
  await sink.write(proof)
  return EXIT.ok
}

/** “s1” of events, statements, stands and names. */
const ID = /^[vsce]\d+$/

/** As it is printed, “[s1]”, or typed, “S1”. */
function toId(typed: string): string {
  const bare = /^\s*\[?\s*([vsce]\d+)\s*\]?\s*$/i.exec(typed)?.[1]
  return bare === undefined ? typed : bare.toLowerCase()
}

/** Throws `bad-option` for “sayso show report.html s1”, and for options of reading where nothing is read. */
function refuseUnused({ id, path, record, ...reading }: ShowCommand): void {
  if (path !== null && ID.test(path) && !ID.test(id)) {
    throw inputError("bad-option", `The id comes before the file: sayso show ${path} ${id}`)
  }
  if (record === null) return
  const { published, outlet, charset, url, lexicons } = reading
  const values = { published, outlet, charset, url, lexicon: lexicons[0] ?? null }
  const given = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [`--${name}`]))
  if (given.length === 0) return
  throw inputError(
    "bad-option",
    `${given.join(" and ")} can only be given when the report is read, and with --record it is not. Leave out one of the two.`,
  )
}

interface Shown {
  readonly path: string
  /** The decoded source. */
  readonly source: string
  readonly doc: Doc
  readonly record: DocRecord
}

async function readAgain(
  { path, id, published, outlet, charset, url, lexicons }: ShowCommand,
  effects: Effects,
): Promise<Shown> {
  if (path === null) {
    throw inputError(
      "no-input",
      `Nothing tells which report ${id} is in. Name it, or its record: sayso show ${id} report.html, or sayso show ${id} --record record.json`,
    )
  }
  const input = requireOne(path, await findInputs([path], effects.files))
  const bytes = await readInput(input, effects).catch((error: unknown) => {
    if (!isInputError(error) || error.code !== "is-record") throw error
    const next = `sayso show ${id} --record ${path}`
    throw inputError("is-record", `${path} is a record that Sayso made. To show a line of it: ${next}`, error)
  })
  const { mediaType } = input
  const readOptions = { published, outlet, charset, url, mediaType, signal: effects.interrupted }
  const { doc, source } = await effects.readText(bytes, readOptions)
  const reader = await effects.openReader({ lexicons: await readLexicons(lexicons, effects) })
  try {
    return { path, source, doc, record: await reader.read(bytes, readOptions) }
  } finally {
    await reader.close()
  }
}

async function takeFromRecord(recordPath: string, path: string | null, effects: Effects): Promise<Shown> {
  const { record, source: readToTell } = await loadRecord(recordPath, path, effects)
  const found = readToTell ?? (await sourceFinder(path, recordPath, effects)(record.doc.source.sha256))
  const { doc, source } = await effects.readText(found.bytes, asItWasRead(record.doc.source))
  const { faults } = verifyRecord(
    record,
    { text: doc.text, sha256: effects.sha256(found.bytes) },
    effects.sha256,
  )
  const [fault] = faults
  if (fault !== undefined) {
    throw inputError(
      "source-differs",
      `${recordPath} does not fit ${found.path}: ${fault.path}: ${fault.message}. See all of it: sayso verify ${recordPath} ${found.path}`,
    )
  }
  return { path: found.path, source, doc, record }
}

function noSuchLine(id: string, { entities, statements, events, claims }: DocRecord, path: string): Error {
  const there = [
    describeIds(events, "event"),
    describeIds(statements, "statement"),
    describeIds(claims, "stand"),
    describeIds(entities, "name"),
  ]
  return inputError(
    "no-such-line",
    `${path} has no line ${id}: it has ${there.join("; ")}. List them: sayso read ${path}`,
  )
}

/** “5 statements, s1 to s5” */
function describeIds(lines: readonly { readonly id: string }[], noun: string): string {
  const last = lines.at(-1)
  if (last === undefined) return `no ${noun}`
  return lines.length === 1
    ? `1 ${noun}, ${last.id}`
    : `${count(lines.length, noun)}, ${lines[0]?.id} to ${last.id}`
}
