import { describe, expect, test } from "vitest"
import { printJson, printJsonLine } from "../../../src/base/json.ts"
import { packagePath } from "../../../src/runtime/index.ts"
import type { DocRecord } from "../../../src/schema/record.ts"
import { runCli } from "../../helpers/cli.ts"
import { EXAMPLE_REPORT, exampleRecord } from "../../helpers/example-record.ts"

const record = printJson(exampleRecord)

/** The example's record with its first statement's words changed. */
function withWrongWords(): DocRecord {
  const [first, ...others] = exampleRecord.statements
  if (first === undefined) throw new Error("The example has statements.")
  const { span } = first.content.parts[0]
  const content = { ...first.content, parts: [{ span, exact: "struck on Port Ana" }] as const }
  return { ...exampleRecord, statements: [{ ...first, content }, ...others] }
}

describe("text", () => {
  test("prints a plain text unit for unit", async () => {
    expect((await runCli(["text", "report.txt"])).stdout).toBe(EXAMPLE_REPORT)
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
    const { stdout } = await runCli(["show", "s3", "report.txt"])
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "  “We hit no ship,” she told reporters at a briefing in Lomar, “and we never will.”",
      "  ^^^^^^^^^^^^^^^^^ sss cccc aaaaaaaaa vvvvvvvvvvvvvvvvvvvvvv  ^^^^^^^^^^^^^^^^^^^^",
      "  s source · c cue · ^ content · v venue · a addressee",
    ])
  })

  test("takes the record of the report from a file of several", async () => {
    const other = structuredClone(exampleRecord) as { doc: { source: { sha256: string } } } & DocRecord
    other.doc.source.sha256 = "0".repeat(64)
    const files = {
      "r.jsonl": `${printJsonLine(other)}\n${record.replaceAll("\n", "")}\n`,
      "x.txt": "He left.",
    }
    const { stdout } = await runCli(["show", "s3", "report.txt", "--record", "r.jsonl"], { files })
    expect(stdout).toContain("“We hit no ship,”")
    const unnamed = await runCli(["show", "s3", "--record", "r.jsonl"], { files })
    expect(unnamed.stderr).toContain("r.jsonl holds 2 records, and one is wanted here. Name its report, too")
    const wrong = await runCli(["show", "s3", "x.txt", "--record", "r.jsonl"], { files })
    expect([wrong.code, unnamed.code]).toEqual([3, 3])
    expect(wrong.stderr).toContain("None of the 2 records in r.jsonl was made from x.txt")
  })

  test("names who is behind a pronoun, and how it was told", async () => {
    const { stdout } = await runCli(["show", "s3", "report.txt"])
    expect(stdout).toContain('source     "she"\n  means    Ana Kovač (XLO/GOV), e1: implied, 0.88, clear\n')
  })

  test("gives places in UTF-16 units and code points, in the text and in the source", async () => {
    const { stdout } = await runCli(["show", "s9", "report.txt"])
    // The ship before it is two UTF-16 units and one code point.
    expect(stdout).toContain(
      'content    "that a crane fell"\n  text     559–576 in UTF-16 units, 558–575 in code points\n',
    )
    expect(stdout).toContain("report.txt, line 7, column")
  })

  test("gives context, score, reader, versions and hashes", async () => {
    const { stdout } = await runCli(["show", "s5", "report.txt"])
    expect(stdout).toContain('before   "s had burned and that a witness "\n')
    expect(stdout).toMatch(/score +0\.\d\d, probable: of lines with this score, about \d+ in 100 are right/)
    expect(stdout).toContain("inside     s4")
    expect(stdout).toContain("stands     c3")
    expect(stdout).toContain("read by    the network")
    expect(stdout).toContain("weights 0123456789ab")
    expect(stdout).toContain(`SHA-256 ${exampleRecord.doc.source.sha256}`)
    expect((await runCli(["show", "s1", "report.txt"])).stdout).toContain("rule “headline”")
  })

  test("shows an event: all mentions, who took part, when, where, how many, and who says so", async () => {
    const { stdout } = await runCli(["show", "v1", "report.txt"])
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "  Minister denies strike on Port Ana",
      "                  ^^^^^^",
    ])
    expect(stdout).toContain("^ mention · a actor · r recipient · p place · t time · n amount")
    expect(stdout.match(/^mention /gm)).toHaveLength(4)
    expect(stdout).toContain('time       "Wednesday"\n  means    2026-11-18: implied, 0.96, clear\n')
    expect(stdout).toContain(
      'amount     "at least 12"\n  means    killed: at least 12: stated, 0.94, clear\n',
    )
    expect(stdout).toMatch(/^type +ASSAULT: inferred, 0\.91, clear$/m)
    expect(stdout).toMatch(/^time +2026-11-18, counted from 2026-11-20$/m)
    expect(stdout).toMatch(/^c2 +whether it happened, denied: Ana Kovač \(XLO\/GOV\): “denies”, “denied”$/m)
    expect(stdout).toMatch(/^standing +disputed$/m)
  })

  test("shows a stand with its words, its chain of voices and the stands beside it", async () => {
    const { stdout } = await runCli(["show", "c3", "report.txt"])
    expect(stdout).toContain('words      "had told it of the attack"\n')
    expect(stdout).toMatch(/^stand +c3: said, whether it happened$/m)
    expect(stdout).toMatch(/^voice +The harbour office › a witness$/m)
    expect(stdout).toMatch(/^statements s4 s5$/m)
    expect(stdout).toMatch(/^like it +c1$/m)
    expect(stdout).toMatch(/^unlike it +c2$/m)
  })

  test("shows who somebody is: mentions, how they were linked, rivals, the office on that day", async () => {
    const { stdout } = await runCli(["show", "e1", "report.txt"])
    expect(stdout).toContain("d nominal · n name · p pronoun")
    expect(stdout).toContain('pronoun    "she"\n  linked   by pronoun: 0.88, clear\n')
    expect(stdout).toMatch(/^is +wikidata:Q4115189: 0\.86, clear$/m)
    expect(stdout).toMatch(/^or +wikidata:Q13406268$/m)
    expect(stdout).toMatch(
      /^role +XLO\/GOV \(government\), Minister of Defence, from 2024-03: implied, 0\.90, clear$/m,
    )
    expect(stdout).toMatch(/^speaks in +s1 s2 s3$/m)
    expect(stdout).toMatch(/^acted on +v3$/m)
  })

  test("shows a place with its position and what happened there", async () => {
    const { stdout } = await runCli(["show", "e3", "report.txt"])
    expect(stdout).toMatch(/^position +45\.5, 16: city, precision 1, XLO$/m)
    expect(stdout).toMatch(/^place of +s3$/m)
    expect(stdout).toMatch(/^dateline +the report was written there$/m)
  })

  test("takes a statement from a record, its report found beside it by hash, without the network", async () => {
    const files = {
      "kept/record.json": record,
      "kept/other.txt": "Other.",
      "kept/report.txt": EXAMPLE_REPORT,
    }
    const { stdout, code, opened } = await runCli(["show", "s3", "--record", "kept/record.json"], { files })
    expect([code, opened]).toEqual([0, 0])
    expect(stdout).toContain("kept/report.txt, line 5")
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

  test("tells which lines there are when asked for another", async () => {
    const { code, stderr } = await runCli(["show", "s77", "report.txt"])
    expect(code).toBe(2)
    expect(stderr).toContain(
      "report.txt has no line s77: it has 5 events, v1 to v5; 9 statements, s1 to s9; 9 stands, c1 to c9; 9 names, e1 to e9.",
    )
  })

  test.each([["[s1]"], ["S1"], [" s1 "]])("takes an id as it is printed or typed: %j", async (id) => {
    const { stdout } = await runCli(["show", "s1", "report.txt"])
    expect((await runCli(["show", id, "report.txt"])).stdout).toBe(stdout)
  })

  test("asks for a report when none was named", async () => {
    const { code, stderr } = await runCli(["show", "s9"])
    expect(code).toBe(2)
    expect(stderr).toContain("[no-input]")
  })
})

