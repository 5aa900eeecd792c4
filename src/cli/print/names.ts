// Who and where, in words: names with codes, and who is behind a pronoun.
//
// she (Ana Kovač, XLO/GOV)     Ostia (XOS)     perhaps Ostia (XOS)
import { hedgedCodeOf } from "../../schema/actor-code.ts"
import { certaintyOf } from "../../schema/certainty.ts"
import type { Evidence, Sourced } from "../../schema/evidence.ts"
import type { EntityId } from "../../schema/ids.ts"
import type { DocRecord, RecordedEntity } from "../../schema/record.ts"
import { onOneLine } from "../terminal-text.ts"
import { joinWords } from "./words.ts"

/** The names of one record's entities. */
export class Names {
  readonly #entities: ReadonlyMap<EntityId, RecordedEntity>

  constructor({ entities }: Pick<DocRecord, "entities">) {
    this.#entities = new Map(entities.map((entity) => [entity.id, entity]))
  }

  get(id: EntityId): RecordedEntity {
    const entity = this.#entities.get(id)
    if (entity === undefined) {
      throw new Error(
        `The record points to ${id}, which it does not have. This is a bug in Sayso: please report it.`,
      )
    }
    return entity
  }

  /** “Ostia (XOS)”; “perhaps Ostia (XOS)” when more such lines were wrong than right. */
  of({ value, score }: Sourced<EntityId>): string {
    return hedge(score) + this.ofId(value)
  }

  ofId(id: EntityId): string {
    const entity = this.get(id)
    const code = hedgedCodeOf(entity)
    return onOneLine(entity.name) + (code === null ? "" : ` (${onOneLine(code)})`)
  }

  /** The words of the text, and in brackets what they do not say themselves: “she (Ana Kovač, XLO/GOV)”. */
  behind(words: Evidence, { value, score }: Sourced<EntityId>): string {
    const entity = this.get(value)
    const printed = joinWords(words)
    const name = onOneLine(entity.name)
    const added = [...(printed.includes(name) ? [] : [hedge(score) + name]), hedgedCodeOf(entity)].filter(
      (each) => each !== null,
    )
    return added.length === 0 ? printed : `${printed} (${onOneLine(added.join(", "))})`
  }
}

function hedge(score: number): string {
  return certaintyOf(score) === "unsure" ? "perhaps " : ""
}
