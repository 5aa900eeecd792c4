// `sayso doctor`: what this installation consists of, and whether it works: the network is opened and reads a sentence.
import { arch, availableParallelism, platform } from "node:os"
import { isInputError } from "../../base/input-error.ts"
import { packagePath } from "../../runtime/index.ts"
import type { Effects } from "../effects.ts"
import { EXIT, type ExitCode } from "../exit-codes.ts"
import { joinWords } from "../print/words.ts"
import { comparisonTables, eventTables, figureTables, parseQuality, type Table } from "../quality.ts"
import { displayWidth } from "../terminal-text.ts"

export interface DoctorCommand {
  readonly quality: boolean
  readonly version: string
}

/** As simple as a report can be: when its one statement is not found, the installation is broken. */
const SENTENCE = "“The talks were useful,” Lavrov said on Friday.\n"

/** Exit code 1 when something is missing or the sentence is not read as it should be. */
export async function doctor(command: DoctorCommand, effects: Effects): Promise<ExitCode> {
  return command.quality ? printQuality(effects) : examine(command.version, effects)
}

async function examine(version: string, { stdout, openReader, env }: Effects): Promise<ExitCode> {
  const tell = (name: string, fact: string) => stdout.write(`${name.padEnd(11)}${fact}\n`)
  await tell("sayso", version)
  await tell("node", `${process.version}, ${platform()} ${arch()}, ${availableParallelism()} cores`)
  await tell("network", "never used; every command works offline")
  try {
    const reader = await openReader({ lexicons: [] })
    const { runtime, weights } = reader
    const threads = runtime.threads === 1 ? "1 thread" : `${runtime.threads} threads`
    await tell("runtime", `${runtime.name}: onnxruntime-${runtime.name} ${runtime.version}, ${threads}`)
    if (runtime.fallbackReason !== null) {
      await tell(
        "",
        `slower than onnxruntime-node, which does not load: ${runtime.fallbackReason.split("\n")[0]}`,
      )
    }
    const polnear = weights.polnear ? ", trained with PolNeAR's labels" : ", trained without PolNeAR's labels"
    await tell("weights", `${weights.name} of ${weights.made}${polnear}`)
    await tell("", `SHA-256 ${weights.sha256}`)
    if (env["SAYSO_WEIGHTS"]) await tell("", `from SAYSO_WEIGHTS=${env["SAYSO_WEIGHTS"]}`)
    const record = await reader.read(SENTENCE, { mediaType: "text/plain" })
    await reader.close()
    const [statement] = record.statements
    await tell("lexicons", record.madeBy.lexicons)
    const source = statement?.source ?? null
    const works = statement?.mode === "direct" && source !== null && joinWords(source) === "Lavrov"
    await tell("reads", works ? "yes: tried on one sentence" : `no: this came out wrong: ${SENTENCE.trim()}`)
    return works ? EXIT.ok : EXIT.failure
  } catch (error) {
    if (!isInputError(error)) throw error
    await tell("reads", `no: ${error.message} [${error.code}]`)
    return EXIT.failure
  }
}

async function printQuality({ stdout, files }: Effects): Promise<ExitCode> {
  const scores = parseQuality(new TextDecoder().decode(await files.read(packagePath("quality/scores.json"))))
  for (const table of [...comparisonTables(scores), ...eventTables(scores), ...figureTables(scores)])
    await stdout.write(`${printTable(table)}\n`)
  return EXIT.ok
}

function printTable({ title, headings, rows, notes }: Table): string {
  const widths = headings.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? "")].map(displayWidth)),
  )
  const lines = [headings, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
  return [title, ...lines.map((cells) => `  ${cells.join("  ").trimEnd()}`), ...notes, ""].join("\n")
}
