// Files that no reader likes, each read twice with a network that answers at random: the short run of
//   node tools/fuzz.ts --count 100000 --seed 1
// SAYSO_SEED and SAYSO_RUNS change what is read here; a failure names the input.
import { expect, test } from "vitest"
import { seededRandom } from "../../src/base/random.ts"
import { readText } from "../../src/node.ts"
import { type Read, readerWith, readTwice } from "../check/report.ts"
import { BAD_INPUT_KINDS, makeBadInput } from "../helpers/bad-input/bad-inputs.ts"
import { page, report } from "../helpers/bad-input/passages.ts"
import { openRandomNetwork } from "../helpers/bad-input/random-network.ts"
import { numberFromEnvironment, seed } from "../helpers/seed.ts"

const runs = numberFromEnvironment("SAYSO_RUNS", 10 * BAD_INPUT_KINDS.length)

/** Thread time for two readings and the checks, whatever the file: a start, and so much for each kB. */
const MOST_MS = 1500
const MOST_MS_PER_KB = 50

// With the real network's window, and with a short one: more seams.
const readers: readonly [Read, Read] = [
  await readerWith(await openRandomNetwork(238)),
  await readerWith(await openRandomNetwork(40)),
]

test.each(BAD_INPUT_KINDS.map((kind, number) => [kind, number] as const))(
  "%s: never a throw, a false place or another record the second time",
  async (kind, number) => {
    for (let index = number; index < runs; index += BAD_INPUT_KINDS.length) {
      const input = makeBadInput(seed, index)
      expect(input.kind).toBe(kind)
      const before = process.threadCpuUsage()
      try {
        await readTwice(input.bytes, input.options, readers[index % 2] as Read)
      } catch (cause) {
        throw new Error(`node tools/fuzz.ts --seed ${seed} --from ${index} --count 1`, { cause })
      }
      const { user, system } = process.threadCpuUsage(before)
      const most = MOST_MS + (MOST_MS_PER_KB * input.bytes.length) / 1000
      expect((user + system) / 1000, `ms for input ${index} of seed ${seed}`).toBeLessThan(most)
    }
  },
)

test("The same seed gives the same inputs, another seed others", () => {
  const bytes = (seed: number) => BAD_INPUT_KINDS.map((_, index) => [...makeBadInput(seed, index).bytes])
  expect(bytes(1)).toEqual(bytes(1))
  expect(bytes(1)).not.toEqual(bytes(2))
})

test("A stray </br> parts words without a place in the source", () => {
  const { doc } = readText("<p>The office said it was over</br>and two officials denied it on Friday.</p>")
  expect(doc.text).toBe("The office said it was over and two officials denied it on Friday.")
  expect(doc.origin.map(({ kind, sourceStart }) => [kind, sourceStart])).toEqual([
    ["verbatim", 3],
    ["added", 30],
    ["verbatim", 35],
  ])
})

test("A stray </br> before white space leaves the place to that", () => {
  const { doc } = readText(
    "<p>The office said it was over</br>&#13;and two officials denied it on Friday.</p>",
  )
  const space = doc.origin.find(({ kind }) => kind !== "verbatim")
  expect(space).toMatchObject({ kind: "decoded", sourceStart: 35, sourceEnd: 40 })
})

test("A page with comments anywhere in its text gives the statements of the page without them", async () => {
  const random = seededRandom(seed)
  let statementCount = 0
  for (let round = 0; round < 20; round += 1) {
    const words = report(random).replace(/[<>&]/g, "")
    const plain = page(random, words)
    const from = plain.indexOf("</h1>")
    const to = plain.indexOf("</article>")
    const commented = plain
      .slice(from, to)
      .replace(/(?<=>[^<]*)[^<>](?=[^>]*<)/g, (letter) =>
        random.below(30) > 0 ? letter : `${letter}<!-- “x” -->`,
      )
    const [one, other] = await Promise.all(
      [plain, plain.slice(0, from) + commented + plain.slice(to)].map((text) =>
        readTwice(new TextEncoder().encode(text), {}, readers[1]),
      ),
    )
    expect(other?.report.doc.text).toBe(one?.report.doc.text)
    expect(other?.record.statements).toEqual(one?.record.statements)
    statementCount += one?.record.statements.length ?? 0
  }
  expect(statementCount).toBeGreaterThan(20)
})
