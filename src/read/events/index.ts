// Happenings that a report names: which words, of which type, who to whom, where, when, with what. In: tokens with
// their trees. Out: one `EventMention` for each place that names one. Frames propose by the lexicon, the network by
// its head where the weights have one; `readBy` tells which decided. That two mentions are one happening is told by
// `resolve/happenings`.
import { inHeadlineOf } from "../../document/headlines.ts"
import { ownersOf } from "../../document/owners.ts"
import { isNegated, isPassive, type Tree } from "../../grammar/index.ts"
import { type FrameLexicon, type ModalityLexicon, modalEffect } from "../../lexicon/index.ts"
import type { Doc } from "../../schema/doc.ts"
import { hasNoOwnType } from "../../schema/event-types.ts"
import type { TokenRange } from "../../schema/positions.ts"
import type { Attribution, EventMention, Mention, Tokens } from "../../schema/reading.ts"
import type { Scores } from "../network/scores.ts"
import { ANY_ROLES, argumentsOf, type Teller } from "./arguments.ts"
import { type FoundFrame, type FrameFinds, findFrames } from "./find-frames.ts"
import { viewHeadline } from "./headlines.ts"
import { type EventHead, eventHead, networkTriggers } from "./network-events.ts"
import { statusOf } from "./status.ts"
import { type Sentence, type View, viewSentence } from "./view.ts"
import { wordsIn } from "./words-in.ts"
import { yearOf } from "./year-of.ts"

export { findVoices, type VoicesInput } from "./voices.ts"

export interface EventInput {
  readonly doc: Doc
  readonly tokens: Tokens
  readonly sentences: readonly TokenRange[]
  readonly attributions: readonly Attribution[]
  /** Those that speak in `attributions`. */
  readonly speakers: readonly Mention[]
  /** Null: the frames decide alone. */
  readonly scores: Scores | null
  readonly frames: FrameLexicon
  readonly modality: ModalityLexicon
}

// Limits were chosen on the dev part of the corpus and on conflict-dev, and on PLOVER's and PETRARCH's records, of which typed
// frames know more than the corpus does (decision 22).
const LEAST_UNTYPED = 0.1
const LEAST_TYPED = 0.05
// Words with a frame that has no type (“killed”) are of the type that the network finds as likely as this.
const LEAST_TYPE = 0.6
// Words without a frame, chosen on 86 reports that the network had not seen beside these (decision 25): of those between .85 and .93
// six or seven in ten name a happening. Their type, where it is as likely as `LEAST_OWN_TYPE`: less sure ones are wrong three times in four.
const LIKELY = 0.85
const LEAST_OWN_TYPE = 0.4

/** In text order. Never throws; time grows with the text. */
export function findEvents(input: EventInput): readonly EventMention[] {
  const { doc, tokens, frames, modality, scores } = input
  const view: View = { text: doc.text, tokens, frames }
  const network = scores === null ? null : { scores, head: eventHead(scores) }
  const context: Context = {
    modality,
    year: yearOf(doc),
    network,
    tellers: tellersOf(input),
    voiceAt: voicesAt(input),
  }
  const inHeadline = inHeadlineOf(doc)
  return input.sentences.flatMap((range) => {
    const isHeadline = inHeadline(range.from < tokens.length ? tokens.start(range.from) : 0)
    const sentence = isHeadline ? viewHeadline(viewSentence(view, range)) : viewSentence(view, range)
    const { found: all, told } = findFrames(sentence, isHeadline)
    const found = all.filter(
      ({ frame, site }) =>
        !namesNothing(sentence, site.head) &&
        (network === null || network.head.happens(site.head) >= leastFor(frame.type)),
    )
    const byFrames = found.map((each) => frameMention(sentence, each, context))
    const byNetwork =
      network === null ? [] : networkMentions(sentence, { found, told }, context, network.head)
    const mentions = [...byFrames, ...byNetwork]
    const deeds = new Set(mentions.map(({ head }) => sentence.tree.headOf(head)))
    return mentions
      .filter((event) => isTold(event, deeds))
      .sort((one, other) => one.trigger.start - other.trigger.start || one.head - other.head)
  })
}

/** Whether a word that a verb's frame or the network takes for an event names none, e.g. “lost by 412 *votes*”. */
function namesNothing(sentence: Sentence, head: number): boolean {
  return isAnonymity(sentence, head) || isPosed(sentence, head) || isNoDeed(sentence, head)
}

/** “a diplomat who *asked* not to be *named*”, “who *spoke* on condition of anonymity”: how the report came by it, nothing that a chronicle lists. */
function isAnonymity({ tree, text }: Sentence, head: number): boolean {
  const isNaming = (word: number): boolean =>
    /^(?:name|identify|quote)$/.test(tree.at(word).lemma) &&
    tree.at(word).relation === "xcomp" &&
    isPassive(tree, word)
  // “not authorised to *brief* reporters”, “not permitted to *discuss* it publicly”
  const above = tree.at(head).relation === "xcomp" ? tree.headOf(head) : null
  if (above !== null && LEAVE_TO_SPEAK.test(tree.at(above).lemma) && SPEAKING.test(tree.at(head).lemma))
    return isNegated(tree, above)
  const behind = text.slice(tree.at(head).span.end, tree.at(head).span.end + MOST_OF_CONDITION)
  return (
    isNaming(head) ||
    tree.childrenBy(head, "xcomp").some(isNaming) ||
    /^ (?:\w+ ){0,3}(?:on|under) (?:the )?condition of anonymity\b/.test(behind)
  )
}

