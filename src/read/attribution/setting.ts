// Where something was said, and to whom. In: drafts whose cue may still hold both (“said in a statement”), and the
// network's word on venues and addressees. Out: drafts with the two taken out of the cue or found beside it.
import { isDay, isPassive, nounPhrase, type Tree } from "../../grammar/index.ts"
import { cueSenses, type VenueSort, venueSort } from "../../lexicon/index.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { TaggedSpan } from "../spans/index.ts"
import { cueBorders, withoutTime } from "./borders.ts"
import { contains, type Draft, overlaps, ownersOf, without } from "./draft.ts"
import { hasLetters, type View } from "./view.ts"

/** Words between a cue and a venue or addressee beyond which they are not joined. */
const REACH_WORDS = 25

/** Linear in drafts and spans. `spans`: venues and addressees in text order. */
export function findSettings(
  view: View,
  drafts: readonly Draft[],
  spans: readonly TaggedSpan[],
): readonly Draft[] {
  const owners = ownersOf(drafts, view.tokens.length)
  const taken = spansByDraft(view, drafts, spans)
  return drafts.map((draft, number) => {
    const head = headOf(view, draft)
    const isFree = (range: TokenRange): boolean => isFreeOf(drafts, number, owners, range)
    const occasion = head === null ? null : occasionTold(view, head)
    const asked = head === null || occasion !== null ? null : addresseeByRule(view, head)
    const addressee =
      occasion === null ? (asked ?? draft.addressee ?? taken.addressee.get(number) ?? null) : null
    // “asked [the minister] (to resign)”: the network took the person asked for a part of what was asked.
    const isTold = head !== null && TELLING.has(view.tokenAt(head).lemma.toLowerCase())
    const content = addressee === null || !isTold ? draft.content : withoutLead(draft.content, addressee)
    const isClear = content !== draft.content || (addressee !== null && isFree(addressee))
    const keptAddressee = isClear ? addressee : null
    const byRule = occasion ?? (head === null ? null : venueByRule(view, draft, head))
    const given = byRule ?? taken.venue.get(number) ?? null
    const venue = given !== null && asked !== null && overlaps(given, asked) ? null : given
    const keptVenue = venue !== null && isFree(venue) ? placeOnly(view, venue) : null
    const cue = keptAddressee === null ? draft.cue : draft.cue.flatMap((part) => without(part, keptAddressee))
    const rest = keptVenue === null ? cue : cue.flatMap((part) => withoutTail(part, keptVenue))
    // A cue that would vanish is no cue with a venue: “in a statement: …” keeps its words.
    const isGone =
      rest.every((part) => !hasLetters(view, part)) && draft.cue.some((part) => hasLetters(view, part))
    if (isGone) return draft
    return {
      ...draft,
      content,
      cue: rest.map((part) => cueBorders(view, part)),
      venue: keptVenue,
      addressee:
        keptAddressee !== null && keptVenue !== null && overlaps(keptAddressee, keptVenue)
          ? null
          : keptAddressee,
    }
  })
}

/** Null where all is time: “on” of “on 14 April” is no place. */
function placeOnly(view: View, venue: TokenRange): TokenRange | null {
  const told = withoutTime(view, venue)
  // “during a dialogue [held] last month”
  const isHeld = told.to - told.from > 2 && view.tokenAt(told.to - 1).xpos === "VBN"
  const place = isHeld ? { from: told.from, to: told.to - 1 } : told
  return place.to - place.from < 2 ? null : place
}

// Whose object is to whom it is said: “urged [Congress] (to leave it)”. PolNeAR has Congress in the content: .002 of its
// exact contents; by the guideline of our corpus it is the addressee.
const TELLING = new Set(
  "tell ask inform remind assure notify advise brief urge order instruct direct warn promise beg implore call".split(
    " ",
  ),
)

/** The content without `lead`, when it begins with just those words and goes on after them. */
function withoutLead(content: Draft["content"], lead: TokenRange): Draft["content"] {
  const [first, ...rest] = content
  if (first.from !== lead.from) return content
  if (first.to > lead.to) return [{ from: lead.to, to: first.to }, ...rest]
  const [next, ...others] = rest
  return first.to === lead.to && next !== undefined ? [next, ...others] : content
}

/** The venue goes; of what follows it in the cue only time is left, and goes too: “said in a statement on Monday”. */
function withoutTail(part: TokenRange, venue: TokenRange): readonly TokenRange[] {
  if (!overlaps(part, venue)) return [part]
  const before = without(part, { from: venue.from, to: Math.max(part.to, venue.to) })
  return before.length > 0 ? before : without(part, venue)
}

