// What befell the people that are counted. In: the words of a sentence and the one that is counted. Out: one word for
// it: "killed" of “20 were killed”, “killing 20”, “20 dead”, “20 deaths”, “claimed 20 lives”.
import { isRelation } from "../../grammar/index.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { formsOfVerb, formTable } from "./word-forms.ts"

/** Verbs by what they do to their object. */
const TO_OBJECT = formTable(
  "killed: kill murder slay massacre behead assassinate; executed: execute; injured: injure wound hurt maim; " +
    "arrested: arrest; detained: detain; jailed: jail imprison; hospitalized: hospitalize hospitalise; " +
    "rescued: rescue; evacuated: evacuate; displaced: displace; infected: infect; abducted: kidnap abduct; " +
    "deported: deport; stabbed: stab; stranded: strand; vaccinated: vaccinate; quarantined: quarantine; " +
    "poisoned: poison; raped: rape; tortured: torture; impeached: impeach; pardoned: pardon",
  formsOfVerb,
)
/** The same of verbs that do it to people only by the way: “released three albums”, “charged two dollars”. */
const TO_PEOPLE = formTable(
  "rescued: save; released: release free; shot: shoot; captured: capture; trapped: trap; treated: treat; " +
    "charged: charge; convicted: convict; sentenced: sentence; expelled: expel",
  formsOfVerb,
)
/** Verbs by what happens to their subject. */
const TO_SUBJECT = formTable(
  "killed: die perish drown suffocate; recovered: recover; missing: disappear vanish; survived: survive; " +
    "evacuated: evacuate",
  formsOfVerb,
)
const STATES = formTable(
  "killed: dead killed; injured: injured wounded hurt; missing: missing; homeless: homeless; infected: infected; " +
    "ill: ill sick; hospitalized: hospitalized hospitalised; displaced: displaced; stranded: stranded; " +
    "trapped: trapped; arrested: arrested; detained: detained",
)
const NOUNS = formTable(
  "killed: death deaths fatality fatalities murder murders killing killings; " +
    "injured: injury injuries wounding woundings; arrested: arrest arrests; infected: infection infections; " +
    "abducted: kidnapping kidnappings abduction abductions; hospitalized: hospitalization hospitalizations",
)
/** “claimed 6,606 lives” */
const TAKING_LIVES = new Set([
  ...formsOfVerb("claim"),
  "cost",
  "costs",
  "costing",
  "take",
  "takes",
  "took",
  "taken",
  "taking",
])
const LOSING_LIVES = new Set(["lose", "loses", "lost", "losing"])

const PEOPLE = new Set(
  (
    "people person man woman child boy girl baby adult teenager other victim civilian police personnel crew passenger soldier " +
    "troop militant rebel protester suspect official patient resident occupant student migrant refugee hostage prisoner " +
    "inmate journalist worker national pilgrim male female member cop nun priest infant youth individual human"
  ).split(" "),
)
const PERSON_ENDING = /(?:er|or|ist|ian|man|woman|ant|ee)$/
const NO_PEOPLE = new Set(
  (
    "tower paper number letter computer order river server quarter power water center container helicopter trailer tanker " +
    "factor sector motor reactor tractor door floor chapter poster counter layer border chamber matter offer winter summer " +
    "shelter newspaper cruiser bomber fighter carrier destroyer plant restaurant variant elephant committee fee tree degree list"
  ).split(" "),
)

const HARMS = new Set(
  [TO_OBJECT, TO_PEOPLE, TO_SUBJECT, STATES, NOUNS].flatMap((table) => [...table.values()]),
)

/** Whether the unit says what befell people: "killed", "arrested". */
export function isHarm(unit: string): boolean {
  return HARMS.has(unit)
}

/** Whether the noun, in the singular, names people. */
export function isPeople(noun: string): boolean {
  return PEOPLE.has(noun) || (PERSON_ENDING.test(noun) && !NO_PEOPLE.has(noun))
}

// “five children and two drivers, including a captain”: some steps up are enough for any list.
const MAX_STEPS = 6

