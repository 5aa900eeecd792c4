import { describe, expect, it } from "vitest"
import { readGiven } from "../../check/coreference.ts"

/** The names of a text under which the network's labels are drawn. */
function namesIn(lines: readonly string[]): readonly string[] {
  const { doc, mentions } = readGiven(lines)
  return mentions.flatMap((mention) =>
    mention.kind === "name"
      ? [`${mention.label} ${doc.text.slice(mention.name.start, mention.name.end)}`]
      : [],
  )
}

describe("names", () => {
  it("leave the place before a person's name out", () => {
    expect(
      namesIn([
        "The mayor of London Sadiq Khan spoke.",
        "             ~~~~~~~~~~~~~~~~~ PER",
        "tree: spoke root; mayor nsubj spoke; London nmod mayor; of case London; Sadiq flat London; Khan flat Sadiq",
      ]),
    ).toEqual(["person Sadiq Khan", "place London"])
  })

  it("are a source's behind its title, where the title is read as a subject of its own", () => {
    expect(
      namesIn([
        "President Ana Kovač said it was over.",
        "~~~~~~~~~~~~~~~~~~~ source",
        "          ~~~~~~~~~ PER",
        "                    ~~~~ cue",
        "                         ~~~~~~~~~~~ content",
        "tree: said root; President nsubj said; Ana nsubj said; Kovač flat Ana; over ccomp said; it nsubj over; was cop over",
        "tags: President NNP; Ana NNP; Kovač NNP; said VBD; over JJ",
      ]),
    ).toEqual(["person Ana Kovač"])
  })

  it("are joined over an article too", () => {
    expect(
      namesIn([
        "The Bishops Conference of the Philippines met.",
        "    ~~~~~~~~~~~~~~~~~~~~~~~~~ ORG",
        "                              ~~~~~~~~~~~ LOC",
      ]),
    ).toEqual(["organization Bishops Conference of the Philippines"])
  })

  it("are no word that leads into a phrase", () => {
    expect(
      namesIn([
        "According to Lavrov talks failed.",
        "~~~~~~~~~ ORG",
        "             ~~~~~~ PER",
        "tree: failed root; talks nsubj failed; Lavrov obl failed; According case Lavrov; to case Lavrov",
        "tags: According VBG",
      ]),
    ).toEqual(["person Lavrov"])
  })

  it("go on after a hyphen, and around a nickname", () => {
    expect(
      namesIn([
        "Nils-Erik Haagenrud met Matiu “Matt” Ratana.",
        "~~~~~ PER",
        "     ~~~~~~~~~~~~~~ PER",
        "                        ~~~~~ PER",
        "                               ~~~~~~~~~~~~ PER",
      ]),
    ).toEqual(["person Nils-Erik Haagenrud", "person Matiu “Matt” Ratana"])
  })

  it("are joined by a preposition that the network ends with, and end without it where nothing follows", () => {
    expect(
      namesIn([
        "Transport for London sued the Court of Appeals for fraud.",
        "~~~~~~~~~~~~~ ORG",
        "              ~~~~~~ LOC",
        "                              ~~~~~~~~~~~~~~~~~~~~ ORG",
      ]),
    ).toEqual(["organization Transport for London", "organization Court of Appeals"])
  })

  it("are neither articles nor days nor lone titles", () => {
    expect(
      namesIn([
        "The BBC reported on Monday that President Xi met the Minister.",
        "~~~ ORG",
        "    ~~~ ORG",
        "                    ~~~~~~ LOC",
        "                                ~~~~~~~~~~~~ PER",
        "tags: President NNP; Minister NNP",
      ]),
    ).toEqual(["organization BBC", "person Xi"])
  })

  it("take the first word of a person from the tree, and leave the title", () => {
    expect(
      namesIn([
        "He met President Recep Tayyip Erdogan.",
        "                       ~~~~~~~~~~~~~~ PER",
        "tree: met root; He nsubj met; Recep obj met; President nmod:desc Recep; Tayyip flat Recep; Erdogan flat Recep",
        "tags: President NNP; Recep NNP; Tayyip NNP; Erdogan NNP",
      ]),
    ).toEqual(["person Recep Tayyip Erdogan"])
  })
})
