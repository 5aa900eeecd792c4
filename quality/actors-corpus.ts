// Country and sector of the corpus's persons, bodies, groups and states. Given: where the gold entity is mentioned, the
// report's text and date. An entity's phrases are cut out around its mentions by our own trees.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type AnnotatedReport, type Entity, placeOf } from "../corpus/tools/words-format.ts"
import { Tree } from "../src/grammar/index.ts"
import { SECTORS } from "../src/lexicon/actor-rows.ts"
import type { ActorLexicon } from "../src/lexicon/actors.ts"
import {
  type ActorPhrase,
  type CodedActor,
  codeEntity,
  findSetting,
  phraseAround,
  phrasesTold,
  placesBeside,
} from "../src/resolve/actors/index.ts"
import { datelineOf } from "../src/resolve/places/index.ts"
import { openTestGazetteer } from "../test/helpers/gazetteer.ts"
import type { KeptReading } from "./readings.ts"
import { annotated, optionsFor, REPORTS } from "./scorers.ts"

export interface ActorFigures {
  readonly entities: number
  /** Of the entities whose gold code has a country: share with that country as the first. */
  readonly country: number
  readonly withCountry: number
  /** Of those whose gold code has a sector: share with that sector as the first. */
  readonly sector: number
  readonly withSector: number
  /** Of states and bodies coded without a sector: share left without one. */
  readonly bare: number
  /** Of those without a code: share left without one. */
  readonly abstained: number
  /** Country without help of the rest of the report. */
  readonly countryAlone: number
}

export type CorpusReading = Pick<KeptReading, "doc" | "tokens" | "sentences">

export interface CorpusOptions {
  readonly part: string
  readonly errors: number
  readonly by: boolean
}

const KINDS = new Set(["person", "organization", "state", "group"])

interface Gold {
  readonly country: string | null
  /** Those that count as right; the first is the usual one. Empty: none is given. */
  readonly sectors: readonly string[]
}

/** `read`: the reading of a report of the corpus by its id. */
export async function measureCorpusActors(
  lexicon: ActorLexicon,
  read: (id: string) => Promise<CorpusReading>,
  options: CorpusOptions,
): Promise<ActorFigures> {
  const gazetteer = openTestGazetteer()
  const tally = new Tally(options)
  for (const id of annotated(options.part)) {
    const date = optionsFor(id).published ?? null
    const { entities } = JSON.parse(readFileSync(join(REPORTS, `${id}.json`), "utf8")) as AnnotatedReport
    const reading = await read(id)
    const setting = findSetting(reading.doc.text, lexicon, gazetteer, datelineOf(reading.doc))
    for (const entity of entities.filter(({ kind }) => KINDS.has(kind))) {
      const phrases = phrasesOf(entity, reading)
      const given = codeEntity(phrases, lexicon, date, setting)
      tally.add(id, entity, phrases, given, codeEntity(phrases, lexicon, date))
    }
  }
  return tally.figures()
}

function phrasesOf(entity: Entity, { doc, tokens, sentences }: CorpusReading): readonly ActorPhrase[] {
  const told: ActorPhrase[] = []
  const phrases = entity.mentions.flatMap((words): readonly ActorPhrase[] => {
    const place = placeOf(words, doc.text)
    if (typeof place === "string") return []
    const range = tokens.covering(place)
    const sentence = sentences.find(({ from, to }) => range !== null && range.from >= from && range.from < to)
    if (range === null || sentence === undefined) return []
    const tree = new Tree(tokens, sentence)
    const head = tree.topOf({ from: range.from, to: Math.min(range.to, sentence.to) })
    const token = tokens.at(head)
    told.push(...phrasesTold(tree, head, doc.text))
    if (token.upos === "PRON") return []
    const around = phraseAround(tree, head)
    const isName = token.upos === "PROPN"
    return [
      {
        text: doc.text.slice(
          Math.min(place.start, tokens.start(around.from)),
          Math.max(place.end, tokens.end(around.to - 1)),
        ),
        head: doc.text.slice(token.span.start, token.span.end),
        label:
          isName && (entity.kind === "person" || entity.kind === "organization" || entity.kind === "state")
            ? entity.kind
            : null,
        acts: entity.kind !== "state" || /^(?:nsubj|obl:agent)/.test(token.relation),
        beside: isName ? [] : placesBeside(tree, head, doc.text),
      },
    ]
  })
  const name: ActorPhrase = {
    text: entity.name,
    head: entity.name.split(" ").at(-1)!,
    label: entity.kind === "person" && /^\p{Lu}\S*(?: \S+)* \p{Lu}\S*$/u.test(entity.name) ? "person" : null,
    acts: true,
  }
  return [name, ...phrases, ...told]
}

