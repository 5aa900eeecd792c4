// `sayso show`: what one statement rests on, for somebody who wants to check it.
import { inputError } from "../../base/input-error.ts"
import { verifyRecord } from "../../record/index.ts"
import type { Doc } from "../../schema/doc.ts"
import type { DocRecord } from "../../schema/record.ts"
import { painter, wantsColour } from "../colours.ts"
import type { Effects } from "../effects.ts"
import { EXIT, type ExitCode } from "../exit-codes.ts"
import { findInputs, readInput, requireOne, type SourceOptions } from "../inputs.ts"
import { printProof } from "../print-proof.ts"
import { count } from "../print-record.ts"
import { asItWasRead, loadRecord, sourceFinder } from "../record-file.ts"
import { openSink } from "../sink.ts"

export interface ShowCommand extends SourceOptions {
  /** "s12" */
  readonly id: string
  readonly path: string | null
  readonly record: string | null
  readonly colour: boolean
}

export async function show(command: ShowCommand, effects: Effects): Promise<ExitCode> {
  const { path, source, doc, record } =
    command.record === null
      ? await readAgain(command, effects)
      : await takeFromRecord(command.record, command.path, effects)
  const statement = record.statements.find(({ id }) => id === command.id)
  if (statement === undefined) throw noSuchStatement(command.id, record, path)
  const paint = painter(wantsColour(effects.stdout, effects.env, command.colour))
  const width = effects.stdout.isTerminal ? effects.stdout.columns : 100
  const sink = await openSink(null, effects)
  await sink.write(printProof({ statement, record, doc, source, path }, { paint, width }))
  return EXIT.ok
}

interface Shown {
  readonly path: string
  /** The decoded source. */
  readonly source: string
  readonly doc: Doc
  readonly record: DocRecord
}

async function readAgain(
  { path, id, published, outlet, charset, url }: ShowCommand,
  effects: Effects,
): Promise<Shown> {
  if (path === null) {
    throw inputError(
      "no-input",
      `Nothing tells which report ${id} is in. Name it, or its record: sayso show ${id} report.html, or sayso show ${id} --record record.json`,
    )
  }
  const input = requireOne(path, await findInputs([path], effects.files))
  const bytes = await readInput(input, effects)
  const { mediaType } = input
  const readOptions = { published, outlet, charset, url, mediaType, signal: effects.interrupted }
  const { doc, source } = await effects.readText(bytes, readOptions)
  const reader = await effects.openReader()
  try {
    return { path, source, doc, record: await reader.read(bytes, readOptions) }
  } finally {
    await reader.close()
  }
}

async function takeFromRecord(recordPath: string, path: string | null, effects: Effects): Promise<Shown> {
  const record = await loadRecord(recordPath, effects)
  const found = await sourceFinder(path, recordPath, effects)(record.doc.source.sha256)
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

function noSuchStatement(id: string, { statements }: DocRecord, path: string): Error {
  const last = statements.at(-1)
  const there =
    last === undefined
      ? "it has none"
      : `it has ${count(statements.length, "statement")}, ${statements[0]?.id} to ${last.id}`
  return inputError(
    "no-such-statement",
    `${path} has no statement ${id}: ${there}. List them: sayso read ${path}`,
  )
}
