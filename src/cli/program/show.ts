// The table's rows for looking at one report: `sayso text`, `sayso show`.
import type { Command } from "commander"
import {
  type CommandContext,
  colourOf,
  examples,
  type ReadingFlags,
  readingOptions,
  type SourceFlags,
  sourceOptions,
  withReadingOptions,
  withSourceOptions,
} from "./options.ts"

export function addText(program: Command, { effects, end }: CommandContext): void {
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
      const { text } = await import("../commands/text.ts")
      end(await text({ path, json: flags.json === true, ...sourceOptions(flags) }, effects))
    })
}

export function addShow(program: Command, { effects, end }: CommandContext): void {
  withReadingOptions(
    program
      .command("show")
      .summary("show what one line rests on")
      .description(
        "Shows an event, a statement, a stand or a name in its sentences, with places, context, hashes, score and how it was read.",
      )
      .argument("<id>", "a line's id, such as v1, s12, c7, e3")
      .argument("[file]", "the report; with --record it may be left out when it lies beside the record"),
  )
    .option("--record <file>", "take the line from this record instead of reading the report again")
    .addHelpText(
      "before",
      examples([
        ["sayso show v1 report.html", "read the report and show its first event"],
        ["sayso show e3 report.html", "who that is, and every mention"],
        ["sayso show s12 --record record.json", "from a record, its report beside it"],
      ]),
    )
    .action(
      async (
        id: string,
        path: string | undefined,
        flags: ReadingFlags & { readonly record?: string },
        command: Command,
      ) => {
        const { show } = await import("../commands/show.ts")
        const showCommand = {
          id,
          path: path ?? null,
          record: flags.record ?? null,
          ...readingOptions(flags),
          colour: colourOf(command),
        }
        end(await show(showCommand, effects))
      },
    )
}
