import { describe, expect, test } from "vitest"
import { printJson, printJsonLine } from "../../../src/base/json.ts"
import { runCli } from "../../helpers/cli.ts"
import { EXAMPLE_REPORT, exampleRecord } from "../../helpers/example-record.ts"

describe("for people", () => {
  test("prints events, statements and what is disputed, each line with its id", async () => {
    const { stdout, code } = await runCli(["read", "report.txt"])
    expect(stdout).toBe(`Minister denies strike on Port Ana
The Example · 2026-11-20 · written in Lomar · 5 events · 9 statements

Events

[v1] 2026-11-18 · Lomaria's navy (XLO/MIL) → struck (ASSAULT heavy-weapons, actual, disputed) →
     people · in Port Ana · killed: at least 12 · clear
     said: the report, The harbour office › a witness [s5] · denied: Ana Kovač (XLO/GOV) [s1] · who
     did it, said: Ostia (XOS) [s6]

[v2] no date · (nobody named) → burned (actual, alleged) · boat: 3 to 5 · probable
     said: The harbour office [s4] · how many, said: The harbour office [s4]

[v3] no date · Ostia (XOS) → accused (ACCUSE allege, actual, reported) → Ana Kovač (XLO/GOV) · clear
     said: the report

[v4] no date · perhaps Ostia (XOS) → expel (SANCTION expel, possible, alleged) → Lomaria's
     ambassador (XLO/GOV) · clear
     said: Ostia (XOS) [s8]

[v5] no date · (nobody named) → fell (actual, alleged) · with a crane · unsure
     not vouched for: somebody not named [s9]

Statements

[s1] Minister (Ana Kovač, XLO/GOV) · denies · says, indirect · clear
     strike on Port Ana

[s2] Defence Minister Ana Kovač (XLO/GOV) · denied · says, indirect · clear
     that Lomaria's navy had struck the harbour of Port Ana

[s3] she (Ana Kovač, XLO/GOV) · told · says, direct · where: at a briefing in Lomar · to: reporters
     · clear
     “We hit no ship,” … “and we never will.”

[s4] The harbour office · said · says, indirect · clear
     that between 3 and 5 boats had burned and that a witness had told it of the attack

  [s5] a witness · had told · says, indirect · to: it · probable
       of the attack

[s6] Neighbouring Ostia (XOS) · accused · says, indirect · clear
     of ordering the strike

[s7] Neighbouring Ostia (XOS) · called · says, mixed · clear
     it “an act of madness”

[s8] Neighbouring Ostia (XOS) · said · says, indirect · probable
     it may expel Lomaria's ambassador one day

[s9] (no source named) · was reported · says, indirect · probable
     that a crane fell

Disputed within this report

[v1] whether it happened: struck
  [c1] said: the report: “were killed”
  [c2] denied: Ana Kovač (XLO/GOV) [s1]: “denies”, “denied”
  [c3] said: The harbour office › a witness [s5]: “had told it of the attack”
`)
    expect(code).toBe(0)
  })

  test("says of each block when it is empty", async () => {
    const record = { ...exampleRecord, events: [], claims: [], statements: [] }
    const { stdout } = await runCli(["read", "report.txt"], { read: async () => record })
    expect(stdout.split("\n").slice(3)).toEqual([
      "Events",
      "",
      "none",
      "",
      "Statements",
      "",
      "none",
      "",
      "Disputed within this report",
      "",
      "none",
      "",
    ])
  })

  test("says on standard error what is odd in the report, and last what to do next", async () => {
    const { stderr } = await runCli(["read", "report.txt"])
    expect(stderr.split("\n")).toEqual([
      "report.txt: No encoding was given; read as UTF-8. [charset-guessed]",
      "report.txt: A quotation mark is not closed. (at character 542) [quote-not-closed]",
      "See what v1 rests on: sayso show v1 report.txt",
      "",
    ])
  })

  test("says nothing on standard error with --quiet", async () => {
    expect((await runCli(["read", "-q", "report.txt"])).stderr).toBe("")
  })

  test("keeps a report's control characters from the terminal", async () => {
    const record = {
      ...exampleRecord,
      doc: { ...exampleRecord.doc, title: "A\u001b[31m red\u0007 title\u202e" },
    }
    const { stdout } = await runCli(["read", "report.txt"], {
      read: async () => record,
      stdoutIsTerminal: true,
    })
    expect(stdout).toContain("A�[31m red� title�")
  })

  test("puts the name of the file above each of several reports", async () => {
    const { stdout, stderr } = await runCli(["read", "a.txt", "b.txt"], {
      files: { "a.txt": "A.", "b.txt": "B." },
    })
    expect(stdout.match(/^[ab]\.txt$/gm)).toEqual(["a.txt", "b.txt"])
    expect(stderr).toContain("2 of 2 reports read, 0 failed.")
  })
})

