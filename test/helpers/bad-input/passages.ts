// Words for bad inputs: invented news in the constructions in which words are ascribed to somebody, and the same
// sort of sentence in other languages. In: random numbers. Out: sentences, paragraphs, pages.
import type { Random } from "../../../src/base/random.ts"

const SPEAKERS = [
  "Defence Minister Ana Kovač",
  "the harbour office",
  "he",
  "She",
  "officials in Lomar",
  "Ibarra’s spokesman",
  "the party (PRT)",
  "O’Neill-Sørensen Jr.",
  "a source close to the talks",
  "Reuters",
  "Damascus",
  "the U.N. refugee agency",
]

const CUES = [
  "said",
  "told reporters",
  "denied",
  "wrote on Twitter",
  "has repeatedly insisted",
  "asked",
  "ordered",
  "believes",
  "is expected to announce",
  "added on Friday",
  "showed",
]

const CONTENTS = [
  "no ship was hit",
  "the strike killed 71 of 103 people",
  "talks will go on until Jan. 5",
  "that prices had risen 3.5 percent",
  "we never will",
  "it wasn't what Kovač’s office had promised",
  "the “so-called” agreement is dead",
  "to leave the port at 5:30 p.m.",
  "it is “unacceptable” – and “wrong”",
]

export const QUOTATION_MARKS = [
  "“",
  "”",
  "‘",
  "’",
  '"',
  "'",
  "«",
  "»",
  "„",
  "‟",
  "‹",
  "›",
  "``",
  "''",
  "「",
  "」",
  "＂",
]

/** A sentence that ascribes words to somebody. */
export function sentence(random: Random): string {
  const speaker = random.pick(SPEAKERS)
  const other = random.pick(SPEAKERS)
  const cue = random.pick(CUES)
  const content = random.pick(CONTENTS)
  const more = random.pick(CONTENTS)
  switch (random.below(16)) {
    case 0:
      return `“${content},” ${speaker} ${cue}.`
    case 1:
      return `${speaker} ${cue} that ${content}.`
    case 2:
      return `According to ${speaker}, ${content}.`
    case 3:
      return `“${content},” ${speaker} ${cue}, “and ${more}.”`
    case 4:
      return `${speaker}: ${content}`
    case 5:
      return `${content}, ${speaker} ${cue}.`
    case 6:
      return `It was reported that ${content}.`
    case 7:
      return `${speaker} ${cue} ${other} had denied that ${content}.`
    case 8:
      return `“${content}. ${more}.`
    case 9:
      return `"${content}," ${cue} ${speaker}. "${more}."`
    case 10:
      return `«${content}», ${cue} ${speaker}.`
    case 11:
      return `‘${content},’ ${speaker} ${cue}: ‘“${more},” ${other} told me.’`
    case 12:
      return `${speaker} called it “${content}”.`
    case 13:
      return `Asked whether ${content}, ${speaker} ${cue}: “${more}!”`
    case 14:
      return `${content}; ${more} (${speaker}).`
    default:
      return `The port was closed on ${1 + random.below(28)} March.`
  }
}

export function paragraph(random: Random, mostSentences = 4): string {
  return Array.from({ length: 1 + random.below(mostSentences) }, () => sentence(random)).join(" ")
}

/** A plain report with a headline; paragraphs parted by an empty line. */
export function report(random: Random, mostParagraphs = 6): string {
  const paragraphs = Array.from({ length: 1 + random.below(mostParagraphs) }, () => paragraph(random))
  return [`${random.pick(SPEAKERS)} ${random.pick(CUES)} ${random.pick(CONTENTS)}`, ...paragraphs].join(
    "\n\n",
  )
}

/** The same as a page: with what surrounds a report on the web. */
export function page(random: Random, text: string): string {
  const [title = "", ...paragraphs] = text.split("\n\n")
  const body = paragraphs.map((words) => `<p>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title} | The Example</title>
<meta property="article:published_time" content="20${10 + random.below(17)}-03-0${1 + random.below(9)}T10:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":${JSON.stringify(title)},"author":{"name":"Jo Example"}}</script>
<style>p { margin: 0 }</style></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<article><h1>${title}</h1><p class="byline">By Jo Example</p>
${body.join("\n")}
<blockquote><p>${sentence(random)}</p></blockquote><figure><img src="x.jpg"><figcaption>${sentence(random)}</figcaption></figure>
</article><aside><p>Read more: <a href="/b">${title}</a></p></aside><footer>© The Example</footer></body></html>`
}

/** News in other languages: letters, marks and writing directions that English does not have. */
export const OTHER_LANGUAGES = [
  "„Wir haben kein Schiff getroffen“, sagte Verteidigungsministerin Ana Kovač am Freitag in Lomar.",
  "« Nous n’avons touché aucun navire », a déclaré la ministre de la Défense, Ana Kovač, vendredi.",
  "—No hemos alcanzado ningún barco —dijo la ministra Ana Kovač el viernes—, y nunca lo haremos.",
  "«Мы не поражали ни одного корабля», — заявила министр обороны Ана Ковач в пятницу.",
  "「我々は一隻も攻撃していない」とコヴァチ国防相は金曜日に述べた。",
  "国防部长安娜·科瓦奇周五表示：“我们没有击中任何船只。”",
  "“우리는 어떤 배도 공격하지 않았다”고 코바치 국방장관이 금요일 말했다.",
  "قالت وزيرة الدفاع آنا كوفاتش يوم الجمعة: «لم نضرب أي سفينة».",
  "שרת הביטחון אמרה ביום שישי: ״לא פגענו באף ספינה״.",
  "रक्षा मंत्री ने शुक्रवार को कहा, “हमने किसी जहाज़ पर हमला नहीं किया।”",
  "รัฐมนตรีกลาโหมกล่าวเมื่อวันศุกร์ว่า “เราไม่ได้โจมตีเรือลำใด”",
  "Savunma Bakanı Ana Kovač cuma günü “Hiçbir gemiyi vurmadık” dedi. İstanbul’da ISIK ışık.",
  "Η υπουργός Άμυνας είπε: «Δεν χτυπήσαμε κανένα πλοίο». ΣΊΣΥΦΟΣ",
] as const

/** Stretches that programs which count characters get wrong. */
export const ODD_CHARACTERS = [
  "😀",
  "👩‍👩‍👧",
  "👍🏽",
  "🇷🇺🇺🇸",
  "1️⃣",
  "e\u0301",
  "a\u0323\u0307\u0301",
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a",
  "\u00ad",
  "\u200b",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u00a0",
  "\u2009",
  "\u202e",
  "\u202c",
  "\u2066",
  "\u2069",
  "\u200f",
  "\u2028",
  "\u2029",
  "\u0085",
  "\u000b",
  "\ufffd",
  "\ufffe",
  "\u{10ffff}",
  "ﬁ",
  "ß",
  "İ",
  "Å",
  "𝒮𝒶𝒾𝒹",
  "：",
] as const
