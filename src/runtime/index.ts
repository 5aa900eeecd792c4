// The door of `runtime`: what computes the network on Node, and where its weights are read from.

export { type OpenLexicons, openLexicons } from "./open-lexicons.ts"
export {
  openRuntime,
  type Runtime,
  type RuntimeName,
  type RuntimeOptions,
  wishedRuntime,
} from "./open-runtime.ts"
export { packagePath, packageVersion, weightsFolder } from "./package.ts"
export { type ModelFile, modelIn, readWeights } from "./read-weights.ts"
export { openRuntimeInThreads } from "./thread-runtime.ts"
