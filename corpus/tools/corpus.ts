// The folder as a whole: the list of reports, their texts, their records. In: the folder. Out: reports in the list's
// order with their faults.
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Checked, checkReport } from "./check-report.ts"
import type { AnnotatedReport } from "./words-format.ts"

export const SPLITS = ["train", "dev", "test", "conflict-dev", "conflict-test", "broad-dev"] as const
export type Split = (typeof SPLITS)[number]

/** One line of reports.tsv. */
export interface Listed {
  readonly id: string
  /** Day of publication, EDTF. */
  readonly date: string
  readonly split: Split
  readonly topic: string
  /** First 16 hexadecimal digits of the text's SHA-256. */
  readonly sha256: string
  readonly title: string
  readonly url: string
}

export interface CorpusReport extends Listed {
  readonly text: string
  /** Null when nobody has annotated the report yet, or its record cannot be read. */
  readonly record: AnnotatedReport | null
}

/** One line for people: file, id, what is wrong, what to do. */
export type FaultLine = string

export interface Corpus {
  readonly reports: readonly CorpusReport[]
  readonly faults: readonly FaultLine[]
}

/** Reads and checks the whole folder; some tenths of a second for 200 reports. Throws when reports.tsv cannot be read. */
export function readCorpus(folder: string): Corpus {
  const faults: FaultLine[] = []
  const listed = readList(join(folder, "reports.tsv"))
  const names = readdirSync(join(folder, "reports"))
  faults.push(...twice(listed), ...strangers(listed, names))
  const reports = listed.map((each): CorpusReport => {
    const textFile = join(folder, "reports", `${each.id}.txt`)
    const recordFile = join(folder, "reports", `${each.id}.json`)
    const fault = (file: string, id: string, message: string): void => {
      faults.push(`${file}: ${id}: ${message}`)
    }
    if (!existsSync(textFile)) {
      fault(`${each.id}.txt`, "file", "is missing: bring it back, reports.tsv lists it.")
      return { ...each, text: "", record: null }
    }
    const bytes = readFileSync(textFile)
    const sha256 = createHash("sha256").update(bytes).digest("hex").slice(0, 16)
    if (sha256 !== each.sha256)
      fault(
        `${each.id}.txt`,
        "file",
        "is not the text that was annotated: bring the old one back, texts never change.",
      )
    const text = bytes.toString("utf8")
    if (!existsSync(recordFile)) return { ...each, text, record: null }
    const checked: Checked = checkReport(readFileSync(recordFile, "utf8"), each.id, text)
    for (const { id, message } of checked.faults) fault(`${each.id}.json`, id, message)
    return { ...each, text, record: checked.report }
  })
  return { reports, faults }
}

/** What stands in a folder, in the order of names; nothing where there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

function readList(file: string): readonly Listed[] {
  const [head, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n")
  const columns = head!.split("\t")
  return rows.map((row) => {
    const fields = row.split("\t")
    const field = (name: string): string => fields[columns.indexOf(name)] ?? ""
    return {
      id: field("id"),
      date: field("date"),
      split: field("split") as Split,
      topic: field("topic"),
      sha256: field("sha256"),
      title: field("title"),
      url: field("url"),
    }
  })
}

// On systems whose file names know no case, A.json and a.json are one file.
function twice(listed: readonly Listed[]): readonly FaultLine[] {
  const seen = new Map<string, string>()
  return listed.flatMap(({ id, split }): readonly FaultLine[] => {
    const before = seen.get(id.toLowerCase())
    seen.set(id.toLowerCase(), id)
    const known = SPLITS.includes(split)
      ? []
      : [`reports.tsv: ${id}: split “${split}” is none of ${SPLITS.join(", ")}.`]
    return before === undefined
      ? known
      : [`reports.tsv: ${id}: is there twice (${before}): give one another id.`, ...known]
  })
}

function strangers(listed: readonly Listed[], names: readonly string[]): readonly FaultLine[] {
  const known = new Set(listed.flatMap(({ id }) => [`${id}.txt`, `${id}.json`]))
  return names
    .filter((name) => !known.has(name))
    .map((name) => `${name}: file: reports.tsv does not list it: add a line there or mend its name.`)
}
