// An actor's code as event data write it: country and sector, from the likeliest role; what stands there for no country.
import { certaintyOf } from "./certainty.ts"
import type { RecordedEntity } from "./record.ts"
import type { ActorRole } from "./resolution.ts"

/** What stands for a country where there is none: the United Nations, charities, armed groups at home in several. */
export const INTERNATIONAL: readonly string[] = ["UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"]

/** “RUS/GOV”; “RUS” for a state itself; “/REB” of rebels whose country is not known; null when nothing is. */
export function codeOf({ roles }: Pick<RecordedEntity, "roles">): string | null {
  const [first] = roles
  return first === undefined ? null : toCode(first.value)
}

/** The same for people to read: “perhaps SYR/CVL” when it is likelier wrong than right. */
export function hedgedCodeOf(entity: Pick<RecordedEntity, "roles">): string | null {
  const [first] = entity.roles
  const code = codeOf(entity)
  if (first === undefined || code === null) return null
  return certaintyOf(first.score) === "unsure" ? `perhaps ${code}` : code
}

export function toCode({ country, sector }: Pick<ActorRole, "country" | "sector">): string | null {
  if (sector === null) return country
  return `${country ?? ""}/${sector}`
}