/** The corpus writes health as HLH or, as PLOVER does, MED; in some records the press is MED, as in CAMEO, in others JRN. */
const ALSO: Readonly<Record<string, readonly string[]>> = { HLH: ["MED"], MED: ["MED", "JRN"], PAR: ["PRM"] }

function goldOf({ code }: Entity): Gold {
  if (code === null) return { country: null, sectors: [] }
  const [first, second] = code.split("/")
  // “GOV/MIL”, “HLH”: of no country that the report tells. NGO stands for a country.
  const isSector = first !== "NGO" && (SECTORS.includes(first!) || first! in ALSO)
  const sector = (isSector ? first : second) ?? null
  const sectors = sector === null ? [] : (ALSO[sector] ?? [sector])
  return { country: isSector ? null : first!, sectors }
}

class Tally {
  readonly #options: CorpusOptions
  readonly #counts = {
    entities: 0,
    country: 0,
    withCountry: 0,
    sector: 0,
    withSector: 0,
    bare: 0,
    withBare: 0,
    abstained: 0,
    withNone: 0,
    countryAlone: 0,
  }
  readonly #by = new Map<string, { all: number; right: number; score: number }>()
  #shown = 0

  constructor(options: CorpusOptions) {
    this.#options = options
  }

  add(
    id: string,
    entity: Entity,
    phrases: readonly ActorPhrase[],
    given: CodedActor,
    alone: CodedActor,
  ): void {
    const gold = goldOf(entity)
    const counts = this.#counts
    const role = given.roles[0]?.role ?? { country: null, sector: null }
    counts.entities += 1
    const faults: string[] = []
    if (gold.country !== null) {
      counts.withCountry += 1
      if (gold.country === role.country) counts.country += 1
      else faults.push("country")
      if (gold.country === (alone.roles[0]?.role.country ?? null)) counts.countryAlone += 1
    }
    if (gold.sectors.length > 0) {
      counts.withSector += 1
      if (gold.sectors.includes(role.sector ?? "")) counts.sector += 1
      else faults.push("sector")
    } else if (gold.country !== null) {
      counts.withBare += 1
      if (role.sector === null) counts.bare += 1
    } else {
      counts.withNone += 1
      if (given.roles.length === 0) counts.abstained += 1
    }
    if (this.#options.by && entity.code !== null) this.#addBy(given, faults.length === 0)
    if (faults.length > 0 && this.#shown++ < this.#options.errors)
      process.stderr.write(
        `${faults.join("+")}\t${entity.kind}\t${entity.name}\t${entity.code}\t${role.country}/${role.sector}\t${given.roles[0]?.basis}\t${[...new Set(phrases.map(({ text }) => text))].slice(1, 4).join(" ; ")}\t${id.slice(0, 40)}\n`,
      )
  }

  #addBy({ roles: [first], link }: CodedActor, isRight: boolean): void {
    const key = `${link.kind} ${first?.basis ?? "none"} ${first?.score.toFixed(2) ?? ""}`
    const { all, right, score } = this.#by.get(key) ?? { all: 0, right: 0, score: 0 }
    this.#by.set(key, { all: all + 1, right: right + (isRight ? 1 : 0), score: score + (first?.score ?? 0) })
  }

  figures(): ActorFigures {
    for (const [key, { all, right, score }] of [...this.#by].sort(([one], [other]) => (one < other ? -1 : 1)))
      process.stderr.write(
        `${key}: ${all} of which right ${(right / all).toFixed(2)}, mean score ${(score / all).toFixed(2)}\n`,
      )
    const {
      entities,
      withCountry,
      withSector,
      withBare,
      withNone,
      country,
      sector,
      bare,
      abstained,
      countryAlone,
    } = this.#counts
    const share = (count: number, of: number): number => Number((count / Math.max(1, of)).toFixed(3))
    return {
      entities,
      country: share(country, withCountry),
      withCountry,
      sector: share(sector, withSector),
      withSector,
      bare: share(bare, withBare),
      abstained: share(abstained, withNone),
      countryAlone: share(countryAlone, withCountry),
    }
  }
}
