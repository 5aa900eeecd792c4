// The runtime that computes the network: onnxruntime-node where its binary loads, else onnxruntime-web, which is
// WebAssembly, loads everywhere and takes three to six times as long. Both come with the package; nothing is fetched.
import { availableParallelism } from "node:os"
import type { Env, InferenceSession, TensorConstructor } from "onnxruntime-common"
import { inputError } from "../base/input-error.ts"
import type { NetworkSession } from "../read/network/index.ts"
import { type ModelFile, readModel } from "./read-weights.ts"

export type RuntimeName = "node" | "web"

export interface Runtime {
  readonly name: RuntimeName
  /** Version of the onnxruntime package, e.g. "1.30.0". */
  readonly version: string
  readonly threads: number
  /** Why onnxruntime-node is not used; null when it is, or was not wanted. */
  readonly fallbackReason: string | null
  /** Reads, checks and opens a network. Rejects with an `InputError` "weights-missing" or "weights-damaged". */
  readonly createSession: (model: ModelFile) => Promise<NetworkSession>
}

export interface RuntimeOptions {
  /** Only this one; null: the first that loads. */
  readonly only: RuntimeName | null
  /** Null: as many as the process may use cores. */
  readonly threads: number | null
}

/** Reads `SAYSO_RUNTIME`: "node", "web", or unset for null. Throws an `InputError` with code "bad-option" for anything else. */
export function wishedRuntime(env: Readonly<Record<string, string | undefined>>): RuntimeName | null {
  const wish = env["SAYSO_RUNTIME"] ?? ""
  if (wish === "") return null
  if (wish === "node" || wish === "web") return wish
  throw inputError("bad-option", `SAYSO_RUNTIME is “${wish}”. Set it to node or web, or leave it unset.`)
}

/** Loads a runtime in this thread, in about 20 ms. Throws an `InputError` with code "no-runtime" when none loads. */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const threads = options.threads ?? availableParallelism()
  if (options.only === "web") return openWeb(threads, null)
  try {
    return await openNode(threads)
  } catch (cause) {
    // Not installed (it is an optional dependency), or no binary for this system.
    if (options.only === "node")
      throw noRuntime("onnxruntime-node", "Leave SAYSO_RUNTIME unset to read with WebAssembly", cause)
    return openWeb(threads, cause instanceof Error ? cause.message : String(cause))
  }
}

async function openNode(threads: number): Promise<Runtime> {
  const onnx = await import("onnxruntime-node")
  return { ...describe("node", onnx, threads), fallbackReason: null }
}

async function openWeb(threads: number, fallbackReason: string | null): Promise<Runtime> {
  try {
    const onnx = await import("onnxruntime-web")
    onnx.env.wasm.numThreads = threads
    return { ...describe("web", onnx, threads), fallbackReason }
  } catch (cause) {
    throw noRuntime("onnxruntime-web", "Install Sayso again: npm install sayso", cause)
  }
}

function noRuntime(packageName: string, remedy: string, cause: unknown): Error {
  return inputError(
    "no-runtime",
    `${packageName}, which computes the network, does not load. ${remedy}`,
    cause,
  )
}

/** What both packages export. */
interface Onnx {
  readonly env: Env
  readonly Tensor: TensorConstructor
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>
  }
}

function describe(name: RuntimeName, onnx: Onnx, threads: number): Omit<Runtime, "fallbackReason"> {
  const { versions } = onnx.env
  return {
    name,
    version: versions[name] ?? versions.common,
    threads,
    createSession: async (model) => {
      const session = await onnx.InferenceSession.create(await readModel(model), {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: "sequential",
        graphOptimizationLevel: "all",
        // Errors only: the runtime's warnings are not for readers of news.
        logSeverityLevel: 3,
        // Threads that wait give their core to the rules of another report, and to the user's other programs: the
        // work of a report takes two thirds of the processor's time that it takes with threads that spin.
        extra: { session: { intra_op: { allow_spinning: "0" } } },
      })
      return adapt(session, onnx.Tensor)
    },
  }
}

function adapt(session: InferenceSession, Tensor: TensorConstructor): NetworkSession {
  return {
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    runsAtOnce: 1,
    async run(inputs, wanted) {
      const feeds: Record<string, InstanceType<TensorConstructor>> = {}
      for (const [name, { data, dims }] of Object.entries(inputs))
        feeds[name] = new Tensor("int64", data, dims)
      const outputs = await session.run(feeds, wanted)
      const found: Record<string, { data: Float32Array; dims: readonly number[] }> = {}
      for (const name of wanted) {
        const tensor = outputs[name]
        if (tensor === undefined || !(tensor.data instanceof Float32Array))
          throw new Error(`The network gave no float32 “${name}”.`)
        found[name] = { data: tensor.data, dims: tensor.dims }
      }
      return found
    },
    close: () => session.release(),
  }
}