export interface Counted {
  /** The noun that is counted, or the number alone. */
  readonly index: number
  /** The number's own top word: “hundreds” of “the deaths of hundreds of soldiers”. */
  readonly top: number
  /** The amount with its bound; harm may stand right beside it. */
  readonly from: number
  readonly to: number
  /** Whether the word stands for people, as far as is known. */
  readonly isPerson: boolean
}

/**
 * What befell those that are counted; null when the sentence tells nothing of the kind. The words right beside the
 * amount go before what the tree says of the list that it is in.
 */
export function befallen(words: SentenceWords, counted: Counted): string | null {
  return (
    harmAt(words, counted.index, counted.isPerson) ??
    harmAt(words, counted.top, counted.isPerson) ??
    harmBeside(words, counted) ??
    harmAbove(words, counted)
  )
}

function harmAt(words: SentenceWords, at: number, isPerson: boolean): string | null {
  return ofNoun(words, at) ?? ofAttributes(words, at) ?? ofVerb(words, at, isPerson)
}

/** What is said of the list or whole that the counted are in. */
function harmAbove(words: SentenceWords, { index, isPerson }: Counted): string | null {
  let at = goesOnAt(words, index)
  for (let steps = 0; at !== null && steps < MAX_STEPS; steps += 1) {
    const harm = harmAt(words, at, isPerson)
    if (harm !== null) return harm
    at = goesOnAt(words, at)
  }
  return null
}

function harmBeside(words: SentenceWords, { index, from, to }: Counted): string | null {
  const before = harmBefore(words, from)
  if (before !== null) return before
  // “users in 38 countries were arrested”: the countries were not.
  const isInPhrase = words.tree.childrenBy(index, "case").length > 0
  return isInPhrase ? null : harmAfter(words, Math.max(to, index + 1))
}

/** “injures dozens”, “killing at least 50” */
function harmBefore({ tree, form }: SentenceWords, from: number): string | null {
  const upos = from > tree.sentence.from ? tree.at(from - 1).upos : "X"
  return upos === "VERB" || upos === "NOUN" ? (TO_OBJECT.get(form(from - 1)) ?? null) : null
}

// “seven more were injured”, “four of whom have been killed”
const BEFORE_HARM = new Set("more other others people of whom them have has had also reportedly".split(" "))
const PASSIVE = new Set(["been", "being", "be", "was", "were", "are", "is"])
const MAX_BEFORE_HARM = 5

function harmAfter({ form }: SentenceWords, to: number): string | null {
  let index = to
  let isPassive = false
  while (index < to + MAX_BEFORE_HARM && (BEFORE_HARM.has(form(index)) || PASSIVE.has(form(index)))) {
    isPassive ||= PASSIVE.has(form(index))
    index += 1
  }
  const state = STATES.get(form(index)) ?? (isPassive ? undefined : TO_SUBJECT.get(form(index)))
  if (state !== undefined) return state
  return form(index).endsWith("ed") ? (TO_OBJECT.get(form(index)) ?? null) : null
}

/** What the noun itself says: “deaths”, “the injured”. */
export function harmOfNoun(noun: string): string | null {
  return NOUNS.get(noun) ?? STATES.get(noun) ?? null
}

/** “20 deaths”, “21 injured” */
function ofNoun({ tree, form }: SentenceWords, at: number): string | null {
  const { upos } = tree.at(at)
  if (upos === "NOUN") return harmOfNoun(form(at))
  return upos === "ADJ" || upos === "VERB" ? (STATES.get(form(at)) ?? null) : null
}