describe("colours", () => {
  const coloured = (text: string) => text.includes("\u001b[")

  test("are on for a terminal, for standard output and standard error apart", async () => {
    const onlyOut = await runCli(["read", "report.txt"], { stdoutIsTerminal: true })
    expect([coloured(onlyOut.stdout), coloured(onlyOut.stderr)]).toEqual([true, false])
    const onlyError = await runCli(["read", "report.txt"], { stderrIsTerminal: true })
    expect([coloured(onlyError.stdout), coloured(onlyError.stderr)]).toEqual([false, true])
  })

  test.each([
    ["NO_COLOR", { NO_COLOR: "1" }, ["read", "report.txt"]],
    ["SAYSO_NO_COLOR", { SAYSO_NO_COLOR: "1" }, ["read", "report.txt"]],
    ["TERM=dumb", { TERM: "dumb" }, ["read", "report.txt"]],
    ["--no-color", {}, ["read", "report.txt", "--no-color"]],
    ["--no-color before the command", {}, ["--no-color", "read", "report.txt"]],
  ])("are off with %s", async (_name, env, args) => {
    const { stdout, stderr } = await runCli(args, { env, stdoutIsTerminal: true, stderrIsTerminal: true })
    expect(coloured(stdout + stderr)).toBe(false)
  })

  test("are on with FORCE_COLOR where there is no terminal, and off again with NO_COLOR beside it", async () => {
    expect(coloured((await runCli(["read", "report.txt"], { env: { FORCE_COLOR: "1" } })).stdout)).toBe(true)
    const both = await runCli(["read", "report.txt"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })
    expect(coloured(both.stdout)).toBe(false)
  })

  test("are never written into a file", async () => {
    const { written } = await runCli(["read", "report.txt", "-o", "out.txt"], { env: { FORCE_COLOR: "1" } })
    expect(coloured(written.get("out.txt") ?? "")).toBe(false)
  })
})

describe("for programs", () => {
  test("--json gives one report as an object", async () => {
    expect((await runCli(["read", "--json", "report.txt"])).stdout).toBe(printJson(exampleRecord))
  })

  test("--json gives several reports as an array", async () => {
    const { stdout } = await runCli(["read", "--json", "report.txt", "report.txt"])
    expect(JSON.parse(stdout)).toEqual([exampleRecord, exampleRecord])
  })

  test("--json gives a folder's only report as an array, since another may join it", async () => {
    const { stdout } = await runCli(["read", "--json", "in"], { files: { "in/a.txt": "A." } })
    expect(JSON.parse(stdout)).toEqual([exampleRecord])
  })

  test("--jsonl gives a record a line", async () => {
    const { stdout } = await runCli(["read", "--jsonl", "report.txt", "report.txt"])
    expect(stdout).toBe(`${printJsonLine(exampleRecord)}\n`.repeat(2))
  })

  test("--plain gives a header and a line a statement", async () => {
    const { stdout } = await runCli(["read", "--plain", "report.txt"])
    const lines = stdout.split("\n")
    expect(lines[0]).toBe(
      "file\tid\tinside\tkind\tmode\tsource\tcue\tcontent\tvenue\taddressee\tspans\tscore\tcertainty\tspeaker\tcode",
    )
    expect(lines[3]?.split("\t")).toEqual([
      "report.txt",
      "s3",
      "",
      "says",
      "direct",
      "she",
      "told",
      "“We hit no ship,” … “and we never will.”",
      "at a briefing in Lomar",
      "reporters",
      "209-226|270-290",
      "0.97",
      "clear",
      "Ana Kovač",
      "XLO/GOV",
    ])
    expect(lines).toHaveLength(11)
  })

  test("-o writes a file and leaves standard output empty", async () => {
    const { stdout, stderr, written } = await runCli(["read", "--json", "report.txt", "-o", "record.json"])
    expect(stdout).toBe("")
    expect(written.get("record.json")).toBe(printJson(exampleRecord))
    expect(stderr).toContain("sayso verify record.json report.txt")
  })
})

