// What lies in the package beside the code: its version, its lexicons, its weights. In the sources and in `dist/`
// this file stands equally deep, so that the paths hold for both.
import { readFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { LexiconFiles } from "../lexicon/index.ts"

const root = new URL("../../", import.meta.url)

/** Version of this package, e.g. "0.1.0". */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { version: string }
  return version
}

/** Path of a file or folder in the package: `packagePath("quality/scores.json")`. It need not exist. */
export function packagePath(path: string): string {
  return fileURLToPath(new URL(path, root))
}

/** Folder of the network's weights: `SAYSO_WEIGHTS` when set, for trying a network that is being trained, else the package's own. */
export function weightsFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env["SAYSO_WEIGHTS"] || packagePath("weights")
}

/** The lexicons' files as text. */
export async function readLexiconFiles(): Promise<LexiconFiles> {
  const [cues, venues] = await Promise.all([
    readFile(packagePath("data/cues.tsv"), "utf8"),
    readFile(packagePath("data/venues.tsv"), "utf8"),
  ])
  return { cues, venues }
}
