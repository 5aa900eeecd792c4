// What the mentions of one report stand for: persons and bodies, places on the map, days of the calendar, amounts.
import type { TimeValue } from "./doc.ts"
import type { Score } from "./evidence.ts"
import type { MentionId } from "./ids.ts"
import type { NonEmpty, Span } from "./positions.ts"
import type { Problem } from "./problem.ts"

export type EntityKind = "person" | "organization" | "state" | "group" | "place" | "thing" | "unknown"

/**
 * How a value is known. `stated`: its words say it. `implied`: it follows from its words and the report's date, an
 * earlier mention or a lexicon. `inferred`: the network chose it.
 */
export type Basis = "stated" | "implied" | "inferred"

export type Link =
  | {
      readonly kind: "linked"
      /** With its register before it: "wikidata:Q58217", "geonames:170654", "iso:RUS", "sayso:…" for a row of our own. */
      readonly to: string
      readonly score: Score
      /** Others that the words may mean, likeliest first. */
      readonly rivals: readonly string[]
    }
  | { readonly kind: "unlinked"; readonly why: "no-candidate" | "tie" | "not-tried" }

/** What somebody was at the time of the report. */
export interface ActorRole {
  /** ISO 3166-1 alpha-3, or UNO, EUR, IGO, NGO, IMG, MNC; of PETRARCH's and users' lexicons whatever they say. */
  readonly country: string | null
  /** PLOVER sector: "GOV", "MIL"; null for a state itself, or when not known. */
  readonly sector: string | null
  /** Further sectors, e.g. "OPP" beside "PTY". */
  readonly secondary: readonly string[]
  /** The office held on that day, in words: “Minister of Foreign Affairs”; null when none is known. */
  readonly office: string | null
  /** First and last day of the office as far as known, EDTF; null when not known. */
  readonly from: string | null
  readonly until: string | null
}

/** A point on the map and how exactly it is known. */
export interface Position {
  /** Degrees, north and east positive. */
  readonly latitude: number
  readonly longitude: number
  readonly kind: "country" | "region" | "district" | "city" | "site" | "area"
  /** As event data sets count it: 1 the exact place, 2 near it, 3 the district, 4 the region, 5 the country, 6 wider. */
  readonly precision: 1 | 2 | 3 | 4 | 5 | 6
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
}

/** How a mention came to its entity. */
export interface MentionLink {
  readonly mention: MentionId
  /** The rule or head that decided: "name", "surname", "acronym", "pronoun", "nominal", "apposition", "relative", "quotation", "coordination", "capital". */
  readonly by: string
  readonly score: Score
}

/** Someone, somewhere or something that mentions refer to. */
export interface Entity {
  readonly kind: EntityKind
  /** The fullest name the report gives; of an unnamed one the describing words: “two officials”. */
  readonly name: string
  readonly mentions: NonEmpty<MentionLink>
  readonly link: Link
  /** Likeliest first; empty for places and things, and where nothing is known. */
  readonly roles: readonly { readonly role: ActorRole; readonly basis: Basis; readonly score: Score }[]
  readonly position: Position | null
}

/** A time expression. `value` is null when the words do not say when: “that day” with nothing before it. */
export interface ResolvedTime {
  readonly span: Span
  readonly value: TimeValue | null
  readonly basis: Basis
  readonly score: Score
}

/** `value` of a range is its lower end; null where a text gives a number that no number can hold. */
export type Quantity =
  | {
      readonly bound: "exact" | "about" | "atLeast" | "atMost"
      readonly value: number
      /** What is counted or measured, lower case, singular: "missile", "killed", "percent", "USD", "km", "year". */
      readonly unit: string
      readonly outOf: number | null
    }
  | {
      readonly bound: "range"
      readonly low: number
      readonly high: number
      readonly unit: string
      readonly outOf: number | null
    }

export interface FoundQuantity {
  /** The words of the amount with its bound: “at least 20”, “71 out of the 103 missiles”. */
  readonly span: Span
  readonly sort: "count" | "percent" | "money" | "age" | "measure" | "duration"
  readonly quantity: Quantity
  /** The head word of what is counted; null when the text leaves it out. */
  readonly counted: Span | null
  readonly score: Score
}

/** One happening of a report: all the places that name it, and what they tell of it together. */
export interface Happening {
  /** Indexes into `Reading.events`, the one that names it most fully first. */
  readonly mentions: NonEmpty<number>
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly place: Participant | null
  /** Index into `Resolution.times`. */
  readonly time: number | null
  /** Whether that time lies after the report's day though no word tells so: “before the *elections* on 1 May”. */
  readonly isToCome: boolean
  /** The words of the instrument: “cruise missiles”. */
  readonly instrument: Span | null
  /** Indexes into `Resolution.quantities`. */
  readonly quantities: readonly number[]
  /** PLOVER's contexts: “military”, “election”. */
  readonly contexts: readonly string[]
}

/** Somebody or some place in a happening, by the mention that stands in the role. */
export interface Participant {
  /** Index into `Resolution.entities`. */
  readonly entity: number
  readonly mention: MentionId
  readonly score: Score
}

/** What the mentions of one report stand for. */
export interface Resolution {
  /** In the order of their first mention. */
  readonly entities: readonly Entity[]
  readonly times: readonly ResolvedTime[]
  readonly quantities: readonly FoundQuantity[]
  /** In the order of their first mention. */
  readonly happenings: readonly Happening[]
  /** Where the report was written: index into `entities`; null when it has no dateline. */
  readonly dateline: number | null
  /** Places that venues name, by index of the attribution in `Reading.attributions`: Ankara of “at a briefing in Ankara”. */
  readonly venuePlaces: ReadonlyMap<number, Participant>
  readonly problems: readonly Problem[]
}
