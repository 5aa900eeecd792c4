// Whether two deaths are of others: “at least 41 people”, “27 rebel fighters” and “her brother” were not killed in one go.
// In: those whom each befell, as entities. Out: true where they cannot be the same.
import type { Entity } from "../../schema/resolution.ts"
import { ARMED_SECTORS } from "../../schema/sector-words.ts"

/** Somebody to whom it was done. */
export interface Sufferer {
  readonly entity: Entity
  /** Whether the report names it. */
  readonly isNamed: boolean
}

/** “her brother”, “another son”: surely not whom the report has named before. “The pilot” and “a man of 43” may be. */
const SOMEBODY_ELSE = /^(?:her|his|their|my|our|your|its|another)\b|['’]s\s/i

/**
 * “people” and “seven”, “civilians” and “residents” may be the same; one person is not the whole of several; who fights is not
 * who does not; and of one state is not of another.
 */
export function areOthers(some: readonly Sufferer[], others: readonly Sufferer[]): boolean {
  return (
    some.length > 0 && others.length > 0 && some.every((one) => others.every((other) => isOther(one, other)))
  )
}

/** “Azerbaijani forces”, “our army”: those who bear arms for one state, whoever they are. */
export function areOneSide(one: Entity, other: Entity): boolean {
  const [role, otherRole] = [one.roles[0]?.role, other.roles[0]?.role]
  if (role?.sector == null || role.country === null) return false
  return (
    ARMED_SECTORS.has(role.sector) && role.country === otherRole?.country && role.sector === otherRole.sector
  )
}

function isOther(one: Sufferer, other: Sufferer): boolean {
  const [entity, otherEntity] = [one.entity, other.entity]
  if (entity === otherEntity) return false
  const areOne = [entity, otherEntity].map(({ kind }) => kind === "person")
  if (areOne.includes(true)) return areOne.includes(false) || (isSure(one) && isSure(other))
  const [role, otherRole] = [entity.roles[0]?.role, otherEntity.roles[0]?.role]
  if (role === undefined || otherRole === undefined) return false
  const isAbroad = role.country !== null && otherRole.country !== null && role.country !== otherRole.country
  if (isAbroad || role.sector === null || otherRole.sector === null) return isAbroad
  return ARMED_SECTORS.has(role.sector) !== ARMED_SECTORS.has(otherRole.sector)
}

function isSure({ entity, isNamed }: Sufferer): boolean {
  return isNamed || SOMEBODY_ELSE.test(entity.name)
}
