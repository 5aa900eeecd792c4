// What somebody was on the day: country, sector, office. In: what the report says, the offices that the lexicon knows.
// Out: roles, the likeliest first. The report's own words about an office beat the lexicon; where it is silent the lexicon
// decides; where both are, the report's setting.
import { type ActorRow, foldName } from "../../lexicon/index.ts"
import type { Score } from "../../schema/evidence.ts"
import type { ActorRole, Basis } from "../../schema/resolution.ts"
import type { Told } from "./describe.ts"
import { isCountry } from "./is-country.ts"
import type { Standing } from "./offices.ts"
import { isRank } from "./ranks.ts"
import type { Setting } from "./setting.ts"
import { sharedWords } from "./titles.ts"

export interface CodedRole {
  readonly role: ActorRole
  readonly basis: Basis
  readonly score: Score
}

/**
 * How often country and sector of the first role were both right, by what told them: 1,655 coded entities of the corpus's
 * train part (node quality/actors.ts --part train --by, 2026-11-28). `doubtful`: 19 of them only.
 */
export const SCORES = {
  /** Words and lexicon agree: “Russian Foreign Minister Sergei Lavrov”; a state by its name. */
  agreed: 0.97,
  /** The words, or a body's name: “Polish police spokesman Mariusz Ciarka”, “NASA”. */
  stated: 0.87,
  /** The lexicon alone: “Lavrov”. */
  known: 0.81,
  /** The sector from the words, the country from the rest of the report. */
  setting: 0.81,
  /** The usual sector of a vague word: GOV of “leader”. */
  vague: 0.8,
  /** Nothing tells a sector. */
  unknown: 0.36,
  /** All offices had ended, or one has no end in the lexicon and should have one. */
  doubtful: 0.32,
} as const

/** What the words of a report say against an office of the lexicon; “businessman Donald Trump” says nothing against it. */
const OF_OFFICE = new Set("GOV LEG JUD MIL COP SPY ELI OPP PTY REB PRM REL".split(" "))

const OFFICIAL = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"])

/** Of a person whom the lexicon has; `standings`: the offices, of which there is one at least. */
export function rolesOfPerson(
  told: Told,
  standings: readonly Standing[],
  setting: Setting,
): readonly CodedRole[] {
  return told.isFormer && standings[0]!.kind !== "holds"
    ? rolesOfFormer(told, standings, setting)
    : rolesKnown(told, standings, setting)
}

/** The lexicon's offices on the day, and before them what the report says otherwise. */
function rolesKnown(told: Told, standings: readonly Standing[], setting: Setting): readonly CodedRole[] {
  const holding = standings.flatMap((standing) => (standing.kind === "holds" ? [standing] : []))
  // “president of the Senate” is GOV by its noun and LEG by the lexicon, which has the office in full.
  const isSame = holding.some(({ row }) => sharedWords(row, told.titleWords) > 0)
  const strong =
    told.sector !== null && !told.isVague && !isSame && OF_OFFICE.has(told.sector) && !isRank(told.title)
  if (holding.length === 0)
    return told.sector !== null && !told.isVague
      ? rolesTold(withCountry(told, standings[0]!.row), setting)
      : rolesEnded(told, standings)
  const known = holding.map(({ row, isDoubtful }): CodedRole => {
    const isAgreed = isSame || (strong && row.sector === told.sector)
    return {
      role: roleOf(row),
      basis: "implied",
      score: isDoubtful ? SCORES.doubtful : isAgreed ? SCORES.agreed : SCORES.known,
    }
  })
  if (!strong || holding[0]!.row.sector === told.sector) return withoutTwins(known)
  // A row that leaves the sector open has it from the report.
  if (holding[0]!.row.sector === null && isCountry(holding[0]!.row.country)) {
    const role = {
      ...roleOf(holding[0]!.row),
      sector: told.sector,
      office: holding[0]!.row.office ?? told.title,
    }
    return [{ role, basis: "stated", score: SCORES.stated }, ...known.slice(1)]
  }
  if (holding[0]!.row.sector === null) return withoutTwins(known)
  return withoutTwins([...rolesTold(withCountry(told, holding[0]!.row), setting), ...known])
}

