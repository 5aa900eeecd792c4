// The commands that look over many reports or records.
import { describe, expect, test } from "vitest"
import { printJson, printJsonLine } from "../../../src/base/json.ts"
import { toDocId } from "../../../src/schema/ids.ts"
import type { DocRecord } from "../../../src/schema/record.ts"
import { runCli } from "../../helpers/cli.ts"
import { exampleRecord } from "../../helpers/example-record.ts"

/** The example as another report: the same words under another id. */
function asOtherReport(): DocRecord {
  const textSha256 = "a".repeat(64)
  const id = toDocId(textSha256)
  const text = printJsonLine(exampleRecord).replaceAll(exampleRecord.doc.id, id)
  const record = JSON.parse(text) as DocRecord
  return { ...record, doc: { ...record.doc, textSha256 } }
}

const files = {
  "record.json": printJson(exampleRecord),
  "records.jsonl": `${printJsonLine(exampleRecord)}\n${printJsonLine(asOtherReport())}\n`,
}

describe("actors", () => {
  test("lists who speaks and who is spoken of, with counts", async () => {
    const { stdout, code, opened } = await runCli(["actors", "record.json"], { files })
    expect([code, opened]).toEqual([0, 0])
    expect(stdout).toBe(`speaks  spoken of  acts  acted on  mentions  who
     3          0     2         0         2  Ostia (XOS) [e8]
     3          0     0         1         4  Ana Kovač (XLO/GOV) [e1]
     1          1     0         0         1  a witness [e7]
     1          0     0         0         2  The harbour office [e6]
     0          1     0         1         1  Lomaria's ambassador (XLO/GOV) [e9]
     0          1     1         0         1  Lomaria's navy (XLO/MIL) [e4]
     0          0     0         1         1  people [e5]
`)
  })

  test("reads reports, with the options of read", async () => {
    const { stdout, opened } = await runCli(["actors", "report.txt", "--outlet", "O"])
    expect(opened).toBe(1)
    expect(stdout).toContain("Ana Kovač (XLO/GOV) [e1]")
  })

  test("joins actors of several reports by what they are linked to, and no others", async () => {
    const { stdout } = await runCli(["actors", "records.jsonl"], { files })
    expect(stdout).toContain("     6          0     4         0         4  Ostia (XOS) in 2 reports\n")
    expect(stdout.match(/The harbour office in 1 report\n/g)).toHaveLength(2)
  })

  test("counts a copy once", async () => {
    const once = await runCli(["actors", "record.json"], { files })
    expect((await runCli(["actors", "record.json", "report.txt"], { files })).stdout).toBe(once.stdout)
  })

  test("--json gives each with the reports that it is in", async () => {
    const { stdout } = await runCli(["actors", "--json", "record.json"], { files })
    expect(JSON.parse(stdout)[1]).toEqual({
      name: "Ana Kovač",
      kind: "person",
      codes: ["XLO/GOV"],
      link: "wikidata:Q4115189",
      speaks: 3,
      spokenOf: 0,
      acts: 0,
      actedOn: 1,
      mentions: 4,
      reports: [{ file: "record.json", doc: exampleRecord.doc.id, entities: ["e1"] }],
    })
  })

  test("counts what one report keeps apart under one identifier as one, in one report", async () => {
    // The navy and the ambassador linked to what Ostia is linked to: Ostia speaks of both, and expels one of them.
    const link = exampleRecord.entities.find(({ id }) => id === "e8")?.link
    const entities = exampleRecord.entities.map((entity) =>
      entity.id === "e4" || entity.id === "e9" ? { ...entity, link } : entity,
    )
    const record = { ...exampleRecord, entities }
    const { stdout } = await runCli(["actors", "--json", "x.json", "record.json"], {
      files: { ...files, "x.json": printJson(record) },
    })
    expect(JSON.parse(stdout)[0]).toMatchObject({
      name: "Lomaria's ambassador",
      codes: ["XLO/MIL", "XOS", "XLO/GOV"],
      speaks: 3,
      spokenOf: 1,
      acts: 3,
      actedOn: 1,
      mentions: 4,
      reports: [{ file: "x.json", entities: ["e4", "e8", "e9"] }],
    })
    const printed = await runCli(["actors", "x.json"], { files: { "x.json": printJson(record) } })
    expect(printed.stdout).toContain("[e4, e8, e9]\n")
  })
})

