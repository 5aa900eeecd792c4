// `sayso verify`: does every line of a record still stand in its source, character for character?
import { inputError } from "../../base/input-error.ts"
import { type Verification, verifyRecord } from "../../record/index.ts"
import { findRecordShapeFaults } from "../../schema/check-record.ts"
import type { DocRecord } from "../../schema/record.ts"
import { painter, wantsColour } from "../colours.ts"
import type { Effects } from "../effects.ts"
import { EXIT, type ExitCode } from "../exit-codes.ts"
import { tellOfKeyboard } from "../inputs.ts"
import { count } from "../print/words.ts"
import { asItWasRead, loadRecords, sourceFinder } from "../record-file.ts"
import type { ErrorPrinter } from "../report-error.ts"
import { onOneLine } from "../terminal-text.ts"

export interface VerifyCommand {
  readonly record: string
  /** A report, or a folder of reports; null: look beside the record. */
  readonly source: string | null
  readonly colour: boolean
}

/**
 * Prints the faults, a line each, and last how many anchors are exact; of another
 * text than the record's one line says so. Exit code 5 when there is a fault, 4
 * when the source of some records could not be read, 3 when that of none could.
 */
export async function verify(
  command: VerifyCommand,
  effects: Effects,
  printError: ErrorPrinter,
): Promise<ExitCode> {
  const { stdout } = effects
  if (/\.jsonl?$/i.test(command.source ?? "") && !/\.jsonl?$/i.test(command.record))
    throw inputError(
      "not-a-record",
      `${command.record} comes first and is no record. Name the record, then its report: sayso verify ${command.source} ${command.record}`,
    )
  await tellOfKeyboard([command.record, command.source], effects)
  const records = await loadRecords(command.record, effects)
  const findSource = sourceFinder(command.source, command.record, effects)
  const paint = painter(wantsColour(stdout, effects.env, command.colour))
  let anchors = 0
  let exact = 0
  let faultCount = 0
  let uncheckedCount = 0
  for (const { place, value } of records) {
    if (effects.interrupted.aborted) return EXIT.interrupted
    const verified = await verifyOne(value, findSource, effects).catch(async (error: unknown) => {
      await printError(error)
      return null
    })
    if (verified === null) {
      uncheckedCount += 1
      continue
    }
    const lines = isOfAnotherText(verified)
      ? [
          `${verified.path} is not the text that the record was made from. Give the report as it was read, unchanged.`,
        ]
      : verified.faults.map(({ path, message }) => `${path}: ${onOneLine(message)}`)
    anchors += verified.anchors
    exact += verified.exact
    faultCount += lines.length
    for (const line of lines) await stdout.write(`${paint("red", "≠")} ${place}: ${line}\n`)
  }
  if (uncheckedCount > 0 && uncheckedCount === records.length) return EXIT.unreadable
  const sum = `${exact} of ${count(anchors, "anchor")} exact`
  const inRecords = records.length === 1 ? "" : `, in ${count(records.length - uncheckedCount, "record")}`
  const others = faultCount === 0 ? "" : ` · ${count(faultCount, "fault")}`
  const unchecked = uncheckedCount === 0 ? "" : ` · ${count(uncheckedCount, "record")} not checked`
  await stdout.write(`${paint(faultCount === 0 ? "green" : "red", sum + inRecords + others + unchecked)}\n`)
  if (faultCount > 0) return EXIT.mismatch
  return uncheckedCount === 0 ? EXIT.ok : EXIT.partial
}

interface Verified extends Verification {
  /** The source; empty where none was looked for. */
  readonly path: string
}

/** Most anchors of a corrected report still stand in it; of another report hardly any. */
function isOfAnotherText({ anchors, exact, faults }: Verified): boolean {
  return exact < anchors / 2 && faults.some(({ path }) => path === "doc.textSha256")
}

async function verifyOne(
  value: unknown,
  findSource: ReturnType<typeof sourceFinder>,
  { readText, sha256 }: Effects,
): Promise<Verified> {
  // A record that lacks fields does not tell what its source is; its own faults are what is to be told.
  if (findRecordShapeFaults(value).length > 0)
    return { ...verifyRecord(value, { text: "", sha256: null }, sha256), path: "" }
  const { source } = (value as DocRecord).doc
  const { bytes, path } = await findSource(source.sha256)
  const { doc } = await readText(bytes, asItWasRead(source))
  return { ...verifyRecord(value, { text: doc.text, sha256: sha256(bytes) }, sha256), path }
}
