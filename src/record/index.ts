// The door of this folder.
export {
  type Dispute,
  findDisputes,
  giveOtherNumbers,
  QUESTIONS,
  type Question,
  questionOf,
} from "./find-disputes.ts"
export { type Anchor, listAnchors } from "./list-anchors.ts"
export { toRecord } from "./to-record.ts"
export { type Verification, type VerifiedSource, verifyRecord } from "./verify-record.ts"