describe("timeline", () => {
  test("lists events by date, those without one last", async () => {
    const { stdout, code, opened } = await runCli(["timeline", "record.json"], { files })
    expect([code, opened]).toEqual([0, 0])
    expect(stdout).toBe(`2026-11-18
  [v1] Lomaria's navy (XLO/MIL) → struck (ASSAULT heavy-weapons, actual, disputed) → people · in
    Port Ana · killed: at least 12 · clear
    said: the report, The harbour office › a witness [s5] · denied: Ana Kovač (XLO/GOV) [s1] · who
    did it, said: Ostia (XOS) [s6]

No date: 4 events of which the text does not say when
  [v2] (nobody named) → burned (actual, alleged) · boat: 3 to 5 · probable
    said: The harbour office [s4] · how many, said: The harbour office [s4]
  [v3] Ostia (XOS) → accused (ACCUSE allege, actual, reported) → Ana Kovač (XLO/GOV) · clear
    said: the report
  [v4] perhaps Ostia (XOS) → expel (SANCTION expel, possible, alleged) → Lomaria's ambassador
    (XLO/GOV) · clear
    said: Ostia (XOS) [s8]
  [v5] (nobody named) → fell (actual, alleged) · with a crane · unsure
    not vouched for: somebody not named [s9]
`)
  })

  test("orders stretches by their beginning, wide before narrow, and names the file of each", async () => {
    const dates = ["2026-11-18", "2026-11", "2026-10-01/2026-12-01", "../2026-01-02", "2026-11-17/.."]
    const events = exampleRecord.events.map((event, index) => ({
      ...event,
      time: {
        value: { edtf: dates[index] ?? "", anchor: null },
        basis: "stated",
        evidence: [],
        score: 0.9,
      } as const,
    }))
    const { stdout, code } = await runCli(["timeline", "x.json"], {
      files: { "x.json": printJson({ ...exampleRecord, events }) },
    })
    expect(code).toBe(0)
    expect(stdout.match(/^\S.*$/gm)).toEqual([
      "until 2026-01-02",
      "2026-10-01 to 2026-12-01",
      "2026-11",
      "since 2026-11-17",
      "2026-11-18",
    ])
    expect((await runCli(["timeline", "records.jsonl"], { files })).stdout).toContain("· records.jsonl:2")
  })

  test("--json gives the same events in the same order, a line each", async () => {
    const { stdout } = await runCli(["timeline", "--json", "record.json"], { files })
    const lines = stdout.trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(["v1", "v2", "v3", "v4", "v5"])
    expect(JSON.parse(lines[3] ?? "")).toEqual({
      file: "record.json",
      doc: exampleRecord.doc.id,
      id: "v4",
      date: null,
      words: "expel",
      type: "SANCTION",
      modes: ["expel"],
      status: "possible",
      standing: "alleged",
      actors: [{ entity: "e8", name: "Ostia", code: "XOS", certainty: "unsure" }],
      recipients: [{ entity: "e9", name: "Lomaria's ambassador", code: "XLO/GOV", certainty: "clear" }],
      place: null,
      instrument: null,
      quantities: [],
      score: exampleRecord.events[3]?.score,
      certainty: "clear",
    })
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ date: "2026-11-18", place: { name: "Port Ana" } })
  })

  test("--json prints nothing where there is nothing", async () => {
    const record = { ...exampleRecord, events: [], claims: [] }
    const { stdout } = await runCli(["timeline", "--json", "x.json"], {
      files: { "x.json": printJson(record) },
    })
    expect(stdout).toBe("")
  })

  test("says that there is nothing", async () => {
    const record = { ...exampleRecord, events: [], claims: [] }
    const { stdout } = await runCli(["timeline", "x.json"], { files: { "x.json": printJson(record) } })
    expect(stdout).toBe("No events.\n")
  })
})

