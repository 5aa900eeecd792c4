// `sayso text`: the text of a report as it was read, to which every place in its record points.
import { printJson } from "../../base/json.ts"
import type { Effects } from "../effects.ts"
import { EXIT, type ExitCode } from "../exit-codes.ts"
import { findInputs, readInput, requireOne, type SourceOptions, tellOfKeyboard } from "../inputs.ts"
import { printProblem } from "../print/problem.ts"
import { openSink } from "../sink.ts"
import { onManyLines } from "../terminal-text.ts"

export interface TextCommand extends SourceOptions {
  readonly path: string
  readonly json: boolean
}

export async function text(command: TextCommand, effects: Effects): Promise<ExitCode> {
  const { path, json, ...options } = command
  const input = requireOne(path, await findInputs([path], effects.files))
  await tellOfKeyboard([path], effects)
  const bytes = await readInput(input, effects)
  const { doc, problems } = await effects.readText(bytes, { ...options, mediaType: input.mediaType })
  if (!json) {
    const warnings = problems.filter(({ severity }) => severity === "warning")
    for (const problem of warnings) await effects.stderr.write(`${printProblem(path, problem)}\n`)
  }
  const sink = await openSink(null, effects)
  if (json) await sink.write(printJson({ ...doc, problems }))
  // A text is printed unit for unit; but a terminal must not be steered by it, and wants a line break at its end.
  else await sink.write(effects.stdout.isTerminal ? `${onManyLines(doc.text).trimEnd()}\n` : doc.text)
  return EXIT.ok
}
