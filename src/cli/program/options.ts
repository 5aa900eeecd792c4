// What the commands' tables have in common: options that several take, how examples are laid out.
import type { Command } from "commander"
import { inputError } from "../../base/input-error.ts"
import type { ReadingOptions } from "../each-record.ts"
import type { Effects } from "../effects.ts"
import type { ExitCode } from "../exit-codes.ts"
import type { SourceOptions } from "../inputs.ts"
import type { ErrorPrinter } from "../report-error.ts"

/** What every command gets; `end` is told the exit code. */
export interface CommandContext {
  readonly effects: Effects
  readonly printErrorWith: (colour: boolean) => ErrorPrinter
  readonly version: string
  end(code: ExitCode): void
}

export type SourceFlags = { readonly [Name in keyof SourceOptions]?: string }
export type ReadingFlags = SourceFlags & { readonly lexicon?: readonly string[] }

/** Whether colours are allowed; the option stands on the program, and may be given anywhere. */
export function colourOf(command: Command): boolean {
  return command.optsWithGlobals<{ readonly color: boolean }>().color
}

/** Throws `no-input` for `sayso read` and nothing else: standard input is read where `-` says so, and never waited for silently. */
export function requireNames(names: readonly string[], command: Command): void {
  if (names.length > 0) return
  const name = command.name()
  const example = name === "export" ? "export --format csv" : name
  throw inputError(
    "no-input",
    `Nothing was named to read. Name a report or a folder of reports, as in sayso ${example} report.html, or - for standard input. See: sayso ${name} --help`,
  )
}

/** Adds the options with which the user says what a report does not. */
export function withSourceOptions(command: Command): Command {
  return command
    .option("--published <date>", "when it was published, such as 2018-04-20, over what the page says")
    .option("--outlet <name>", "who published it, over what the page says")
    .option("--charset <name>", "how its bytes are encoded, such as windows-1252")
    .option("--url <url>", "where it came from, kept in the record; nothing is fetched")
}

/** The same, and what else changes how a report is read. */
export function withReadingOptions(command: Command): Command {
  return withSourceOptions(command).option(
    "--lexicon <file>",
    "further names of actors with their codes; may be given several times",
    (path: string, before: readonly string[] | undefined) => [...(before ?? []), path],
  )
}

/** Throws `bad-option` for an outlet without a name; the other options are looked at where they are used. */
export function sourceOptions({ published, outlet, charset, url }: SourceFlags): SourceOptions {
  if (outlet?.trim() === "") {
    throw inputError("bad-option", "--outlet has no name. Write it out, or leave the option out.")
  }
  return { published: published ?? null, outlet: outlet ?? null, charset: charset ?? null, url: url ?? null }
}

export function readingOptions(flags: ReadingFlags): ReadingOptions {
  return { ...sourceOptions(flags), lexicons: flags.lexicon ?? [] }
}

export function examples(lines: readonly (readonly [command: string, meaning: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length))
  return `Examples:\n${lines.map(([command, meaning]) => `  $ ${command.padEnd(width)}  ${meaning}\n`).join("")}`
}
