// How well groups of mentions agree: MUC, B³ and CEAFₑ, whose mean is the CoNLL score. In: for each document groups of
// mention keys, gold and given; equal keys are the same mention. Out: F1, shares of 1.

type Groups = readonly (readonly string[])[]

export interface ChainsOfDoc {
  readonly gold: Groups
  readonly given: Groups
}

export interface ConllScores {
  readonly muc: number
  readonly b3: number
  readonly ceafe: number
  readonly conll: number
  /** Of finding mentions, singletons counted as the groups hold them. */
  readonly mentions: { readonly precision: number; readonly recall: number; readonly f1: number }
}

/** Counts are added up over the documents before they are divided, as the reference scorer does. */
export function scoreChains(docs: readonly ChainsOfDoc[]): ConllScores {
  const sums = { muc: new Ratio(), b3: new Ratio(), ceafe: new Ratio(), mentions: new Ratio() }
  for (const { gold, given } of docs) {
    const [goldOf, givenOf] = [numbersOf(gold), numbersOf(given)]
    sums.muc.recall(...mucParts(gold, givenOf))
    sums.muc.precision(...mucParts(given, goldOf))
    sums.b3.recall(...b3Parts(gold, given, givenOf))
    sums.b3.precision(...b3Parts(given, gold, goldOf))
    const similarity = bestAlignment(gold, given, givenOf)
    sums.ceafe.recall(similarity, gold.length)
    sums.ceafe.precision(similarity, given.length)
    const both = [...goldOf.keys()].filter((key) => givenOf.has(key)).length
    sums.mentions.recall(both, goldOf.size)
    sums.mentions.precision(both, givenOf.size)
  }
  const [muc, b3, ceafe] = [sums.muc.f1, sums.b3.f1, sums.ceafe.f1]
  return { muc, b3, ceafe, conll: (muc + b3 + ceafe) / 3, mentions: sums.mentions.figure }
}

export function withoutSingletons({ gold, given }: ChainsOfDoc): ChainsOfDoc {
  const several = (groups: Groups): Groups => groups.filter(({ length }) => length > 1)
  return { gold: several(gold), given: several(given) }
}

class Ratio {
  #recall = [0, 0]
  #precision = [0, 0]

  recall(part: number, whole: number): void {
    this.#recall = [this.#recall[0]! + part, this.#recall[1]! + whole]
  }

  precision(part: number, whole: number): void {
    this.#precision = [this.#precision[0]! + part, this.#precision[1]! + whole]
  }

  get figure(): { precision: number; recall: number; f1: number } {
    const divide = ([part, whole]: number[]): number => (whole === 0 ? 0 : part! / whole!)
    const [recall, precision] = [divide(this.#recall), divide(this.#precision)]
    return {
      precision,
      recall,
      f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    }
  }

  get f1(): number {
    return this.figure.f1
  }
}

function numbersOf(groups: Groups): ReadonlyMap<string, number> {
  return new Map(groups.flatMap((group, number) => group.map((key): [string, number] => [key, number])))
}

/** Links of `groups` that hold in the others: each group's size less the pieces into which they cut it. */
function mucParts(groups: Groups, otherOf: ReadonlyMap<string, number>): [number, number] {
  let [kept, all] = [0, 0]
  for (const group of groups) {
    const pieces = new Set(group.map((key) => otherOf.get(key) ?? key))
    kept += group.length - pieces.size
    all += group.length - 1
  }
  return [kept, all]
}

function b3Parts(groups: Groups, others: Groups, otherOf: ReadonlyMap<string, number>): [number, number] {
  let [sum, all] = [0, 0]
  for (const group of groups) {
    all += group.length
    for (const count of overlaps(group, others, otherOf).values()) sum += (count * count) / group.length
  }
  return [sum, all]
}

function overlaps(
  group: readonly string[],
  _others: Groups,
  otherOf: ReadonlyMap<string, number>,
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const key of group) {
    const other = otherOf.get(key)
    if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  return counts
}

/** CEAFₑ: the sum of 2·|both| / (|one| + |other|) over the best pairing of groups, one to one. */
function bestAlignment(gold: Groups, given: Groups, givenOf: ReadonlyMap<string, number>): number {
  const rows = gold.map((group) => overlaps(group, given, givenOf))
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  const touched = rows.map((row, number) => ({ row, number })).filter(({ row }) => row.size > 0)
  const cost = touched.map(({ row, number }) =>
    columns.map((column) => {
      const both = row.get(column) ?? 0
      return both === 0 ? 0 : (-2 * both) / (gold[number]!.length + given[column]!.length)
    }),
  )
  return -assign(cost)
}

/** The least sum of a pairing (Hungarian method, with potentials); rows and columns may differ in number. */
function assign(cost: readonly (readonly number[])[]): number {
  const [rowCount, columnCount] = [cost.length, cost[0]?.length ?? 0]
  if (rowCount > columnCount)
    return assign(Array.from({ length: columnCount }, (_, column) => cost.map((row) => row[column]!)))
  const rowPotential = new Float64Array(rowCount + 1)
  const columnPotential = new Float64Array(columnCount + 1)
  const rowOf = new Int32Array(columnCount + 1)
  const before = new Int32Array(columnCount + 1)
  for (let row = 1; row <= rowCount; row += 1) {
    rowOf[0] = row
    let column = 0
    const least = new Float64Array(columnCount + 1).fill(Number.POSITIVE_INFINITY)
    const isUsed = new Uint8Array(columnCount + 1)
    do {
      isUsed[column] = 1
      const at = rowOf[column]!
      let [delta, next] = [Number.POSITIVE_INFINITY, 0]
      for (let other = 1; other <= columnCount; other += 1) {
        if (isUsed[other] === 1) continue
        const reduced = cost[at - 1]![other - 1]! - rowPotential[at]! - columnPotential[other]!
        if (reduced < least[other]!) {
          least[other] = reduced
          before[other] = column
        }
        if (least[other]! < delta) [delta, next] = [least[other]!, other]
      }
      for (let other = 0; other <= columnCount; other += 1) {
        if (isUsed[other] === 1) {
          rowPotential[rowOf[other]!]! += delta
          columnPotential[other]! -= delta
        } else least[other]! -= delta
      }
      column = next
    } while (rowOf[column] !== 0)
    for (; column !== 0; column = before[column]!) rowOf[column] = rowOf[before[column]!]!
  }
  let sum = 0
  for (let column = 1; column <= columnCount; column += 1) {
    if (rowOf[column] !== 0) sum += cost[rowOf[column]! - 1]![column - 1]!
  }
  return sum
}
