// A finished chain in words. In: its links. Out: the fullest name that the report gives, and what sort of one it is.
import type { Reading } from "../../schema/reading.ts"
import type { EntityKind } from "../../schema/resolution.ts"
import { describesNoun } from "./derived-names.ts"
import type { DraftChain } from "./draft-chain.ts"
import { type NameMention, type Profile, textOf } from "./profiles.ts"

/** “Sergei Lavrov”, not “Lavrov”; “Sudan”, not “Sudanese” or “Khartoum”; of an unnamed one the first words that describe it: “two officials”. */
export function nameOf(reading: Reading, chain: DraftChain): string {
  const capitals = new Set(chain.links.flatMap(({ profile, by }) => (by === "capital" ? [profile] : [])))
  let best: { readonly name: string; readonly words: number } | null = null
  for (const profile of chain.names) {
    const { mention } = profile
    if (mention.kind !== "name") continue
    const name = wholeName(reading, profile)
    const isAside = describesNoun(profile) || capitals.has(profile)
    const words = isAside ? 0 : Math.max(profile.words.length, name.split(" ").length)
    // “United States” rather than “US”, which are both names of one chain.
    if (best === null || words > best.words) best = { name, words }
  }
  if (best !== null) return best.name
  const nominal = chain.links.find(({ profile }) => profile.mention.kind === "nominal")?.profile
  if (nominal !== undefined) return described(reading, nominal)
  return clean(textOf(reading, chain.links[0]!.profile.mention.head))
}

export function kindOf(chain: DraftChain): EntityKind {
  const { kind } = chain
  if (kind === "person" && !chain.hasName && chain.number === "plural") return "group"
  return kind ?? "unknown"
}

/** “Sudan's Foreign Ministry” where only “Ministry” was taken for the name: alone it names nobody. */
function wholeName(reading: Reading, { mention, tree, head }: Profile): string {
  const own = clean(textOf(reading, (mention as NameMention).name))
  if (!BODY.test(own)) return own
  const before = tree
    .childrenBy(head, "nmod:poss", "compound", "amod", "det")
    .filter((child) => child < head)
    .map((child) => tree.at(tree.rangeOf(child).from).span.start)
  const whole = textOf(reading, {
    start: Math.min(...before, mention.head.start),
    end: (mention as NameMention).name.end,
  })
  return /[,;:“”"()]/.test(whole) ? own : clean(whole.replace(/^(?:the|an?)\s+/i, ""))
}

const BODY =
  /^(?:Agency|Army|Authority|Bank|Board|Bureau|Commission|Committee|Council|Court|Department|Forces?|Government|Ministry|Navy|Office|Parliament|Party|Police|Senate|Treasury)$/

function described(reading: Reading, { mention }: Profile): string {
  const words = clean(textOf(reading, mention.span)).replace(LEADING, "")
  return words
    .replace(/^(?:the|an?|this|that|these|those)\s+/i, "")
    .replace(DAY, "")
    .replace(WHO, "")
}

// “a UN official who”: what is left of a clause.
const WHO = /\s+(?:who|which|that)$/i

// “including deputy ministers”: what the tree counts to the phrase.
const LEADING = /^(?:including|such as|mainly|especially)\s+(?=\S)/i

/** “a meeting in Moscow on Friday”: when it was is told beside it, as a date. */
const DAY = /(?<! and) on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

function clean(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/['’]s?$/u, "")
    .replace(/[\s,;:]+$/u, "")
}
