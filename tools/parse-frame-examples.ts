// Parses the examples of data/frames and keeps their trees, so that the test that runs them needs no network.
//   node tools/parse-frame-examples.ts [--weights weights]
// Run it after adding a frame. A tree that the network gets wrong may be put right by hand in the file it writes.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { openMeasured } from "../quality/network.ts"
import { FRAME_FILES } from "../src/lexicon/frames.ts"
import { readText } from "../src/node.ts"
import { read } from "../src/read/index.ts"
import { openLexicons } from "../src/runtime/index.ts"

const ROOT = join(import.meta.dirname, "..")
const FILE = join(ROOT, "test", "cases", "events", "frame-examples.conll")

const { values } = parseArgs({ options: { weights: { type: "string", default: join(ROOT, "weights") } } })
const kept = new Map(
  readFileSync(FILE, "utf8")
    .split("\n\n")
    .map((block) => [block.split("\n")[0]!.slice(2), block]),
)
const network = await openMeasured(values.weights)
const { lexicons } = await openLexicons()
const blocks: string[] = []
const seen = new Set<string>()
for (const text of examples()) {
  if (seen.has(text)) continue
  seen.add(text)
  blocks.push(kept.get(text) ?? (await parse(text)))
}
await network.close()
writeFileSync(FILE, `${blocks.map((block) => block.trimEnd()).join("\n\n")}\n`)

/** The eighth column of each frame. */
function examples(): readonly string[] {
  return FRAME_FILES.flatMap((name) =>
    readFileSync(join(ROOT, "data", "frames", name), "utf8")
      .split("\n")
      .filter((row) => row !== "" && !row.startsWith("#"))
      .map((row) => row.split("\t")[7] ?? ""),
  )
}

/** “# text”, then a line a word: form, lemma, part of speech, tag, head counted from 1 (0 the root), relation. */
async function parse(text: string): Promise<string> {
  const { doc } = readText(text, { mediaType: "text/plain" })
  const { tokens } = await read(doc, { network, lexicons }, null)
  const lines = Array.from({ length: tokens.length }, (_, index) => {
    const { span, lemma, upos, xpos, head, relation } = tokens.at(index)
    return [
      doc.text.slice(span.start, span.end),
      lemma,
      upos,
      xpos,
      head === null ? 0 : head + 1,
      relation,
    ].join("\t")
  })
  return [`# ${text}`, ...lines].join("\n")
}
