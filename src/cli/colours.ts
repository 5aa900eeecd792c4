// Colours, where they are wanted. Meaning never hangs on them: without colours the same characters are printed.
import { styleText } from "node:util"
import type { Output } from "./effects.ts"

export type Style = "bold" | "dim" | "underline" | "red" | "yellow" | "green" | "cyan"

/** Gives `text` a style, or gives it back unchanged where colours are not wanted. */
export type Paint = (style: Style, text: string) => string

/**
 * Decides for one of the two outputs. `--no-color`, a `NO_COLOR` or
 * `SAYSO_NO_COLOR` that is not empty say no; then `FORCE_COLOR` (not "0") says
 * yes; then it is a terminal that is not `TERM=dumb`.
 */
export function wantsColour(
  output: Pick<Output, "isTerminal">,
  env: Readonly<Record<string, string | undefined>>,
  allowed: boolean,
): boolean {
  if (!allowed || isSet(env["NO_COLOR"]) || isSet(env["SAYSO_NO_COLOR"])) return false
  if (isSet(env["FORCE_COLOR"])) return env["FORCE_COLOR"] !== "0"
  return output.isTerminal && env["TERM"] !== "dumb"
}

export function painter(coloured: boolean): Paint {
  // The stream has been looked at above; styleText would look at the process's own.
  return coloured
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ""
}
