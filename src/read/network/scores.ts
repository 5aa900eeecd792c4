// What the network says of a report, word by word. Only `read/network` knows how the numbers lie in memory;
// the stages after it ask through this interface.
import type { TokenRange } from "../../schema/positions.ts"

/**
 * The heads that give a class for each word.
 *
 * `start`: does a sentence begin here. `xpos`: Penn tag. `lemma`: rule that makes the lemma from the word.
 * `names`: BIO over names. `attribution`: BIO over source, cue, content of outermost statements.
 * `nested`: the same for statements inside statements. `kind`: what sort of ascribing a cue word does.
 * `setting`: BIO over venue and addressee. `event`: BIO over types of happenings, “OTHER” for those PLOVER has no
 * type for. `event_status`: how a word that names a happening puts it forward.
 */
export type HeadName =
  | "start"
  | "xpos"
  | "lemma"
  | "names"
  | "attribution"
  | "nested"
  | "kind"
  | "setting"
  | "event"
  | "event_status"

/** Log-probabilities, row-major `[word][class]`; `values.length === wordCount * classes.length`. */
export interface HeadScores {
  readonly classes: readonly string[]
  readonly values: Float32Array
}

/** Every word index is an index into the report's `Tokens`. Scores of links and arcs are logits: larger is likelier. */
export interface Scores {
  readonly wordCount: number
  head(name: HeadName): HeadScores
  /**
   * Arc logits within one sentence, row-major `[dependent][head]`, indexes counted from `sentence.from`;
   * the diagonal is the logit of being the root.
   */
  arcs(sentence: TokenRange): Float32Array
  /** Names of the relations, in the order of `relations`. */
  readonly relationNames: readonly string[]
  /** Logits of the relations of `dependent` to `head`; for the root both are the same word. */
  relations(dependent: number, head: number): Float32Array
  /** Names of the roles; one is asked for by its index. */
  readonly eventRoleNames: readonly string[]
  /** The logit of a role that `word` plays in the happening that `trigger` names; above 0 is likelier than not. */
  eventRole(trigger: number, word: number, role: number): number
  /** What the network has made of each word, row-major `[word][number]`; for small heads outside the network. */
  readonly vectors: Float32Array
  /** How well `source` fits `cue` as its source; compare with `noSource(cue)`. */
  cueToSource(cue: TokenRange, source: TokenRange): number
  noSource(cue: TokenRange): number
  /** How well `cue` fits `content` as the cue that introduces it; compare with `noCue(content)`. */
  contentToCue(content: TokenRange, cue: TokenRange): number
  noCue(content: TokenRange): number
}
