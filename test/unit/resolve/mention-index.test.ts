import { expect, it } from "vitest"
import { indexMentions } from "../../../src/resolve/mention-index.ts"
import type { Reading } from "../../../src/schema/reading.ts"
import type { Entity } from "../../../src/schema/resolution.ts"
import { parseTree } from "../../check/events.ts"

const GIVEN = parseTree(
  [
    "# President of Chad Idriss Deby left.",
    ..."President president PROPN NNP 6 nsubj|of of ADP IN 3 case|Chad Chad PROPN NNP 1 nmod|Idriss Idriss PROPN NNP 1 flat|Deby Deby PROPN NNP 1 flat|left leave VERB VBD 0 root|. . PUNCT . 6 punct"
      .split("|")
      .map((row) => row.replaceAll(" ", "\t")),
  ].join("\n"),
)

it("takes the title before a name for who bears it, and leaves the country to itself", () => {
  const mention = (id: number, start: number, end: number, nameStart: number) => ({
    id,
    kind: "name",
    span: { start, end },
    head: { start: end - 4, end },
    name: { start: nameStart, end },
  })
  const mentions = [mention(0, 0, 29, 18), mention(1, 13, 17, 13)]
  const entity = (id: number): unknown => ({ mentions: [{ mention: id, score: 1 }] })
  const reading = { mentions, tokens: GIVEN.tokens } as unknown as Reading
  const index = indexMentions(reading, [entity(0), entity(1)] as Entity[])
  expect(index.at(0)?.entity).toBe(0)
  expect(index.at(2)?.entity).toBe(1)
  expect(index.at(4)?.entity).toBe(0)
})
