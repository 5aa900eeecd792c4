// What the network sees in place of names (decisions 13 and 23), for training: what reading sees, training must see.
// Each line of standard input is a JSON array of words; out goes one {"words", "names"} with as many words.
//   node training/stand-ins.ts < words.jsonl
import { createInterface } from "node:readline"
import { parseLexicons } from "../src/lexicon/index.ts"
import { readDataFiles } from "../src/runtime/package-files.ts"

const { standIns } = parseLexicons((await readDataFiles()).lexicons, [])
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(standIns(JSON.parse(line) as string[]))}\n`)
}
