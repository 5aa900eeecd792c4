import { describe, expect, test } from "vitest"
import { printJson, printJsonLine } from "../../../src/base/json.ts"
import { packagePath } from "../../../src/runtime/index.ts"
import type { DocRecord } from "../../../src/schema/record.ts"
import { exampleRecord, runCli } from "../../helpers/cli.ts"
import { EXAMPLE_TEXT } from "../../helpers/example-reading.ts"

const record = printJson(exampleRecord)

/** The example's record with its first statement's words changed. */
function withWrongWords(): DocRecord {
  const [first, ...others] = exampleRecord.statements
  if (first === undefined) throw new Error("The example has statements.")
  const { span } = first.content.parts[0]
  const content = { ...first.content, parts: [{ span, exact: "struck" }] as const }
  return { ...exampleRecord, statements: [{ ...first, content }, ...others] }
}

describe("text", () => {
  test("prints a plain text unit for unit", async () => {
    expect((await runCli(["text", "report.txt"])).stdout).toBe(EXAMPLE_TEXT)
  })

  test("keeps control characters from a terminal, and from nothing else", async () => {
    const files = { "x.txt": "He said\u001b[2J so.\n\nShe\tdenied it." }
    expect((await runCli(["text", "x.txt"], { files })).stdout).toBe(
      "He said\u001b[2J so.\n\nShe\tdenied it.",
    )
    const { stdout } = await runCli(["text", "x.txt"], { files, stdoutIsTerminal: true })
    expect(stdout).toBe("He said�[2J so.\n\nShe\tdenied it.\n")
  })

  test("--json adds title, outlet, date, blocks and the origin of each stretch", async () => {
    const page =
      "<html><head><title>T</title></head><body><h1>Head</h1><p>He said &amp; left.</p></body></html>"
    const { stdout } = await runCli(
      ["text", "--json", "page.html", "--outlet", "O", "--published", "2018-04"],
      {
        files: { "page.html": page },
      },
    )
    const doc = JSON.parse(stdout) as Record<string, unknown> & { text: string; origin: { kind: string }[] }
    expect(doc["outlet"]).toBe("O")
    expect(doc["published"]).toEqual({ edtf: "2018-04", anchor: null })
    expect(doc.text).toContain("He said & left.")
    expect(new Set(doc.origin.map((stretch) => stretch.kind))).toContain("verbatim")
    expect(Object.keys(doc)).toEqual(expect.arrayContaining(["title", "blocks", "language", "problems"]))
  })

  test("wants a file, not a folder", async () => {
    const { code, stderr } = await runCli(["text", "in"], { files: { "in/a.txt": "A." } })
    expect(code).toBe(3)
    expect(stderr).toContain("[is-folder]")
  })

  test("does not open the network", async () => {
    expect((await runCli(["text", "report.txt"])).opened).toBe(0)
  })
})

describe("show", () => {
  test("underlines the words of a statement in their sentence", async () => {
    const { stdout } = await runCli(["show", "s2", "report.txt"])
    expect(stdout.split("\n").slice(0, 5)).toEqual([
      "  “We hit no ship,” Defence Minister Ana Kovač told reporters in Lomar on Friday, “and we never",
      "  ^^^^^^^^^^^^^^^^^ ssssssssssssssssssssssssss cccc aaaaaaaaa vvvvvvvv            ^^^^^^^^^^^^^^",
      "  will.”",
      "  ^^^^^^",
      "  s source · c cue · ^ content · v venue · a addressee",
    ])
  })

  test("gives places in UTF-16 units and code points, in the text and in the source", async () => {
    const { stdout } = await runCli(["show", "s5", "report.txt"])
    // The ship before it is two UTF-16 units and one code point.
    expect(stdout).toContain(
      'content    "that a crane fell"\n  text     217–234 in UTF-16 units, 216–233 in code points\n',
    )
    expect(stdout).toContain("report.txt, line 5, column")
  })

  test("gives context, score, reader, versions and hashes", async () => {
    const { stdout } = await runCli(["show", "s4", "report.txt"])
    expect(stdout).toContain('before   "ice said that Kovač had ordered "\n')
    expect(stdout).toMatch(/score +0\.\d\d, clear: of lines with this score, about \d+ in 100 are right/)
    expect(stdout).toContain("inside     s3")
    expect(stdout).toContain("read by    the network")
    expect(stdout).toContain("weights 0123456789ab")
    expect(stdout).toContain(`SHA-256 ${exampleRecord.doc.source.sha256}`)
    expect((await runCli(["show", "s1", "report.txt"])).stdout).toContain("rule “headline”")
  })

  test("takes a statement from a record, its report found beside it by hash, without the network", async () => {
    const files = { "kept/record.json": record, "kept/other.txt": "Other.", "kept/report.txt": EXAMPLE_TEXT }
    const { stdout, code, opened } = await runCli(["show", "s2", "--record", "kept/record.json"], { files })
    expect([code, opened]).toEqual([0, 0])
    expect(stdout).toContain("kept/report.txt, line 3")
  })

  test("refuses a record that does not fit its report", async () => {
    const files = { "record.json": printJson(withWrongWords()) }
    const { code, stderr } = await runCli(["show", "s1", "report.txt", "--record", "record.json"], { files })
    expect(code).toBe(5)
    expect(stderr).toContain("[source-differs]")
    const other = await runCli(["show", "s1", "x.txt", "--record", "record.json"], {
      files: { "record.json": record, "x.txt": "Other." },
    })
    expect(other.code).toBe(5)
    expect(other.stderr).toContain("[source-differs]")
  })

  test("tells which statements there are when asked for another", async () => {
    const { code, stderr } = await runCli(["show", "s9", "report.txt"])
    expect(code).toBe(2)
    expect(stderr).toContain("report.txt has no statement s9: it has 5 statements, s1 to s5.")
  })

  test("asks for a report when none was named", async () => {
    const { code, stderr } = await runCli(["show", "s9"])
    expect(code).toBe(2)
    expect(stderr).toContain("[no-input]")
  })
})