/** “21 injured people”, “people killed in the blast”, “people who died”, “students with minor injuries”. */
function ofAttributes({ tree, form }: SentenceWords, at: number): string | null {
  for (const child of tree.childrenBy(at, "nmod")) {
    const harm = NOUNS.get(form(child))
    if (harm === "injured" && tree.childrenBy(child, "case").some((mark) => form(mark) === "with"))
      return harm
  }
  for (const child of tree.childrenBy(at, "amod", "acl", "xcomp", "advcl")) {
    const { relation } = tree.at(child)
    if (relation === "acl:relcl") {
      const found = ofRelativeClause({ tree, form }, child)
      if (found !== null) return found
    } else if (!form(child).endsWith("ing") || form(child) === "missing") {
      const found = STATES.get(form(child)) ?? (child > at ? TO_OBJECT.get(form(child)) : undefined)
      if (found !== undefined) return found
    }
  }
  return null
}

const RELATIVES = new Set(["who", "that", "which", "whom"])

function ofRelativeClause({ tree, form }: Pick<SentenceWords, "tree" | "form">, verb: number): string | null {
  const subject = tree.childrenBy(verb, "nsubj")[0]
  if (subject === undefined || !RELATIVES.has(form(subject))) return null
  const isPassive = tree.at(subject).relation === "nsubj:pass"
  return (isPassive ? TO_OBJECT : TO_SUBJECT).get(form(verb)) ?? STATES.get(form(verb)) ?? null
}

function ofVerb(words: SentenceWords, at: number, isPerson: boolean): string | null {
  const { tree, form } = words
  const verb = tree.headOf(at)
  if (verb === null) return null
  const { relation } = tree.at(at)
  const isSubject = relation === "nsubj"
  if (isRelation(relation, ["obj", "nsubj:pass"]) || (isSubject && isShortPassive(words, verb))) {
    if (form(at) === "lives" && (TAKING_LIVES.has(form(verb)) || LOSING_LIVES.has(form(verb))))
      return "killed"
    const left = leftAs(words, verb)
    if (left !== null) return left
    const done = TO_OBJECT.get(form(verb)) ?? (isPerson ? TO_PEOPLE.get(form(verb)) : undefined)
    if (done !== undefined) return done
    // “52 had been taken away”, by the police
    if (isPerson && /^t(?:ake[ns]?|ook|aking)$/.test(form(verb)) && form(verb + 1) === "away")
      return "detained"
    const taken = takenTo(words, verb)
    if (taken !== null) return taken
  }
  if (isSubject) {
    const isLosing =
      LOSING_LIVES.has(form(verb)) && tree.childrenBy(verb, "obj").some((object) => form(object) === "lives")
    return isLosing ? "killed" : (TO_SUBJECT.get(form(verb)) ?? STATES.get(form(verb)) ?? null)
  }
  return relation === "nmod" ? (NOUNS.get(form(verb)) ?? null) : null
}

/** “Nine jailed over abuse”: a headline's passive without “were”. */
function isShortPassive({ tree }: SentenceWords, verb: number): boolean {
  return tree.childrenBy(verb, "obj", "aux").length === 0
}

/** “left five dead”, “found two children injured”, “shot dead five” */
function leftAs({ tree, form }: SentenceWords, verb: number): string | null {
  if (form(verb + 1) === "dead") return "killed"
  for (const child of tree.childrenBy(verb, "xcomp", "advcl")) {
    const state = STATES.get(form(child))
    if (state !== undefined) return state
  }
  return null
}

/** “taken to a nearby hospital” */
function takenTo({ tree, form }: SentenceWords, verb: number): string | null {
  if (!TAKING.has(form(verb))) return null
  return tree.childrenBy(verb, "obl").some((place) => /^hospitals?$/.test(form(place)))
    ? "hospitalized"
    : null
}

const TAKING = new Set(
  "took taken taking rushed airlifted transported flown brought admitted sent".split(" "),
)

/** Where the same is said of `at`: of the first of a list, of the whole that it is part of. */
function goesOnAt({ tree, form }: SentenceWords, at: number): number | null {
  const { relation } = tree.at(at)
  if (isRelation(relation, ["conj", "appos"])) return tree.headOf(at)
  // “killed 20, including three children”
  const isPart =
    isRelation(relation, ["obl", "nmod"]) &&
    tree.childrenBy(at, "case").some((mark) => form(mark) === "including")
  return isPart ? tree.headOf(at) : null
}
