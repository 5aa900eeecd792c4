// Candidates that a mention cannot mean, whatever the ranker thinks of them. In: a candidate, the mention, what stands around
// it. Out: whether a rule excludes it.
import { callingsOf } from "./draft-chain.ts"
import type { Candidate, Surroundings } from "./features.ts"
import type { CoreferenceKnowledge } from "./knowledge.ts"
import type { Profile } from "./profiles.ts"
import { unlikeBy } from "./unlike.ts"

type RuledOut = (candidate: Candidate, mention: Profile, surroundings: Surroundings) => boolean

/** For one report. */
export function ruledOutBy(sectorOf: CoreferenceKnowledge["sectorOf"]): RuledOut {
  const areUnlike = unlikeBy(sectorOf)
  return (candidate, mention, surroundings) => {
    if (mention.pronoun !== null) return isSubjectOf(candidate, mention) || isAnybody(mention)
    return (
      // “Police fired tear gas at the port workers”: a body is no group of people.
      !candidate.fits ||
      isTeller(candidate, mention, surroundings) ||
      areUnlike(callingsOf(mention), candidate.chain.callings) ||
      haveOtherNumbers(candidate, mention) ||
      isWithin(mention, candidate) ||
      isOtherOffice(mention, candidate) ||
      isOthers(mention, candidate)
    )
  }
}

/** “He said the governor had left”: nobody tells of himself by an office. */
function isTeller({ chain }: Candidate, mention: Profile, { tells }: Surroundings): boolean {
  return mention.kind === "person" && tells(chain)
}

/** “A source close to the prime minister”: a part of a phrase is not what the whole stands for, but for what names it too: “the chair, a lawyer, Jane Roe”. */
function isWithin({ mention, head, role, tree, range }: Profile, { last }: Candidate): boolean {
  if (mention.kind !== "nominal" || role === "apposition" || last.head === head || last.members.length > 0)
    return false
  const { start, end } = last.mention.span
  if (mention.span.start < start || end < mention.span.end) return false
  const isBeside = tree.has(range.from - 1) && tree.at(range.from - 1).lemma === ","
  return !isBeside && !(last.mention.kind === "name" && mention.span.start === start)
}

/** “His spokeswoman … a minister”: who is somebody's was called so before, if the report has told of them. */
function isOthers({ article, words, mention, kind, sourceOf }: Profile, { chain, last }: Candidate): boolean {
  if (mention.kind !== "nominal" || article !== "possessive" || kind === null || sourceOf.length === 0)
    return false
  const isBeside =
    last.role === "apposition" ||
    (mention.span.end >= last.mention.span.start && last.mention.span.end >= mention.span.start)
  return !isBeside && chain.hasName && !words.some((word) => chain.words.has(word))
}

/** “The interior ministry … the education ministry”: the same word, but for other matters. */
function isOtherOffice(
  { words, modifiers }: Profile,
  { chain: { headWords, words: all } }: Candidate,
): boolean {
  if (!words.some((word) => OFFICE.has(word) && headWords.has(word))) return false
  const [mine, theirs] = [
    MATTERS.filter((matter) => modifiers.has(matter)),
    MATTERS.filter((matter) => all.has(matter)),
  ]
  return mine.length > 0 && theirs.length > 0 && !mine.some((matter) => theirs.includes(matter))
}

const OFFICE: ReadonlySet<string> = new Set(["ministry", "department", "minister", "secretary"])

const MATTERS =
  "agriculture defence defense economy education energy environment finance foreign health home industry information interior justice labor labour prime trade transport".split(
    " ",
  )

/** “two helicopters … five helicopters” */
function haveOtherNumbers({ chain }: Candidate, mention: Profile): boolean {
  const number = numberIn(mention)
  if (number === null) return false
  return chain.links.slice(-MOST_NUMBERED).some(({ profile }) => {
    const other = numberIn(profile)
    return other !== null && other !== number
  })
}

/** Of a chain's mentions those whose number is looked at. */
const MOST_NUMBERED = 8

/** The numeral before its noun, as written; null for none. */
function numberIn({ mention, tree, head }: Profile): string | null {
  if (mention.kind !== "nominal") return null
  const numeral = tree.childrenBy(head, "nummod").find((child) => child < head)
  return numeral === undefined ? null : tree.at(numeral).lemma.toLowerCase()
}

/** “Nobody was arrested”: no one that the report tells of. */
function isAnybody({ pronoun, words }: Profile): boolean {
  return pronoun?.use === "indefinite" && /^(?:any|some|every|no)(?:one|body)$/.test(words[0] ?? "")
}

/** “The US denied it”: who does something to “it” would be “itself”. */
function isSubjectOf({ last }: Candidate, { pronoun, role, tree, head, sentence }: Profile): boolean {
  return (
    pronoun?.use === "personal" &&
    role === "object" &&
    last.role === "subject" &&
    last.sentence === sentence &&
    tree.headOf(last.head) === tree.headOf(head)
  )
}
