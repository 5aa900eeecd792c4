// What the main thread and the network's thread say to each other: questions with a number, answers with the same.
import type { SessionInput } from "../read/network/index.ts"
import type { ModelFile } from "./read-weights.ts"

export interface Question {
  readonly id: number
  readonly asked:
    | { readonly kind: "about" }
    | { readonly kind: "create"; readonly model: ModelFile }
    | {
        readonly kind: "run"
        readonly inputs: Readonly<Record<string, SessionInput>>
        readonly wanted: readonly string[]
        /** To write the outputs into; its thread has it until the answer comes. A larger one comes back when it is too small. */
        readonly memory: ArrayBuffer
      }
    | { readonly kind: "close" }
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number
      readonly error: { readonly message: string; readonly code: string | null }
    }
