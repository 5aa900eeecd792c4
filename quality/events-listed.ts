// From happenings as Sayso records them to events as PLOVER counts them. Sayso keeps what is planned, feared or denied
// with its status; PLOVER knows only what happened, and gives some announced acts a type of their own: future help is
// AGREE, an announced withdrawal CONCEDE, an announced attack THREATEN. In: event mentions of a sentence with its
// tree. Out: those that an event data set lists, with their type there.
import type { Tree } from "../src/grammar/index.ts"
import type { EventMention, EventStatus, PloverType } from "../src/schema/reading.ts"

/** An event as PLOVER lists it. */
export interface PloverEvent {
  readonly type: PloverType
  /** The mention that names it. */
  readonly mention: EventMention
  /** The promised, demanded or refused act that the mention takes up, whose parties may stand in for missing ones. */
  readonly about: readonly EventMention[]
}

/**
 * The type that PLOVER gives a happening of this status; null when it lists none: what is negated, hypothetical or
 * merely possible, and what has no type.
 */
export function listedType(type: PloverType | null, status: EventStatus): PloverType | null {
  if (type === null) return null
  if (status === "actual") return type
  return status === "planned" ? ANNOUNCED[type] : null
}

/** What an act is before it is done. Source: PLOVER_MANUAL.tex, on AGREE, CONCEDE and THREATEN. */
const ANNOUNCED: Readonly<Record<PloverType, PloverType | null>> = {
  AGREE: "AGREE",
  CONSULT: "AGREE",
  SUPPORT: "AGREE",
  COOPERATE: "AGREE",
  AID: "AGREE",
  // An announced easing is not yet one: unlike future help it is CONCEDE.
  CONCEDE: "CONCEDE",
  RETREAT: "CONCEDE",
  REQUEST: null,
  ACCUSE: null,
  REJECT: "REJECT",
  THREATEN: "THREATEN",
  PROTEST: "THREATEN",
  SANCTION: "THREATEN",
  MOBILIZE: "THREATEN",
  COERCE: "THREATEN",
  ASSAULT: "THREATEN",
}

/** Acts in words, whose object is another act: the promised, demanded, threatened, refused one is no event beside them. */
const TAKES_UP: ReadonlySet<PloverType | null> = new Set<PloverType>([
  "AGREE",
  "REQUEST",
  "THREATEN",
  "REJECT",
  "CONCEDE",
])

/** Takes time with the mentions of the sentence times the depth of its tree. */
export function toPloverEvents(tree: Tree, mentions: readonly EventMention[]): readonly PloverEvent[] {
  const byHead = new Map(mentions.map((mention) => [mention.head, mention]))
  const upper = new Map(mentions.map((mention) => [mention, governorOf(tree, mention, byHead)]))
  return mentions.flatMap((mention) => {
    const above = upper.get(mention) ?? null
    // “condemned the attack”: news is the condemnation; what it takes for known was listed when it happened.
    if (above !== null && (isTakenUp(above) || !isClause(tree, mention))) return []
    if (isLongPast(tree, mention.head)) return []
    const about = mentions.filter((other) => upper.get(other) === mention)
    const type = listedType(typeWith(mention, about), mention.status)
    return type === null ? [] : [{ type, mention, about }]
  })
}

function isClause(tree: Tree, { head }: EventMention): boolean {
  return tree.at(head).upos === "VERB"
}

function isTakenUp(above: EventMention): boolean {
  return TAKES_UP.has(above.type)
}

/** “agreed to resign” is CONCEDE, “vowed to attack” THREATEN: a promise has the type of the promised act before it is done. */
function typeWith(mention: EventMention, about: readonly EventMention[]): PloverType | null {
  if (mention.type !== "AGREE" || about.length === 0) return mention.type
  const announced = about
    .map(({ type }) => (type === null ? null : ANNOUNCED[type]))
    .find((each) => each !== null)
  return announced ?? mention.type
}

const WITHIN = ["xcomp", "ccomp", "obj", "conj", "nsubj:pass", "nmod", "acl", "obl", "csubj"]

/** The mention whose object or complement this one is, directly or over words that name no happening. */
function governorOf(
  tree: Tree,
  mention: EventMention,
  byHead: ReadonlyMap<number, EventMention>,
): EventMention | null {
  let at = mention.head
  for (let steps = tree.sentence.to - tree.sentence.from; steps > 0; steps -= 1) {
    const { relation } = tree.at(at)
    const head = tree.headOf(at)
    if (head === null || relation === "acl:relcl" || !WITHIN.includes(relation)) return null
    const above = byHead.get(head)
    // “attacked and killed”: coordinated acts stand side by side.
    if (above !== undefined && relation !== "conj") return above
    at = head
  }
  return null
}

/** “five years after crowds trashed its embassy”: told as what lies years back. */
function isLongPast(tree: Tree, head: number): boolean {
  let at = head
  for (let steps = tree.sentence.to - tree.sentence.from; steps > 0; steps -= 1) {
    const { relation } = tree.at(at)
    if (relation === "advcl") {
      const marks = tree.childrenBy(at, "mark")
      const isAfter = marks.some((mark) => /^(?:after|since)$/i.test(tree.at(mark).lemma))
      return isAfter && hasYearsBefore(tree, marks[0] ?? at)
    }
    const above = tree.headOf(at)
    if (above === null) return false
    at = above
  }
  return false
}

function hasYearsBefore(tree: Tree, mark: number): boolean {
  for (let index = mark - 1; index >= Math.max(tree.sentence.from, mark - 3); index -= 1)
    if (/^(?:year|decade|century)s?$/i.test(tree.at(index).lemma)) return true
  return false
}
