// For whom somebody speaks or works, and whose something is: “*his* government”, “a spokesman for *the minister*”,
// “*Front* spokesman Jahed Orunai”. In: mentions, chains, trees. Out: of each chain the chain of its principal.
import { isLedBy, type Tree } from "../grammar/index.ts"
import type { Mention, Reading } from "../schema/reading.ts"
import type { Chain } from "./coreference/index.ts"
import type { TreeAt } from "./trees-by-token.ts"

export interface Principal {
  /** Index of the chain. */
  readonly chain: number
  /** Told by a pronoun alone: “his government”. */
  readonly isPronoun: boolean
}

/** By the chain that first has one, its principal. Takes time in proportion to the mentions. */
export function principalsOf(
  { mentions, tokens }: Reading,
  chains: readonly Chain[],
  treeAt: TreeAt,
): ReadonlyMap<number, Principal> {
  const chainOf = new Map(
    chains.flatMap(({ mentions: links }, index) => links.map(({ mention }) => [mention, index] as const)),
  )
  const heads = new Map<number, Principal>()
  const names = new Map<string, number>()
  for (const mention of mentions) {
    const [chain, token] = [chainOf.get(mention.id), tokens.covering(mention.head)?.from ?? null]
    if (chain === undefined || token === null) continue
    if (!heads.has(token)) heads.set(token, { chain, isPronoun: mention.kind === "pronoun" })
    const name = mention.kind === "name" && mention.label !== "person" ? lastWordOf(mention, tokens) : null
    // “the Front” of several fronts is none of them for certain.
    if (name !== null) names.set(name, names.has(name) && names.get(name) !== chain ? NOBODY : chain)
  }
  const found = new Map<number, Principal>()
  for (const { id, kind, head } of mentions) {
    const [chain, token] = [chainOf.get(id), tokens.covering(head)?.from ?? null]
    if (chain === undefined || token === null || kind === "pronoun" || found.has(chain)) continue
    const tree = treeAt(token)
    const principal = tree === null ? null : principalAt(tree, token, heads, names)
    if (principal !== null && principal.chain !== chain) found.set(chain, principal)
  }
  return found
}

const NOBODY = -1

function lastWordOf({ name }: Extract<Mention, { kind: "name" }>, tokens: Reading["tokens"]): string | null {
  const words = tokens.covering(name)
  return words === null || words.to - words.from < 2 ? null : tokens.at(words.to - 1).lemma.toLowerCase()
}

function principalAt(
  tree: Tree,
  token: number,
  heads: ReadonlyMap<number, Principal>,
  names: ReadonlyMap<string, number>,
): Principal | null {
  for (const noun of nounsFor(tree, token)) {
    const served = [
      ...tree.childrenBy(noun, "nmod:poss"),
      ...tree.childrenBy(noun, "nmod").filter((each) => isLedBy(tree, each, /^(?:for|of|to)$/i)),
    ]
    for (const each of served) {
      const principal = heads.get(each)
      if (principal !== undefined) return principal
    }
    for (const each of tree.childrenBy(noun, "compound")) {
      const chain = names.get(tree.at(each).lemma.toLowerCase())
      if (chain !== undefined && chain !== NOBODY) return { chain, isPronoun: false }
    }
  }
  return null
}

/** The word and those in apposition to it: “Mr Tevelik's *spokesman*, Yusen *Pardo*”. */
function nounsFor(tree: Tree, token: number): readonly number[] {
  const head = tree.headOf(token)
  const isBeside = head !== null && /^(?:appos|flat)/.test(tree.at(token).relation)
  return [token, ...(isBeside ? [head] : []), ...tree.childrenBy(token, "appos")]
}