describe("verify", () => {
  test("tells who gives the report first how it is done", async () => {
    const { code, stderr } = await runCli(["verify", "report.txt", "record.json"], { files: {} })
    expect(code).toBe(3)
    expect(stderr).toContain("Name the record, then its report: sayso verify record.json report.txt")
  })

  test("counts the anchors of a record that fits", async () => {
    const { code, stdout } = await runCli(["verify", "record.json", "report.txt"], {
      files: { "record.json": record },
    })
    expect([code, stdout]).toEqual([0, "106 of 106 anchors exact\n"])
  })

  test("ends with 5 and a line for each fault when a word differs", async () => {
    const files = { "record.json": printJson(withWrongWords()) }
    const { code, stdout } = await runCli(["verify", "record.json", "report.txt"], { files })
    expect(code).toBe(5)
    expect(stdout).toBe(
      '≠ record.json: statements[0].content.parts[0]: the text has "strike on Port Ana" where the record has "struck on Port Ana"\n' +
        "105 of 106 anchors exact · 1 fault\n",
    )
  })

  test("ends with 5 when the source is another", async () => {
    const files = { "record.json": record, "x.txt": `${EXAMPLE_REPORT}More.` }
    const { code, stdout } = await runCli(["verify", "record.json", "x.txt"], { files })
    expect(code).toBe(5)
    expect(stdout).toContain("doc.source.sha256: the source has the hash")
  })

  test("says of another text in one line that it is one", async () => {
    const files = { "record.json": record, "x.txt": "Something else was said." }
    const { code, stdout } = await runCli(["verify", "record.json", "x.txt"], { files })
    expect(code).toBe(5)
    expect(stdout).toBe(
      "≠ record.json: x.txt is not the text that the record was made from. Give the report as it was read, unchanged.\n" +
        "0 of 106 anchors exact · 1 fault\n",
    )
  })

  test("finds the report beside the record by its hash", async () => {
    const files = { "kept/record.json": record, "kept/a.txt": "A.", "kept/report.txt": EXAMPLE_REPORT }
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
      const files = { "records.jsonl": text, "in/report.txt": EXAMPLE_REPORT }
      const { stdout } = await runCli(["verify", "records.jsonl", "in"], { files })
      expect(stdout).toBe("212 of 212 anchors exact, in 2 records\n")
    }
  })

  test("checks the other records when the report of one is gone, and ends with 4", async () => {
    const gone = structuredClone(exampleRecord) as { doc: { source: { sha256: string } } } & DocRecord
    gone.doc.source.sha256 = "0".repeat(64)
    const files = { "records.json": JSON.stringify([gone, exampleRecord]), "in/report.txt": EXAMPLE_REPORT }
    const { code, stdout, stderr } = await runCli(["verify", "records.json", "in"], { files })
    expect(code).toBe(4)
    expect(stdout).toBe("106 of 106 anchors exact, in 1 record · 1 record not checked\n")
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
    ["an empty list", "[]", "empty"],
    ["a record of a later format", '{"format": 3}', "newer-record"],
    ["a record of an earlier format", '{"format": 1}', "older-record"],
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

  const given = { files: { "record.json": record } }
  test.each([
    [["read", "record.json"], 3, "record.json is a record that Sayso made, and a report is wanted here."],
    [["text", "record.json"], 3, "record.json is a record that Sayso made, and a report is wanted here."],
    [
      ["show", "s1", "record.json"],
      3,
      "To show a line of it: sayso show s1 --record record.json [is-record]",
    ],
    [["show", "report.txt", "s1"], 2, "The id comes before the file: sayso show s1 report.txt [bad-option]"],
    [
      ["show", "s1", "report.txt", "--record", "record.json", "--outlet", "O"],
      2,
      "--outlet can only be given when the report is read, and with --record it is not.",
    ],
    [["read", "report.txt", "--outlet", " "], 2, "--outlet has no name."],
    [["read", "report.txt", "-o", "report.txt"], 2, "report.txt is one of the files that are read"],
    [["read", "report.txt", "-o", ""], 2, "The name of a file is empty."],
    [["read", ""], 2, "The name of a file is empty."],
    [["verify", "https://example.org/record.json"], 6, "is on the network, and Sayso never goes there."],
    [["help", "reed"], 2, "There is no command reed to help with. See all: sayso --help [bad-option]"],
  ])("%j ends with %i and says what to do", async (args, expected, sentence) => {
    const { code, stdout, stderr, opened } = await runCli(args, given)
    expect([code, stdout, opened]).toEqual([expected, "", 0])
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split("\n")).toHaveLength(1)
  })

  test("tells of a text that has no text", async () => {
    const { code, stdout, stderr } = await runCli(["text", "blank.txt"], { files: { "blank.txt": "\n \n" } })
    expect([code, stdout.trim()]).toEqual([0, ""])
    expect(stderr).toMatch(/^blank\.txt: .* \[no-text\]\n$/)
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
    [["actors", "-h"]],
    [["timeline", "-h"]],
    [["export", "-h"]],
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
  })

  test.each([
    [
      ["read"],
      "Name a report or a folder of reports, as in sayso read report.html, or - for standard input.",
    ],
    [["text"], "Nothing was named to read: sayso text wants a file. See: sayso text --help"],
    [["verify"], "Nothing was named to read: sayso verify wants a record. See: sayso verify --help"],
  ])("%j without a file says what to name", async (args, sentence) => {
    const { code, stdout, stderr } = await runCli(args)
    expect([code, stdout]).toEqual([2, ""])
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/^sayso: .* \[no-input\]\n$/)
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
    [["actors", "record.json"]],
    [["timeline", "record.json"]],
    [["export", "--format", "csv", "record.json"]],
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
    expect((await complete("ti"))[0]).toMatch(/^timeline\t/)
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
