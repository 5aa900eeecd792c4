// The measured quality that is shipped in quality/scores.json, as tables. In: the file's text. Out: rows of words,
// for `sayso doctor --quality` and, by tools/render-docs.ts, for the README.

/** Written by `npm run quality` (quality/run.ts). */
export interface QualityScores {
  /** What people and other programs reach on the same task; shown wherever our own figures are. */
  readonly peers: readonly Peer[]
  /** The same for events; not in files of before 2026-11-29. */
  readonly eventPeers?: readonly EventPeer[]
  readonly parts: Readonly<Record<string, MeasuredPart>>
}

export interface Peer {
  readonly who: string
  /** relation@0.5 F1, 0 to 1. */
  readonly relation: number | null
  /** Share of found statements that were given to the wrong speaker, 0 to 1. */
  readonly wrongSpeaker: number | null
  /** What it was measured on, and by whom. */
  readonly source: string
}

export interface EventPeer {
  readonly who: string
  /** F1, 0 to 1: of types; of pairs of countries; of type and both parties with their sectors. */
  readonly type: number
  readonly dyad: number
  readonly full: number
  /** What it was given besides the text. */
  readonly help: string
  readonly source: string
}

export interface MeasuredPart {
  /** ISO date. */
  readonly measured: string
  readonly data: string
  readonly command: string
  readonly machine: string
  /** First 12 digits of the weights' hash; null where the network takes no part. */
  readonly weights: string | null
  readonly figures: Figures
}

/** Numbers by name, in groups and lists of any depth. */
export interface Figures {
  readonly [name: string]: FigureValue
}

type FigureValue = number | string | boolean | null | Figures | readonly FigureValue[]

export interface Table {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Where the figures come from, a sentence each. */
  readonly notes: readonly string[]
}

/** Reads the file. Throws when it is not in its format: it is ours, so that is a bug. */
export function parseQuality(text: string): QualityScores {
  const scores = JSON.parse(text) as QualityScores
  if (!Array.isArray(scores.peers) || typeof scores.parts !== "object") {
    throw new Error("quality/scores.json is not in its format. This is a bug in Sayso: please report it.")
  }
  return scores
}

/** Sayso's statements beside those of people, of other programs, and of careful readers. */
export function comparisonTables(scores: QualityScores): readonly Table[] {
  const corpus = corpusTable(scores, "Statements", STATEMENT_COLUMNS)
  return [peersTable(scores), ...(corpus === null ? [] : [corpus])]
}

function peersTable({ peers, parts }: QualityScores): Table {
  const ours = parts["attribution"]
  const own: Peer = {
    who: "Sayso",
    relation: ours === undefined ? null : findFigure(ours.figures, ["relation", "f1"], ["relation"]),
    wrongSpeaker: ours === undefined ? null : findFigure(ours.figures, ["wrongSpeaker"]),
    source: ours === undefined ? "not measured yet" : ours.data,
  }
  return {
    title: "Statements, beside people and other programs",
    headings: ["who", "relation@0.5 F1", "wrong speaker", "measured on"],
    rows: [own, ...peers].map(({ who, relation, wrongSpeaker, source }) => [
      who,
      relation === null ? "–" : formatShare(relation),
      wrongSpeaker === null ? "–" : formatPercent(wrongSpeaker),
      source,
    ]),
    notes: ours === undefined ? [] : [originOf(ours)],
  }
}

type Columns = readonly (readonly [heading: string, path: readonly string[]])[]

const STATEMENT_COLUMNS: Columns = [
  ["relation@0.5 F1", ["statements", "relation@0.5", "f1"]],
  ["right speaker", ["statements", "speaker"]],
  ["kind", ["statements", "kind"]],
  ["mode", ["statements", "mode"]],
  ["inside which F1", ["statements", "nested", "f1"]],
  ["venue F1", ["statements", "venue", "f1"]],
  ["addressee F1", ["statements", "addressee", "f1"]],
]

const EVENT_COLUMNS: Columns = [
  ["found F1", ["events", "found", "f1"]],
  ["type", ["events", "type"]],
  ["status", ["events", "status"]],
  ["actors F1", ["events", "actors", "f1"]],
  ["recipients F1", ["events", "recipients", "f1"]],
  ["place", ["events", "place"]],
  ["date", ["events", "date"]],
  ["amounts F1", ["events", "quantities", "f1"]],
  ["voices F1", ["events", "voices", "f1"]],
]

/** Sayso's events beside those of other programs and of careful readers. */
export function eventTables(scores: QualityScores): readonly Table[] {
  const tables = [petrarchTable(scores), corpusTable(scores, "Events", EVENT_COLUMNS)]
  return tables.filter((table) => table !== null)
}

// Null when Sayso's figure is not measured.
function petrarchTable({ eventPeers = [], parts }: QualityScores): Table | null {
  const part = parts["eventsCoded"]
  if (part === undefined) return null
  const share = (measure: string) => shareAt(part, ["petr", measure, "F1"])
  const own = ["Sayso", share("type"), share("dyad"), share("full"), "raw text; the records' actors"]
  return {
    title: "Events coded from sentences, beside other programs",
    headings: ["who", "type F1", "pair F1", "type and parties F1", "given", "measured on"],
    rows: [
      [...own, "PETRARCH's unit records, the visible half"],
      ...eventPeers.map(({ who, type, dyad, full, help, source }) => [
        who,
        ...[type, dyad, full].map(formatShare),
        help,
        source,
      ]),
    ],
    notes: [originOf(part)],
  }
}