describe("verify", () => {
  test("counts the anchors of a record that fits", async () => {
    const { code, stdout } = await runCli(["verify", "record.json", "report.txt"], {
      files: { "record.json": record },
    })
    expect([code, stdout]).toEqual([0, "28 of 28 anchors exact\n"])
  })

  test("ends with 5 and a line for each fault when a word differs", async () => {
    const files = { "record.json": printJson(withWrongWords()) }
    const { code, stdout } = await runCli(["verify", "record.json", "report.txt"], { files })
    expect(code).toBe(5)
    expect(stdout).toBe(
      '≠ record.json: statements[0].content.parts[0]: the text has "strike" where the record has "struck"\n' +
        "27 of 28 anchors exact · 1 fault\n",
    )
  })

  test("ends with 5 when the source is another", async () => {
    const files = { "record.json": record, "x.txt": `${EXAMPLE_TEXT}More.` }
    const { code, stdout } = await runCli(["verify", "record.json", "x.txt"], { files })
    expect(code).toBe(5)
    expect(stdout).toContain("doc.source.sha256: the source has the hash")
  })

  test("finds the report beside the record by its hash", async () => {
    const files = { "kept/record.json": record, "kept/a.txt": "A.", "kept/report.txt": EXAMPLE_TEXT }
    expect((await runCli(["verify", "kept/record.json"], { files })).code).toBe(0)
    const { code, stderr } = await runCli(["verify", "kept/record.json"], {
      files: { "kept/record.json": record, "kept/a.txt": "A." },
    })
    expect(code).toBe(3)
    expect(stderr).toContain("[source-not-found]")
  })

  test("checks many records, one a line or in an array, against a folder", async () => {
    for (const text of [
      printJsonLine(exampleRecord).concat("\n").repeat(2),
      JSON.stringify([exampleRecord, exampleRecord]),
    ]) {
      const files = { "records.jsonl": text, "in/report.txt": EXAMPLE_TEXT }
      const { stdout } = await runCli(["verify", "records.jsonl", "in"], { files })
      expect(stdout).toBe("56 of 56 anchors exact, in 2 records\n")
    }
  })

  test("checks the other records when the report of one is gone, and ends with 4", async () => {
    const gone = structuredClone(exampleRecord) as { doc: { source: { sha256: string } } } & DocRecord
    gone.doc.source.sha256 = "0".repeat(64)
    const files = { "records.json": JSON.stringify([gone, exampleRecord]), "in/report.txt": EXAMPLE_TEXT }
    const { code, stdout, stderr } = await runCli(["verify", "records.json", "in"], { files })
    expect(code).toBe(4)
    expect(stdout).toBe("28 of 28 anchors exact, in 2 records · 1 record not checked\n")
    expect(stderr).toContain("[source-not-found]")
  })

  test("tells the faults of a record that lacks fields", async () => {
    const { problems: _left, ...rest } = exampleRecord
    const { code, stdout } = await runCli(["verify", "record.json", "report.txt"], {
      files: { "record.json": JSON.stringify(rest) },
    })
    expect(code).toBe(5)
    expect(stdout).toContain("problems")
  })

  test.each([
    ["an empty file", "", "empty"],
    ["no JSON", "He said so.", "not-a-record"],
    ["another JSON", '{"a": 1}', "not-a-record"],
    ["a record of a later format", '{"format": 2}', "newer-record"],
  ])("refuses %s", async (_name, text, expected) => {
    const { code, stderr } = await runCli(["verify", "x.json", "report.txt"], { files: { "x.json": text } })
    expect(code).toBe(3)
    expect(stderr).toContain(`[${expected}]`)
  })
})

