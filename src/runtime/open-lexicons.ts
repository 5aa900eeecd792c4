// The tables of the package, and a user's own, ready to be asked. In: files. Out: lexicons, and one hash over them all.
import { createHash } from "node:crypto"
import type { Lexicons, NamedText } from "../lexicon/index.ts"
import type { CoreferenceKnowledge } from "../resolve/index.ts"

export interface OpenLexicons {
  readonly lexicons: Lexicons
  readonly coreference: CoreferenceKnowledge
  /** The first 12 hexadecimal digits of a SHA-256 over all tables. */
  readonly hash: string
}

/**
 * Takes some 200 ms. Rejects with an `InputError`: “bad-lexicon” for a user's table with a wrong line, “weights-missing” and
 * “weights-damaged” for files of the package.
 */
export async function openLexicons(users: readonly NamedText[] = []): Promise<OpenLexicons> {
  // Loaded when they are asked for: `sayso --help` needs this folder for the version alone.
  const [{ readDataFiles }, { parseLexicons }, { coreferenceKnowledge }, { damaged }] = await Promise.all([
    import("./package-files.ts"),
    import("../lexicon/index.ts"),
    import("../resolve/index.ts"),
    import("../read/network/index.ts"),
  ])
  const { lexicons: texts, ranker, bytes } = await readDataFiles()
  const hash = createHash("sha256")
  // Each file's own hash, so that a line that moves from one to the next is seen.
  for (const file of [...bytes, ...users.map(({ text }) => text)]) {
    hash.update(createHash("sha256").update(file).digest())
  }
  const lexicons = parseLexicons(texts, users)
  const knowledge = (): CoreferenceKnowledge => {
    try {
      return coreferenceKnowledge(lexicons, ranker)
    } catch (cause) {
      throw damaged("coreference.bin", "it is no model for coreference of this version", cause)
    }
  }
  return {
    lexicons,
    coreference: knowledge(),
    hash: hash.digest("hex").slice(0, 12),
  }
}
