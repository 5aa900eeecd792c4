// Shapes of who and what the report is about.
import type { RecordedEntity, RecordedMention } from "../record.ts"
import type { ActorRole, EntityKind, Link, Position } from "../resolution.ts"
import { choice, list, named, nonEmptyList, nullable, number, object, text, variants } from "../shape.ts"
import { exact, score, sourced, span } from "./evidence.ts"
import { entityId } from "./ids.ts"

const identifier = text(
  "Its register and its number there: `wikidata:Q58217`, `geonames:170654`, `iso:RUS`.",
  {
    pattern: /^[a-z][a-z0-9-]*:./,
  },
)

const link = named(
  "Link",
  variants<Link>("Who or what the entity is in the world.", {
    linked: object<Extract<Link, { kind: "linked" }>>("A known one.", {
      kind: choice("", "linked"),
      to: identifier,
      score,
      rivals: list("Identifiers of the others that the words may mean, likeliest first.", identifier),
    }),
    unlinked: object<Extract<Link, { kind: "unlinked" }>>("Not said, and why.", {
      kind: choice("", "unlinked"),
      why: choice(
        "`no-candidate`: none known. `tie`: several fit equally. `not-tried`: it was not looked for.",
        "no-candidate",
        "tie",
        "not-tried",
      ),
    }),
  }),
)

const mention = named(
  "Mention",
  object<RecordedMention>("One place in the text that refers to an entity.", {
    span,
    exact,
    form: choice("“Ana Kovač”; “the minister”; “she”.", "name", "nominal", "pronoun"),
    by: text("What linked it to this entity: `name`, `surname`, `acronym`, `pronoun`, `nominal`, ….", {
      atLeast: 1,
    }),
    score,
  }),
)

const role = named(
  "Role",
  object<ActorRole>("What somebody was on the day of the report.", {
    country: nullable(
      text("ISO 3166-1 alpha-3, or UNO, EUR, IGO, NGO, IMG, MNC; null when not known.", { atLeast: 1 }),
    ),
    sector: nullable(
      text("PLOVER sector, e.g. `GOV`, `MIL`; null for a state itself, or when not known.", { atLeast: 1 }),
    ),
    secondary: list("Further sectors.", text("", { atLeast: 1 })),
    office: nullable(text("The office held on that day, in words; null when none is known.", { atLeast: 1 })),
    from: nullable(text("First day of the office, EDTF; null when not known.", { atLeast: 1 })),
    until: nullable(text("Last day of the office, EDTF; null when not known.", { atLeast: 1 })),
  }),
)

const position = named(
  "Position",
  object<Position>("A point on the map and how exactly it is known.", {
    latitude: number("Degrees, north positive.", { least: -90, most: 90 }),
    longitude: number("Degrees, east positive.", { least: -180, most: 180 }),
    kind: choice("", "country", "region", "district", "city", "site", "area"),
    precision: choice(
      "1: the exact place; 2: near it; 3: the district; 4: the region; 5: the country; 6: wider.",
      1,
      2,
      3,
      4,
      5,
      6,
    ),
    country: nullable(text("ISO 3166-1 alpha-3; null outside all countries.", { pattern: /^[A-Z]{3}$/ })),
  }),
)

export const entity = named(
  "Entity",
  object<RecordedEntity>("Someone, somewhere or something that lines of the record point to.", {
    id: entityId,
    kind: choice<EntityKind>(
      "`unknown` where the words alone do not tell: “they”, “officials”.",
      "person",
      "organization",
      "state",
      "group",
      "place",
      "thing",
      "unknown",
    ),
    name: text("The fullest name the report gives; of an unnamed one its describing words.", { atLeast: 1 }),
    mentions: nonEmptyList("Where the text refers to it, in text order.", mention),
    link,
    roles: list(
      "What the actor was at the time of the report, likeliest first; empty for places and things.",
      sourced("SourcedRole", "A role and where it comes from.", role),
    ),
    position: nullable(position),
  }),
)

export const sourcedEntity = sourced(
  "SourcedEntity",
  "An entity of this record, and the words that name it here.",
  entityId,
)
