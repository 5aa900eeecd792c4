// Files that nobody should give to a reader, given to the command as a user would: a folder of them, the largest, and
// the deepest. Never a crash, a hang or half a file. What a bad output does is held by test/cli.test.ts.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { checkRecord, type DocRecord } from "../src/node.ts"
import { run } from "./helpers/processes.ts"

const folder = mkdtempSync(join(tmpdir(), "sayso-bad-files-"))
afterAll(() => rmSync(folder, { recursive: true }))

const WORDS = "“We hit no ship,” Defence Minister Ana Kovač told reporters on Friday."

/** Each with the problem that its record tells, or null for one that cannot be read at all. */
const FILES: Readonly<Record<string, readonly [string | Uint8Array, string | null]>> = {
  "a-good.txt": [`Minister denies strike\n\n${WORDS}\n`, "no-date"],
  "b-empty.html": ["", null],
  "c-picture.html": [Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex"), null],
  "d-archive.txt": [Buffer.from(`1f8b0800${"0011ff7e".repeat(300)}`, "hex"), null],
  "e-blank.txt": ["\n \r\n\t\n", "no-text"],
  "f-no-text.html": ["<html><body><script>var a = 1</script><img src=a.jpg></body></html>", "no-text"],
  "g-marks.txt": ["“”\"'«»".repeat(200), "no-date"],
  "h-no-spaces.txt": ["said".repeat(5000), "no-date"],
  "i-nested.html": [`${"<div>".repeat(20_000)}<p>${WORDS}</p>${"</div>".repeat(20_000)}`, "no-date"],
  "j-broken.txt": [Buffer.from(`${WORDS}\xff\xfe\x80 ${WORDS}`, "latin1"), "charset-guessed"],
  "k-latin.html": [
    Buffer.from(`<meta charset=utf-8><p>Ren\xe9 said so. ${"x ".repeat(40)}</p>`, "latin1"),
    "charset-guessed",
  ],
  "l-nul.txt": [`${WORDS}\0\0${WORDS}`, "no-date"],
  "m-arabic.txt": [
    "قالت وزيرة الدفاع آنا كوفاتش يوم الجمعة: «لم نضرب أي سفينة». ".repeat(5),
    "other-language",
  ],
  "n-wide.txt": [Buffer.from(`\ufeff${WORDS}\ud800`, "utf16le"), "undecodable-bytes"],
}

describe("a folder of bad files", () => {
  const reports = join(folder, "reports")
  mkdirSync(join(reports, "folder.html"), { recursive: true })
  symlinkSync("gone.html", join(reports, "z-dangling.html"))
  for (const [name, [content]] of Object.entries(FILES)) writeFileSync(join(reports, name), content)
  const unreadable = [...Object.keys(FILES).filter((name) => FILES[name]?.[1] === null), "z-dangling.html"]
  const readable = Object.keys(FILES).filter((name) => FILES[name]?.[1] !== null)

  test("is read but for those that are no text, each told in one sentence", async () => {
    const output = join(folder, "records.jsonl")
    const { code, stdout, stderr } = await run(["read", "--jsonl", reports, "-o", output])
    const told = stderr.split("\n").filter((line) => line.startsWith("sayso: "))
    expect([code, stdout], stderr).toEqual([4, ""])
    expect(told).toHaveLength(unreadable.length)
    for (const name of unreadable)
      expect(
        told.filter((line) => line.includes(name)),
        name,
      ).toHaveLength(1)
    for (const line of told) expect(line).toMatch(/\. \S.*\. \[[a-z-]+\]$|: .*\. \[[a-z-]+\]$/)
    const records = readFileSync(output, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as DocRecord)
    expect(records).toHaveLength(readable.length)
    for (const [index, record] of records.entries()) {
      const name = readable[index] as string
      expect(checkRecord(record), name).toMatchObject({ ok: true })
      expect(
        record.problems.map(({ code }) => code),
        name,
      ).toContain(FILES[name]?.[1])
    }
    expect(readdirSync(folder).sort()).toEqual(["records.jsonl", "reports"])
    const verified = await run(["verify", output, reports])
    expect(verified.stdout).toMatch(/^(\d+) of \1 anchors exact/)
  })

  test("prints for people without a control character, whatever stands in the files", async () => {
    const { code, stdout, stderr } = await run(["read", reports])
    expect(code).toBe(4)
    expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })
})

test("A page of 50 MB is read up to the limit, which is told", async () => {
  const page = join(folder, "large.html")
  const script = `<script>${"var a = 'b';".repeat(1000)}</script>\n`
  const paragraphs = `<p>${WORDS}</p>\n`.repeat(50)
  writeFileSync(
    page,
    `<!DOCTYPE html><html><body><article>${paragraphs}${script.repeat(4200)}<p>The end.</p>`,
  )
  const { code, stdout, stderr } = await run(["read", "--json", page])
  expect(code, stderr).toBe(0)
  const record = JSON.parse(stdout) as DocRecord
  expect(record.problems.map(({ code }) => code)).toContain("truncated")
  expect(record.statements.length).toBeGreaterThan(10)
  rmSync(page)
}, 180_000)

test("A file beyond what is read at all is told in one sentence", async () => {
  const path = join(folder, "huge.txt")
  const { truncate, open } = await import("node:fs/promises")
  await (await open(path, "w")).close()
  // Without blocks on the disk: only its size is large.
  await truncate(path, 300 * 1024 * 1024)
  const { code, stdout, stderr } = await run(["read", path])
  expect([code, stdout]).toEqual([3, ""])
  expect(stderr).toMatch(/^sayso: .*huge\.txt is larger than 256 MB.*\[too-large\]\n$/)
  rmSync(path)
})
