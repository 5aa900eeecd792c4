// `sayso completion`: a script for the user's shell. At each press of Tab the script calls `sayso complete -- WORDS`,
// whose answer is made here too: candidates, one a line, and last what the shell may add of its own.
import { script } from "@bomb.sh/tab"
import tab from "@bomb.sh/tab/commander"
import type { Command } from "commander"
import type { Effects } from "../effects.ts"
import { EXIT, type ExitCode } from "../exit-codes.ts"
import type { Shell } from "../program/completion.ts"

/** Prints the script. */
export async function completion(shell: Shell, { stdout }: Effects): Promise<ExitCode> {
  const lines = linesPrintedBy(() => script(shell === "pwsh" ? "powershell" : shell, "sayso", "sayso"))
  // Without `-o default` bash never offers files, and nearly everything that Sayso is given is a file.
  const text = lines.join("\n").replace(/^complete -F /m, "complete -o default -F ")
  await stdout.write(`${text}\n`)
  return EXIT.ok
}

/** Answers one press of Tab: `words` are those after `sayso`, the last one being typed. */
export async function complete(
  program: Command,
  words: readonly string[],
  { stdout }: Effects,
): Promise<ExitCode> {
  const root = tab(program)
  const lines = linesPrintedBy(() => root.parse([...words]))
  const candidates = lines.slice(0, -1)
  // tab forbids the shell's own file names in every answer; where we have nothing to offer, a file is meant.
  const answer = candidates.length === 0 && !words.at(-1)?.startsWith("-") ? ":0" : lines.at(-1)
  await stdout.write([...candidates, answer, ""].join("\n"))
  return EXIT.ok
}

// @bomb.sh/tab answers by `console.log` alone.
function linesPrintedBy(print: () => void): readonly string[] {
  const { log } = console
  const lines: string[] = []
  console.log = (line: string) => lines.push(line)
  try {
    print()
  } finally {
    console.log = log
  }
  return lines
}
