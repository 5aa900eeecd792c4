// Other programs and files in the forms that the builders need them in.
import { spawnSync } from "node:child_process"

/** What a program prints; throws when it fails. */
export function run(program: string, args: readonly string[]): string {
  const result = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 })
  if (result.status !== 0)
    throw new Error(`${program} ${args.join(" ")} ended with ${result.status}: ${result.stderr}`)
  return result.stdout
}

/** The rows of one of our tables as objects by column. */
export function tableRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [head, ...rows] = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))
  const columns = head!.split("\t")
  return rows.map((row) => {
    const cells = row.split("\t")
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]))
  })
}
