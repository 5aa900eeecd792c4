// Readings of one report by several readers, kept as they were before their differences were settled. In: the corpus
// folder and its reports. Out: the names of the readings with how many reports each has, and one line for each fault.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { checkReport } from "./check-report.ts"
import { type CorpusReport, type FaultLine, namesIn } from "./corpus.ts"

export interface Readings {
  readonly counts: ReadonlyMap<string, number>
  readonly faults: readonly FaultLine[]
}

/** Reads `folder`/readings: a folder for each reader, in it a record for each report; “first” has those of all others. */
export function readReadings(folder: string, reports: readonly CorpusReport[]): Readings {
  const root = join(folder, "readings")
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  const counts = new Map<string, number>()
  const faults: FaultLine[] = []
  for (const reading of namesIn(root)) {
    const names = namesIn(join(root, reading))
    counts.set(reading, names.length)
    for (const name of names) {
      const id = name.replace(/\.json$/, "")
      const file = `readings/${reading}/${name}`
      const text = texts.get(id)
      if (text === undefined)
        faults.push(`${file}: file: reports.tsv does not list it: remove it or mend its name.`)
      else {
        const json = readFileSync(join(root, reading, name), "utf8")
        for (const fault of checkReport(json, id, text).faults)
          faults.push(`${file}: ${fault.id}: ${fault.message}`)
      }
      if (!existsSync(join(root, "first", name)))
        faults.push(
          `${file}: file: there is no first reading to compare it with: add readings/first/${name}.`,
        )
    }
  }
  return { counts, faults }
}
