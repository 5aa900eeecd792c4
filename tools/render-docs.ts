// Fills in what the documents show of the program: the output of their examples, and the measured quality. In: the
// documents. Out: the same, written back; test/docs.test.ts compares. Needs a build, and the weights.
//
//   ```console      lines that begin with "$ " are run by bash in the project's folder, where `sayso` is the built
//                   command; the rest of the block is what they print on standard output
//   ```js run       run as a module in the project's folder; the next ```text block is what it prints
//   <!-- quality --> … <!-- /quality -->   the comparison with people and other programs, from quality/scores.json
//   <!-- bench --> … <!-- /bench -->       speed, memory, size, from bench/results.json
//   <!-- corpus --> … <!-- /corpus -->     how much there is of what in the corpus
import { spawnSync } from "node:child_process"
import { globSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { readResults } from "../bench/figures.ts"
import { benchTables } from "../bench/tables.ts"
import { readCorpus } from "../corpus/tools/corpus.ts"
import { countTables } from "../corpus/tools/counts.ts"
import { comparisonTables, figureTables, parseQuality, type Table } from "../src/cli/quality.ts"

const root = fileURLToPath(new URL("..", import.meta.url))

/** Paths of the documents that may hold examples. */
export function documents(): readonly string[] {
  return [
    "README.md",
    "corpus/README.md",
    "weights/README.md",
    ...globSync("docs/**/*.md", { cwd: root }),
  ].sort()
}

/** `text` with every example's output as it is today. Throws when an example fails. */
export function render(text: string): string {
  return text
    .replace(
      /^```console\n([\s\S]*?)^```$/gm,
      (_block, body: string) => `\`\`\`console\n${runConsole(body)}\`\`\``,
    )
    .replace(
      /^(```js run\n)([\s\S]*?)(^```\n[\s\S]*?^```text\n)[\s\S]*?^```$/gm,
      (_block, open: string, code: string, between: string) =>
        `${open}${code}${between}${runModule(code)}\`\`\``,
    )
    .replace(
      /(<!-- quality(-all)? -->\n)[\s\S]*?(<!-- \/quality -->)/g,
      (_all, open: string, all, close: string) => {
        const scores = parseQuality(readFileSync(`${root}quality/scores.json`, "utf8"))
        const tables = all === undefined ? comparisonTables(scores) : figureTables(scores)
        return `${open}\n${tables.map(toMarkdown).join("\n")}\n${close}`
      },
    )
    .replace(
      /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/g,
      (_all, open: string, close: string) =>
        `${open}\n${benchTables(readResults()).map(toMarkdown).join("\n")}\n${close}`,
    )
    .replace(/(<!-- corpus -->\n)[\s\S]*?(<!-- \/corpus -->)/g, (_all, open: string, close: string) => {
      const { reports } = readCorpus(`${root}corpus`)
      return `${open}\n${countTables(reports).map(toMarkdown).join("\n")}\n${close}`
    })
}

function runConsole(body: string): string {
  const commands = body.split("\n").filter((line) => line.startsWith("$ "))
  return commands.map((command) => `${command}\n${runBash(command.slice(2))}`).join("")
}

function runBash(command: string): string {
  const script = `set -o pipefail; sayso() { "${process.execPath}" "${root}bin/sayso.js" "$@"; }; ${command}`
  return outputOf(command, spawnSync("bash", ["-c", script], OPTIONS))
}

function runModule(code: string): string {
  return outputOf(code, spawnSync(process.execPath, ["--input-type=module", "--eval", code], OPTIONS))
}

const OPTIONS = { cwd: root, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } } as const

function outputOf(
  example: string,
  { status, stdout, stderr }: { status: number | null; stdout: string; stderr: string },
): string {
  if (status !== 0) throw new Error(`An example ended with ${status}:\n${example}\n${stderr}`)
  return stdout === "" || stdout.endsWith("\n") ? stdout : `${stdout}\n`
}

function toMarkdown({ title, headings, rows, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`
  const rule = `|${"---|".repeat(headings.length)}\n`
  return `**${title}**\n\n${line(headings)}${rule}${rows.map(line).join("")}\n${notes.map((note) => `${note}\n`).join("")}`
}

if (import.meta.main) {
  for (const path of documents()) {
    const before = readFileSync(`${root}${path}`, "utf8")
    const after = render(before)
    if (after === before) continue
    writeFileSync(`${root}${path}`, after)
    console.log(`${path}: brought up to date`)
  }
}