/** One office may stand in two tables. */
function withoutTwins(roles: readonly CodedRole[]): readonly CodedRole[] {
  const seen = new Set<string>()
  return roles.filter(({ role }) => {
    const key = `${role.country} ${role.sector} ${foldName(role.office ?? "")}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Out of office and not called otherwise: of the elite. Not yet in office: the country alone. */
function rolesEnded(told: Told, standings: readonly Standing[]): readonly CodedRole[] {
  const { row, kind } = standings[0]!
  const country = told.country ?? row.country
  const isElite =
    isCountry(country) && (row.sector === null || row.sector === "ELI" || OFFICIAL.has(row.sector))
  const sector = kind === "held" ? (isElite ? "ELI" : row.sector) : told.sector
  return [{ role: toRole({ country, sector }), basis: "implied", score: SCORES.doubtful }]
}

function rolesOfFormer(told: Told, standings: readonly Standing[], setting: Setting): readonly CodedRole[] {
  const roles = rolesTold(withCountry(told, standings[0]!.row), setting)
  return roles.length > 0 && roles[0]!.role.sector !== null ? roles : rolesEnded(told, standings)
}

function withCountry(told: Told, row: ActorRow): Told {
  return told.country === null && isCountry(row.country) ? { ...told, country: row.country } : told
}

/** What the words say; the country, where they leave it out, from the report as a whole. */
export function rolesTold(told: Told, setting: Setting): readonly CodedRole[] {
  const sector = sectorTold(told)
  const country = told.country ?? (told.isForeign || told.isSeveral ? null : setting.home)
  const isOfBody = told.country !== null && !isCountry(told.country)
  const usual = sector === null && isSomebody(told) ? usualSector(told, isOfBody) : null
  if (country === null && sector === null && usual === null) return []
  // “the charity Lantern Watch” of no country: what stands for one, and no sector besides.
  const isNowhere = country === null && sector === "NGO"
  const role = {
    ...toRole(isNowhere ? { country: "NGO", sector: null } : { country, sector: sector ?? usual }),
    secondary: told.secondary.filter((each) => each !== sector),
    office: told.isFormer ? null : told.title,
  }
  // “a UN spokesman” is the United Nations', whatever his work.
  const isTold = sector !== null || (usual === null && (told.row !== null || isOfBody))
  const basis = !isTold ? "inferred" : told.country === null ? "implied" : "stated"
  const score = !isTold
    ? SCORES.unknown
    : told.isVague
      ? SCORES.vague
      : told.country === null
        ? SCORES.setting
        : SCORES.stated
  return [{ role, basis, score: told.country === null ? score * weightOf(setting) : score }]
}

/** “Amnesty's director in Argentina” works for what is a country of its own in the codes; “a UN spokesman” has no sector. */
function usualSector({ country }: Told, isOfBody: boolean): string | null {
  if (country === "NGO") return "NGO"
  return isOfBody ? null : "CVL"
}

function sectorTold({ sector, isFormer, title }: Told): string | null {
  const isElite = isFormer && sector !== null && OFFICIAL.has(sector) && !RANK_AND_FILE.test(title ?? "")
  return isElite ? "ELI" : sector
}

/** Persons of whom a report tells no office are civilians more often than all else together; their score says how sure that is. */
function isSomebody({ kind, row, state, isSeveral }: Told): boolean {
  return (kind === "person" || kind === "group") && row === null && state === null && !isSeveral
}

/** “a former police officer” was never of the elite. */
const RANK_AND_FILE =
  /\b(?:agent|officer|soldier|policeman|policewoman|spy|constable|marine|sailor|firefighter|operative)$/i

/** A report that names one country alone is set there; one that names five may be set anywhere. */
function weightOf({ countries, share }: Setting): number {
  return countries.length === 0 ? 1 : Math.min(1, 0.5 + share)
}

export function roleOf({ country, sector, secondary, office, from, until }: ActorRow): ActorRole {
  return { country, sector, secondary, office, from, until }
}

export function toRole({ country, sector }: Pick<ActorRole, "country" | "sector">): ActorRole {
  return { country, sector, secondary: [], office: null, from: null, until: null }
}
