// An actor's code as event data write it: country and sector, from the likeliest role.
import type { RecordedEntity } from "./record.ts"
import type { ActorRole } from "./resolution.ts"

/** “RUS/GOV”; “RUS” for a state itself; “/REB” of rebels whose country is not known; null when nothing is. */
export function codeOf({ roles }: Pick<RecordedEntity, "roles">): string | null {
  const [first] = roles
  return first === undefined ? null : toCode(first.value)
}

export function toCode({ country, sector }: Pick<ActorRole, "country" | "sector">): string | null {
  if (sector === null) return country
  return `${country ?? ""}/${sector}`
}
