// Our own voice takes no side: people said, stated, denied; they never “claimed” or “admitted”. Held for all that is
// printed over a whole record, and for every text in the sources that could be.
import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { printJson } from "../../../src/base/json.ts"
import { runCli } from "../../helpers/cli.ts"
import { exampleRecord } from "../../helpers/example-record.ts"
import { ROOT } from "../../helpers/processes.ts"

/** Verbs that judge what they report. “Alleged” is the word for what only others say, and judges nobody. */
const LOADED = /\b(?:claim(?:s|ed|ing)?|admit(?:s|ted|ting)?|confess\w*|concede[sd]?|insist\w*|so-called)\b/i

const COMMANDS: readonly (readonly string[])[] = [
  ["--help"],
  ["read", "report.txt"],
  ["read", "--plain", "report.txt"],
  ...["v1", "v2", "v3", "v4", "v5", "s1", "s5", "s9", "c1", "c4", "c5", "c9", "e1", "e3", "e4"].map((id) => [
    "show",
    id,
    "report.txt",
  ]),
  ["actors", "record.json"],
  ["timeline", "record.json"],
  ["export", "--format", "plover", "record.json"],
  ["export", "--format", "csv", "record.json"],
  ["export", "--format", "csv", "--long", "--table", "statements", "record.json"],
  ["export", "--format", "geojson", "record.json"],
  ...["read", "show", "actors", "timeline", "export", "verify", "doctor"].map((name) => [name, "--help"]),
]

test.each(COMMANDS.map((args) => [args] as const))("sayso %j judges nobody", async (args) => {
  const { stdout, stderr } = await runCli(args, { files: { "record.json": printJson(exampleRecord) } })
  expect(stdout.length).toBeGreaterThan(0)
  expect(stdout + stderr).not.toMatch(LOADED)
})

/** Texts between quotation marks or backquotes, without the code inside `${…}`. */
function textsIn(source: string): readonly string[] {
  const plain = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "")
  return [...plain.matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)].map(([text]) =>
    text.replace(/\$\{[^}]*\}/g, ""),
  )
}

test("no text in the sources of the command line and of the exports judges anybody", () => {
  const files = globSync(["src/cli/**/*.ts", "src/export/**/*.ts"], { cwd: ROOT })
  expect(files.length).toBeGreaterThan(30)
  const broken = files.flatMap((file) =>
    textsIn(readFileSync(`${ROOT}${file}`, "utf8"))
      .filter((text) => LOADED.test(text))
      // PLOVER's own name of a type, and the name of a module.
      .filter((text) => text !== '"CONCEDE"' && !/^"\.{1,2}\//.test(text))
      .map((text) => `${file}: ${text}`),
  )
  expect(broken).toEqual([])
})

test("would see a text that does", () => {
  expect(textsIn('const x = "he claimed so" // "admitted"')[0]).toMatch(LOADED)
  expect('"the speaker of s1"').not.toMatch(LOADED)
})
