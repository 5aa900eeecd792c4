import { describe, expect, it } from "vitest"
import { areAkin } from "../../../src/resolve/happenings/families.ts"
import { groupEvents, NO_TRAITS, type Traits } from "../../../src/resolve/happenings/index.ts"
import type { EventMention, EventRole, EventStatus, PloverType } from "../../../src/schema/reading.ts"

/** A mention by its frame's word; parties by number. */
interface Given {
  readonly word: string
  readonly type?: PloverType | null
  readonly actor?: readonly number[]
  readonly recipient?: readonly number[]
  readonly place?: readonly number[]
  /** Named within the words of its parties. */
  readonly within?: readonly number[]
  readonly time?: string
  readonly traits?: Partial<Traits>
  /** Given of these mentions that its clause names as what it came from. */
  readonly causes?: readonly number[]
  /** Given of these mentions that its clause sets before or behind it. */
  readonly beside?: readonly number[]
  /** Of these mentions whom it befell cannot be the same. */
  readonly othersThan?: readonly number[]
  readonly status?: EventStatus
  readonly isTitle?: boolean
  /** Whether it was done to several; else to one. */
  readonly isOfMany?: boolean
  readonly isAhead?: boolean
  readonly sentence?: number
  /** Whether somebody denies it and nobody says it with these words. */
  readonly isDenied?: boolean
  readonly voice?: string
}

function grouped(...given: readonly Given[]): readonly (readonly number[])[] {
  const events = given.map(
    ({ word, type = "ASSAULT", status = "actual" }, index): EventMention => ({
      trigger: { start: index * 10, end: index * 10 + 5 },
      head: index,
      type,
      modes: [],
      status,
      statusScore: 0.9,
      arguments: [],
      readBy: { reader: "rule", rule: `${word} ${type ?? "untyped"}` },
      score: 0.5,
    }),
  )
  const entitiesOf = (event: number, role: EventRole): readonly number[] =>
    role === "actor" || role === "recipient" || role === "place" ? (given[event]![role] ?? []) : []
  return groupEvents(events, {
    lemmaOf: (token) => given[token]!.word,
    entitiesOf,
    namedIn: (event, role) => [...entitiesOf(event, role), ...(given[event]!.within ?? [])],
    isAround: (country, place) => country === COUNTRY && place === TOWN,
    isPlace: (entity) => entity === TOWN,
    areOneSide: (entity, other) => [entity, other].every((each) => ARMIES.includes(each)),
    areOneAndMany: (event, other) => given[event]!.isOfMany !== given[other]!.isOfMany,
    isAhead: (event) => given[event]!.isAhead === true,
    isTitle: (event) => given[event]!.isTitle === true,
    befellOthers: (event, other) =>
      given[event]!.othersThan?.includes(other) === true ||
      given[other]!.othersThan?.includes(event) === true,
    timeOf: (event) => given[event]!.time ?? null,
    traitsOf: (event) => ({ ...NO_TRAITS, ...given[event]!.traits }),
    sentenceOf: (event) => given[event]!.sentence ?? 0,
    isDenied: (event) => given[event]!.isDenied === true,
    voiceOf: (event) => given[event]!.voice ?? null,
    isOfNobody: (event) => given[event]!.actor === undefined && given[event]!.recipient === undefined,
    causesOf: (event) => given[event]!.causes ?? [],
    besideInTime: (event) => given[event]!.beside ?? [],
  })
}

const COUNTRY = 100
const TOWN = 101
const ARMIES = [200, 201]

