// The door of `read/network`: a report's words in, what the network says of each word out.

export { damaged } from "./manifest.ts"
export {
  checkHash,
  type Network,
  type NetworkFiles,
  type NetworkInfo,
  type NetworkInput,
  type NetworkPlatform,
  openNetwork,
} from "./open.ts"
export type { HeadName, HeadScores, Scores } from "./scores.ts"
export type {
  CreateSession,
  NetworkSession,
  SessionInput,
  SessionOutput,
  SessionOutputs,
  StopSignal,
} from "./session.ts"
