// The documents and the program say the same. In: the command line's own table, the lists of codes, the documents.
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { INPUT_ERROR_CODES, inputError } from "../src/base/input-error.ts"
import { EXIT } from "../src/cli/exit-codes.ts"
import { createProgram } from "../src/cli/program.ts"
import { exitCodeOf } from "../src/cli/report-error.ts"
import { documents, render } from "../tools/render-docs.ts"
import { ROOT } from "./helpers/processes.ts"

const read = (path: string) => readFileSync(`${ROOT}${path}`, "utf8")
const cli = read("docs/reference/cli.md")
const errors = read("docs/reference/errors.md")

/** The first cells of the table rows in `section`, without backquotes. */
function firstCells(section: string): readonly string[] {
  return [...section.matchAll(/^\| ([^|]+) \|/gm)].map((match) => (match[1] as string).replaceAll("`", ""))
}

function section(document: string, heading: string): string {
  const found = document.split(/^## /m).find((part) => part.startsWith(heading))
  if (found === undefined) throw new Error(`No section “${heading}”`)
  return found
}

describe("docs/reference/cli.md", () => {
  // No action is called: the table alone is looked at.
  const program = createProgram({
    effects: {} as never,
    printErrorWith: () => async () => {},
    version: "0.0.0",
    end: () => {},
  })

  test.each(program.commands.map((command) => [command.name(), command] as const))(
    "has a section for %s that names its arguments and options",
    (name, command) => {
      const text = section(cli, `\`sayso ${name}`)
      for (const argument of command.registeredArguments) expect(text).toContain(argument.name())
      for (const option of command.options) expect(text).toContain(option.long)
    },
  )

  test("names the options that stand anywhere", () => {
    for (const option of ["--help", "--version", "--no-color"]) expect(cli).toContain(option)
  })

  test("lists the exit codes, all and no others", () => {
    const listed = firstCells(section(cli, "Exit codes")).filter((cell) => /^\d+$/.test(cell))
    expect(listed.map(Number)).toEqual(Object.values(EXIT))
  })

  test("lists the environment's variables that the sources look at", () => {
    const listed = firstCells(section(cli, "Environment"))
      .flatMap((cell) => cell.split(", "))
      .filter((name) => /^[A-Z]/.test(name))
    const looked = globSync("src/**/*.ts", { cwd: ROOT }).flatMap((path) =>
      [...read(path).matchAll(/\benv\["([A-Z_]+)"\]/g)].map((match) => match[1] as string),
    )
    expect(looked.length).toBeGreaterThan(0)
    expect(new Set(listed)).toEqual(new Set(looked))
  })

  test("lists the columns of --plain", async () => {
    const { PLAIN_HEADER } = await import("../src/cli/print/plain.ts")
    const listed = firstCells(section(cli, "`sayso read")).flatMap((cell) => cell.split(", "))
    for (const column of PLAIN_HEADER.trim().split("\t")) expect(listed).toContain(column)
  })
})

describe("docs/reference/errors.md", () => {
  const rows = [...section(errors, "Errors").matchAll(/^\| `([a-z-]+)` \|.*\| (\d+) \|$/gm)]

  test("lists the error codes, all and no others", () => {
    expect(rows.map((row) => row[1] as string).sort()).toEqual([...INPUT_ERROR_CODES].sort())
  })

  test("gives each its exit code", () => {
    for (const code of INPUT_ERROR_CODES) {
      const documented = rows.find((row) => row[1] === code)?.[2]
      expect(Number(documented), code).toBe(exitCodeOf(inputError(code, "")))
    }
  })

  test("lists the problem codes, all and no others", () => {
    const source = read("src/schema/problem.ts")
    const union = /ProblemCode =([\s\S]*?)\n\n/.exec(source)?.[1] ?? ""
    const codes = [...union.matchAll(/"([a-z-]+)"/g)].map((match) => match[1] as string)
    expect(codes.length).toBeGreaterThan(5)
    const listed = firstCells(section(errors, "Problems")).filter((cell) =>
      /^[a-z]+-[a-z-]+$|^truncated$/.test(cell),
    )
    expect([...listed].sort()).toEqual([...codes].sort())
  })
})

describe("examples", () => {
  // One test for all that is run: what a document shows is what the program prints, and the tables are those of
  // quality/scores.json. `node tools/render-docs.ts` brings a document up to date.
  test.each(documents().map((path) => [path]))("in %s are what the program prints", (path) => {
    const text = read(path)
    expect(render(text)).toBe(text)
  })

  test("are there: README shows a report and its record", () => {
    const readme = read("README.md")
    expect(readme.match(/^\$ sayso read /gm)?.length).toBeGreaterThan(0)
    expect(readme).toContain("npm ci && npm run demo")
    expect(readme).toContain("npm ci && npm test")
  })
})

describe("links", () => {
  const pages = [...documents(), "ARCHITECTURE.md", "CONTRIBUTING.md", "src/README.md"]

  test.each(pages.map((path) => [path]))("in %s lead to files that are there", (path) => {
    const links = [...read(path).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] as string)
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([])
  })

  test("paths that ARCHITECTURE.md and CONTRIBUTING.md name are there", () => {
    const names = ["ARCHITECTURE.md", "CONTRIBUTING.md"].flatMap((path) =>
      [
        ...read(path).matchAll(/`((?:src|test|tools|docs|bench|quality|training|data|weights)\/[\w./-]*)`/g),
      ].map((match) => match[1] as string),
    )
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
  })
})
