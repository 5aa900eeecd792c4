// What the mentions of the example reading stand for, made by hand, with everything a resolution can hold.
import type { MentionId } from "../../src/schema/ids.ts"
import type { Span } from "../../src/schema/positions.ts"
import type { Entity, MentionLink, Resolution } from "../../src/schema/resolution.ts"
import { EXAMPLE_TEXT, spanOf } from "./example-reading.ts"

export function makeExampleResolution(): Resolution {
  const at = (words: string): Span => spanOf(EXAMPLE_TEXT, words)
  const link = (mention: string, by: string): MentionLink => ({
    mention: mention as MentionId,
    by,
    score: 0.914,
  })
  const place = {
    kind: "place",
    roles: [],
    link: { kind: "linked", to: "geonames:99000001", score: 0.876, rivals: [] },
    position: { latitude: 44.12, longitude: 15.24, kind: "city", precision: 1, country: "XLO" },
  } as const
  const minister: Entity = {
    kind: "person",
    name: "Ana Kovač",
    mentions: [link("m3", "nominal"), link("m2", "name"), link("m4", "surname")],
    link: { kind: "linked", to: "wikidata:Q4115189", score: 0.876, rivals: ["wikidata:Q13406268"] },
    roles: [
      {
        role: {
          country: "XLO",
          sector: "GOV",
          secondary: [],
          office: "Minister of Defence",
          from: "2024-03",
          until: null,
        },
        basis: "implied",
        score: 0.876,
      },
    ],
    position: null,
  }
  return {
    entities: [
      minister,
      { ...place, name: "Port Ana", mentions: [link("m6", "name")] },
      { ...place, name: "Lomar", mentions: [link("m7", "name"), link("m5", "name")] },
      {
        kind: "organization",
        name: "The harbour office",
        mentions: [link("m1", "alone")],
        link: { kind: "unlinked", why: "no-candidate" },
        roles: [],
        position: null,
      },
      // Nothing points to it and it has no name: it is no line of the record.
      {
        kind: "group",
        name: "reporters",
        mentions: [link("m8", "alone")],
        link: { kind: "unlinked", why: "not-tried" },
        roles: [],
        position: null,
      },
    ],
    times: [
      {
        span: at("Friday"),
        value: { edtf: "2026-11-20", anchor: "2026-11-20" },
        basis: "implied",
        score: 0.876,
      },
      { span: at("one day"), value: null, basis: "stated", score: 0.876 },
    ],
    quantities: [
      {
        span: at("at least 12"),
        sort: "count",
        quantity: { bound: "atLeast", value: 12, unit: "killed", outOf: null },
        counted: null,
        score: 0.876,
      },
    ],
    happenings: [
      {
        mentions: [1, 0],
        actors: [{ entity: 0, mention: "m4" as MentionId, score: 0.876 }],
        recipients: [],
        place: { entity: 1, mention: "m6" as MentionId, score: 0.876 },
        time: 0,
        isToCome: false,
        instrument: null,
        quantities: [0],
        contexts: [],
      },
      {
        mentions: [2],
        actors: [],
        recipients: [],
        place: null,
        time: null,
        isToCome: false,
        instrument: at("a crane"),
        quantities: [],
        contexts: [],
      },
    ],
    dateline: 2,
    venuePlaces: new Map([[2, { entity: 2, mention: "m5" as MentionId, score: 0.876 }]]),
    problems: [],
  }
}
