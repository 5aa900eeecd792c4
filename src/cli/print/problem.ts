// A problem on one line: “report.html: What is odd. (at character 12) [code]”.
import type { Problem } from "../../schema/problem.ts"
import { onOneLine } from "../terminal-text.ts"

export function printProblem(
  path: string,
  { code, message, span }: Omit<Problem, "code"> & { readonly code: string },
): string {
  const place = span === null ? "" : ` (at character ${span.start})`
  return `${onOneLine(path)}: ${onOneLine(message)}${place} [${code}]`
}
