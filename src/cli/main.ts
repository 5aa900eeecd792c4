// The command line. In: the arguments after the command's name, and all that it may do to the world. Out: the exit
// code; nothing is thrown.
import { type Command, CommanderError } from "commander"
import { inputError } from "../base/input-error.ts"
import { packageVersion } from "../runtime/index.ts"
import type { Effects } from "./effects.ts"
import { EXIT, type ExitCode } from "./exit-codes.ts"
import { createProgram } from "./program.ts"
import { errorPrinter, exitCodeOf } from "./report-error.ts"
import { explained, forgiving } from "./sink.ts"

/** Runs one command line, e.g. `["read", "report.html"]`. */
export async function main(args: readonly string[], given: Effects): Promise<ExitCode> {
  const effects = { ...given, stdout: explained(given.stdout), stderr: forgiving(given.stderr) }
  const printed = { out: "", error: "" }
  let code: ExitCode = EXIT.ok
  const program = createProgram({
    effects,
    printErrorWith: (colour) => errorPrinter(effects, colour),
    version: packageVersion(),
    end: (ended) => {
      code = ended
    },
  })
  // Commander writes as it goes; what it has to say is kept and written below, where a closed pipe is handled.
  const output = {
    writeOut: (text: string) => {
      printed.out += text
    },
    writeErr: (text: string) => {
      printed.error += text
    },
    outputError: () => {},
  }
  for (const command of [program, ...program.commands]) command.configureOutput(output)
  const printError = errorPrinter(effects, !args.includes("--no-color"))
  try {
    if (args.length === 0) program.help({ error: true })
    if (args[0] === "complete" && args[1] === "--") {
      const { complete } = await import("./commands/completion.ts")
      return await complete(program, args.slice(2), effects)
    }
    await program.parseAsync(args, { from: "user" })
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      await printError(error)
      return exitCodeOf(error)
    }
    code = error.exitCode === 0 ? EXIT.ok : EXIT.usage
    if (args[0] === "help" && code === EXIT.usage) printed.error = ""
    if (printed.out === "" && printed.error === "") await printError(explainUse(error, args, program))
  }
  if (printed.error !== "") await effects.stderr.write(printed.error)
  try {
    if (printed.out !== "") await effects.stdout.write(printed.out)
  } catch (error) {
    await printError(error)
    return exitCodeOf(error)
  }
  return code
}

/** Commander's “error: unknown option '--jsn'\n(Did you mean --json?)” as a sentence that says where to look. */
function explainUse(error: CommanderError, args: readonly string[], program: Command): Error {
  const problem = error.message.replace(/^error: /, "").replace(/\s+/g, " ")
  const [first] = args
  // "sayso help reed"
  if (first === "help") {
    return inputError("bad-option", `There is no command ${args[1]} to help with. See all: sayso --help`)
  }
  // "sayso report.html"
  if (error.code === "commander.unknownCommand" && first !== undefined && /[./\\]/.test(first)) {
    return inputError("bad-option", `${first} is no command. To read a report: sayso read ${first}`)
  }
  const command = program.commands.find((each) => each.name() === first)
  const missing = /missing required argument '(file|record)'/.exec(problem)?.[1]
  if (missing !== undefined && command !== undefined) {
    return inputError(
      "no-input",
      `Nothing was named to read: sayso ${command.name()} wants a ${missing}. See: sayso ${command.name()} --help`,
    )
  }
  const sentence = `${problem.charAt(0).toUpperCase()}${problem.slice(1)}`
  const ended = /[.)?]$/.test(sentence) ? sentence : `${sentence}.`
  return inputError(
    "bad-option",
    `${ended} See: sayso ${command === undefined ? "" : `${command.name()} `}--help`,
  )
}