/** Nobody's words, or those of a statement that this one lies in: “He said [the troops] were ordered to leave”. */
function isFreeOf(drafts: readonly Draft[], number: number, owners: Int32Array, range: TokenRange): boolean {
  const draft = drafts[number]!
  const cue = draft.cue[0]
  const isOuter = (owner: number): boolean =>
    cue !== undefined && drafts[owner]!.content.some((part) => contains(part, cue) && contains(part, range))
  for (let index = range.from; index < range.to; index++) {
    const owner = owners[index]!
    if (owner !== -1 && owner !== number && !isOuter(owner)) return false
  }
  const isInSource = draft.source !== null && overlaps(draft.source, range)
  return !isInSource && !draft.content.some((part) => overlaps(part, range))
}

/** The network's spans, each given to the nearest cue of its sentence. */
function spansByDraft(
  view: View,
  drafts: readonly Draft[],
  spans: readonly TaggedSpan[],
): { readonly venue: ReadonlyMap<number, TokenRange>; readonly addressee: ReadonlyMap<number, TokenRange> } {
  const venue = new Map<number, TokenRange>()
  const addressee = new Map<number, TokenRange>()
  const bySentence = new Map<number, number[]>()
  drafts.forEach(({ cue }, number) => {
    for (const { from } of cue) {
      const sentence = view.sentenceOf(from)
      bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), number])
    }
  })
  for (const { role, range } of spans) {
    let nearest: number | null = null
    let least = REACH_WORDS
    for (const number of bySentence.get(view.sentenceOf(range.from)) ?? []) {
      const distance = Math.min(...drafts[number]!.cue.map((part) => distanceOf(part, range)))
      if (distance < least) {
        least = distance
        nearest = number
      }
    }
    // “following a meeting” tells when, not where; “a meeting *with the envoy*” tells who was there.
    if (role === "venue" && range.to - range.from < 2) continue
    if (role === "venue" && NOT_WHERE.has(view.wordOf(range.from).toLowerCase())) continue
    const found = role === "venue" ? venue : addressee
    if (nearest !== null && !found.has(nearest)) found.set(nearest, range)
  }
  return { venue, addressee }
}

function distanceOf(one: TokenRange, other: TokenRange): number {
  return Math.max(0, one.from - other.to, other.from - one.to)
}

/** The word of the cue that the others hang on; null for a colon or a dash. */
function headOf(view: View, { cue }: Draft): number | null {
  const words = cue.filter((part) => hasLetters(view, part))
  const last = words.at(-1)
  return last === undefined ? null : view.treeOf(last.from).topOf(last)
}

// “told reporters”: the object of a verb of telling; “said to reporters”: what “to” leads.
function addresseeByRule(view: View, head: number): TokenRange | null {
  const tree = view.treeOf(head)
  const { upos, lemma } = tree.at(head)
  if (upos !== "VERB") return null
  const takesAddressee = cueSenses(view.lexicon, lemma, "verb").some(({ frame }) => frame.has("addressee"))
  const object = tree.childrenBy(head, "iobj")[0] ?? tree.childrenBy(head, "obj")[0]
  if (takesAddressee && object !== undefined && object > head) return addresseePhrase(view, tree, object)
  // “[we] were told that”
  const told = takesAddressee && isPassive(tree, head) ? tree.childrenBy(head, "nsubj:pass")[0] : undefined
  if (told !== undefined) return addresseePhrase(view, tree, told)
  for (const oblique of tree.childrenBy(head, "obl")) {
    // “called for a strike on Friday”
    if (isDay(tree, oblique)) continue
    // “on” of “call on” hangs on either.
    const preposition = tree.childrenBy(oblique, "case")[0] ?? tree.childrenBy(head, "compound:prt")[0]
    const leads = preposition === undefined ? "" : tree.at(preposition).lemma.toLowerCase()
    // “called on Fox News to fire her”: no place.
    const isAsked = lemma === "call" && (leads === "on" || leads === "upon")
    const isTold = leads === "to" && venueSort(view.lexicon, tree.at(oblique).lemma) === null
    if ((isAsked || isTold) && preposition !== undefined && oblique > head) {
      const phrase = addresseePhrase(view, tree, oblique)
      if (phrase === null) return null
      const from = Math.max(phrase.from, preposition + 1)
      // “called it off late on Tuesday”: nobody.
      return from < phrase.to ? { from, to: phrase.to } : null
    }
  }
  return null
}

