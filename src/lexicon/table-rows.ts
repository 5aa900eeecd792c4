// The tables of data/ are lines of fields parted by tabs. In: such a text. Out: its rows; whether a field is one of the
// words that may stand there.

export interface TableRow {
  readonly fields: readonly string[]
  /** Number of the line in the file, from 1. */
  readonly line: number
}

/** All lines but empty ones and those that begin with "#". */
export function tableRows(text: string): readonly TableRow[] {
  return text
    .split(/\r?\n/)
    .map((row, index) => ({ row, line: index + 1 }))
    .filter(({ row }) => row !== "" && !row.startsWith("#"))
    .map(({ row, line }) => ({ fields: row.split("\t"), line }))
}

/** Whether a field is one of `values`; a field that is missing is none. */
export function oneOf<Value extends string>(
  values: readonly Value[],
): (field: string | undefined) => field is Value {
  const all: ReadonlySet<string> = new Set(values)
  return (field): field is Value => field !== undefined && all.has(field)
}

/** What a table of the package throws for a line that does not fit: it is our mistake, never the user's. `path`: “data/cues.tsv”. */
export function badLine(path: string, line: number): Error {
  return new Error(
    `Line ${line} of ${path} does not fit its columns. This is a bug in Sayso: please report it.`,
  )
}
