// The command as a process: what only a real one can show. What each command prints is held by test/unit/cli.
import { spawnSync } from "node:child_process"
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { COMMAND, ended, ROOT, run, start } from "./helpers/processes.ts"

const demo = "test/reports/demo/report.html"
const folder = mkdtempSync(join(tmpdir(), "sayso-cli-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("exit codes", () => {
  test.each([
    [0, ["read", demo]],
    [0, ["--version"]],
    [0, ["read", "--help"]],
    [2, []],
    [2, ["reed"]],
    [2, ["read", "--published", "yesterday", demo]],
    [3, ["read", "gone.html"]],
    [3, ["text", "test/reports"]],
    [4, ["read", "-q", demo, "gone.html"]],
    [6, ["read", "https://example.org/report.html"]],
  ])("%i for sayso %j", async (code, args) => {
    const result = await run(args)
    expect(result.code, result.stderr).toBe(code)
  })

  test("2 for a lexicon that cannot be used, whatever the network is doing by then", async () => {
    const lexicon = join(folder, "wrong.tsv")
    writeFileSync(lexicon, "name\tkind\tcolour\nOrsk\tstate\tblue\n")
    const result = await run(["read", demo, "--lexicon", lexicon])
    expect(result.code, result.stderr).toBe(2)
    expect(result.stderr).toContain("there is no column “colour”")
  })

  test("5 for a record that was changed, 0 for one that was not", async () => {
    const record = join(folder, "record.json")
    expect((await run(["read", "-q", "--json", demo, "-o", record])).code).toBe(0)
    const verified = await run(["verify", record, demo])
    expect(verified.stdout).toMatch(/^(\d+) of \1 anchors exact\n$/)
    const words = JSON.parse(readFileSync(record, "utf8")).statements[0].content.parts[0].exact as string
    writeFileSync(
      record,
      readFileSync(record, "utf8").replaceAll(JSON.stringify(words), JSON.stringify(`${words}x`)),
    )
    expect((await run(["verify", record, demo])).code).toBe(5)
  })

  test("130 for Ctrl-C, and what was finished is kept whole", async () => {
    const reports = join(folder, "many")
    mkdirSync(reports)
    const page = readFileSync(join(ROOT, demo))
    for (let index = 0; index < 60; index++) writeFileSync(join(reports, `${index + 100}.html`), page)
    const output = join(folder, "many.jsonl")
    const child = start(["read", "--jsonl", reports, "-o", output])
    const end = ended(child)
    const unfinished = () => readdirSync(folder).find((name) => name.includes("unfinished"))
    while (unfinished() === undefined || readFileSync(join(folder, unfinished() as string)).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    child.kill("SIGINT")
    expect((await end).code).toBe(130)
    const lines = readFileSync(output, "utf8").split("\n")
    expect(lines.pop()).toBe("")
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThan(60)
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty("format", 2)
    expect(unfinished()).toBeUndefined()
  })
})

describe("input", () => {
  test("a report from a pipe gives the same record as from a file", async () => {
    const fromFile = await run(["read", "--json", demo])
    const fromPipe = await run(["read", "--json", "-"], { stdin: readFileSync(join(ROOT, demo), "utf8") })
    expect(fromPipe.stdout).toBe(fromFile.stdout)
  })

  test("a pipe named twice is read once", async () => {
    const record = (await run(["read", "-q", "--json", demo])).stdout
    const { code, stderr } = await run(["verify", "-", "-"], { stdin: record })
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/^sayso: The input is a record .* \[is-record\]\n$/),
    ])
  })

  test("a long command line, such as the names of a thousand files, is no matter", async () => {
    const long = await run(["read", "--json", ...Array<string>(20_000).fill("-q"), demo])
    expect(long.code).toBe(0)
    expect(long.stdout).toBe((await run(["read", "--json", "-q", demo])).stdout)
  })

  test("the same report twice gives the same bytes", async () => {
    const [first, second] = await Promise.all([
      run(["read", "--jsonl", demo]),
      run(["read", "--jsonl", demo]),
    ])
    expect(first.stdout).toBe(second.stdout)
    expect(first.stdout.length).toBeGreaterThan(100)
  })

  test("a file that may not be read ends with 3", async () => {
    const path = join(folder, "secret.txt")
    writeFileSync(path, "He said so.")
    chmodSync(path, 0)
    // Root may read everything; there the other way to be unreadable has to do.
    const name = process.getuid?.() === 0 ? join(folder, "secret.txt", "inside") : path
    const { code, stderr } = await run(["read", name])
    expect(code).toBe(3)
    expect(stderr).toMatch(/\[(not-readable|no-such-file)\]\n$/)
  })
})

