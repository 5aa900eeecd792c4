// The dictionaries of PETRARCH. In: a file of actors or agents. Out: its entries. Format: FORMAT.rst beside the files.

export interface PetrarchEntry {
  /** As words: “ABU NIDAL ORGANIZATION”. */
  readonly names: readonly string[]
  /** “IMGMUSALQ”, “~GOV”; the first of an entry, which is the one without dates where there is one. */
  readonly code: string
  /** Whether it holds at some times only, as offices do. */
  readonly isDated: boolean
}

/** An entry begins with a name; lines with “+” are further names, “[…]” its codes, “#” begins a remark. */
export function petrarchEntries(text: string): readonly PetrarchEntry[] {
  const entries: { names: string[]; codes: string[] }[] = []
  for (const raw of text.split("\n")) {
    const line = raw.replace(/#.*$/, "").trim()
    if (line === "" || line.startsWith("!")) continue
    const codes = [...line.matchAll(/\[([^\]]*)\]/g)].map(([, code]) => code!.trim())
    const names = line
      .replace(/\[[^\]]*\]/g, "")
      .split("+")
      .map(toName)
      .filter((name) => name !== "")
    const isFurther = line.startsWith("+") || names.length === 0
    const last = entries.at(-1)
    if (isFurther && last !== undefined) last.names.push(...names)
    else if (names.length > 0) entries.push({ names, codes: [] })
    entries.at(-1)?.codes.push(...codes)
  }
  return entries
    .filter(({ codes }) => codes.length > 0)
    .map(({ names, codes }) => {
      const plain = codes.find((code) => !/\s/.test(code))
      return {
        names: [...new Set(names)],
        code: plain ?? codes[0]!.split(/\s/)[0]!,
        isDated: codes.some((code) => /\d/.test(code)),
      }
    })
}

/** “ADEN_ABYAN_ISLAMIC_ARMY_(AAIA)_” → “ADEN ABYAN ISLAMIC ARMY”. */
function toName(pattern: string): string {
  return pattern
    .replace(/\([^)]*\)?/g, "")
    .replace(/_/g, " ")
    .replace(/\s+/g, " ")
    .trim()
}

const SMALL = new Set("of the and for in on to de la du des del el al e y".split(" "))

/** “REVOLUTIONARY FORCES OF THE PEOPLE” → “Revolutionary Forces of the People”. */
export function inTitleCase(name: string): string {
  return name
    .toLowerCase()
    .split(" ")
    .map((word, index) =>
      index > 0 && SMALL.has(word)
        ? word
        : word.replace(
            /(^|[-.(])(\p{L})/gu,
            (_, mark: string, letter: string) => mark + letter.toUpperCase(),
          ),
    )
    .join(" ")
}

/** CAMEO's codes of sectors that PLOVER calls otherwise. Its MED is the press, PLOVER's is health. */
const PLOVER: Readonly<Record<string, string>> = {
  HLH: "MED",
  MED: "JRN",
  CIV: "CVL",
  CVL: "CVL",
  HRI: "NGO",
  MUS: "REL",
  CHR: "REL",
  HIN: "REL",
  JEW: "REL",
  BUD: "REL",
  DEV: "BUS",
  ENV: "CVL",
  PPL: "CVL",
  RAD: "OPP",
  SET: "CVL",
  TOP: "GOV",
  IMG: "REB",
}

const KEPT = new Set("GOV LEG JUD COP MIL SPY REB UAF OPP PTY ELI BUS EDU LAB REL REF NGO AGR CRM".split(" "))

/** PLOVER's sector for one of CAMEO; null where it has none. */
function toPlover(cameo: string): string | null {
  return PLOVER[cameo] ?? (KEPT.has(cameo) ? cameo : null)
}

/** “GOVMED” → ["GOV", "JRN"]: CAMEO writes its codes of three letters one after the other. */
export function sectorsIn(codes: string): readonly string[] {
  const sectors = (codes.match(/.{3}/g) ?? []).map(toPlover).filter((sector) => sector !== null)
  return [...new Set(sectors)]
}
