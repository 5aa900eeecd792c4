// A whole record of format 2, made by hand, with everything a record can hold: for tests of what is done with
// records, and for the examples of docs/reference/record.md. The report, its places and its states are invented.
import { hashText } from "../../src/base/hash.ts"
import type { Evidence, EvidencePart, Sourced } from "../../src/schema/evidence.ts"
import { type ClaimId, type EntityId, type EventId, type StatementId, toDocId } from "../../src/schema/ids.ts"
import type { NonEmpty } from "../../src/schema/positions.ts"
import type {
  Claim,
  CodedEvent,
  DocRecord,
  RecordedEntity,
  RecordedMention,
  Statement,
  Voice,
} from "../../src/schema/record.ts"
import type { ActorRole } from "../../src/schema/resolution.ts"
import { MADE_BY, sha256, spanOf } from "./example-reading.ts"

export const EXAMPLE_REPORT = `Minister denies strike on Port Ana

LOMAR, November 20 — Defence Minister Ana Kovač denied on Friday that Lomaria's navy had struck the harbour of Port Ana, where at least 12 people were killed on Wednesday.

“We hit no ship,” she told reporters at a briefing in Lomar, “and we never will.”

The harbour office said that between 3 and 5 boats had burned and that a witness had told it of the attack. 🚢 Neighbouring Ostia accused Kovač of ordering the strike, called it “an act of madness” and said it may expel Lomaria's ambassador one day. “It was reported that a crane fell.
`

const textSha256 = hashText(EXAMPLE_REPORT, sha256)
const doc = toDocId(textSha256)

function part(words: string): EvidencePart {
  const { start, end } = spanOf(EXAMPLE_REPORT, words)
  return { span: { start, end }, exact: EXAMPLE_REPORT.slice(start, end) }
}

/** The words where they stand, see `spanOf`; several when they are interrupted. */
function words(first: string, ...others: readonly string[]): Evidence {
  return { doc, parts: [part(first), ...others.map(part)] }
}

function sourced<T>(
  value: T,
  basis: Sourced<T>["basis"],
  evidence: readonly Evidence[],
  score: number,
): Sourced<T> {
  return { value, basis, evidence, score }
}

function entity(id: string, basis: "stated" | "implied", evidence: Evidence, score = 0.9): Sourced<EntityId> {
  return sourced(id as EntityId, basis, [evidence], score)
}

const PORT = "harbour of ⟦Port Ana⟧"
const KOVAC = "Defence Minister Ana Kovač"
const OSTIA = "Neighbouring Ostia"

const mention = (at: string, form: RecordedMention["form"], by: string, score: number): RecordedMention => ({
  ...part(at),
  form,
  by,
  score,
})

const role = (country: string, sector: string | null, more: Partial<ActorRole> = {}): ActorRole => ({
  country,
  sector,
  secondary: [],
  office: null,
  from: null,
  until: null,
  ...more,
})