describe("what is read", () => {
  test("a folder stands for the reports in and below it, in order, without hidden files", async () => {
    const files = {
      "in/b.html": "<p>B.",
      "in/a.txt": "A.",
      "in/deep/c.htm": "<p>C.",
      "in/.hidden.txt": "No.",
      "in/picture.png": "No.",
    }
    const { stdout } = await runCli(["read", "--plain", "in"], { files })
    const read = [
      ...new Set(
        stdout
          .split("\n")
          .slice(1)
          .map((line) => line.split("\t")[0]),
      ),
    ]
    expect(read).toEqual(["in/a.txt", "in/b.html", "in/deep/c.htm", ""])
  })

  test("- on a terminal says that it waits", async () => {
    for (const args of [["read"], ["timeline"], ["text"], ["show", "s1"], ["verify"]]) {
      const { stderr } = await runCli([...args, "-"])
      expect(stderr).toContain("Reading from the keyboard; end with Ctrl-D.")
    }
  })

  test("- is standard input", async () => {
    const seen: unknown[] = []
    await runCli(["read", "-"], {
      stdin: "He said so.",
      read: async (input) => {
        seen.push(new TextDecoder().decode(input as Uint8Array))
        return exampleRecord
      },
    })
    expect(seen).toEqual(["He said so."])
  })

  test("word lists of the user's reach the reader, in the order in which they are named", async () => {
    const files = { "a.txt": "A", "b.txt": "B" }
    const { lexicons } = await runCli(["read", "report.txt", "--lexicon", "b.txt", "--lexicon", "a.txt"], {
      files,
    })
    expect(lexicons).toEqual([
      { name: "b.txt", text: "B" },
      { name: "a.txt", text: "A" },
    ])
  })

  test("a word list that is not there is told before anything is read", async () => {
    const { code, opened, stderr } = await runCli(["read", "report.txt", "--lexicon", "gone.txt"])
    expect([code, opened]).toEqual([3, 0])
    expect(stderr).toContain("There is no file gone.txt.")
  })

  test("what the user says of a report reaches the reader", async () => {
    const seen: unknown[] = []
    const args = [
      "--published",
      "2018-04-20",
      "--outlet",
      "PressTV",
      "--charset",
      "utf-8",
      "--url",
      "https://e.org/",
    ]
    await runCli(["read", "report.txt", ...args], {
      read: async (_input, options) => {
        seen.push({ ...options, signal: null })
        return exampleRecord
      },
    })
    expect(seen).toEqual([
      {
        published: "2018-04-20",
        outlet: "PressTV",
        charset: "utf-8",
        url: "https://e.org/",
        mediaType: "text/plain",
        signal: null,
      },
    ])
  })
})

