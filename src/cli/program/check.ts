// The table's rows for checking: `sayso verify`, `sayso doctor`.
import type { Command } from "commander"
import { type CommandContext, colourOf, examples } from "./options.ts"

export function addVerify(program: Command, { effects, end, printErrorWith }: CommandContext): void {
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
      const { verify } = await import("../commands/verify.ts")
      const verifyCommand = { record, source: source ?? null, colour: colourOf(command) }
      end(await verify(verifyCommand, effects, printErrorWith(verifyCommand.colour)))
    })
}

export function addDoctor(program: Command, { effects, end, version }: CommandContext): void {
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
      const { doctor } = await import("../commands/doctor.ts")
      end(await doctor({ quality: flags.quality === true, version }, effects))
    })
}
