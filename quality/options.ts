// The options that most measures take.
import { join } from "node:path"

export const ROOT = join(import.meta.dirname, "..")

/** For `parseArgs`: the folder with the data and scorers, and the weights to measure. */
export const DATA_AND_WEIGHTS = {
  shared: { type: "string", default: join(ROOT, "..", "shared") },
  weights: { type: "string", default: process.env["SAYSO_WEIGHTS"] ?? join(ROOT, "weights") },
} as const