/** “told [a news conference in the capital]”: where, not whom. */
function occasionTold(view: View, head: number): TokenRange | null {
  const tree = view.treeOf(head)
  if (!TELLING.has(tree.at(head).lemma.toLowerCase())) return null
  const object = tree.childrenBy(head, "iobj", "obj").find((child) => child > head)
  if (object === undefined || sortOf(view, tree, object) !== "occasion") return null
  return withPlace(view, tree, withoutTime(view, nounPhrase(tree, object)), head)
}

/** “reporters” of “told reporters at a briefing in Moscow”: the phrase ends where a place or time of saying begins. */
function addresseePhrase(view: View, tree: Tree, object: number): TokenRange | null {
  const { from, to } = nounPhrase(tree, object)
  let end = to
  for (const child of tree.childrenBy(object, "nmod", "obl")) {
    const range = tree.rangeOf(child)
    if (range.from > object && leadsVenue(view, tree, range.from, child)) end = Math.min(end, range.from)
  }
  const phrase = withoutTime(view, { from, to: end })
  // “‘They told us’”: within a quotation both are.
  const isApart = view.isQuoted(phrase.from) !== view.isQuoted(tree.headOf(object) ?? object)
  return phrase.from < phrase.to && !isApart ? phrase : null
}

/** Which prepositions lead a place of saying of each sort: “by telephone”, “from the podium”, “before the committee”. */
const VENUE_PREPOSITIONS: Readonly<Record<VenueSort, ReadonlySet<string>>> = {
  occasion: new Set(["in", "at", "during", "on", "over", "via", "through"]),
  channel: new Set(["on", "in", "via", "through", "over", "by"]),
  document: new Set(["in", "on", "via", "through", "by"]),
  place: new Set(["in", "at", "on", "from", "before"]),
}

// When it was said, and with whom.
const NOT_WHERE = new Set([
  "following",
  "after",
  "since",
  "until",
  "ahead",
  "amid",
  "upon",
  "when",
  "while",
  "with",
])

/** Whether `preposition` and `noun` name a place of saying: “at … briefing”, “at … press conference”. */
function leadsVenue(view: View, tree: Tree, preposition: number, noun: number): boolean {
  const sort = sortOf(view, tree, noun)
  return sort !== null && VENUE_PREPOSITIONS[sort].has(view.wordOf(preposition).toLowerCase())
}

function sortOf(view: View, tree: Tree, noun: number): VenueSort | null {
  const { lemma } = tree.at(noun)
  const two =
    noun > tree.sentence.from ? venueSort(view.lexicon, `${tree.at(noun - 1).lemma} ${lemma}`) : null
  return two ?? venueSort(view.lexicon, lemma)
}

// “said in a statement”, “told reporters at a briefing in Moscow”, “On Twitter, he wrote”
function venueByRule(view: View, draft: Draft, head: number): TokenRange | null {
  const tree = view.treeOf(head)
  const holders = [head, ...tree.childrenBy(head, "obj", "iobj", "obl")]
  const phrases = holders.flatMap((holder) => tree.childrenBy(holder, "obl", "nmod"))
  for (const noun of phrases) {
    const preposition = tree.childrenBy(noun, "case")[0]
    if (preposition === undefined || preposition > noun) continue
    if (!leadsVenue(view, tree, preposition, noun)) continue
    if (Math.abs(noun - head) > REACH_WORDS || view.isQuoted(noun)) continue
    const { from, to } = nounPhrase(tree, noun)
    const venue = withPlace(view, tree, { from: Math.min(from, preposition), to }, head)
    if (!draft.content.some((part) => overlaps(part, venue))) return venue
  }
  // The parser went astray, but the cue itself ends in a venue: “said in a statement”.
  for (const part of draft.cue) {
    for (let index = part.from + 1; index < part.to - 1; index++) {
      for (let noun = index + 1; noun < part.to; noun++) {
        if (leadsVenue(view, tree, index, noun)) return { from: index, to: part.to }
      }
    }
  }
  return null
}

/** “at a briefing [in Moscow]”, where the parser hung Moscow on the verb. */
function withPlace(view: View, tree: Tree, venue: TokenRange, head: number): TokenRange {
  for (const noun of tree.childrenBy(head, "obl")) {
    const range = tree.rangeOf(noun)
    if (range.from !== venue.to || tree.at(noun).upos !== "PROPN") continue
    const word = view.wordOf(range.from).toLowerCase()
    if (word === "in" || word === "at")
      return withoutTime(view, { from: venue.from, to: nounPhrase(tree, noun).to })
  }
  return venue
}
