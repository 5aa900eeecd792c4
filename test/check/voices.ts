// Who stands how to happenings, a line for each. The only test code that calls `findVoices` for cases. In: a text with
// its statements and the words that name happenings (tildes), and the tree. Out: the text and the voices.
//
//   Damascus denied any role in the attack.
//            ~~~~~~ s1 cue
//                   ~~~~~~~~~~~~~~~~~~~~~~ s1 content
//                                   ~~~~~~ event
//   tree: denied root; …
//   v: the report asserts “attack”
//   v: s1 denies responsibility “denied … attack”
import { Tree } from "../../src/grammar/index.ts"
import { statusOf } from "../../src/read/events/status.ts"
import { findVoices } from "../../src/read/events/voices.ts"
import type { AttributionId } from "../../src/schema/ids.ts"
import type { NonEmpty, Span } from "../../src/schema/positions.ts"
import type { Attribution, AttributionKind, EventMention, EventVoice } from "../../src/schema/reading.ts"
import { handGiven, readLexicon } from "./hand-given.ts"
import { drawnIn, givenLine, readModality } from "./status.ts"
import type { Case } from "./tokens.ts"

const lexicon = readLexicon()
const modality = readModality()

/** The lines of a case that tell what is expected. */
export function expectedVoices({ lines }: Case): string {
  return lines.filter((line) => line.startsWith("v: ")).join("\n")
}

/** A line for each voice of each happening of the case. */
export function listVoices(given: Case): string {
  const { text, drawn } = drawnIn(given, "~")
  const { doc, tokens, sentences } = handGiven(
    { text, spans: [], tree: givenLine(given, "tree"), tags: givenLine(given, "tags"), hasHeadline: false },
    lexicon,
  )
  const events = drawn
    .filter(({ label }) => label.startsWith("event"))
    .map(({ start, end, label }): EventMention => {
      const range = tokens.covering({ start, end })!
      const tree = new Tree(tokens, sentences.find(({ from, to }) => from <= range.from && range.from < to)!)
      const head = tree.topOf(range)
      return {
        trigger: { start, end },
        head,
        // “event ASSAULT”; without a type where it does not matter.
        type: (label.slice("event ".length) || null) as EventMention["type"],
        modes: [],
        status: statusOf(tree, head, modality).status,
        statusScore: 1,
        arguments: [],
        readBy: { reader: "rule", rule: null },
        score: 1,
      }
    })
  const attributions = statementsOf(given, drawn)
  const voices = findVoices({
    doc,
    tokens,
    sentences,
    attributions,
    mentions: [],
    events,
    lexicon: modality,
  })
  return voices.map((voice) => `v: ${inWords(text, voice)}`).join("\n")
}

function inWords(text: string, { voice, stance, what, words }: EventVoice): string {
  const decisive = words.map(({ start, end }) => text.slice(start, end)).join(" … ")
  const aspect = what === "happened" ? "" : ` ${what}`
  return `${voice ?? "the report"} ${stance}${aspect} “${decisive}”`
}

/** “s2: asks, in s1”; a statement that no line tells of says, and lies in none. */
function statementsOf(
  { lines }: Case,
  drawn: readonly (Span & { readonly label: string })[],
): readonly Attribution[] {
  const spansOf = (label: string): readonly Span[] =>
    drawn.filter((each) => each.label === label).map(({ start, end }) => ({ start, end }))
  const ids = [...new Set(drawn.map(({ label }) => label.split(" ")[0]!).filter((id) => /^s\d+$/.test(id)))]
  return ids.map((id) => {
    const told = lines
      .map((line) => /^(s\d+): (\w+)(?:, in (s\d+))?$/.exec(line))
      .find((found) => found?.[1] === id)
    const [kind, inside] = [told?.[2] ?? "says", told?.[3] ?? null]
    const cue = spansOf(`${id} cue`)
    return {
      id: id as AttributionId,
      kind: kind as AttributionKind,
      mode: "indirect",
      content: spansOf(`${id} content`) as unknown as NonEmpty<Span>,
      quoted: [],
      cue: cue.length === 0 ? null : (cue as unknown as NonEmpty<Span>),
      speaker: null,
      venue: null,
      addressee: null,
      inside: inside as AttributionId | null,
      readBy: { reader: "rule", rule: null },
      score: 0.9,
    }
  })
}