describe("when something is wrong", () => {
  test("one bad file never stops the rest: the rest is read, the exit code is 4", async () => {
    const { code, stdout, stderr } = await runCli(["read", "--jsonl", "gone.txt", "report.txt"])
    expect(code).toBe(4)
    expect(stdout).toBe(`${printJsonLine(exampleRecord)}\n`)
    expect(stderr).toContain("sayso: There is no file gone.txt.")
    expect(stderr).toContain("1 of 2 reports read, 1 failed.")
  })

  test("a missing file alone ends with 3, without opening the network", async () => {
    const { code, stdout, stderr, opened } = await runCli(["read", "gone.txt"])
    expect([code, stdout, opened]).toEqual([3, "", 0])
    expect(stderr).toBe(
      "sayso: There is no file gone.txt. Check the name and the folder you are in. [no-such-file]\n",
    )
  })

  test.each([
    ["an empty file", { "x.txt": "" }, "empty"],
    ["a PDF", { "x.txt": "%PDF-1.7\n..." }, "not-text"],
    ["a picture", { "x.txt": Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 32) }, "not-text"],
  ])("%s ends with 3 and a sentence", async (_name, files, expected) => {
    const { code, stderr } = await runCli(["read", "x.txt"], { files })
    expect(code).toBe(3)
    expect(stderr).toMatch(new RegExp(`^sayso: x\\.txt .*\\. \\[${expected}\\]\\n$`))
  })

  test("UTF-16 without a mark is taken for text", async () => {
    const bytes = new Uint8Array(
      new Uint16Array([...EXAMPLE_REPORT].map((each) => each.charCodeAt(0))).buffer,
    )
    expect((await runCli(["read", "x.txt"], { files: { "x.txt": bytes } })).code).toBe(0)
  })

  test("a folder that may not be looked into never stops the rest of the one it is in", async () => {
    const world = { files: { "in/a.txt": "A.", "in/closed/b.txt": "B." }, closedFolder: "in/closed" }
    const { code, stderr } = await runCli(["read", "-q", "in"], world)
    expect([code, stderr]).toEqual([
      4,
      "sayso: in/closed may not be read by you. Check its permissions. [not-readable]\n",
    ])
    expect((await runCli(["read", "-q", "in/closed"], world)).code).toBe(3)
  })

  test("a folder without reports ends with 3", async () => {
    const { code, stderr } = await runCli(["read", "in"], { files: { "in/notes.md": "x" } })
    expect(code).toBe(3)
    expect(stderr).toContain("[no-reports]")
  })

  test("a URL ends with 6 and tells how to read the page all the same", async () => {
    const { code, stderr } = await runCli(["read", "https://example.org/a"])
    expect(code).toBe(6)
    expect(stderr).toContain("sayso read - --url https://example.org/a")
    expect(stderr).toContain("[needs-network]")
  })

  test("a fault of ours says so, and the next report is read all the same", async () => {
    let call = 0
    const { code, stderr, stdout } = await runCli(["read", "--jsonl", "report.txt", "report.txt"], {
      read: async () => {
        if (call++ === 0) throw new Error("Evidence out of order.")
        return exampleRecord
      },
    })
    expect(code).toBe(4)
    expect(stderr).toContain("report.txt: something went wrong that should not. This is a bug in Sayso")
    expect(stdout.split("\n")).toHaveLength(2)
  })

  test("what to do next keeps what was given", async () => {
    const { stderr } = await runCli([
      "read",
      "--published",
      "2024-05-16",
      "--outlet",
      "The Gazette",
      "report.txt",
    ])
    expect(stderr).toContain(
      'rests on: sayso show v1 --published 2024-05-16 --outlet "The Gazette" report.txt\n',
    )
  })

  test("standard error that is closed keeps nothing else from being said", async () => {
    const { code, stdout } = await runCli(["read", "report.txt"], { stderrFails: "EPIPE" })
    expect(code).toBe(0)
    expect(stdout).toContain("Statements")
  })

  test("data of another program is no report", async () => {
    const { code, stderr } = await runCli(["read", "x.json"], { files: { "x.json": '{"a": 1}' } })
    expect(code).toBe(3)
    expect(stderr).toContain("x.json is JSON data, not HTML or plain text.")
  })

  test("mail is no report, nor is a page saved as mail", async () => {
    const mail = "From: <Saved by Blink>\r\nSubject: Strikes\r\nMIME-Version: 1.0\r\n\r\nLavrov said no."
    const { code, stderr } = await runCli(["read", "page.mht"], { files: { "page.mht": mail } })
    expect(code).toBe(3)
    expect(stderr).toContain("page.mht is an e-mail, or a page saved as one, not HTML or plain text.")
  })

  test("a full disk leaves no file behind and says what to do", async () => {
    const { code, stderr, written } = await runCli(["read", "report.txt", "-o", "out.txt"], {
      writingFails: "ENOSPC",
    })
    expect([code, written.size]).toEqual([1, 0])
    expect(stderr).toContain(
      "out.txt could not be written: the disk is full. Make room and run it again. [cannot-write]",
    )
  })

  test("a closed pipe ends quietly", async () => {
    const { code, stderr } = await runCli(["read", "report.txt"], { stdoutFails: "EPIPE" })
    expect([code, stderr]).toEqual([0, ""])
  })

  test("Ctrl-C ends with 130 and keeps what was finished", async () => {
    const interruption = new AbortController()
    let call = 0
    const { code, written, stderr } = await runCli(
      ["read", "--json", "-o", "out.json", "report.txt", "report.txt", "report.txt", "report.txt"],
      {
        interrupted: interruption.signal,
        read: async (_input, options) => {
          if (++call === 3) interruption.abort()
          options?.signal?.throwIfAborted()
          return exampleRecord
        },
      },
    )
    expect(code).toBe(130)
    const kept = JSON.parse(written.get("out.json") ?? "") as unknown[]
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.every((record) => JSON.stringify(record) === JSON.stringify(exampleRecord))).toBe(true)
    expect(stderr).toContain("what was finished is kept")
  })
})

describe("progress", () => {
  test("moves on a terminal", async () => {
    const { stderr } = await runCli(["read", "--jsonl", "report.txt", "gone.txt"], { stderrIsTerminal: true })
    expect(stderr).toContain("read 1 of 2")
    expect(stderr).toContain("read 2 of 2 · 1 failed")
  })

  test("does not move elsewhere", async () => {
    const { stderr } = await runCli(["read", "--jsonl", "report.txt", "report.txt"])
    expect(stderr).not.toContain("\r")
  })
})
