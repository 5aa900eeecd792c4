import { expect, test } from "vitest"
import { asItStands } from "../../../../src/lexicon/index.ts"
import { openNetwork } from "../../../../src/read/network/index.ts"
import { tokenize } from "../../../../src/read/tokens/index.ts"
import { fakeFiles, fakePlatform, type Run } from "./fake-network.ts"

async function scoreOf(text: string, pieces: number, quote?: Uint8Array) {
  const platform = fakePlatform()
  const network = await openNetwork(fakeFiles(pieces), platform)
  const words = tokenize(text)
  const scores = await network.score({
    text,
    words,
    quote: quote ?? new Uint8Array(words.length),
    standIns: asItStands,
  })
  return { scores, words, runs: platform.runs }
}

test("gives the network a row of [CLS], pieces, [SEP] with its features", async () => {
  const { runs } = await scoreOf("He unsaid “it”\n\nLavrov", 16, Uint8Array.of(0, 0, 2, 1, 3, 0))
  expect(runs).toHaveLength(1)
  const { ids, casing, gap, first, quote } = (runs[0] as Run).inputs
  //                       [CLS] he un ##said " it " lav ##rov [SEP]
  expect(ids?.data).toEqual([2, 4, 7, 8, 10, 6, 10, 19, 20, 3])
  expect(casing?.data).toEqual([3, 1, 0, 0, 3, 0, 3, 1, 1, 3])
  expect(gap?.data).toEqual([0, 3, 1, 0, 1, 0, 0, 3, 0, 0])
  expect(first?.data).toEqual([1, 2, 4, 5, 6, 7])
  expect(quote?.data).toEqual([0, 0, 2, 1, 3, 0])
  expect(ids?.dims).toEqual([1, 10])
  expect(first?.dims).toEqual([1, 6])
})

test("reads one window at a time, and forgets what an earlier one left in memory", async () => {
  const platform = fakePlatform()
  const network = await openNetwork(fakeFiles(16), platform)
  const score = async (text: string) => {
    const words = tokenize(text)
    await network.score({ text, words, quote: new Uint8Array(words.length).fill(1), standIns: asItStands })
    return (platform.runs.at(-1) as Run).inputs
  }
  await score("it it it it it it it it it it it it it")
  platform.runs.length = 0
  // Two windows, whose second has words of two pieces.
  await score("it it it it it it it it it it it unsaid unsaid it it")
  expect(platform.runs).toHaveLength(2)
  for (const { inputs } of platform.runs) {
    const ids = inputs["ids"]!.data
    expect([ids[0], ids.at(-1), ids.slice(1, -1).includes(3)]).toEqual([2, 3, false])
    for (const name of ["ids", "casing", "gap"]) expect(inputs[name]!.dims).toEqual([1, ids.length])
    expect(inputs["quote"]!.data.every((state) => state === 1)).toBe(true)
  }
  expect(await score("it")).toMatchObject({
    ids: { data: [2, 6, 3], dims: [1, 3] },
    quote: { data: [1], dims: [1, 1] },
  })
})

test("takes each word's numbers from the window in which it stands further from the ends", async () => {
  const said = "he said it said "
  const text = said.repeat(100).trim()
  const { scores, words, runs } = await scoreOf(text, 16)
  expect(runs.length).toBeGreaterThan(30)
  expect(Math.max(...runs.map((run) => run.inputs["ids"]?.data.length ?? 0))).toBeLessThanOrEqual(16)
  const vectors = Array.from(
    { length: words.length },
    (_, word) => scores.arcs({ from: word, to: word + 1 })[0]!,
  )
  for (const [word, square] of vectors.entries()) {
    // The arc of a word to itself is id² + distance²: which word, and how far from its window's nearer end.
    const id = [4, 5, 6, 5][word % 4]!
    const distance = Math.sqrt(square - id * id)
    expect(Number.isInteger(distance), `word ${word}: ${square}`).toBe(true)
    if (word > 0 && word < words.length - 1) expect(distance).toBeGreaterThanOrEqual(1)
  }
})

test("gives log-probabilities", async () => {
  const { scores } = await scoreOf("He said it", 16)
  const { classes, values } = scores.head("names")
  expect(classes).toEqual(["a", "b"])
  expect(values).toHaveLength(6)
  for (let word = 0; word < 3; word += 1) {
    expect(Math.exp(values[word * 2]!) + Math.exp(values[word * 2 + 1]!)).toBeCloseTo(1, 6)
  }
  // “said” has the logits [5, 1].
  expect(values[3]! - values[2]!).toBeCloseTo(1 - 5, 6)
  // Asked again, they are not turned again.
  expect([...scores.head("names").values]).toEqual([...values])
})

test("blends what several windows say of a word's classes, in shares that add up to one", async () => {
  const { scores, runs } = await scoreOf("he said it ".repeat(60).trim(), 16)
  expect(runs.length).toBeGreaterThan(1)
  const { values } = scores.head("names")
  for (let word = 0; word < values.length / 2; word += 1) {
    // The fake's logits are the word's id, the same in every window, and its distance from the window's nearer end:
    // a blend keeps the first, and gives of the second something between what the windows say (0 to 7 in 14 words).
    const id = [4, 5, 6][word % 3]!
    const distance = id + values[word * 2 + 1]! - values[word * 2]!
    expect(distance).toBeGreaterThan(-0.001)
    expect(distance).toBeLessThan(7.001)
  }
})

test("runs nothing for a text without words", async () => {
  const { scores, runs } = await scoreOf(" \n", 16)
  expect(runs).toHaveLength(0)
  expect(scores.wordCount).toBe(0)
  expect(scores.head("start").values).toHaveLength(0)
  expect(scores.arcs({ from: 0, to: 0 })).toHaveLength(0)
})

test("stops between windows when the signal fires", async () => {
  const platform = fakePlatform()
  const network = await openNetwork(fakeFiles(16), platform)
  const text = "he said it ".repeat(900)
  const words = tokenize(text)
  const stop = new AbortController()
  const stopAfter = 2
  const reason = new Error("enough")
  const push = platform.runs.push.bind(platform.runs)
  platform.runs.push = (...runs) => {
    const length = push(...runs)
    if (length === stopAfter) stop.abort(reason)
    return length
  }
  const scoring = network.score(
    { text, words, quote: new Uint8Array(words.length), standIns: asItStands },
    stop.signal,
  )
  await expect(scoring).rejects.toBe(reason)
  expect(platform.runs).toHaveLength(stopAfter)
})

test("reads two reports at the same time as it reads them one by one", async () => {
  const platform = fakePlatform()
  const network = await openNetwork(fakeFiles(16), platform)
  const texts = ["he said it ".repeat(40), "it said Lavrov unsaid ".repeat(30)]
  const numbers = async (text: string) => {
    const words = tokenize(text)
    const scores = await network.score({
      text,
      words,
      quote: new Uint8Array(words.length),
      standIns: asItStands,
    })
    return [...scores.arcs({ from: 0, to: words.length })]
  }
  const apart = [await numbers(texts[0]!), await numbers(texts[1]!)]
  expect(await Promise.all(texts.map(numbers))).toEqual(apart)
})