const entities: readonly RecordedEntity[] = [
  {
    id: "e1" as EntityId,
    kind: "person",
    name: "Ana Kovač",
    mentions: [
      mention("⟦Minister⟧ denies", "nominal", "nominal", 0.71),
      mention("Ana Kovač", "name", "name", 0.95),
      mention("⟦she⟧ told", "pronoun", "pronoun", 0.88),
      mention("⟦Kovač⟧ of", "name", "surname", 0.93),
    ],
    link: { kind: "linked", to: "wikidata:Q4115189", score: 0.86, rivals: ["wikidata:Q13406268"] },
    roles: [
      sourced(
        role("XLO", "GOV", { office: "Minister of Defence", from: "2024-03" }),
        "implied",
        [words("Defence Minister")],
        0.9,
      ),
    ],
    position: null,
  },
  {
    id: "e2" as EntityId,
    kind: "place",
    name: "Port Ana",
    mentions: [mention("strike on ⟦Port Ana⟧", "name", "name", 0.9), mention(PORT, "name", "name", 0.9)],
    link: { kind: "linked", to: "geonames:99000001", score: 0.9, rivals: [] },
    roles: [],
    position: { latitude: 44.12, longitude: 15.24, kind: "city", precision: 1, country: "XLO" },
  },
  {
    id: "e3" as EntityId,
    kind: "place",
    name: "Lomar",
    mentions: [mention("LOMAR", "name", "name", 0.9), mention("in ⟦Lomar⟧", "name", "name", 0.9)],
    link: { kind: "linked", to: "geonames:99000002", score: 0.9, rivals: [] },
    roles: [],
    position: { latitude: 45.5, longitude: 16, kind: "city", precision: 1, country: "XLO" },
  },
  {
    id: "e4" as EntityId,
    kind: "organization",
    name: "Lomaria's navy",
    mentions: [mention("Lomaria's navy", "name", "name", 0.9)],
    link: { kind: "unlinked", why: "no-candidate" },
    roles: [sourced(role("XLO", "MIL"), "stated", [words("Lomaria's navy")], 0.9)],
    position: null,
  },
  {
    id: "e5" as EntityId,
    kind: "group",
    name: "people",
    mentions: [mention("people", "nominal", "nominal", 0.6)],
    link: { kind: "unlinked", why: "not-tried" },
    roles: [],
    position: null,
  },
  {
    id: "e6" as EntityId,
    kind: "organization",
    name: "The harbour office",
    mentions: [
      mention("The harbour office", "nominal", "nominal", 0.9),
      mention("told ⟦it⟧ of", "pronoun", "pronoun", 0.66),
    ],
    link: { kind: "unlinked", why: "no-candidate" },
    roles: [],
    position: null,
  },
  {
    id: "e7" as EntityId,
    kind: "person",
    name: "a witness",
    mentions: [mention("a witness", "nominal", "nominal", 0.9)],
    link: { kind: "unlinked", why: "not-tried" },
    roles: [],
    position: null,
  },
  {
    id: "e8" as EntityId,
    kind: "state",
    name: "Ostia",
    mentions: [mention(OSTIA, "name", "name", 0.9), mention("said ⟦it⟧ may", "pronoun", "pronoun", 0.45)],
    link: { kind: "linked", to: "iso:XOS", score: 0.97, rivals: [] },
    roles: [sourced(role("XOS", null), "stated", [words("⟦Ostia⟧ accused")], 0.97)],
    position: { latitude: 43, longitude: 14, kind: "country", precision: 5, country: "XOS" },
  },
  {
    id: "e9" as EntityId,
    kind: "person",
    name: "Lomaria's ambassador",
    mentions: [mention("Lomaria's ambassador", "nominal", "nominal", 0.9)],
    link: { kind: "unlinked", why: "not-tried" },
    roles: [sourced(role("XLO", "GOV"), "inferred", [words("ambassador")], 0.7)],
    position: null,
  },
]

const common = { quoted: [], venue: null, addressee: null, venuePlace: null, inside: null } as const
const network = { reader: "network", rule: null } as const
const indirect = { ...common, kind: "says", mode: "indirect", readBy: network } as const

