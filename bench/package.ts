// How large the package is that a user installs, runtimes apart. In: what `npm pack` would put into it.
import { spawnSync } from "node:child_process"
import { type Figures, ROOT, rounded } from "./figures.ts"

/** Nothing is written, and nothing built: `dist/` must be there. */
export async function measurePackage(): Promise<Figures> {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(`npm pack ended with ${status}: ${stderr}`)
  const [packed] = JSON.parse(stdout) as readonly {
    readonly size: number
    readonly unpackedSize: number
    readonly files: readonly { readonly path: string; readonly size: number }[]
  }[]
  if (packed === undefined) throw new Error("npm pack named no package.")
  const sizeOf = (folder: string): number =>
    packed.files.filter(({ path }) => path.startsWith(`${folder}/`)).reduce((sum, { size }) => sum + size, 0)
  return {
    packedMb: rounded(packed.size / 1e6),
    unpackedMb: rounded(packed.unpackedSize / 1e6),
    files: packed.files.length,
    unpackedMbOf: {
      weights: rounded(sizeOf("weights") / 1e6),
      dist: rounded(sizeOf("dist") / 1e6),
      data: rounded(sizeOf("data") / 1e6),
      docs: rounded(sizeOf("docs") / 1e6),
    },
  }
}