describe("doctor", () => {
  test("tells versions, runtime and weights, and fails when the sentence is not read as it should be", async () => {
    const { code, stdout } = await runCli(["doctor"])
    expect(stdout).toMatch(/^sayso +\d+\.\d+\.\d+$/m)
    expect(stdout).toContain("runtime    node: onnxruntime-node 1.30.0, 2 threads")
    expect(stdout).toContain(`SHA-256 ${"0".repeat(64)}`)
    // The example's reader gives the example's record whatever it reads.
    expect(stdout).toContain("reads      no: this came out wrong")
    expect(code).toBe(1)
  })
})

describe("the command line itself", () => {
  test("suggests the command, or the option, that was meant", async () => {
    const command = await runCli(["reed", "report.txt"])
    expect([command.code, command.stdout]).toEqual([2, ""])
    expect(command.stderr).toBe(
      "sayso: Unknown command 'reed' (Did you mean read?) See: sayso --help [bad-option]\n",
    )
    const option = await runCli(["read", "--jsn", "report.txt"])
    expect(option.stderr).toContain("(Did you mean --json?)")
  })

  test("tells how to read a file that was given in place of a command", async () => {
    const { code, stderr } = await runCli(["report.html"])
    expect(code).toBe(2)
    expect(stderr).toContain("To read a report: sayso read report.html")
  })

  test("refuses two formats at once", async () => {
    const { code, stderr } = await runCli(["read", "--json", "--plain", "report.txt"])
    expect(code).toBe(2)
    expect(stderr).toContain("--plain")
  })

  test.each([
    [["--help"]],
    [["read", "-h"]],
    [["text", "-h"]],
    [["show", "-h"]],
    [["verify", "-h"]],
    [["doctor", "-h"]],
    [["completion", "-h"]],
  ])("%j leads with examples", async (args) => {
    const { code, stdout } = await runCli(args)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Examples:\n {2}\$ /)
  })

  test("without a command prints help on standard error and ends with 2", async () => {
    const { code, stdout, stderr } = await runCli([])
    expect([code, stdout]).toEqual([2, ""])
    expect(stderr).toContain("Usage: sayso")
    expect((await runCli(["read"])).code).toBe(2)
  })

  test.each([
    ["--published", "April 20", "bad-date"],
    ["--published", "2018-02-30", "bad-date"],
    ["--charset", "klingon", "bad-charset"],
    ["--url", "not a url", "bad-url"],
  ])("refuses %s %j before anything is read", async (option, value, expected) => {
    const { code, stderr, opened } = await runCli(["read", "report.txt", option, value])
    expect([code, opened]).toEqual([2, 0])
    expect(stderr).toMatch(new RegExp(`^sayso: .*\\. \\[${expected}\\]\\n$`))
  })
})

describe("a closed pipe", () => {
  test.each([
    [["text", "report.txt"]],
    [["show", "s1", "report.txt"]],
    [["verify", "record.json", "report.txt"]],
    [["doctor", "--quality"]],
    [["completion", "bash"]],
    [["--help"]],
  ])("ends %j quietly", async (args) => {
    const files = {
      "record.json": record,
      [packagePath("quality/scores.json")]: '{ "peers": [], "parts": {} }',
    }
    const { code, stderr } = await runCli(args, { files, stdoutFails: "EPIPE" })
    expect([code, stderr]).toEqual([0, ""])
  })
})

describe("completion", () => {
  const complete = async (...words: string[]) =>
    (await runCli(["complete", "--", ...words])).stdout.split("\n")

  test("offers commands, and the shell's own files where a file is wanted", async () => {
    expect((await complete("re"))[0]).toMatch(/^read\t/)
    expect(await complete("read", "")).toEqual([":0", ""])
    expect(await complete("verify", "rec")).toEqual([":0", ""])
  })

  test("offers a command's options and an argument's choices", async () => {
    expect((await complete("read", "--js")).map((line) => line.split("\t")[0])).toEqual([
      "--json",
      "--jsonl",
      ":4",
      "",
    ])
    expect((await complete("completion", "b"))[0]).toBe("bash\t")
  })

  test.each(["bash", "zsh", "fish", "pwsh"])("prints a script for %s", async (shell) => {
    const { code, stdout } = await runCli(["completion", shell])
    expect(code).toBe(0)
    expect(stdout).toMatch(shell === "pwsh" ? /-CommandName 'sayso'/ : /sayso complete --/)
  })

  test("names the shells when another is asked for", async () => {
    const { code, stderr } = await runCli(["completion", "csh"])
    expect(code).toBe(2)
    expect(stderr).toContain("bash, zsh, fish, pwsh")
  })
})