// Beside two careful readings; null when neither is measured.
function corpusTable(
  { parts }: QualityScores,
  lines: "Statements" | "Events",
  columns: Columns,
): Table | null {
  const measured = [
    ["Sayso", parts["corpus"]],
    ["two readings", parts["readers"]],
    ["Sayso, reports of conflict", parts["conflict"]],
    ["two readings of these", parts["readersConflict"]],
  ].filter((row): row is [string, MeasuredPart] => row[1] !== undefined)
  if (measured.length === 0) return null
  return {
    title: `${lines} of the Sayso corpus, beside two readings by one kind of reader`,
    headings: ["who", ...columns.map(([heading]) => heading)],
    rows: measured.map(([who, part]) => [who, ...columns.map(([, path]) => shareAt(part, path))]),
    notes: measured.map(([, part]) => originOf(part)),
  }
}

/** Every figure of every part; groups side by side have a table of their own, a group a row. */
export function figureTables({ parts }: QualityScores): readonly Table[] {
  return Object.entries(parts).flatMap(([name, part]) => {
    const entries = Object.entries(part.figures)
    const groups = entries.flatMap(([figure, value]) => (isGroupList(value) ? [{ figure, value }] : []))
    const rest = Object.fromEntries(entries.filter(([, value]) => !isGroupList(value)))
    const figures = {
      title: name,
      headings: ["figure", "value"],
      rows: [...flatten(rest, "")],
      notes: [originOf(part)],
    }
    return [figures, ...groups.map(({ figure, value }) => groupTable(`${name}, ${wordsOf(figure)}`, value))]
  })
}

/** “by country” of the fairness part: each has the name of its group and the same figures. */
function isGroupList(value: FigureValue): value is readonly Figures[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each: FigureValue) => typeof each === "object" && each !== null && "group" in each)
  )
}

function groupTable(title: string, groups: readonly Figures[]): Table {
  const names = Object.keys(groups[0] ?? {})
  // A share of 1 beside others stands as a share, “1.000”; of counts all are whole.
  const isShare = (name: string) =>
    groups.some(({ [name]: value }) => typeof value === "number" && !Number.isInteger(value))
  const format = (name: string, value: FigureValue) =>
    typeof value === "number" && isShare(name) ? formatShare(value) : formatValue(value)
  return {
    title,
    headings: names.map(wordsOf),
    rows: groups.map((group) => names.map((name) => format(name, group[name] ?? null))),
    notes: [],
  }
}

function originOf({ measured, data, machine, weights, command }: MeasuredPart): string {
  const network = weights === null ? "" : `, weights ${weights}`
  return `Measured ${measured} on ${data}${network}; ${machine}; ${command}`
}

function* flatten(figures: Figures, prefix: string): Generator<readonly [string, string]> {
  for (const [name, value] of Object.entries(figures)) {
    yield* rowsOf(prefix === "" ? wordsOf(name) : `${prefix}, ${wordsOf(name)}`, value)
  }
}

function* rowsOf(path: string, value: FigureValue): Generator<readonly [string, string]> {
  if (Array.isArray(value)) {
    const values = value as readonly FigureValue[]
    // [.66, .72] is an interval; a list of groups is a table of its own, a group a line.
    if (values.every((each) => typeof each === "number")) yield [path, values.map(formatValue).join(" to ")]
    else for (const [index, each] of values.entries()) yield [`${path} ${index + 1}`, formatValue(each)]
  } else if (typeof value === "object" && value !== null) {
    yield* flatten(value as Figures, path)
  } else yield [path, formatValue(value)]
}

function formatValue(value: FigureValue): string {
  if (typeof value === "number") return formatFigure(value)
  if (typeof value !== "object" || value === null) return value === null ? "–" : String(value)
  return Object.entries(value)
    .map(([name, each]) => `${wordsOf(name)} ${formatValue(each as FigureValue)}`)
    .join(" · ")
}

/** The figure at the first of `paths` that leads to a number. */
function findFigure(figures: Figures, ...paths: readonly (readonly string[])[]): number | null {
  for (const path of paths) {
    let value: FigureValue | undefined = figures
    for (const name of path) {
      const isGroup: boolean = typeof value === "object" && value !== null && !Array.isArray(value)
      value = isGroup ? (value as Figures)[name] : undefined
    }
    if (typeof value === "number") return value
  }
  return null
}

/** “.719”, or a dash where there is no number. */
function shareAt({ figures }: MeasuredPart, path: readonly string[]): string {
  const value = findFigure(figures, path)
  return value === null ? "–" : formatShare(value)
}

/** "wrongSpeaker" → "wrong speaker" */
function wordsOf(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()
}

function formatFigure(value: number): string {
  if (Number.isInteger(value)) return String(value).replace(/\B(?=(\d{3})+$)/g, ",")
  return Math.abs(value) < 1 ? formatShare(value) : value.toFixed(1)
}

/** .682; as literature prints it. */
function formatShare(share: number): string {
  return share.toFixed(3).replace(/^(-?)0/, "$1")
}

function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