describe("output", () => {
  test.skipIf(process.platform === "win32")("a reader that goes away ends the command quietly", () => {
    const { stdout, stderr, status } = spawnSync(
      "bash",
      ["-c", `"${process.execPath}" "${COMMAND}" read --json ${demo} | head -c 10; exit \${PIPESTATUS[0]}`],
      { cwd: ROOT, encoding: "utf8" },
    )
    expect([stdout.length, stderr.replace(/^test\/reports.*\n/gm, ""), status]).toEqual([10, "", 0])
  })

  test.skipIf(process.platform !== "linux")("a full disk is told in one sentence", async () => {
    const { code, stderr } = await run(["read", "-q", demo], { stdout: openSync("/dev/full", "w") })
    expect([code, stderr]).toEqual([
      1,
      "sayso: Standard output could not be written: the disk is full. Make room and run it again. [cannot-write]\n",
    ])
    const toFile = await run(["read", "-q", demo, "-o", "/dev/full"])
    expect([toFile.code, toFile.stderr]).toEqual([
      1,
      "sayso: /dev/full could not be written: the disk is full. Make room and run it again. [cannot-write]\n",
    ])
  })

  test("a file that was there stays as it was when reading fails, and its link stays a link", async () => {
    const target = join(folder, "kept.json")
    const link = join(folder, "link.json")
    writeFileSync(target, "as it was")
    symlinkSync(target, link)
    expect((await run(["read", "--json", "gone.html", "-o", link])).code).toBe(3)
    expect(readFileSync(target, "utf8")).toBe("as it was")
    expect((await run(["read", "-q", "--json", demo, "-o", link])).code).toBe(0)
    expect(readFileSync(target, "utf8")).toBe(readFileSync(link, "utf8"))
    expect(JSON.parse(readFileSync(target, "utf8"))).toHaveProperty("format", 2)
  })

  test("a folder that does not exist is told", async () => {
    const { code, stderr } = await run(["read", "-q", demo, "-o", join(folder, "no", "out.json")])
    expect(code).toBe(1)
    expect(stderr).toContain("its folder does not exist")
  })
})

describe("starting", () => {
  test("help loads neither the network nor the page reader", () => {
    const loaded = spawnSync(process.execPath, ["--import", LISTER, COMMAND, "--help"], {
      encoding: "utf8",
    })
    expect(loaded.stderr).toContain("commander")
    expect(loaded.stderr).not.toMatch(/onnxruntime|linkedom|parse5|readability/)
  })

  test("an old Node is told in one sentence", () => {
    const old = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } });`
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", `data:text/javascript,${encodeURIComponent(old)}`, COMMAND, "--version"],
      { encoding: "utf8" },
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^sayso: needs Node 22\.13 or newer.*\n$/)
  })
})

/** Prints on standard error the address of each module that is loaded. */
const LISTER = `data:text/javascript,${encodeURIComponent(
  'import { registerHooks } from "node:module"; registerHooks({ load(url, context, next) { process.stderr.write(url + "\\n"); return next(url, context) } })',
)}`

describe("completion in bash", () => {
  const hasBash = spawnSync("bash", ["--version"]).status === 0
  test.skipIf(!hasBash)("completes commands, options and file names", () => {
    // `compopt` works only while completing; `_get_comp_words_by_ref` comes with bash-completion.
    const script = `
      sayso() { "${process.execPath}" "${COMMAND}" "$@"; }
      compopt() { :; }
      _get_comp_words_by_ref() { cur="\${COMP_WORDS[COMP_CWORD]}"; prev="\${COMP_WORDS[COMP_CWORD-1]}"; words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; }
      source <(sayso completion bash)
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); __sayso_complete; echo "\${COMPREPLY[@]}"; }
      try sayso ver
      try sayso read --pub
      try sayso read te
      complete -p sayso
    `
    const { stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8", cwd: ROOT })
    expect(stderr).toBe("")
    expect(stdout.split("\n")).toEqual([
      "verify",
      "--published",
      "",
      "complete -o default -F __sayso_complete sayso",
      "",
    ])
  })
})
