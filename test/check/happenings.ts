import type { HappeningFacts } from "../../src/resolve/find-happenings.ts"

/** Of a report of which nothing is known but its trees. */
export const NO_FACTS: Omit<HappeningFacts, "treeAt"> = {
  index: { at: () => null, spanOf: () => ({ start: 0, end: 0 }), within: () => [] },
  entities: [],
  isOnMap: () => false,
  isSomebody: () => true,
  isNamed: () => true,
  stateAt: () => null,
  times: [],
  quantities: [],
  contextsOf: () => [],
}
