// From what the report says and what the lexicon knows to a coded actor. In: both. Out: kind, link, roles.
import type { ActorRow } from "../../lexicon/index.ts"
import type { EntityKind, Link } from "../../schema/resolution.ts"
import type { Told } from "./describe.ts"
import { standingsOf } from "./offices.ts"
import type { PersonFound } from "./persons.ts"
import { type CodedRole, roleOf, rolesOfPerson, rolesTold, SCORES, toRole } from "./roles.ts"
import type { Setting } from "./setting.ts"

export interface CodedActor {
  readonly kind: EntityKind
  readonly link: Link
  /** Likeliest first; empty where nothing is known, and for places and things. */
  readonly roles: readonly CodedRole[]
  /** As the lexicon calls it; null when it does not have it. */
  readonly canonicalName: string | null
  /** Nothing tells the sector but whom they serve: “his spokesman”. */
  readonly serves: boolean
}

/** Whom they serve is told by all that is said of them: `codeEntity`. */
type Coded = Omit<CodedActor, "serves">

/** Sectors of somebody without a sector who serves `principal`: “his spokesman” of a rebel commander is of the rebels. */
export function inServiceOf(coded: CodedActor, principal: CodedActor): CodedActor {
  const [own, ...others] = coded.roles
  const [theirs] = principal.roles
  if (!coded.serves || theirs === undefined || theirs.basis === "inferred") return coded
  const sector = theirs.role.sector ?? (principal.kind === "state" ? "GOV" : null)
  if (sector === null || sector === "CVL") return coded
  const role = { ...toRole({ country: theirs.role.country, sector }), office: own?.role.office ?? null }
  return {
    ...coded,
    roles: [{ role, basis: "implied", score: Math.min(theirs.score, SCORES.setting) }, ...others],
  }
}

export function codeState(told: Told, acts: boolean): Coded {
  const { country, kind } = told.state!
  const register = country.register === "iso" ? "iso" : "sayso"
  const link: Link = { kind: "linked", to: `${register}:${country.code}`, score: SCORES.agreed, rivals: [] }
  // “in Damascus” is a place; “Damascus rejected” its government.
  if (kind !== "country" && !acts) return { kind: "place", link: NO_LINK, roles: [], canonicalName: null }
  const sector = kind === "country" ? null : "GOV"
  const role = toRole({ country: country.code, sector })
  const basis = kind === "country" ? "stated" : "implied"
  return { kind: "state", link, roles: [{ role, basis, score: SCORES.agreed }], canonicalName: country.name }
}

const NO_LINK: Link = { kind: "unlinked", why: "no-candidate" }

/** Bodies, groups, and persons without a name. */
export function codeBody(told: Told, setting: Setting): Coded {
  const { row } = told
  const link: Link =
    row === null
      ? { kind: "unlinked", why: told.sector === null ? "no-candidate" : "not-tried" }
      : linkTo(row, [])
  return { kind: told.kind, link, roles: rolesTold(told, setting), canonicalName: row?.name ?? null }
}

export function codePerson(told: Told, found: PersonFound, setting: Setting): Coded {
  if (found.kind === "none")
    return { kind: "person", link: NO_LINK, roles: rolesTold(told, setting), canonicalName: null }
  if (found.kind === "tie") return codeTie(told, found.persons, setting)
  const standings = standingsOf(found.rows, setting.date, told)
  const roles = rolesOfPerson(told, standings, setting)
  const [first] = found.rows
  return { kind: "person", link: linkTo(first!, found.rivals), roles, canonicalName: standings[0]!.row.name }
}

/** Several bear the name: what they share is told, whose it is stays open. */
function codeTie(told: Told, persons: readonly (readonly ActorRow[])[], setting: Setting): Coded {
  const link: Link = { kind: "unlinked", why: "tie" }
  const spoken = rolesTold(told, setting)
  if (told.sector !== null && !told.isVague)
    return { kind: "person", link, roles: spoken, canonicalName: null }
  const roles = persons.flatMap((rows) => {
    const [standing] = standingsOf(rows, setting.date, told)
    return standing?.kind === "holds"
      ? [{ role: roleOf(standing.row), basis: "implied" as const, score: SCORES.doubtful / persons.length }]
      : []
  })
  return { kind: "person", link, roles: roles.length > 0 ? roles : spoken, canonicalName: null }
}

function linkTo(row: ActorRow, rivals: readonly string[]): Link {
  const to = row.id ?? `sayso:${row.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`
  return {
    kind: "linked",
    to: to.includes(":") ? to : `sayso:${to}`,
    score: rivals.length === 0 ? SCORES.agreed : SCORES.known,
    rivals,
  }
}