const LEAVE_TO_SPEAK = /^(?:authori[sz]e|unauthori[sz]ed|permit|allow|entitle)$/
const SPEAKING = /^(?:speak|talk|brief|discuss|comment|address|disclose|release)$/

/** “lost by *412 votes*”, “Press *release*”, “pleaded *not* guilty”: what is counted or read, and what says that nothing was done. */
function isNoDeed({ tree }: Sentence, head: number): boolean {
  const { lemma, xpos } = tree.at(head)
  if (lemma === "vote" && xpos === "NNS") return tree.childrenBy(head, "nummod").length > 0
  if (lemma.toLowerCase() === "release")
    return tree.childrenBy(head, "compound", "amod").some((of) => /^(?:press|news)$/i.test(tree.at(of).lemma))
  // “left three soldiers dead”
  if (lemma === "leave") return tree.childrenBy(head, "xcomp").some((state) => tree.at(state).upos === "ADJ")
  return lemma === "plead" && tree.has(head + 1) && tree.at(head + 1).lemma === "not"
}

/** “crowds that *posed* no *threat*”, “*represents* a *threat* to peace”: a danger, with which nobody threatens. */
function isPosed({ tree }: Sentence, head: number): boolean {
  const verb = tree.at(head).lemma === "threat" && tree.at(head).relation === "obj" ? tree.headOf(head) : null
  return verb !== null && /^(?:pose|represent|constitute|face)$/.test(tree.at(verb).lemma)
}

/** Characters of “to reporters on Monday on condition of anonymity” at most. */
const MOST_OF_CONDITION = 70

function leastFor(type: EventMention["type"]): number {
  return type === null ? LEAST_UNTYPED : LEAST_TYPED
}

interface Context {
  readonly modality: ModalityLexicon
  readonly year: number | null
  readonly network: { readonly scores: Scores; readonly head: EventHead } | null
  /** By the tokens of cues: who speaks; null where nobody is named. */
  readonly tellers: ReadonlyMap<number, Teller | null>
  /** The word for whoever says what a token stands in; null for the report. */
  readonly voiceAt: (token: number) => number | null
}

function voicesAt({ tokens, attributions, speakers }: EventInput): Context["voiceAt"] {
  const owners = ownersOf(tokens, attributions)
  const heads = new Map(speakers.map(({ id, head }) => [id, tokens.covering(head)?.from ?? null]))
  return (token) => {
    const speaker = attributions[owners[token] ?? -1]?.speaker ?? null
    return speaker === null ? null : (heads.get(speaker) ?? null)
  }
}

function tellersOf({ tokens, attributions, speakers }: EventInput): Context["tellers"] {
  const byId = new Map(
    speakers.map(({ id, head, span }) => {
      const [word, words] = [tokens.covering(head), tokens.covering(span)]
      return [id, word === null || words === null ? null : { head: word.from, words }] as const
    }),
  )
  return new Map(
    attributions.flatMap(({ cue, speaker }) => {
      const teller = speaker === null ? null : (byId.get(speaker) ?? null)
      return wordsIn(tokens, cue ?? []).map((token) => [token, teller] as const)
    }),
  )
}

/** Who speaks by the word, or by the verb above of “denied *using* gas”: they are who did it, or did not; not of “accused police of *beating* them”. */
function tellerOf(tree: Tree, word: number, tellers: Context["tellers"]): Teller | null {
  const { xpos, relation } = tree.at(word)
  const upper = xpos === "VBG" && relation === "xcomp" ? tree.headOf(word) : null
  const above = upper !== null && tree.childrenBy(upper, "obj", "iobj").length === 0 ? upper : null
  return tellers.get(word) ?? (above === null ? null : (tellers.get(above) ?? null))
}

/** “Trump attacked Drudge as an opponent”: what gives somebody's words hurts nobody. */
function inWords(type: EventMention["type"], modes: EventMention["modes"], isSaid: boolean) {
  return isSaid && type === "ASSAULT" ? { type: "ACCUSE" as const, modes: ["disapprove"] } : { type, modes }
}

// “no deaths were reported”, “did not win”: of acts without a type a chronicle lists half of the denials, of the unlikelier ones hardly any.
// Of “thwarted an *attempt* to invade Chad” the deed alone is told: it hangs on one of `deeds`, the words that other mentions hang on.
function isTold(event: EventMention, deeds: ReadonlySet<number | null>): boolean {
  if (!hasNoOwnType(event) || event.status !== "negated") return true
  // “no fighter had died”: that tells how many were killed.
  if (/^(?:die|death|kill|injur|wound|hurt|casualt|fatalit)/.test(event.readBy.rule ?? "")) return false
  return event.score >= LEAST_NEGATED && !deeds.has(event.head)
}

