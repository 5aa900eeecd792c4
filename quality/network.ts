// The reading network as the measures open it.
import { createHash } from "node:crypto"
import { type CreateSession, type Network, openNetwork } from "../src/read/network/index.ts"
import { modelIn, openRuntime, readWeights } from "../src/runtime/index.ts"

/** Opens the network in the folder `weights`; `wrap` may put something between it and its runtime. */
export async function openMeasured(
  weights: string,
  wrap: (createSession: CreateSession) => CreateSession = (createSession) => createSession,
): Promise<Network> {
  const runtime = await openRuntime({ only: null, threads: null })
  const createSession: CreateSession = (sha256) => runtime.createSession(modelIn(weights, sha256))
  return openNetwork(await readWeights(weights), {
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    decodeUtf8: (bytes) => new TextDecoder().decode(bytes),
    createSession: wrap(createSession),
  })
}