const statements: readonly Statement[] = [
  {
    ...indirect,
    id: "s1" as StatementId,
    source: words("⟦Minister⟧ denies"),
    speaker: entity("e1", "implied", words("⟦Minister⟧ denies"), 0.71),
    cue: words("denies"),
    content: words("strike on Port Ana"),
    readBy: { reader: "rule", rule: "headline" },
    score: 0.88,
  },
  {
    ...indirect,
    id: "s2" as StatementId,
    source: words(KOVAC),
    speaker: entity("e1", "stated", words(KOVAC), 0.95),
    cue: words("denied"),
    content: words("that Lomaria's navy had struck the harbour of Port Ana"),
    score: 0.93,
  },
  {
    ...common,
    id: "s3" as StatementId,
    kind: "says",
    mode: "direct",
    source: words("⟦she⟧ told"),
    speaker: entity("e1", "implied", words("⟦she⟧ told"), 0.88),
    cue: words("⟦told⟧ reporters"),
    content: words("“We hit no ship,”", "“and we never will.”"),
    quoted: [part("“We hit no ship,”"), part("“and we never will.”")],
    venue: words("at a briefing in Lomar"),
    addressee: words("reporters"),
    venuePlace: entity("e3", "stated", words("in ⟦Lomar⟧")),
    readBy: network,
    score: 0.97,
  },
  {
    ...indirect,
    id: "s4" as StatementId,
    source: words("The harbour office"),
    speaker: entity("e6", "stated", words("The harbour office")),
    cue: words("⟦said⟧ that"),
    content: words("that between 3 and 5 boats had burned and that a witness had told it of the attack"),
    score: 0.92,
  },
  {
    ...indirect,
    id: "s5" as StatementId,
    source: words("a witness"),
    speaker: entity("e7", "stated", words("a witness")),
    cue: words("had told"),
    content: words("of the attack"),
    addressee: words("told ⟦it⟧ of"),
    inside: "s4" as StatementId,
    score: 0.74,
  },
  {
    ...indirect,
    id: "s6" as StatementId,
    source: words(OSTIA),
    speaker: entity("e8", "stated", words(OSTIA)),
    cue: words("accused"),
    content: words("of ordering the strike"),
    score: 0.81,
  },
  {
    ...common,
    id: "s7" as StatementId,
    kind: "says",
    mode: "mixed",
    source: words(OSTIA),
    speaker: entity("e8", "stated", words(OSTIA)),
    cue: words("called"),
    content: words("it “an act of madness”"),
    quoted: [part("“an act of madness”")],
    readBy: network,
    score: 0.84,
  },
  {
    ...indirect,
    id: "s8" as StatementId,
    source: words(OSTIA),
    speaker: entity("e8", "stated", words(OSTIA), 0.45),
    cue: words("and ⟦said⟧"),
    content: words("it may expel Lomaria's ambassador one day"),
    score: 0.79,
  },
  {
    ...indirect,
    id: "s9" as StatementId,
    source: null,
    speaker: null,
    cue: words("was reported"),
    content: words("that a crane fell"),
    score: 0.66,
  },
]

const event = (id: string, mentions: NonEmpty<Evidence>, status: CodedEvent["status"]["value"]) => ({
  id: id as EventId,
  type: null,
  status: sourced(status, "stated" as const, [mentions[0]], 0.9),
  modes: [],
  contexts: [],
  actors: [],
  recipients: [],
  time: null,
  place: null,
  instrument: null,
  quantities: [],
  evidence: mentions,
  readBy: network,
  score: 0.83,
})

const killed = sourced(
  { bound: "atLeast", value: 12, unit: "killed", outOf: null } as const,
  "stated",
  [words("at least 12")],
  0.94,
)
const boats = sourced(
  { bound: "range", low: 3, high: 5, unit: "boat", outOf: null } as const,
  "stated",
  [words("between 3 and 5")],
  0.91,
)
const wednesday = sourced({ edtf: "2026-11-18", anchor: "2026-11-20" }, "implied", [words("Wednesday")], 0.96)

const events: readonly CodedEvent[] = [
  {
    ...event(
      "v1",
      [words("struck"), words("⟦strike⟧ on"), words("of ⟦the attack⟧"), words("ordering ⟦the strike⟧")],
      "actual",
    ),
    type: sourced("ASSAULT", "inferred", [words("struck")], 0.91),
    modes: ["heavy-weapons"],
    contexts: ["military"],
    actors: [entity("e4", "stated", words("Lomaria's navy"))],
    recipients: [entity("e5", "stated", words("people"), 0.6)],
    time: wednesday,
    place: entity("e2", "stated", words(PORT)),
    quantities: [killed],
  },
  { ...event("v2", [words("burned")], "actual"), quantities: [boats], score: 0.71 },
  {
    ...event("v3", [words("accused")], "actual"),
    type: sourced("ACCUSE", "inferred", [words("accused")], 0.9),
    modes: ["allege"],
    actors: [entity("e8", "stated", words(OSTIA))],
    recipients: [entity("e1", "implied", words("⟦Kovač⟧ of"))],
  },
  {
    ...event("v4", [words("expel")], "possible"),
    type: sourced("SANCTION", "inferred", [words("expel")], 0.7),
    modes: ["expel"],
    actors: [entity("e8", "implied", words("said ⟦it⟧ may"), 0.45)],
    recipients: [entity("e9", "stated", words("Lomaria's ambassador"))],
    readBy: { reader: "rule", rule: "expel diplomats" },
  },
  { ...event("v5", [words("fell")], "actual"), instrument: words("a crane"), score: 0.48 },
]