describe("export", () => {
  test("writes PLOVER records a line each and says what was left out", async () => {
    const { stdout, stderr } = await runCli(["export", "--format", "plover", "record.json"], { files })
    const lines = stdout.trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line).event)).toEqual([["ASSAULT"], ["ACCUSE"]])
    expect(stderr).toBe(
      "record.json: 3 of 5 events left out: v2 PLOVER has no type for it; v4 possible; v5 PLOVER has no type for it\n",
    )
    expect((await runCli(["export", "-q", "--format", "plover", "record.json"], { files })).stderr).toBe("")
  })

  test("leaves out of PLOVER the parties that are unsure, and names them", async () => {
    const [first, ...others] = exampleRecord.events
    const [navy] = first?.actors ?? []
    if (first === undefined || navy === undefined) throw new Error("The example's first event has an actor.")
    const ostia = { ...navy, value: "e8", score: 0.3 }
    const exportWith = (actors: readonly object[]) => {
      const record = { ...exampleRecord, events: [{ ...first, actors }, ...others] }
      return runCli(["export", "--format", "plover", "x.json"], { files: { "x.json": printJson(record) } })
    }
    const both = await exportWith([navy, ostia])
    expect(JSON.parse(both.stdout.split("\n")[0] ?? "").actor).toHaveLength(1)
    expect(both.stderr).toContain("\nx.json: 1 unsure party left out: v1 Ostia\n")
    const alone = await exportWith([ostia])
    expect(alone.stderr).toContain(
      "x.json: 4 of 5 events left out: v1 nobody is named who did it, but for somebody who is unsure; v2 ",
    )
  })

  test.each([
    ["plover", ["--long"], "--long can only be given for CSV, and plover was asked for. Leave it out, or"],
    ["geojson", ["--table", "events"], "--table can only be given for CSV, and geojson was asked for."],
    ["plover", ["--long", "--table", "statements"], "--table and --long can only be given for CSV"],
  ])("refuses for %s what it would not use: %j", async (format, options, sentence) => {
    const { code, stderr, opened } = await runCli(["export", "--format", format, ...options, "report.txt"])
    expect([code, opened]).toEqual([2, 0])
    expect(stderr).toContain(`sayso: ${sentence}`)
    expect(stderr).toMatch(/ \[bad-option\]\n$/)
  })

  test("writes CSV with one header over all files, events unless statements are asked for", async () => {
    const { stdout } = await runCli(["export", "--format", "csv", "record.json", "report.txt"], { files })
    expect(stdout.match(/^format,/gm)).toHaveLength(1)
    expect(stdout.match(/^sayso-events-1,/gm)).toHaveLength(10)
    const statements = await runCli(["export", "--format", "csv", "--table", "statements", "record.json"], {
      files,
    })
    expect(statements.stdout.match(/^sayso-statements-1,/gm)).toHaveLength(9)
    const long = await runCli(["export", "--format", "csv", "--long", "record.json"], { files })
    expect(long.stdout.match(/^sayso-events-long-1,[^,]*,[^,]*,v1,mention,/gm)).toHaveLength(4)
  })

  test("writes GeoJSON as one collection of all files", async () => {
    const { stdout } = await runCli(["export", "--format", "geojson", "records.jsonl"], { files })
    const { type, features } = JSON.parse(stdout)
    expect([type, features.length]).toEqual(["FeatureCollection", 4])
  })

  test("writes an empty collection where no place is known, and counts what it left out", async () => {
    const entities = exampleRecord.entities.map((entity) => ({ ...entity, position: null }))
    const { stdout, stderr } = await runCli(["export", "--format", "geojson", "x.json"], {
      files: { "x.json": printJson({ ...exampleRecord, entities }) },
    })
    expect(JSON.parse(stdout)).toEqual({ type: "FeatureCollection", features: [] })
    expect(stderr).toBe("x.json: 3 lines left out: the place has no known position\n")
  })

  test("-o writes a file, and none when nothing could be read", async () => {
    const { stdout, written } = await runCli(["export", "--format", "csv", "record.json", "-o", "out.csv"], {
      files,
    })
    expect(stdout).toBe("")
    expect(written.get("out.csv")).toMatch(/^format,file/)
    const gone = await runCli(["export", "--format", "csv", "gone.json", "-o", "out.csv"], { files })
    expect([gone.code, gone.written.size]).toEqual([3, 0])
  })

  test.each([["csv"], ["geojson"]])("prints nothing of %s when nothing could be read", async (format) => {
    const { code, stdout } = await runCli(["export", "--format", format, "gone.json"])
    expect([code, stdout]).toEqual([3, ""])
  })

  test("refuses two formats, and to write over what is read", async () => {
    const two = await runCli(["export", "--format", "csv", "--format", "plover", "record.json"], { files })
    expect([two.code, two.stdout]).toEqual([2, ""])
    expect(two.stderr).toContain("csv was given before it: one is written at a time.")
    const over = await runCli(["export", "--format", "csv", "record.json", "-o", "./record.json"], { files })
    expect([over.code, over.written.size]).toEqual([2, 0])
    expect(over.stderr).toContain("./record.json is one of the files that are read, and would be lost.")
  })

  test("wants a format, and one that it knows", async () => {
    expect((await runCli(["export", "record.json"], { files })).code).toBe(2)
    const { code, stderr } = await runCli(["export", "--format", "xml", "record.json"], { files })
    expect(code).toBe(2)
    expect(stderr).toContain("plover, csv, geojson")
  })
})