/** Of the mentions that say that what has no type did not happen, from this score on 60 in a hundred are events, below it 40. */
const LEAST_NEGATED = 0.6

function frameMention(
  sentence: Sentence,
  { frame, site, words, tolls }: FoundFrame,
  { modality, year, network, tellers, voiceAt }: Context,
): EventMention {
  const head = headOf(sentence, site, modality)
  const type = frame.type ?? network?.head.typeOf(site.head, LEAST_TYPE) ?? null
  return {
    trigger: triggerOf(sentence, site.head, words),
    head,
    ...inWords(type, frame.modes, site.pos === "verb" && tellers.has(site.head)),
    ...statusAt(sentence, head, modality, year),
    arguments: argumentsOf(sentence, site, frame, {
      scores: network?.scores ?? null,
      tolls,
      teller: tellerOf(sentence.tree, site.head, tellers),
      voice: voiceAt(site.head),
    }),
    readBy: { reader: "rule", rule: frame.name },
    score: scoreOf("rule", network?.head.happens(site.head) ?? null),
  }
}

/**
 * The word whose clause tells the status: of a noun its light verb, where that verb hands its own status on. “was planning
 * attacks”: the planning is actual, the attacks are planned.
 */
function headOf({ tree }: Sentence, { head, light }: FoundFrame["site"], modality: ModalityLexicon): number {
  if (light === null) return head
  const effect = modalEffect(modality, tree.at(light.verb).lemma, "verb", "object")
  // “scheduled elections”, “elections are scheduled”
  const isGoverned = tree.headOf(head) === light.verb && /^(?:obj|nsubj:pass)$/.test(tree.at(head).relation)
  return effect === "planned" && isGoverned ? head : light.verb
}

/** “Brazil crushed Chile 4-0”: who wins a match does nobody harm. */
function isOfGame({ tree: { sentence, tokens }, text }: Sentence): boolean {
  return SCORE.test(text.slice(tokens.start(sentence.from), tokens.end(sentence.to - 1)))
}

const SCORE = /(?<![\d.,-])\d{1,3}[-–]\d{1,3}(?![\d-])(?! ?(?:years?|days?|people|km|percent|per cent))/

/** Words that no frame has and the network takes for a happening. */
function networkMentions(
  sentence: Sentence,
  { found, told }: FrameFinds,
  { modality, year, network, tellers, voiceAt }: Context,
  eventHead: EventHead,
): readonly EventMention[] {
  const taken = new Set([...told, ...found.flatMap(({ words }) => words)])
  return networkTriggers(sentence, eventHead, LIKELY)
    .filter(
      ({ words, head }) =>
        !words.some((word) => taken.has(word)) && mayName(sentence, head) && !namesNothing(sentence, head),
    )
    .map(({ words, head, likelihood }) => {
      const type = isOfGame(sentence) ? null : eventHead.typeOf(head, LEAST_OWN_TYPE)
      const pos = sentence.tree.at(head).upos === "VERB" ? ("verb" as const) : ("noun" as const)
      const roles = { type, ...ANY_ROLES }
      return {
        trigger: triggerOf(sentence, head, words),
        head,
        ...inWords(type, [], pos === "verb" && tellers.has(head)),
        ...statusAt(sentence, head, modality, year),
        arguments: argumentsOf(sentence, { head, pos, light: null }, roles, {
          scores: network?.scores ?? null,
          tolls: [],
          teller: tellerOf(sentence.tree, head, tellers),
          voice: voiceAt(head),
        }),
        readBy: { reader: "network" as const, rule: null },
        score: scoreOf("network", likelihood),
      }
    })
}

function mayName({ tree }: Sentence, head: number): boolean {
  return /^(?:VERB|NOUN|PROPN|ADJ|NUM)$/.test(tree.at(head).upos)
}

// “talks between the two in Cairo on Monday were held”: beyond this the noun alone is the trigger.
const LONGEST_TRIGGER = 6

function triggerOf({ tokens }: Sentence, head: number, words: readonly number[]): EventMention["trigger"] {
  const [first, last] = [words[0]!, words.at(-1)!]
  const isLong = last - first >= LONGEST_TRIGGER
  return { start: tokens.start(isLong ? head : first), end: tokens.end(isLong ? head : last) }
}

/** How many in a hundred such mentions are right in the dev part of the corpus, as a share. */
function scoreOf(reader: "rule" | "network", likelihood: number | null): number {
  // Frames alone: 71 of 100.
  if (likelihood === null) return 0.71
  return reader === "rule" ? 0.25 + 0.65 * likelihood : 0.65 * likelihood
}

function statusAt(
  { tree }: Sentence,
  head: number,
  modality: ModalityLexicon,
  year: number | null,
): Pick<EventMention, "status" | "statusScore"> {
  const { status, score } = statusOf(tree, head, modality, year)
  return { status, statusScore: score }
}
