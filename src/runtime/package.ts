// What lies in the package beside the code: its version, and where its files are.
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

// In the sources this file stands deeper than in a bundle: the package is the nearest folder above that is one.
let root = new URL("./", import.meta.url)
while (!existsSync(new URL("package.json", root))) root = new URL("../", root)

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
