// The walls between the parts of the program. In: the imports written in `src/` and the code map in
// ARCHITECTURE.md. Held: a folder imports what its row allows, through the other folder's door, and the core asks
// neither the clock nor chance nor the user's locale.
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"

const root = fileURLToPath(new URL("..", import.meta.url))

/** One row of the code map. */
interface Row {
  /** "read/network", or a file's name: "pipeline.ts". */
  readonly part: string
  readonly mayImport: readonly string[]
}

interface Import {
  readonly from: string
  /** Path in `src/` of what is imported; null for a package or `node:` module, whose name is `specifier`. */
  readonly to: string | null
  readonly specifier: string
  readonly typeOnly: boolean
}

const files = listFiles(join(root, "src"))
const sources = new Map(files.map((file) => [file, readFileSync(join(root, "src", file), "utf8")]))
const rows = readCodeMap(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"))
const imports = files.flatMap((file) => readImports(file, sources.get(file) as string))

/** Parts that know nothing of Node or a browser, as ARCHITECTURE.md promises and tsconfig.core.json compiles. */
const core = readJson(join(root, "tsconfig.core.json")).include.map((path) => path.replace(/^src\//, ""))

describe("the code map", () => {
  test("has a row for every folder and every file at the top of src, and only for those", () => {
    const inTree = new Set(files.map(partOf))
    const inMap = new Set(rows.map((row) => row.part))
    expect(
      [...inTree].filter((part) => !inMap.has(part)).sort(),
      "in src/ but not in ARCHITECTURE.md",
    ).toEqual([])
    expect(
      [...inMap].filter((part) => !inTree.has(part)).sort(),
      "in ARCHITECTURE.md but not in src/",
    ).toEqual([])
  })

  test("names only parts that exist in its last column", () => {
    const parts = new Set(rows.map((row) => row.part))
    const unknown = rows.flatMap((row) => row.mayImport.filter((part) => !parts.has(part)))
    expect(unknown).toEqual([])
  })

  for (const row of rows) {
    test(`${row.part} imports only what its row allows`, () => {
      const broken = imports.filter(
        (one) =>
          one.to !== null &&
          partOf(one.from) === row.part &&
          partOf(one.to) !== row.part &&
          !isContract(one) &&
          !row.mayImport.includes(partOf(one.to)),
      )
      expect(broken.map(show)).toEqual([])
    })
  }

  test("has no two parts that import each other", () => {
    const edges = new Map<string, Set<string>>()
    for (const one of imports) {
      if (one.to === null || isContract(one) || partOf(one.from) === partOf(one.to)) continue
      edges.set(partOf(one.from), (edges.get(partOf(one.from)) ?? new Set()).add(partOf(one.to)))
    }
    const mutual = [...edges].flatMap(([part, targets]) =>
      [...targets].filter((target) => edges.get(target)?.has(part)).map((target) => `${part} ↔ ${target}`),
    )
    expect(mutual).toEqual([])
  })
})

describe("imports", () => {
  test("are relative, end in .ts and lead to a file that is there", () => {
    const broken = imports.filter((one) => one.to !== null && !sources.has(one.to))
    expect(broken.map(show)).toEqual([])
  })

  test("found by this test are as many as the word `from` or `import(` begins", () => {
    // Guards the test itself: an import that `readImports` cannot see would pass every other test.
    const seen = imports.length
    const written = [...sources.values()].reduce(
      (sum, text) => sum + (withoutComments(text).match(/\bfrom "|\bimport "|\bimport\("/g)?.length ?? 0),
      0,
    )
    expect(seen).toBe(written)
  })

  test("enter a stage with a door of its own through that door", () => {
    const doors = new Set(files.filter((file) => file.endsWith("/index.ts")).map((file) => dirname(file)))
    const broken = imports.filter(
      (one) =>
        one.to !== null &&
        partOf(one.from) !== partOf(one.to) &&
        doors.has(partOf(one.to)) &&
        one.to !== `${partOf(one.to)}/index.ts` &&
        !isContract(one),
    )
    expect(broken.map(show)).toEqual([])
  })

  test("never go through a barrel inside the same folder", () => {
    const broken = imports.filter(
      (one) =>
        one.to?.endsWith("/index.ts") === true && partOf(one.from) === partOf(one.to) && one.from !== one.to,
    )
    expect(broken.map(show)).toEqual([])
  })
})

describe("what only one part knows", () => {
  const owners = [
    ["HTML", /^(parse5|linkedom|@mozilla\/readability)/, ["ingest"]],
    ["the network's runtime", /^onnxruntime/, ["runtime"]],
    ["the command line's library", /^(commander|@bomb\.sh)/, ["cli"]],
  ] as const
  for (const [what, packages, parts] of owners) {
    test(`${what} is known to ${parts.join(", ")} alone`, () => {
      const broken = imports.filter(
        (one) => packages.test(one.specifier) && !(parts as readonly string[]).includes(partOf(one.from)),
      )
      expect(broken.map(show)).toEqual([])
      expect(imports.some((one) => packages.test(one.specifier))).toBe(true)
    })
  }

  test("nothing can reach the network", () => {
    const broken = imports.filter((one) =>
      /^node:(http|https|http2|net|tls|dgram|dns)|^undici/.test(one.specifier),
    )
    expect(broken.map(show)).toEqual([])
    const callers = files.filter((file) =>
      /\b(fetch|WebSocket|EventSource|XMLHttpRequest)\s*\(/.test(
        withoutComments(sources.get(file) as string),
      ),
    )
    expect(callers).toEqual([])
  })
})

describe("the core", () => {
  const coreFiles = files.filter((file) => core.some((path) => file === path || file.startsWith(`${path}/`)))

  test("is every stage, the pipeline and the platform-free entry", () => {
    const outside = rows.map((row) => row.part).filter((part) => !core.some((path) => covers(path, part)))
    // What is left out knows a platform on purpose.
    expect(outside.sort()).toEqual(["cli", "node.ts", "runtime"])
  })

  test("imports nothing of Node", () => {
    const broken = imports.filter((one) => coreFiles.includes(one.from) && one.specifier.startsWith("node:"))
    expect(broken.map(show)).toEqual([])
  })

  // Part of the language, so that the compiler lets them through: each makes the same input give other bytes on
  // another day or another machine.
  const undetermined = [
    ["the clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\b/],
    ["chance", /\bMath\.random\b/],
    ["the user's locale", /\bIntl\.|\.toLocale\w*\(|\.localeCompare\(/],
  ] as const
  for (const [name, pattern] of undetermined) {
    test(`does not ask ${name}`, () => {
      const broken = coreFiles.flatMap((file) =>
        withoutComments(sources.get(file) as string)
          .split("\n")
          .filter((line) => pattern.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      )
      expect(broken).toEqual([])
    })
  }

  test("would be caught asking the clock", () => {
    expect(undetermined[0][1].test("const today = new Date()")).toBe(true)
    expect(undetermined[0][1].test("const then = new Date(2018, 3, 20)")).toBe(false)
  })
})

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** "read/network/open.ts" → "read/network"; "read/index.ts" → "read"; "pipeline.ts" → "pipeline.ts". */
function partOf(file: string): string {
  const folders = file.split("/").slice(0, -1)
  if (folders.length === 0) return file
  return folders.slice(0, folders[0] === "read" || folders[0] === "resolve" ? 2 : 1).join("/")
}

function covers(path: string, part: string): boolean {
  return part === path || part.startsWith(`${path}/`)
}

/** What the network says of each word is an interface, of which the stages after it import the type and nothing else. */
function isContract(one: Import): boolean {
  return one.to === "read/network/scores.ts" && one.typeOnly && one.from.startsWith("read/")
}

/** The rows of the table under "Code map": first column the part in backquotes, last column what it may import. */
function readCodeMap(architecture: string): readonly Row[] {
  const section = architecture.split(/^## /m).find((part) => part.startsWith("Code map"))
  if (section === undefined) throw new Error("ARCHITECTURE.md has no section “Code map”")
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => {
      const cells = line.split("|").map((cell) => cell.trim())
      const name = /^`(.+)`$/.exec(cells[1] ?? "")?.[1]
      if (name === undefined) throw new Error(`Cannot read the code map's row: ${line}`)
      const last = cells.at(-2) ?? ""
      return {
        part: name.replace(/\/$/, ""),
        mayImport: [...last.matchAll(/`([^`]+)`/g)].map((match) => (match[1] as string).replace(/\/$/, "")),
      }
    })
}

function readImports(file: string, text: string): readonly Import[] {
  const pattern =
    /\b(?:import|export)\b((?:(?!\bimport\b|\bexport\b)[^"'`;])*)\bfrom "([^"]+)"|\bimport "([^"]+)"|\bimport\("([^"]+)"\)/g
  return [...withoutComments(text).matchAll(pattern)].map((match) => {
    const specifier = (match[2] ?? match[3] ?? match[4]) as string
    return {
      from: file,
      to: specifier.startsWith(".") ? normalize(join(dirname(file), specifier)) : null,
      specifier,
      typeOnly: match[1]?.trimStart().startsWith("type ") ?? false,
    }
  })
}

/** Comments may hold examples of code. Strings are left alone: none of ours holds two slashes and an import. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "")
}

function readJson(path: string): { readonly include: readonly string[] } {
  return JSON.parse(readFileSync(path, "utf8"))
}

function show(one: Import): string {
  return `src/${one.from} imports ${one.specifier}`
}
