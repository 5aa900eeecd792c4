// From the Penn tag, the relation and the word to the universal part of speech, as EWT and GUM pair them.
import type { Upos } from "../../schema/reading.ts"

const BY_TAG: Readonly<Record<string, Upos>> = {
  $: "SYM",
  "''": "PUNCT",
  ",": "PUNCT",
  "-LRB-": "PUNCT",
  "-RRB-": "PUNCT",
  ".": "PUNCT",
  ":": "PUNCT",
  "``": "PUNCT",
  ADD: "PROPN",
  AFX: "X",
  CC: "CCONJ",
  CD: "NUM",
  DT: "DET",
  EX: "PRON",
  FW: "X",
  GW: "X",
  HYPH: "PUNCT",
  IN: "ADP",
  JJ: "ADJ",
  JJR: "ADJ",
  JJS: "ADJ",
  LS: "NUM",
  MD: "AUX",
  NFP: "PUNCT",
  NN: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  NNS: "NOUN",
  PDT: "DET",
  POS: "PART",
  PRP: "PRON",
  PRP$: "PRON",
  RB: "ADV",
  RBR: "ADV",
  RBS: "ADV",
  RP: "ADP",
  SYM: "SYM",
  TO: "PART",
  UH: "INTJ",
  VB: "VERB",
  VBD: "VERB",
  VBG: "VERB",
  VBN: "VERB",
  VBP: "VERB",
  VBZ: "VERB",
  WDT: "PRON",
  WP: "PRON",
  WP$: "PRON",
  WRB: "ADV",
}

const NEGATION = /^(?:not|n['’]?t|nt)$/i
const INDEFINITE = /^(?:some|any|no|every)(?:one|body|thing)$|^none$/i
const DEMONSTRATIVE = /^(?:this|that|these|those)$/i

/**
 * The universal part of speech of a word.
 *
 * `relation` decides where the tag does not: “that” is a conjunction as `mark`, “is” an auxiliary as `cop`. A tag
 * that the treebanks do not use gives "X".
 */
export function uposOf(xpos: string, relation: string, form: string): Upos {
  const upos = BY_TAG[xpos] ?? "X"
  const base = relation.split(":", 1)[0]
  if (base === "goeswith") return "X"
  switch (xpos) {
    case "IN":
      return base === "mark" ? "SCONJ" : upos
    case "VB":
    case "VBD":
    case "VBG":
    case "VBN":
    case "VBP":
    case "VBZ":
      return base === "aux" || base === "cop" ? "AUX" : upos
    case "DT":
      // “those who fled”; but “all of them”, “another” stay determiners.
      return base !== "det" && DEMONSTRATIVE.test(form) ? "PRON" : upos
    case "WDT":
      return base === "det" ? "DET" : upos
    case "RB":
      return NEGATION.test(form) ? "PART" : upos
    case "NN":
      if (INDEFINITE.test(form)) return "PRON"
      return form === "%" ? "SYM" : upos
    case "NNP":
      // “Syrian” in “the Syrian army”.
      return base === "amod" ? "ADJ" : upos
    case "NFP":
      return base === "punct" ? upos : "SYM"
    case "SYM":
      return base === "punct" ? "PUNCT" : upos
    case ",":
      // “and/or”: the stroke joins like a word.
      return base === "cc" ? "SYM" : upos
    default:
      return upos
  }
}
