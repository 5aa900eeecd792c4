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

/** The same without their labels. */
function bareNames(lines: readonly string[]): readonly string[] {
  return namesIn(lines).map((name) => name.slice(name.indexOf(" ") + 1))
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

  it("go over the hyphen of a country, whichever half the network has", () => {
    const tree = "tree: hit root; They nsubj hit; Guinea obj hit; Bissau flat Guinea"
    expect(namesIn(["They hit Guinea-Bissau.", "         ~~~~~~ LOC", tree])).toEqual(["place Guinea-Bissau"])
    expect(namesIn(["They hit Guinea-Bissau.", "               ~~~~~~~ PER", tree])).toEqual([
      "place Guinea-Bissau",
    ])
  })

  it("take a surname with its particle behind a country's name and a given name", () => {
    expect(
      namesIn([
        "He met the envoy for Syria Staffan de Mistura in Moscow.",
        "                     ~~~~~~~~~~~~~ LOC",
        "tree: met root; He nsubj met; envoy obj met; Syria nmod envoy; for case Syria; Staffan nmod envoy; de flat Staffan; Mistura flat Staffan; Moscow obl met; in case Moscow",
      ]),
    ).toEqual(expect.arrayContaining(["place Syria", "person Staffan de Mistura"]))
  })

  it("are the whole body that our tables know", () => {
    expect(
      namesIn([
        "It was in The Washington Post today.",
        "          ~~~~~~~~~~~~~~ ORG",
        "tree: Post root; It nsubj Post; was cop Post; in case Post; The det Post; Washington compound Post; today advmod Post",
      ]),
    ).toEqual(["organization The Washington Post"])
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

  it("mean the same throughout a report", () => {
    expect(
      namesIn([
        "Amazon grew. The Amazon fell. Amazon sold books.",
        "~~~~~~ ORG",
        "                 ~~~~~~ LOC",
        "                              ~~~~~~ ORG",
      ]),
    ).toEqual(["organization Amazon", "organization Amazon", "organization Amazon"])
  })

  it("end where the next person's begins", () => {
    expect(
      namesIn([
        "They met Lisa Gilette Kristen Quinn and Mary Jane Watson.",
        "         ~~~~~~~~~~~~~~~~~~~~~~~~~~ PER",
        "                                        ~~~~~~~~~~~~~~~~ PER",
      ]),
    ).toEqual(["person Lisa Gilette", "person Kristen Quinn", "person Mary Jane Watson"])
  })

  it("of one person are one, side by side or turned round in the head of a mail", () => {
    expect(
      namesIn([
        "John Staikos and Marlene D. Hilliard wrote to “Townsend, George”.",
        "~~~~ PER",
        "     ~~~~~~~ PER",
        "                 ~~~~~~~~~~ PER",
        "                            ~~~~~~~~ PER",
        "                                               ~~~~~~~~ PER",
        "                                                         ~~~~~~ PER",
      ]),
    ).toEqual(["person John Staikos", "person Marlene D. Hilliard", "person Townsend, George"])
  })

  it("of places are joined over “of”, and a town is apart from what it lies in", () => {
    expect(
      namesIn([
        "The Gulf of Mexico is far from San Rafael California.",
        "    ~~~~ LOC",
        "            ~~~~~~ LOC",
        "                               ~~~~~~~~~~~~~~~~~~~~~ LOC",
      ]),
    ).toEqual(["place Gulf of Mexico", "place San Rafael", "place California"])
  })

  it("of bodies go on after “of”", () => {
    expect(
      namesIn([
        "The Superior Court of the District of Columbia met the Law Offices of Armando Villega.",
        "    ~~~~~~~~~~~~~~ ORG",
        "                          ~~~~~~~~~~~~~~~~~~~~ LOC",
        "                                                       ~~~~~~~~~~~ ORG",
        "                                                                      ~~~~~~~~~~~~~~~ PER",
      ]),
    ).toEqual([
      "organization Superior Court of the District of Columbia",
      "organization Law Offices of Armando Villega",
    ])
  })

  it("have the role that tables give them; peoples, addresses and storms are nobody's", () => {
    expect(
      namesIn([
        "Syria and Hezbollah met. Iraqis wrote to vangie@power.com before Hurricane Rita. Rita passed.",
        "~~~~~ ORG",
        "          ~~~~~~~~~ LOC",
        "                         ~~~~~~ ORG",
        "                                         ~~~~~~~~~~~~~~~~ PER",
        "                                                                 ~~~~~~~~~~~~~~ LOC",
        "                                                                                 ~~~~ PER",
      ]),
    ).toEqual(["place Syria", "organization Hezbollah", "thing Iraqis", "thing Hurricane Rita", "thing Rita"])
  })
})

describe("names as they are mended", () => {
  it("are whole in the capitals of a dateline, and end where a headline in capitals goes on", () => {
    const tree = "tree: left root; Police nsubj left"
    expect(bareNames(["NAY PYI TAW, April 9 - Police left.", "~~~ LOC", tree])).toContain("NAY PYI TAW")
    expect(bareNames(["PORT ALMA, April 9 - Police left.", "~~~~ LOC", "     ~~~~ LOC", tree])).toContain(
      "PORT ALMA",
    )
    expect(bareNames(["MALI LEFT NIGER", "~~~~ LOC", "tree: LEFT root; MALI nsubj LEFT"])).not.toContain(
      "MALI LEFT NIGER",
    )
  })

  it("are those of sources whole: “Kingdom of Mereland”", () => {
    expect(
      bareNames([
        "The Kingdom of Mereland said it was over.",
        "~~~~~~~~~~~~~~~~~~~~~~~ source",
        "    ~~~~~~~~~~ LOC",
        "               ~~~~~~~~ LOC",
        "                        ~~~~ cue",
        "                             ~~~~~~~~~~~ content",
        "tree: said root; Kingdom nsubj said; The det Kingdom; Mereland nmod Kingdom; of case Mereland; over ccomp said; it nsubj over; was cop over",
        "tags: said VBD; over JJ",
      ]),
    ).toEqual(["Kingdom of Mereland"])
  })

  it("are none for a former office that speaks", () => {
    expect(
      bareNames([
        "Ex-minister said it was over.",
        "~~~~~~~~~~~ source",
        "            ~~~~ cue",
        "                 ~~~~~~~~~~~ content",
        "tree: said root; Ex-minister nsubj said; over ccomp said; it nsubj over; was cop over",
        "tags: Ex-minister NNP; said VBD; over JJ",
      ]),
    ).toEqual([])
  })
})

/** The words of mentions that are no names. */
function nominalsIn(lines: readonly string[]): readonly string[] {
  const { doc, mentions } = readGiven(lines)
  return mentions.flatMap(({ kind, span }) =>
    kind === "nominal" ? [doc.text.slice(span.start, span.end)] : [],
  )
}

describe("nominals", () => {
  it("end before what tells of the deed, and before a comma", () => {
    const tree =
      "tree: saw root; They nsubj saw; killing obj saw; the det killing; protesters nmod killing; of case protesters; two nummod protesters; soldiers nmod protesters; by case soldiers"
    const lines = [
      "They saw the killing of two protesters by soldiers.",
      tree,
      "tags: protesters NNS; soldiers NNS",
    ]
    expect(nominalsIn(lines)).toContain("two protesters")
    const village =
      "tree: hit root; It nsubj hit; village obj hit; the det village; hours nmod village; some det hours; later advmod hours"
    expect(
      nominalsIn(["It hit the village, some hours later.", village, "tags: village NN; hours NNS"]),
    ).toContain("the village")
  })

  it("take in the mark that closes a quotation in them", () => {
    const tree = "tree: died root; fighters nsubj died; 27 nummod fighters; rebel compound fighters"
    expect(nominalsIn(["27 “rebel fighters” died.", tree, "tags: fighters NNS; “ ``; ” ''"])).toContain(
      "27 “rebel fighters”",
    )
  })
})
