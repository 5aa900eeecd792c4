// The words that the network sees in place of others (decision 13), for training: what reading sees, training must see.
//   node training/stand-ins.ts > stand-ins.json
import { readFileSync } from "node:fs"
import { parseCountries } from "../src/lexicon/countries.ts"
import { standInTable } from "../src/lexicon/stand-ins.ts"

const countries = readFileSync(new URL("../data/countries.tsv", import.meta.url), "utf8")
const { series, names, genders } = standInTable(parseCountries(countries))
process.stdout.write(
  JSON.stringify({ series, names: Object.fromEntries(names), genders: Object.fromEntries(genders) }),
)
