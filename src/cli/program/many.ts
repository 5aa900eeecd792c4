// The table's rows for looking over many reports or records: `sayso actors`, `sayso timeline`, `sayso export`.
import { type Command, InvalidArgumentError, Option } from "commander"
import { inputError } from "../../base/input-error.ts"
import type { ExportFormat } from "../commands/export.ts"
import {
  type CommandContext,
  colourOf,
  examples,
  type ReadingFlags,
  readingOptions,
  requireNames,
  withReadingOptions,
} from "./options.ts"

type ManyFlags = ReadingFlags & { readonly quiet?: true }

const FILES = "reports, folders of reports, - for standard input, or records (.json, .jsonl)"

export function addActors(program: Command, { effects, end, printErrorWith }: CommandContext): void {
  withReadingOptions(
    program
      .command("actors")
      .summary("list who speaks and who is spoken of")
      .description(
        "Lists who speaks, acts and is spoken of, with counts; in several reports by what they are linked to.",
      )
      .argument("[files...]", FILES),
  )
    .option("--json", "as JSON, with the reports each is in")
    .option("-q, --quiet", "no progress on standard error")
    .addHelpText(
      "before",
      examples([
        ["sayso actors report.html", "of one report"],
        ["sayso actors --json records.jsonl", "of records made earlier, nothing is read again"],
      ]),
    )
    .action(async (names: string[], flags: ManyFlags & { readonly json?: true }, command: Command) => {
      const { actors } = await import("../commands/actors.ts")
      const many = manyOptions(names, flags, command)
      end(await actors({ ...many, json: flags.json === true }, effects, printErrorWith(many.colour)))
    })
}

export function addTimeline(program: Command, { effects, end, printErrorWith }: CommandContext): void {
  withReadingOptions(
    program
      .command("timeline")
      .summary("list events by date")
      .description("Lists events by date; those of which the text does not say when stand last.")
      .argument("[files...]", FILES),
  )
    .option("--json", "as JSON, one line an event")
    .option("-q, --quiet", "no progress on standard error")
    .addHelpText(
      "before",
      examples([
        ["sayso timeline report.html", "of one report"],
        ["sayso timeline records.jsonl", "of records made earlier, nothing is read again"],
        ["sayso timeline --json records.jsonl | jq .date", "for programs, one line an event"],
      ]),
    )
    .action(async (names: string[], flags: ManyFlags & { readonly json?: true }, command: Command) => {
      const { timeline } = await import("../commands/timeline.ts")
      const many = manyOptions(names, flags, command)
      end(await timeline({ ...many, json: flags.json === true }, effects, printErrorWith(many.colour)))
    })
}

type ExportFlags = ManyFlags & {
  readonly format: ExportFormat
  readonly table?: "statements" | "events"
  readonly long?: true
  readonly output?: string
}

export function addExport(program: Command, { effects, end, printErrorWith }: CommandContext): void {
  withReadingOptions(
    program
      .command("export")
      .summary("write records in the formats of other programs")
      .description(
        "Writes events as PLOVER 2.0, statements or events as CSV, places as GeoJSON. What a format has no place for is told on standard error.",
      )
      .argument("[files...]", FILES),
  )
    .addOption(
      once(
        new Option("--format <format>", "what to write; has to be given")
          .choices(["plover", "csv", "geojson"])
          .makeOptionMandatory(),
      ),
    )
    .addOption(
      new Option("--table <table>", "of CSV: which lines (events, if not given)").choices([
        "statements",
        "events",
      ]),
    )
    .option("--long", "of CSV: a row a value, instead of several joined with |")
    .option("-o, --output <file>", "write to a file, which appears when it is complete")
    .option("-q, --quiet", "no notes and progress on standard error")
    .addHelpText(
      "before",
      examples([
        ["sayso export --format plover records.jsonl -o events.jsonl", "events as PLOVER 2.0"],
        ["sayso export --format csv --table statements report.html", "statements as a table"],
        ["sayso export --format geojson reports/ -o places.geojson", "places with what happened there"],
      ]),
    )
    .action(async (names: string[], flags: ExportFlags, command: Command) => {
      const { exportRecords } = await import("../commands/export.ts")
      const many = manyOptions(names, flags, command)
      const { format, table, long } = flags
      if (format !== "csv") refuseCsvOptions(format, { "--table": table, "--long": long })
      const exportCommand = {
        ...many,
        format,
        table: table ?? "events",
        long: long === true,
        output: flags.output ?? null,
      }
      end(await exportRecords(exportCommand, effects, printErrorWith(many.colour)))
    })
}

/** Refuses “--format csv --format plover”: of two formats one would silently not be written. */
function once(option: Option): Option {
  const parse = option.parseArg
  return option.argParser((value: string, before: unknown) => {
    if (typeof before === "string" && before !== value) {
      throw new InvalidArgumentError(`${before} was given before it: one is written at a time.`)
    }
    return parse === undefined ? value : parse(value, before)
  })
}

/** “--long with --format plover”: ignored, it would let somebody believe that the file is laid out as asked. */
function refuseCsvOptions(format: ExportFormat, options: Readonly<Record<string, unknown>>): void {
  const given = Object.keys(options).filter((name) => options[name] !== undefined)
  if (given.length === 0) return
  throw inputError(
    "bad-option",
    `${given.join(" and ")} can only be given for CSV, and ${format} was asked for. Leave ${given.length === 1 ? "it" : "them"} out, or write --format csv.`,
  )
}

/** Throws `no-input` when nothing was named. */
function manyOptions(names: readonly string[], flags: ManyFlags, command: Command) {
  requireNames(names, command)
  return { names, ...readingOptions(flags), quiet: flags.quiet === true, colour: colourOf(command) }
}
