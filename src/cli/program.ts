// The command line as a table: commands, arguments, options, examples; each command's row stands in program/. What a
// command does is loaded when it is called, so that `--help` and completion answer at once.
import { Command } from "commander"
import { addDoctor, addVerify } from "./program/check.ts"
import { addCompletion } from "./program/completion.ts"
import { addActors, addExport, addTimeline } from "./program/many.ts"
import { type CommandContext, examples } from "./program/options.ts"
import { addRead } from "./program/read.ts"
import { addShow, addText } from "./program/show.ts"

const DOCS = "Reference: docs/reference in the package. Sayso never uses the network."

/** The whole command line. Errors of use are thrown as `CommanderError`, help and version too. */
export function createProgram(context: CommandContext): Command {
  const program = new Command("sayso")
    .description(
      "Reads news reports and keeps the record: who did what to whom, who said so, in which words. Offline.",
    )
    .version(context.version, "--version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .option("--no-color", "print without colours (also NO_COLOR, SAYSO_NO_COLOR)")
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      "before",
      examples([
        ["sayso read report.html", "what happened, who says so, who denies it"],
        ["sayso read --jsonl reports/ -o records.jsonl", "a folder of reports, a record a line"],
        ["sayso show v1 report.html", "what the first event rests on"],
        ["sayso timeline records.jsonl", "events by date"],
        ["sayso verify record.json report.html", "every anchor against its source"],
      ]),
    )
    .addHelpText("after", `\n${DOCS}`)
  for (const add of [
    addRead,
    addText,
    addShow,
    addActors,
    addTimeline,
    addExport,
    addVerify,
    addDoctor,
    addCompletion,
  ]) {
    add(program, context)
  }
  return program
}
