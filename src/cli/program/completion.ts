// The table's row for `sayso completion`.
import { Argument, type Command } from "commander"
import { type CommandContext, examples } from "./options.ts"

const SHELLS = ["bash", "zsh", "fish", "pwsh"] as const
export type Shell = (typeof SHELLS)[number]

export function addCompletion(program: Command, { effects, end }: CommandContext): void {
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
      const { completion } = await import("../commands/completion.ts")
      end(await completion(shell, effects))
    })
}
