// The command line as a table: commands, arguments, options, examples. What a command does is loaded when it is
// called, so that `--help` and completion answer at once.
import { Argument, Command, Option } from "commander"
import type { ReadFormat } from "./commands/read.ts"
import type { Effects } from "./effects.ts"
import type { ExitCode } from "./exit-codes.ts"
import type { SourceOptions } from "./inputs.ts"
import type { ErrorPrinter } from "./report-error.ts"

export const SHELLS = ["bash", "zsh", "fish", "pwsh"] as const
export type Shell = (typeof SHELLS)[number]

/** What every command gets; `end` is told the exit code. */
export interface CommandContext {
  readonly effects: Effects
  readonly printErrorWith: (colour: boolean) => ErrorPrinter
  readonly version: string
  end(code: ExitCode): void
}

interface SharedFlags {
  readonly color: boolean
}

type SourceFlags = { readonly [Name in keyof SourceOptions]?: string }

const DOCS = "Reference: docs/reference in the package. Sayso never uses the network."

/** The whole command line. Errors of use are thrown as `CommanderError`, help and version too. */
export function createProgram(context: CommandContext): Command {
  const { effects, end, version } = context
  const program = new Command("sayso")
    .description("Reads news reports and keeps the record: who said what, in which words. Offline.")
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .option("--no-color", "print without colours (also NO_COLOR, SAYSO_NO_COLOR)")
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      "before",
      examples([
        ["sayso read report.html", "who said what, for people"],
        ["sayso read --jsonl reports/ -o records.jsonl", "a folder of reports, a record a line"],
        ["sayso show s3 report.html", "what the third statement rests on"],
        ["sayso verify record.json report.html", "every anchor against its source"],
      ]),
    )
    .addHelpText("after", `\n${DOCS}`)
  const colour = (command: Command): boolean => command.optsWithGlobals<SharedFlags>().color

  withSourceOptions(
    program
      .command("read")
      .summary("read reports and print their records")
      .description(
        "Reads reports and prints their records: each statement with its speaker and its exact words.",
      )
      .argument("[files...]", "reports (.html, .txt), folders of reports, or - for standard input"),
  )
    .addOption(
      new Option("--json", "the whole record as JSON; an array for several").conflicts(["jsonl", "plain"]),
    )
    .addOption(
      new Option("--jsonl", "the whole record as JSON, one line a report").conflicts(["json", "plain"]),
    )
    .addOption(
      new Option("--plain", "one line a statement, fields between tabs").conflicts(["json", "jsonl"]),
    )
    .option("-o, --output <file>", "write to a file, which appears when it is complete")
    .option("-q, --quiet", "no hints, notes and progress on standard error")
    .addHelpText(
      "before",
      examples([
        ["sayso read report.html", "for people"],
        ["sayso read --json report.html -o record.json", "the whole record"],
        ["sayso read --plain reports/ | cut -f 6,8", "speakers and words of many reports"],
        ["curl -s URL | sayso read - --url URL", "a page from the web"],
      ]),
    )
    .action(async (names: string[], flags: ReadFlags, command: Command) => {
      if (names.length === 0) command.help({ error: true })
      const { read } = await import("./commands/read.ts")
      const readCommand = {
        names,
        format: formatOf(flags),
        output: flags.output ?? null,
        ...sourceOptions(flags),
        quiet: flags.quiet === true,
        colour: colour(command),
      }
      end(await read(readCommand, effects, context.printErrorWith(readCommand.colour)))
    })

  withSourceOptions(
    program
      .command("text")
      .summary("print the text of a report as it was read")
      .description("Prints the text of a report, to which every place in its record points.")
      .argument("<file>", "a report, or - for standard input"),
  )
    .option("--json", "with title, outlet, date, blocks and where each stretch stands in the source")
    .addHelpText(
      "before",
      examples([
        ["sayso text report.html", "headline and paragraphs"],
        ["sayso text --json report.html", "with blocks and the origin of each stretch"],
      ]),
    )
    .action(async (path: string, flags: SourceFlags & { readonly json?: true }) => {
      const { text } = await import("./commands/text.ts")
      end(await text({ path, json: flags.json === true, ...sourceOptions(flags) }, effects))
    })

  withSourceOptions(
    program
      .command("show")
      .summary("show what one statement rests on")
      .description(
        "Shows a statement in its sentence, with places, context, hashes, score and how it was read.",
      )
      .argument("<id>", "a statement's id, such as s12")
      .argument("[file]", "the report; with --record it may be left out when it lies beside the record"),
  )
    .option("--record <file>", "take the statement from this record instead of reading the report again")
    .addHelpText(
      "before",
      examples([
        ["sayso show s12 report.html", "read the report and show its twelfth statement"],
        ["sayso show s12 --record record.json", "from a record, its report beside it"],
      ]),
    )
    .action(
      async (
        id: string,
        path: string | undefined,
        flags: SourceFlags & { readonly record?: string },
        command: Command,
      ) => {
        const { show } = await import("./commands/show.ts")
        const showCommand = {
          id,
          path: path ?? null,
          record: flags.record ?? null,
          ...sourceOptions(flags),
          colour: colour(command),
        }
        end(await show(showCommand, effects))
      },
    )

  program
    .command("verify")
    .summary("check every anchor of a record against its source")
    .description(
      "Reads the source again and compares each place in the record with its words. Ends with 5 when one differs.",
    )
    .argument("<record>", "a record, an array of records, or a record a line (.jsonl)")
    .argument(
      "[source]",
      "the report, or a folder of reports; without it they are looked for beside the record",
    )
    .addHelpText(
      "before",
      examples([
        ["sayso verify record.json report.html", "one record, one report"],
        ["sayso verify records.jsonl reports/", "many; each report is found by its hash"],
      ]),
    )
    .action(async (record: string, source: string | undefined, _flags: unknown, command: Command) => {
      const { verify } = await import("./commands/verify.ts")
      const verifyCommand = { record, source: source ?? null, colour: colour(command) }
      end(await verify(verifyCommand, effects, context.printErrorWith(verifyCommand.colour)))
    })

  program
    .command("doctor")
    .summary("tell versions, runtime and weights, and how good they are")
    .description("Tells what this installation consists of, opens the network and reads a sentence with it.")
    .option("--quality", "print the measured quality, with people's and other programs' figures beside it")
    .addHelpText(
      "before",
      examples([
        ["sayso doctor", "is everything there, and does it work"],
        ["sayso doctor --quality", "how often it is right"],
      ]),
    )
    .action(async (flags: { readonly quality?: true }) => {
      const { doctor } = await import("./commands/doctor.ts")
      end(await doctor({ quality: flags.quality === true, version }, effects))
    })

  program
    .command("completion")
    .summary("print a script that completes commands and options")
    .description(
      "Prints a script for your shell; after it, the Tab key completes commands, options and files.",
    )
    .addArgument(new Argument("<shell>", "your shell").choices(SHELLS))
    .addHelpText(
      "before",
      examples([
        ["source <(sayso completion bash)", "for this session"],
        ["sayso completion fish > ~/.config/fish/completions/sayso.fish", "for good"],
      ]),
    )
    .action(async (shell: Shell) => {
      const { completion } = await import("./commands/completion.ts")
      end(await completion(shell, effects))
    })

  return program
}

type ReadFlags = SourceFlags & {
  readonly json?: true
  readonly jsonl?: true
  readonly plain?: true
  readonly output?: string
  readonly quiet?: true
}

function formatOf({ json, jsonl, plain }: ReadFlags): ReadFormat {
  if (json) return "json"
  if (jsonl) return "jsonl"
  return plain ? "plain" : "human"
}

function withSourceOptions(command: Command): Command {
  return command
    .option("--published <date>", "when it was published, such as 2018-04-20, over what the page says")
    .option("--outlet <name>", "who published it, over what the page says")
    .option("--charset <name>", "how its bytes are encoded, such as windows-1252")
    .option("--url <url>", "where it came from, kept in the record; nothing is fetched")
}

function sourceOptions({ published, outlet, charset, url }: SourceFlags): SourceOptions {
  return { published: published ?? null, outlet: outlet ?? null, charset: charset ?? null, url: url ?? null }
}

function examples(lines: readonly (readonly [command: string, meaning: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length))
  return `Examples:\n${lines.map(([command, meaning]) => `  $ ${command.padEnd(width)}  ${meaning}\n`).join("")}`
}
