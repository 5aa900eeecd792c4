// The package as a user gets it: packed, installed in an empty folder elsewhere, started from there.
import { execFileSync, spawnSync } from "node:child_process"
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "./helpers/processes.ts"

const MAX_MEGABYTES = 65
const folder = mkdtempSync(join(tmpdir(), "sayso-pack-"))
const installed = join(folder, "node_modules", "sayso")

interface Packed {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

let packed: Packed

beforeAll(() => {
  // Without scripts: the build has been made, and other tests are using it.
  const output = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  })
  const answer = JSON.parse(output) as readonly Packed[] | Readonly<Record<string, Packed>>
  packed = (Array.isArray(answer) ? answer[0] : Object.values(answer)[0]) as Packed
  writeFileSync(join(folder, "package.json"), '{ "name": "elsewhere", "private": true, "type": "module" }')
  execFileSync(
    "npm",
    ["install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, packed.filename)],
    {
      cwd: folder,
      stdio: "ignore",
    },
  )
  copyFileSync(join(ROOT, "test/reports/demo/report.html"), join(folder, "report.html"))
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

function sayso(env: Readonly<Record<string, string>>, ...args: string[]) {
  return spawnSync(process.execPath, [join(installed, "bin", "sayso.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...env },
  })
}

test(`the package without runtimes is smaller than ${MAX_MEGABYTES} MB`, () => {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
  console.log(`package: ${megabytes(packed.size)} MB packed, ${megabytes(packed.unpackedSize)} MB unpacked`)
  expect(packed.unpackedSize).toBeLessThan(MAX_MEGABYTES * 1e6)
})

test("the package holds what runs and what must go with it, and nothing else", () => {
  const paths = packed.files.map((file) => file.path)
  const tops = new Set(paths.map((path) => path.split("/")[0]))
  expect(tops).toEqual(
    new Set("CHANGELOG.md LICENSE README.md bin data dist docs package.json quality weights".split(" ")),
  )
  for (const needed of [
    "dist/node.js",
    "dist/node.d.ts",
    "data/cues.tsv",
    "data/venues.tsv",
    "weights/LICENSE",
    "weights/reading.json",
    "weights/reading.onnx",
  ]) {
    expect(paths).toContain(needed)
  }
  expect(paths.filter((path) => /\.(py|pt|ts)$/.test(path) && !path.endsWith(".d.ts"))).toEqual([])
})

describe("installed elsewhere", () => {
  test("the command is there and tells its version", () => {
    expect(existsSync(join(folder, "node_modules", ".bin", "sayso"))).toBe(true)
    expect(sayso({}, "--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test("reads a report, on either runtime, in the words that the clone finds", () => {
    // Which runtime loads elsewhere depends on what npm could fetch for onnxruntime-node, an optional dependency.
    // Their numbers differ in the third decimal, which may move a line that was a close call: hence the short report.
    const words = (output: string) => output.split("\n").map((line) => line.split("\t").slice(1, 11))
    const inClone = spawnSync(
      process.execPath,
      [join(ROOT, "bin", "sayso.js"), "read", "--plain", "docs/example.txt"],
      {
        cwd: ROOT,
        encoding: "utf8",
      },
    )
    for (const runtime of ["", "web"]) {
      const elsewhere = sayso({ SAYSO_RUNTIME: runtime }, "read", "--plain", join(ROOT, "docs/example.txt"))
      expect(elsewhere.status, elsewhere.stderr).toBe(0)
      expect(words(elsewhere.stdout)).toEqual(words(inClone.stdout))
      expect(words(elsewhere.stdout).length).toBeGreaterThan(2)
    }
  }, 120_000)

  test("reads a page", () => {
    const { stdout } = sayso({}, "read", "--json", "report.html")
    expect(JSON.parse(stdout).statements.length).toBeGreaterThan(5)
  })

  test("prints its measured quality", () => {
    expect(sayso({}, "doctor", "--quality").stdout).toContain("Citron")
  })

  test("is a library, abortable", () => {
    const code = `
      import { isInputError, readReport } from "sayso"
      const record = await readReport("“Yes,” said Anna Berg.")
      console.log(record.format, record.statements.length)
      await readReport("x", { signal: AbortSignal.abort(new Error("stopped")) }).catch((error) => console.log(error.message))
      await readReport("x", { published: "soon" }).catch((error) => console.log(isInputError(error), error.code))
    `
    writeFileSync(join(folder, "program.js"), code)
    const { stdout, stderr } = spawnSync(process.execPath, ["program.js"], { cwd: folder, encoding: "utf8" })
    expect(stderr).toBe("")
    expect(stdout).toBe("2 1\nstopped\ntrue bad-date\n")
  })

  test("has types that a strict program compiles against", () => {
    const program = `import { type DocRecord, openReader, readReport } from "sayso"
export const record: DocRecord = await readReport("x", { published: "2018-04", signal: new AbortController().signal })
export const reader = await openReader({ runtime: "web" })
// @ts-expect-error: there is no such option
await reader.read("x", { publishd: "2018" })
`
    mkdirSync(join(folder, "types"))
    writeFileSync(join(folder, "types", "program.ts"), program)
    writeFileSync(
      join(folder, "types", "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          module: "nodenext",
          target: "es2023",
          types: ["node"],
          typeRoots: [join(ROOT, "node_modules", "@types")],
        },
        files: ["program.ts"],
      }),
    )
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", join(folder, "types")],
      { encoding: "utf8" },
    )
    expect([stdout, status]).toEqual(["", 0])
  })

  test("weighs what its parts weigh", () => {
    const size = (path: string): number =>
      statSync(path).isDirectory()
        ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0)
        : statSync(path).size
    const parts = ["dist", "data", "weights"].map(
      (part) => `${part} ${(size(join(installed, part)) / 1e6).toFixed(1)} MB`,
    )
    console.log(`package: ${parts.join(", ")}`)
    expect(size(installed)).toBe(packed.unpackedSize)
  })
})