const outlet: Voice = { kind: "outlet", name: "The Example" }
const voice = (entityId: string, statement: string): Voice => ({
  kind: "entity",
  entity: entityId as EntityId,
  statement: statement as StatementId,
})
const about = (eventId: string): Claim["proposition"] => ({ kind: "event", event: eventId as EventId })

const claim = (
  id: string,
  proposition: Claim["proposition"],
  stance: Claim["stance"],
  chain: Claim["chain"],
  evidence: Claim["evidence"],
  score: number,
): Claim => ({ id: id as ClaimId, proposition, stance, chain, evidence, score })

const V1 = "v1" as EventId
const V2 = "v2" as EventId

const claims: readonly Claim[] = [
  claim("c1", about("v1"), "asserts", [outlet], [words("were killed")], 0.8),
  claim("c2", about("v1"), "denies", [outlet, voice("e1", "s1")], [words("denies"), words("denied")], 0.93),
  claim(
    "c3",
    about("v1"),
    "asserts",
    [outlet, voice("e6", "s4"), voice("e7", "s5")],
    [words("had told it of the attack")],
    0.74,
  ),
  claim(
    "c4",
    { kind: "responsibility", event: V1 },
    "asserts",
    [outlet, voice("e8", "s6")],
    [words("accused Kovač of ordering the strike")],
    0.81,
  ),
  claim("c5", about("v2"), "asserts", [outlet, voice("e6", "s4")], [words("had burned")], 0.9),
  claim(
    "c6",
    { kind: "number", event: V2 },
    "asserts",
    [outlet, voice("e6", "s4")],
    [words("between 3 and 5 boats")],
    0.9,
  ),
  claim("c7", about("v3"), "asserts", [outlet], [words("accused")], 0.9),
  claim("c8", about("v4"), "asserts", [outlet, voice("e8", "s8")], [words("may expel")], 0.79),
  claim(
    "c9",
    about("v5"),
    "hedges",
    [outlet, { kind: "unnamed", statement: "s9" as StatementId }],
    [words("was reported")],
    0.66,
  ),
]

export const exampleRecord: DocRecord = {
  format: 2,
  doc: {
    id: doc,
    source: { sha256: textSha256, mediaType: "text/plain", charset: "UTF-8", url: null, retrieved: null },
    title: "Minister denies strike on Port Ana",
    authors: ["Jo Example"],
    outlet: "The Example",
    published: { edtf: "2026-11-20", anchor: null },
    language: "en",
    dateline: "e3" as EntityId,
    textSha256,
    textLength: EXAMPLE_REPORT.length,
  },
  entities,
  statements,
  events,
  claims,
  times: [
    sourced({ edtf: "2026-11-20", anchor: null }, "implied", [words("November 20")], 0.97),
    sourced({ edtf: "2026-11-20", anchor: "2026-11-20" }, "implied", [words("Friday")], 0.96),
    wednesday,
    sourced(null, "stated", [words("one day")], 0.8),
  ],
  quantities: [
    { ...killed, sort: "count" },
    { ...boats, sort: "count" },
  ],
  problems: [
    {
      code: "charset-guessed",
      severity: "note",
      message: "No encoding was given; read as UTF-8.",
      span: null,
    },
    {
      code: "quote-not-closed",
      severity: "note",
      message: "A quotation mark is not closed.",
      span: spanOf(EXAMPLE_REPORT, "“It"),
    },
  ],
  madeBy: MADE_BY,
}
