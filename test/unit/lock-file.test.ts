import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { findMissing } from "../../tools/complete-lock.ts"

const text = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")

test("the lock file has an entry for every system's binaries, so that npm ci takes it", () => {
  expect(findMissing(JSON.parse(text))).toEqual([])
})

test("the lock file names no registry, so that npm ci asks the user's own", () => {
  expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/)
})

test("a binary without an entry is found missing", () => {
  const packages = { "node_modules/tool": { optionalDependencies: { "tool-linux-x64": "1.0.0" }, dev: true } }
  expect(findMissing({ packages })).toEqual([{ name: "tool-linux-x64", version: "1.0.0", dev: true }])
})
