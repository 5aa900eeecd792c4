// What all phrases for one actor say together. In: what each says, in text order. Out: one telling.
import { foldName } from "../../lexicon/index.ts"
import type { EntityKind } from "../../schema/resolution.ts"
import type { Told } from "./describe.ts"

const NOTHING: Told = {
  kind: "unknown",
  country: null,
  sector: null,
  isVague: false,
  serves: false,
  secondary: [],
  isFormer: false,
  isForeign: false,
  isSeveral: false,
  title: null,
  titleWords: [],
  row: null,
  state: null,
  names: [],
}

/** The first that says it plainly wins: the report introduces people before it calls them “the man”. */
export function pool(tellings: readonly Told[]): Told {
  if (tellings.length <= 1) return tellings[0] ?? NOTHING
  const kind = kindOf(tellings.map((told) => asState(told, tellings)))
  const names = namesOf(tellings)
  // Of a person without a name, and of bodies, every phrase may be the one that tells.
  const strong = tellings.filter(({ sector, isVague }) => sector !== null && !isVague)
  const official = strong.find(({ sector }) => sector !== "CVL") ?? strong[0]
  const row = tellings.find((told) => told.row !== null) ?? null
  const best =
    (kind === "person" ? official : (row ?? official)) ??
    tellings.find(({ sector }) => sector !== null) ??
    tellings[0]!
  // “the ruling Democratic Rally” says on which side stands what is elsewhere a party.
  const side =
    kind === "organization" && best.sector === "PTY" ? strong.find(({ sector }) => SIDES.has(sector!)) : null
  return {
    kind,
    country: best.country ?? tellings.find(({ country }) => country !== null)?.country ?? null,
    sector: side?.sector ?? best.sector,
    isVague: best.isVague,
    serves: best.sector === null && tellings.some(({ serves }) => serves),
    secondary: best.secondary,
    isFormer: best.isFormer,
    isForeign: tellings.some(({ isForeign }) => isForeign),
    isSeveral: tellings.some(({ isSeveral }) => isSeveral),
    title: best.title ?? tellings.find(({ title }) => title !== null)?.title ?? null,
    titleWords: [...new Set(tellings.flatMap(({ titleWords }) => titleWords))],
    row: row?.row ?? null,
    state: kind === "state" ? (tellings.find(({ state }) => state !== null)?.state ?? null) : null,
    names,
  }
}

/** “Chad” taken for a person where the same report has “Chad closed its border”: the name of the state alone makes nobody a person. */
function asState(told: Told, tellings: readonly Told[]): Told {
  if (told.kind !== "person" || told.sector !== null || told.names.length === 0) return told
  const state = tellings.find(({ kind }) => kind === "state")?.state ?? null
  const names = state === null ? [] : state.country.names.map(foldName)
  return told.names.every((name) => names.includes(name)) ? { ...told, kind: "state" } : told
}

const SIDES = new Set(["GOV", "OPP"])

const CERTAINTY: readonly EntityKind[] = [
  "person",
  "state",
  "organization",
  "group",
  "place",
  "thing",
  "unknown",
]

/** What most phrases say; of equals the more certain. */
function kindOf(tellings: readonly Told[]): EntityKind {
  const counts = CERTAINTY.map((kind) => ({
    kind,
    count: tellings.filter((told) => told.kind === kind).length,
  }))
  const named = counts.filter(({ kind, count }) => count > 0 && kind !== "unknown")
  return named.sort((one, other) => other.count - one.count)[0]?.kind ?? "unknown"
}

/** The fullest first, of equally full ones the first printed. */
function namesOf(tellings: readonly Told[]): readonly string[] {
  const names = [...new Set(tellings.flatMap((told) => told.names))]
  return names.sort((one, other) => other.split(" ").length - one.split(" ").length)
}
