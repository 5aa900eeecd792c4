// The best tree over a sentence: how well each word hangs on each other word in, one head per word out.
// Edmonds' algorithm in Tarjan's form for dense graphs: a path grows backwards along the best arcs; where it bites
// its tail, the cycle becomes one node. Every node is made and merged once, hence the square.

/** The head of a root in what `maximumTree` gives. */
export const NO_HEAD = -1

/**
 * The tree with the highest sum of arc scores among all trees with exactly one root.
 *
 * `arcs` is row-major `[dependent][head]`, `count` words square; the diagonal holds the score of being the root. The
 * result gives each word its head, `NO_HEAD` for the root. Scores that are no numbers count as very low. Of trees
 * that are equally good always the same one is given. Time and memory grow with the square of `count`.
 *
 * Source: Chu and Liu 1965, Edmonds 1967, Tarjan 1977; one root by a penalty on root arcs larger than any gain:
 * Stanojević and Cohen 2021, “A Root of a Problem”.
 */
export function maximumTree(arcs: Float32Array, count: number): Int32Array {
  const graph = new Graph(arcs, count)
  const path: number[] = []
  for (let start = 0; start < count; start += 1) {
    let slot = start
    while (graph.state[slot] === UNSEEN) {
      graph.state[slot] = ON_PATH
      path.push(slot)
      const head = graph.chooseHead(slot)
      if (graph.state[head] === UNSEEN) slot = head
      else if (graph.state[head] === ON_PATH) {
        slot = graph.merge(path.splice(path.indexOf(head)))
      } else {
        // The path has reached the root or a part of the tree that has.
        for (const done of path.splice(0)) graph.state[done] = ROOTED
      }
    }
  }
  return graph.heads()
}

const UNSEEN = 0
const ON_PATH = 1
const ROOTED = 2
const MERGED = 3

/** Beyond this, scores are cut: sums stay exact enough to compare. */
const LARGEST_SCORE = 1e6

/**
 * Slots 0 to count - 1 are words or what they were merged into, slot `count` is the root. Row = dependent,
 * column = head:
 *
 *   weight[dependent * width + head]   score of the best arc between the two slots
 *   arcOf [dependent * width + head]   that arc between words: dependent word * width + head word
 *
 * Nodes are the words and every merged cycle, in the order in which they came to be; a slot knows its node.
 */
class Graph {
  readonly state: Uint8Array
  readonly #count: number
  readonly #width: number
  readonly #weight: Float64Array
  readonly #arcOf: Int32Array
  readonly #best: Float64Array
  readonly #nodeOf: Int32Array
  readonly #parent: Int32Array
  readonly #chosenArc: Int32Array
  #nodes: number
  #slots: number[]

  constructor(arcs: Float32Array, count: number) {
    this.#count = count
    const width = count + 1
    this.#width = width
    this.state = new Uint8Array(width)
    this.state[count] = ROOTED
    this.#weight = new Float64Array(count * width)
    this.#arcOf = new Int32Array(count * width)
    this.#best = new Float64Array(count)
    this.#nodeOf = Int32Array.from({ length: count }, (_, word) => word)
    this.#parent = new Int32Array(2 * count).fill(-1)
    this.#chosenArc = new Int32Array(2 * count)
    this.#nodes = count
    this.#slots = Array.from({ length: width }, (_, slot) => slot)
    let low = 0
    let high = 0
    for (const score of arcs) {
      const bounded = bound(score)
      low = Math.min(low, bounded)
      high = Math.max(high, bounded)
    }
    // No choice among the other arcs can win back what a second root costs.
    const rootPenalty = (high - low + 1) * width
    for (let dependent = 0; dependent < count; dependent += 1) {
      for (let head = 0; head < count; head += 1) {
        const cell = dependent * width + head
        this.#weight[cell] = bound(arcs[dependent * count + head]!)
        this.#arcOf[cell] = cell
      }
      const cell = dependent * width + count
      this.#weight[cell] = bound(arcs[dependent * count + dependent]!) - rootPenalty
      this.#arcOf[cell] = cell
    }
  }

  /** The slot that `slot` hangs on best; noted as the choice of its node. */
  chooseHead(slot: number): number {
    const row = slot * this.#width
    let head = -1
    let best = Number.NEGATIVE_INFINITY
    for (const other of this.#slots) {
      if (other === slot || this.#weight[row + other]! <= best) continue
      best = this.#weight[row + other]!
      head = other
    }
    this.#best[slot] = best
    this.#chosenArc[this.#nodeOf[slot]!] = this.#arcOf[row + head]!
    return head
  }

  /** Makes the slots of a cycle one, and gives the slot that stands for it. */
  merge(cycle: readonly number[]): number {
    const merged = cycle[0]!
    const node = this.#nodes
    this.#nodes += 1
    for (const slot of cycle) {
      this.#parent[this.#nodeOf[slot]!] = node
      this.state[slot] = MERGED
    }
    this.#slots = this.#slots.filter((slot) => this.state[slot] !== MERGED)
    const width = this.#width
    for (const other of this.#slots) {
      let bestIn = Number.NEGATIVE_INFINITY
      let arcIn = 0
      let bestOut = Number.NEGATIVE_INFINITY
      let arcOut = 0
      for (const slot of cycle) {
        // An arc into the cycle takes the place of the arc that its word had within it.
        const gain = this.#weight[slot * width + other]! - this.#best[slot]!
        if (gain > bestIn) {
          bestIn = gain
          arcIn = this.#arcOf[slot * width + other]!
        }
        if (other !== this.#count && this.#weight[other * width + slot]! > bestOut) {
          bestOut = this.#weight[other * width + slot]!
          arcOut = this.#arcOf[other * width + slot]!
        }
      }
      this.#weight[merged * width + other] = bestIn
      this.#arcOf[merged * width + other] = arcIn
      if (other !== this.#count) {
        this.#weight[other * width + merged] = bestOut
        this.#arcOf[other * width + merged] = arcOut
      }
    }
    this.state[merged] = UNSEEN
    this.#nodeOf[merged] = node
    this.#slots.push(merged)
    return merged
  }

  /** Opens the merged nodes again, the last first: the arc chosen for a cycle overrules the one of the word it enters. */
  heads(): Int32Array {
    const heads = new Int32Array(this.#count).fill(NO_HEAD)
    const overruled = new Uint8Array(this.#nodes)
    for (let node = this.#nodes - 1; node >= 0; node -= 1) {
      if (overruled[node] === 1) continue
      const arc = this.#chosenArc[node]!
      const dependent = Math.floor(arc / this.#width)
      const head = arc % this.#width
      heads[dependent] = head === this.#count ? NO_HEAD : head
      for (let inner = dependent; inner !== node; inner = this.#parent[inner]!) overruled[inner] = 1
    }
    return heads
  }
}

function bound(score: number): number {
  if (Number.isNaN(score)) return -LARGEST_SCORE
  return Math.min(LARGEST_SCORE, Math.max(-LARGEST_SCORE, score))
}