describe("mentions of one happening", () => {
  it("are a verb and the noun that takes it up", () => {
    expect(grouped({ word: "attack", actor: [1], recipient: [2] }, { word: "bombing" })).toEqual([[0, 1]])
  })

  it("are apart when their parties differ", () => {
    expect(grouped({ word: "attack", recipient: [1] }, { word: "attack", recipient: [2] })).toEqual([
      [0],
      [1],
    ])
  })

  it("are one when a party of one is named within the other's: Syria, targets in Syria", () => {
    expect(
      grouped({ word: "attack", recipient: [1] }, { word: "attack", recipient: [2], within: [1] }),
    ).toHaveLength(1)
  })

  it("join the one told of last", () => {
    const talks = { word: "talks", type: "CONSULT" } as const
    expect(
      grouped({ ...talks, place: [1] }, { ...talks, place: [2] }, { ...talks, place: [1] }, talks),
    ).toEqual([[0, 2, 3], [1]])
  })

  it("are apart when who acts in one suffers the other", () => {
    expect(grouped({ word: "attack", actor: [1] }, { word: "attack", recipient: [1] })).toHaveLength(2)
    const meeting = { word: "meet", type: "CONSULT" } as const
    expect(grouped({ ...meeting, actor: [1] }, { ...meeting, recipient: [1] })).toHaveLength(1)
  })

  it("are apart when each meeting has somebody whom the other lacks", () => {
    const meeting = { word: "meet", type: "CONSULT" } as const
    const [one, other] = [
      { ...meeting, actor: [1, 2] },
      { ...meeting, actor: [2], recipient: [3] },
    ]
    expect(grouped(one, other)).toHaveLength(2)
    expect(grouped(one, { ...meeting, actor: [2], recipient: [1] })).toHaveLength(1)
  })

  it("are apart when one has not happened and nobody is known to be in both", () => {
    const deal = { word: "agree", type: "AGREE" } as const
    expect(grouped({ ...deal, actor: [1] }, { ...deal, status: "negated" })).toHaveLength(2)
    expect(grouped({ ...deal, actor: [1] }, { ...deal, actor: [1], status: "negated" })).toHaveLength(1)
  })

  it("are apart when their places or times differ", () => {
    expect(grouped({ word: "attack", place: [1] }, { word: "attack", place: [2] })).toHaveLength(2)
    expect(
      grouped({ word: "attack", time: "2019-04-07" }, { word: "attack", time: "2019-04-09" }),
    ).toHaveLength(2)
  })

  it("are apart when their words name two sorts", () => {
    const missile = { word: "attack", traits: { sort: "missile", isDoubted: false } }
    const chemical = { word: "attack", traits: { sort: "chemical", isDoubted: true } }
    expect(grouped(missile, chemical)).toEqual([[0], [1]])
    const alleged = { word: "attack", traits: { sort: null, isDoubted: true } }
    expect(grouped(missile, chemical, { word: "attack" }, alleged)).toEqual([
      [0, 2],
      [1, 3],
    ])
  })

  it("are an attack and the deaths that it is told to have caused", () => {
    const killed = { word: "kill", type: null, recipient: [1] } as const
    expect(grouped({ word: "attack", place: [7] }, { ...killed, causes: [0] })).toEqual([[0, 1]])
    expect(grouped(killed, { word: "strike", causes: [0] })).toEqual([[0, 1]])
    expect(grouped({ word: "attack" }, killed)).toHaveLength(2)
  })

  it("are none by an incident that may be either: an attack, and later a collapse", () => {
    expect(grouped({ word: "attack" }, { word: "incident" }, { word: "collapse" })).toEqual([[0, 1], [2]])
    expect(grouped({ word: "incident" }, { word: "attack" })).toEqual([[0, 1]])
  })

  it("are apart when the one is only planned, and nobody is known to be in both", () => {
    expect(grouped({ word: "attack" }, { word: "strike", status: "possible" })).toHaveLength(2)
    expect(
      grouped({ word: "attack", recipient: [1] }, { word: "strike", recipient: [1], status: "planned" }),
    ).toHaveLength(1)
  })

  it("are apart when a clause sets the one behind the other", () => {
    expect(grouped({ word: "attack" }, { word: "ambush", beside: [0] })).toHaveLength(2)
  })

  it("are apart when the later is told of as new, but for what a headline tells", () => {
    const ambush = { word: "ambush", traits: { isNew: true } }
    expect(grouped({ word: "attack" }, ambush)).toHaveLength(2)
    expect(grouped({ word: "attack", isTitle: true }, ambush)).toHaveLength(1)
    expect(grouped({ word: "attack", place: [1] }, { ...ambush, place: [1] })).toHaveLength(1)
  })

  it("are what was told and what is denied in other words, right behind it", () => {
    const touched = { word: "touch", isDenied: true } as const
    expect(grouped({ word: "ram" }, { ...touched, sentence: 1 })).toHaveLength(1)
    expect(grouped({ word: "ram" }, { ...touched, sentence: 2 })).toHaveLength(2)
    expect(grouped({ word: "ram" }, { word: "touch", sentence: 1 })).toHaveLength(2)
    expect(grouped({ word: "ram", type: "COERCE" }, { ...touched, sentence: 1 })).toHaveLength(2)
    const noSuchOrder = { word: "order", type: "REQUEST", sentence: 3, traits: { isSuch: true } } as const
    expect(grouped({ word: "tell", type: "REQUEST" }, noSuchOrder)).toHaveLength(1)
  })

  it("are what is said by one and, by the same word, said by another not to have happened to anybody", () => {
    const tortured = { word: "torture", recipient: [1], voice: "a1" } as const
    const nobody = { word: "torture", status: "negated", voice: "a2", sentence: 2 } as const
    expect(grouped(tortured, nobody)).toHaveLength(1)
    expect(grouped(tortured, { ...nobody, voice: "a1" })).toHaveLength(2)
    expect(grouped(tortured, { ...nobody, sentence: 9 })).toHaveLength(2)
    expect(grouped(tortured, { ...nobody, recipient: [2] })).toHaveLength(2)
  })

  it("are a shot that was fired and the shooting, not a fire", () => {
    expect(grouped({ word: "fire" }, { word: "shooting" })).toHaveLength(1)
    expect(grouped({ word: "fire" }, { word: "blaze", type: null })).toHaveLength(2)
  })

  it("are apart when one is several: “the attack”, “five attacks since March”", () => {
    const several = { word: "attack", traits: { isCounted: true } }
    expect(grouped({ word: "attack" }, several, { word: "attack" })).toEqual([[0, 2], [1]])
    const deaths = { word: "death", type: null, traits: { isCounted: true } } as const
    expect(grouped({ word: "die", type: null }, deaths)).toHaveLength(1)
  })

  it("join the latest that fits", () => {
    const first = { word: "attack", recipient: [1] }
    const second = { word: "attack", recipient: [2] }
    expect(grouped(first, second, { word: "attack" })).toEqual([[0], [1, 2]])
    expect(grouped(first, second, { word: "attack", recipient: [1] })).toEqual([[0, 2], [1]])
  })

  it("do not bring together what their details tell apart", () => {
    const open = { word: "attack" }
    expect(grouped({ word: "attack", recipient: [1] }, open, { word: "attack", recipient: [2] })).toEqual([
      [0, 1],
      [2],
    ])
  })

  it("are apart when their types differ, but a death may be a murder", () => {
    expect(grouped({ word: "attack" }, { word: "attack", type: "ACCUSE" })).toHaveLength(2)
    expect(grouped({ word: "murder" }, { word: "death", type: null })).toHaveLength(1)
  })

  it("go by the word of the network's mentions too", () => {
    const network = { reader: "network", rule: null } as const
    const event = (head: number): EventMention => ({
      trigger: { start: head, end: head + 1 },
      head,
      type: null,
      modes: [],
      status: "actual",
      statusScore: 0.9,
      arguments: [],
      readBy: network,
      score: 0.5,
    })
    const facts = {
      lemmaOf: (token: number) => ["stumble", "stumble", "sing"][token]!,
      entitiesOf: () => [],
      namedIn: () => [],
      isAround: () => false,
      isPlace: () => false,
      areOneSide: () => false,
      areOneAndMany: () => false,
      isAhead: () => false,
      isTitle: () => false,
      befellOthers: () => false,
      timeOf: () => null,
      traitsOf: () => NO_TRAITS,
      sentenceOf: () => 0,
      isDenied: () => false,
      voiceOf: () => null,
      isOfNobody: () => false,
      causesOf: () => [],
      besideInTime: () => [],
    }
    expect(groupEvents([event(0), event(1), event(2)], facts)).toEqual([[0, 1], [2]])
  })

  it("are two where one was arrested and where many were", () => {
    expect(
      grouped(
        { word: "arrest", type: "COERCE", recipient: [1] },
        { word: "detain", type: "COERCE", isOfMany: true },
      ),
    ).toEqual([[0], [1]])
  })

  it("are one where a side's forces are said to have done it and deny it, in a town or to those in it", () => {
    expect(
      grouped(
        { word: "shoot", actor: [200], recipient: [5] },
        { word: "fire", actor: [201], recipient: [TOWN], status: "negated" },
        { word: "fire", actor: [7], recipient: [TOWN], status: "negated" },
        { word: "fire", actor: [200], status: "negated", isAhead: true },
      ),
    ).toEqual([[0, 1], [2], [3]])
  })

  it("are those at the same place, when what happened elsewhere stands between", () => {
    expect(
      grouped(
        { word: "stab", actor: [1], recipient: [2], place: [9] },
        { word: "shoot", actor: [3], recipient: [1] },
        { word: "attack", place: [9] },
      ),
    ).toEqual([[0, 2], [1]])
  })

  it("are one when the one date lies within the other", () => {
    const [inAugust, later] = [
      { word: "attack", time: "2019-08" },
      { word: "attack", time: "2019-08-02" },
    ]
    expect(grouped(inAugust, later)).toEqual([[0, 1]])
    expect(grouped(later, { word: "attack", time: "2019-08-20" })).toEqual([[0], [1]])
  })

  it("are one death of one person, whatever dates and causes stand beside it", () => {
    const [death, killed] = [
      { word: "die", type: null, actor: [2], recipient: [1], time: "2019-10-17" },
      { word: "death", type: null, actor: [3], recipient: [1], time: "2019-10-18" },
    ]
    expect(grouped(death, killed)).toEqual([[0, 1]])
    expect(grouped({ ...death, type: "ASSAULT" }, { ...killed, type: "ASSAULT" })).toEqual([[0], [1]])
  })

  it("are one when nobody does it twice, whatever dates stand beside it", () => {
    const support = { word: "endorse", type: "SUPPORT", actor: [1] } as const
    const dates = [{ time: "2020-04-13" }, { time: "2020-04-15" }] as const
    expect(grouped({ ...support, ...dates[0] }, { ...support, ...dates[1] })).toHaveLength(1)
    expect(grouped({ ...support, ...dates[0] }, { ...support, ...dates[1], actor: [2] })).toHaveLength(2)
  })

  it("are one when the place of what the same people do is told more or less closely", () => {
    const attack = { word: "attack", recipient: [1] }
    expect(grouped({ ...attack, place: [7] }, { ...attack, place: [8] })).toHaveLength(1)
  })

  it("are an attack and the deaths that it is told to have caused, of whichever type", () => {
    expect(grouped({ word: "strike" }, { word: "kill", causes: [0] })).toEqual([[0, 1]])
    expect(grouped({ word: "strike" }, { word: "kill", type: null, causes: [0] })).toEqual([[0, 1]])
    expect(grouped({ word: "strike" }, { word: "kill" })).toEqual([[0], [1]])
  })

  it("are apart where those whom they befell are others", () => {
    const deaths = [
      { word: "kill", type: null },
      { word: "die", type: null },
    ] as const
    expect(grouped(...deaths)).toEqual([[0, 1]])
    expect(grouped(deaths[0], { ...deaths[1], othersThan: [0] })).toEqual([[0], [1]])
  })

  it("are one in a country and in a town of it", () => {
    expect(grouped({ word: "attack", place: [COUNTRY] }, { word: "attack", place: [TOWN] })).toEqual([[0, 1]])
    expect(grouped({ word: "attack", place: [COUNTRY] }, { word: "attack", place: [102] })).toEqual([
      [0],
      [1],
    ])
  })

  it("are those who are killed and those who are wounded", () => {
    expect(grouped({ word: "kill" }, { word: "wound", causes: [0] })).toEqual([[0, 1]])
    expect(grouped({ word: "kill" }, { word: "wound" })).toEqual([[0], [1]])
  })

  it("are those of a headline and of the attack below it that tells of the same deaths", () => {
    const title = { word: "dead", type: null, isTitle: true } as const
    const deaths = [{ word: "tear" }, { word: "kill", causes: [1] }] as const
    expect(grouped(title, ...deaths)).toEqual([[0, 1, 2]])
    expect(grouped({ ...title, isTitle: false }, ...deaths)).toEqual([[0], [1, 2]])
  })

  it("are apart when one is threatened and befell others", () => {
    const died = { word: "die", type: null, recipient: [1] } as const
    expect(grouped(died, { word: "kill", type: null, recipient: [2] })).toEqual([[0, 1]])
    expect(grouped(died, { word: "kill", type: null, recipient: [2], status: "possible" })).toEqual([
      [0],
      [1],
    ])
  })

  it("are grouped in no time when there are thousands", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ word: "attack", recipient: [index % 7] }))
    const before = performance.now()
    const groups = grouped(...many)
    expect(performance.now() - before).toBeLessThan(5000)
    expect(groups).toHaveLength(7)
  })

  it("are none in an empty report", () => {
    expect(grouped()).toEqual([])
  })
})

describe("words for one sort of happening", () => {
  it("are those of a family", () => {
    expect(areAkin("quake", "tremor")).toBe(true)
    expect(areAkin("step down", "resignation")).toBe(true)
    expect(areAkin("quake", "arrest")).toBe(false)
    expect(areAkin("dance", "dance")).toBe(true)
    expect(areAkin("plea", "plead")).toBe(true)
    expect(areAkin("blackout", "outage")).toBe(true)
    expect(areAkin("sale", "theft")).toBe(false)
    expect(areAkin("win", "beat")).toBe(false)
  })

  it("may stand for any accident or attack", () => {
    expect(areAkin("incident", "crash")).toBe(true)
    expect(areAkin("shooting", "incident")).toBe(true)
    expect(areAkin("incident", "election")).toBe(false)
  })
})
