// Makes package-lock.json whole: run after `npm install` against a registry that does not hold the binaries of other
// systems. npm leaves those out of the lock file there, and `npm ci` then refuses it everywhere. In and out:
// package-lock.json; each optional dependency that has no entry gets one with its version and system, by which npm
// knows on which machines to skip it. The hash is missing from such an entry; npm adds it where it can.
import { readFileSync, writeFileSync } from "node:fs"

interface Locked {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface LockFile {
  readonly packages: Readonly<Record<string, Locked>>
}

/** Optional dependencies that a package in the lock file names and that have no entry of their own. */
export function findMissing({
  packages,
}: LockFile): readonly { name: string; version: string; dev: boolean }[] {
  return Object.values(packages).flatMap(({ optionalDependencies = {}, dev = false }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => packages[`node_modules/${name}`] === undefined)
      .map(([name, version]) => ({ name, version, dev })),
  )
}

/** “@biomejs/cli-linux-x64-musl” → os linux, cpu x64, libc musl. Throws on a name that tells no system. */
function systemOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } {
  const os = /android|darwin|freebsd|linux|openharmony|win32/.exec(name)?.[0]
  const cpu = /arm64|arm|ia32|ppc64|riscv64|s390x|x64/.exec(name.slice(name.lastIndexOf("/")))?.[0]
  if (os === undefined || cpu === undefined) throw new Error(`${name} does not tell for which system it is.`)
  const libc = /musl/.test(name) ? ["musl"] : /gnu/.test(name) ? ["glibc"] : null
  return { os: [os], cpu: [cpu], ...(libc === null ? {} : { libc }) }
}

if (import.meta.main) {
  const path = new URL("../package-lock.json", import.meta.url)
  const lock = JSON.parse(readFileSync(path, "utf8")) as LockFile
  const packages: Record<string, object> = { ...lock.packages }
  for (const { name, version, dev } of findMissing(lock)) {
    packages[`node_modules/${name}`] = { version, ...(dev ? { dev } : {}), optional: true, ...systemOf(name) }
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
}