describe("a record from outside", () => {
  const BAD = "\u001b[31mred\u202e"

  /** The example with a terminal's codes in every text that is not checked by a pattern. */
  function poisoned(): string {
    const [entity, ...entities] = exampleRecord.entities
    const [event, ...events] = exampleRecord.events
    if (entity === undefined || event === undefined || event.time === null)
      throw new Error("The example has both.")
    const role = {
      value: { ...entity.roles[0]?.value, country: BAD, office: BAD },
      basis: "stated",
      evidence: [],
      score: 1,
    }
    return printJson({
      ...exampleRecord,
      entities: [
        { ...entity, name: BAD, roles: [role], link: { ...entity.link, to: `x:${BAD}` } },
        ...entities,
      ],
      events: [
        {
          ...event,
          modes: [BAD],
          time: { ...event.time, value: { edtf: BAD, anchor: BAD } },
          quantities: [
            { ...event.quantities[0], value: { bound: "exact", value: 1, unit: BAD, outOf: null } },
          ],
        },
        ...events,
      ],
      madeBy: { ...exampleRecord.madeBy, version: BAD },
    })
  }

  test.each([
    ["actors", "x.json"],
    ["timeline", "x.json"],
    ["export", "--format", "csv", "x.json"],
    ["show", "v1", "report.txt", "--record", "x.json"],
    ["show", "e1", "report.txt", "--record", "x.json"],
    ["show", "c2", "report.txt", "--record", "x.json"],
  ])("does not steer the terminal from sayso %s", async (...args) => {
    const { stdout, code } = await runCli(args, {
      files: { "x.json": poisoned() },
      stdoutIsTerminal: true,
      env: { NO_COLOR: "1" },
    })
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })
})

describe("standard input", () => {
  test.each([["actors"], ["timeline", "--json"], ["export", "--format", "csv"]])(
    "%s takes records from a pipe",
    async (...args) => {
      const { code, stdout, opened } = await runCli([...args, "-"], { stdin: files["records.jsonl"] })
      expect([code, opened]).toEqual([0, 0])
      const fromFile = await runCli([...args, "records.jsonl"], { files })
      expect(stdout).toBe(fromFile.stdout.replaceAll("records.jsonl", "-"))
    },
  )

  test("is read as a report when it is one", async () => {
    expect((await runCli(["timeline", "-"], { stdin: "He said so." })).opened).toBe(1)
  })
})

describe("what cannot be read", () => {
  test.each([["actors"], ["timeline"], ["export", "--format", "csv"]])(
    "never stops the rest of %s, and ends with 4",
    async (...args) => {
      const damaged = { ...exampleRecord, events: 7 }
      const { code, stdout, stderr } = await runCli(
        [...args, "gone.txt", "bad.json", "old.json", "record.json"],
        {
          files: { ...files, "bad.json": JSON.stringify(damaged), "old.json": '{"format": 1}' },
        },
      )
      expect(code).toBe(4)
      expect(stdout).toContain("Kovač")
      expect(stderr).toContain("[no-such-file]")
      expect(stderr).toContain("1 report read, 3 failed.")
      expect(stderr).toContain("bad.json is no sound record: events expected a list, met 7.")
      expect(stderr).toContain(
        "old.json was made by an earlier version of Sayso: read the report again, with sayso read --json. [older-record]",
      )
    },
  )

  test.each([["actors"], ["timeline"]])(
    "prints nothing of %s when nothing could be read",
    async (command) => {
      const { code, stdout } = await runCli([command, "gone.txt"])
      expect([code, stdout]).toEqual([3, ""])
    },
  )

  test("Ctrl-C ends with 130 and says of how many reports is what was shown", async () => {
    const interruption = new AbortController()
    const { code, stderr } = await runCli(["actors", "a.txt", "b.txt", "c.txt"], {
      files: { "a.txt": "A.", "b.txt": "B.", "c.txt": "C." },
      interrupted: interruption.signal,
      read: async (_input, options) => {
        interruption.abort()
        options?.signal?.throwIfAborted()
        return exampleRecord
      },
    })
    expect(code).toBe(130)
    expect(stderr).toContain("Interrupted: what is shown is of 0 reports; 3 were named.")
  })

  test.each([["actors"], ["timeline"], ["export", "--format", "csv"]])(
    "%s without a file says what to name and ends with 2, whatever stands on standard input",
    async (...args) => {
      for (const world of [{}, { stdin: "He said so." }]) {
        const { code, stdout, stderr } = await runCli(args, world)
        expect([code, stdout]).toEqual([2, ""])
        expect(stderr).toBe(
          `sayso: Nothing was named to read. Name a report or a folder of reports, as in sayso ${args.join(" ")} report.html, or - for standard input. See: sayso ${args[0]} --help [no-input]\n`,
        )
      }
    },
  )
})
