// The kept figures as tables for docs/guide/measuring.md. In: bench/results.json. Out: rows of words; a part that has
// not been measured has a dash.
import type { Table } from "../src/cli/quality.ts"
import type { Figures, Measured, Results } from "./figures.ts"

/** The figures beside what they should reach, then the table of growth, then where each comes from. */
export function benchTables({ parts }: Results): readonly Table[] {
  const at = (part: string, ...path: readonly string[]): number | null =>
    findNumber(parts[part]?.figures, path)
  const rows: readonly (readonly string[])[] = [
    [
      "reports of 500 words a second, after start, three at once, as the command reads a folder",
      show(at("speed", "reportsPerSecondThreeAtOnce")),
      "14",
      "20",
    ],
    ["… as pages", show(at("speed", "pagesPerSecondThreeAtOnce")), "", ""],
    ["… one after the other", show(at("speed", "reportsPerSecond")), "", ""],
    ["share of that time inside the network", percent(at("speed", "insideNetworkShare")), "70 %", "85 %"],
    ["taking a page apart", show(at("speed", "ingestPageMs"), "ms"), "", ""],
    [
      "`sayso read one.html --json`, cold, whole process",
      show(at("cold", "medianMs"), "ms"),
      "1,000 ms",
      "500 ms",
    ],
    ["… with the WebAssembly runtime", show(at("cold", "medianMsWebAssembly"), "ms"), "", ""],
    [
      `memory of the command over ${show(at("memory", "reports"))} reports, at most`,
      show(at("memory", "mostMb"), "MB"),
      "700 MB",
      "400 MB",
    ],
    ["… its growth in the second half of them", percent(at("memory", "growthInSecondHalf")), "flat", ""],
    [
      "memory of a program that reads 300 with the library",
      show(at("memory", "mostMbWithLibrary"), "MB"),
      "",
      "",
    ],
    ["package without runtimes, packed", show(at("package", "packedMb"), "MB"), "45 MB", "30 MB"],
  ]
  const sizes = (parts["growth"]?.figures["sizes"] ?? []) as readonly Figures[]
  return [
    {
      title: "Speed, memory, size",
      headings: ["what", "measured", "must reach", "aim"],
      rows,
      notes: ["speed", "cold", "memory", "package"].flatMap((name) => originOf(name, parts[name])),
    },
    {
      title: "Time by length of the text",
      headings: ["kB", "reading, ms", "ms a kB", "as a page: taking it apart, ms", "ms a kB", ""],
      rows: sizes.map(({ kb, ms, msPerKb, ingestPageMs, ingestPageMsPerKb, problems }) =>
        [kb, ms, msPerKb, ingestPageMs, ingestPageMsPerKb, problems].map((value) =>
          typeof value === "number" ? show(value) : typeof value === "string" ? value : "",
        ),
      ),
      notes: originOf("growth", parts["growth"]),
    },
  ]
}

function originOf(name: string, part: Measured | undefined): readonly string[] {
  if (part === undefined) return []
  const { measured, machine, busyAround, node, weights, commit, command } = part
  const network = weights === null ? "" : `, weights ${weights}`
  return [
    `*${name}*: ${measured}, ${machine}, its cores ${percent(busyAround)} busy otherwise, Node ${node}${network}, commit ${commit}; \`${command}\`.  `,
  ]
}

function findNumber(figures: Figures | undefined, path: readonly string[]): number | null {
  let value: Figures[string] | undefined = figures
  for (const name of path) value = (value as Figures | undefined)?.[name]
  return typeof value === "number" ? value : null
}

/** 12345.6 → "12,346 ms", 14.23 → "14.2 ms". */
function show(value: number | null, unit = ""): string {
  if (value === null) return "–"
  const digits = Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
  return `${digits.replace(/\B(?=(\d{3})+$)/g, ",")}${unit === "" ? "" : ` ${unit}`}`
}

function percent(share: number | null): string {
  return share === null ? "–" : `${Number((share * 100).toFixed(1))} %`
}
