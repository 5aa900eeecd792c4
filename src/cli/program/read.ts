// The table's row for `sayso read`.
import { type Command, Option } from "commander"
import type { ReadFormat } from "../commands/read.ts"
import {
  type CommandContext,
  colourOf,
  examples,
  type ReadingFlags,
  readingOptions,
  requireNames,
  withReadingOptions,
} from "./options.ts"

type ReadFlags = ReadingFlags & {
  readonly json?: true
  readonly jsonl?: true
  readonly plain?: true
  readonly output?: string
  readonly quiet?: true
}

export function addRead(program: Command, { effects, end, printErrorWith }: CommandContext): void {
  withReadingOptions(
    program
      .command("read")
      .summary("read reports and print their records")
      .description(
        "Reads reports and prints their records: who did what to whom, who said so in which words, who denies it.",
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
      requireNames(names, command)
      const { read } = await import("../commands/read.ts")
      const colour = colourOf(command)
      const readCommand = {
        names,
        format: formatOf(flags),
        output: flags.output ?? null,
        ...readingOptions(flags),
        quiet: flags.quiet === true,
        colour,
      }
      end(await read(readCommand, effects, printErrorWith(colour)))
    })
}

function formatOf({ json, jsonl, plain }: ReadFlags): ReadFormat {
  if (json) return "json"
  if (jsonl) return "jsonl"
  return plain ? "plain" : "human"
}
