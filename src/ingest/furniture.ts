// The lines of a page's furniture that stand in the report's element: “Share”, “Read more: …”, “Sign up to our newsletter”.
// In: the blocks of a page. Out: those of the report. What the rules gain is measured (quality/ingest.ts), and
// test/cases/ingest/furniture.txt has sentences of reports that look like furniture and must stay.
import { isByline, isDateLine } from "./block-kinds.ts"
import type { BuiltBlock } from "./text-builder.ts"

/** Longest line that is judged by its words; furniture is shorter, paragraphs mostly longer. */
const MAX_LINE = 300

/** The blocks of the report, in order. `text` is the page's text they point into. */
export function withoutFurniture(text: string, blocks: readonly BuiltBlock[]): readonly BuiltBlock[] {
  const lines = blocks.map((block): Line => {
    const words = text.slice(block.span.start, block.span.end)
    return { block, text: words, linkShare: block.linkLength / words.length, isProse: isProse(block, words) }
  })
  const report = withoutAsides(lines)
  if (!report.some((line) => line.isProse)) return blocks
  const kept = withoutLinkLists(report.slice(0, endOfReport(report)).filter((line) => !isFurniture(line)))
  const first = kept.findIndex((line) => line.isProse)
  const last = kept.findLastIndex((line) => line.isProse)
  return kept
    .filter((line, index) => !((index < first || index > last) && isStray(line)))
    .map((line) => line.block)
}

interface Line {
  readonly block: BuiltBlock
  readonly text: string
  /** Share of the line that is part of links, 0 to 1. */
  readonly linkShare: number
  /** A paragraph of sentences rather than a label or a link. */
  readonly isProse: boolean
}

const SENTENCE_END = /[.!?…]["”’'»)\]]*$/
const MIN_PROSE = 60

function isProse(block: BuiltBlock, text: string): boolean {
  return (
    !block.isHeading &&
    block.kind !== "caption" &&
    block.linkLength < 0.5 * text.length &&
    text.length >= MIN_PROSE &&
    (SENTENCE_END.test(text) || /[.!?…]["”’')\]]*\s+\p{Lu}/u.test(text))
  )
}

/** Share of the prose that may stand in elements named as asides; where more does, the names mean something else. */
const MAX_PROSE_ASIDE = 0.3

function withoutAsides(lines: readonly Line[]): readonly Line[] {
  const inside = lines.filter((line) => !line.block.isAside)
  return proseLength(inside) < (1 - MAX_PROSE_ASIDE) * proseLength(lines) ? lines : inside
}

function proseLength(lines: readonly Line[]): number {
  let length = 0
  for (const line of lines) if (line.isProse) length += line.text.length
  return length
}

/** “It’s disco funk-rockers Chic, joined by… READ THE REST” */
const TEASER = /(?:read (?:the rest|more|full story)|continue reading|read on)\W*$/i

/** Lists in which every item is a link and none a sentence, or the beginning of another report, lead to other reports. */
function withoutLinkLists(lines: readonly Line[]): readonly Line[] {
  const leadsElsewhere = ({ text, linkShare }: Line): boolean =>
    (linkShare > 0.9 && !SENTENCE_END.test(text)) || (linkShare > 0 && TEASER.test(text))
  const kept: Line[] = []
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    const isList = lines[from]?.block.kind === "listItem"
    while (isList && lines[to]?.block.kind === "listItem") to++
    const run = lines.slice(from, to)
    if (!(isList && run.every(leadsElsewhere))) for (const line of run) kept.push(line)
    from = to
  }
  return kept
}

// Headings behind which the page's own matter begins. Those that also stand within reports, such as “Related” or
// “Advertisement”, are not among them.
const END_HEADING =
  /^(?:about the authors?|about (?:the|our) (?:writer|reporter|contributor)s?|you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy).*|what to read next|most (?:read|popular|viewed|shared)(?:\s+\p{L}+){0,2}|popular (?:now|this week|stories|posts)|recent (?:articles|posts|news|stories)|comments?(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)|tell us what you think|around the web|from the web|more from (?:the web|around the web))\s*[:.…!]*$/iu

/** Share of the prose that may come after such a heading; where more does, the heading belongs to the report. */
const MAX_PROSE_AFTER = 0.25

function endOfReport(lines: readonly Line[]): number {
  const total = proseLength(lines)
  let after = 0
  let end = lines.length
  for (let index = lines.length - 1; index > 0; index--) {
    const line = lines[index] as Line
    if (line.isProse) after += line.text.length
    if (after > MAX_PROSE_AFTER * total) break
    if ((line.block.isHeading || line.text.length < 40) && END_HEADING.test(line.text)) end = index
  }
  return end
}

function isFurniture({ block, text, linkShare }: Line): boolean {
  if (text.length > MAX_LINE || block.kind === "blockquote") return false
  if (WHOLE_LINES.some((rule) => rule.test(text)) || isShareLine(text)) return true
  if (text.length < MAX_CALL && CALLS.some((rule) => rule.test(text))) return true
  if (linkShare > 0.3 && LINK_LINES.some((rule) => rule.test(text))) return true
  // “CO-FOUNDER ‘PROUD’ OF HOME DEPOT”: a line that is nothing but a link and no sentence leads elsewhere.
  return (
    linkShare > 0.85 &&
    block.kind !== "listItem" &&
    !/[.?]["”’')\]]*$/.test(text) &&
    text.split(/\s+/).length >= 3
  )
}

/** Longest call to do something: “Click here for more information.” */
const MAX_CALL = 170

// Tried on a whole block of at most MAX_LINE characters.
const WHOLE_LINES: readonly RegExp[] = [
  // “Advertisement”, “Sponsored content”
  /^[[(]?(?:advert(?:isement|ising|isements)?s?|ads?|sponsored(?: content)?|promoted(?: content)?|paid (?:post|content))[\])]?\.?$/i,
  // “Read more: Tencent profit falls”, “[Related: Salesforce keynote]”, “SEE ALSO: …”
  /^[[(►▶→>»•\s]*(?:read (?:more|also|next|this)|see (?:also|more)|also read|must read|don(?:’|')?t miss|related(?: \p{L}+)?|recommended(?: \p{L}+)?|more on this(?: \p{L}+)?)\s*(?::|>|»|→|…|\.{3}|\|).*$/iu,
  /^(?:read|see|view|show|load) (?:more|full (?:story|article)|the full (?:story|article|report)|next|all)[\s.…»›>→]*$/i,
  // “Post Comment (+)”, “View Comments”, “Commenting feature is disabled in your country.”
  /^(?:(?:post|leave|add|view|show|hide|write|read|see|load|join)\s+)?(?:a |an |all |the |your |\d+ |no )?comments?(?:\s*\(.{0,8}\))?[.…]?$/i,
  /^comment(?:s|ing)?\b.{0,20}\b(?:closed|disabled|moderated|turned off|unavailable)\b/i,
  // “Sign up to our newsletter for exclusive updates”, “Get Motor Cycle Monthly delivered through your letterbox”
  /^(?:please )?(?:sign up|subscribe|register|join)\b.*\b(?:newsletters?|updates?|inbox|e-?mails?|alerts?|channel|briefing|mailing list|notifications?|magazine|free trial|digital)\b/i,
  /\bsign up (?:for|to) (?:our|the|my|free)\b.*\b(?:newsletters?|e-?mails?|alerts|briefing)\b/i,
  /^(?:get|receive|have)\b.*\b(?:delivered|sent|straight|directly|more)\b.*\byour (?:inbox|letterbox|door|e-?mail|phone|mailbox)\b/i,
  /^(?:subscribe|sign ?(?:up|in)|log ?in|register)(?:\s+(?:now|today|here|free|for free|to continue(?: reading)?|or|and|sign ?(?:up|in)|log ?in|register|subscribe))*[.!]?$/i,
  // “Continue Reading Below”, “Story continues below advertisement”, “Loading content ...”, “Skip to content”
  /^(?:(?:story|article) )?continue[sd]?(?: (?:reading|below|after|the|this|main|story|advertisement|ad|article)){1,5}[.…»›>→]*$/i,
  /^(?:loading|please wait)(?: \p{L}+){0,2}\W*$/iu,
  /^skip (?:to|past|advert|ad|this)\b.{0,30}$/i,
  // “This website uses cookies to improve your experience.”
  /^(?:(?:this|our|the) (?:web)?site\b.{0,60}|we )(?:uses?|using) cookies\b/i,
  /\b(?:contains?|earn|receive|use)\b.{0,40}\b(?:affiliate|referral) (?:links?|commissions?)\b/i,
  // “Copyright 2019 The New Arab.”, “All rights reserved.”
  /^(?:copyright\s*(?:©|@|\(c\)|\d{4})|©|\(c\)\s*\d{4})/i,
  /\ball rights reserved\b/i,
  /\bmay not be (?:published|reproduced|reprinted), (?:broadcast|rewritten|copied|distributed)/i,
  // “Getty Images”, “Sakib Ali/Hindustan Times/Getty Images”, “Photo: AFP”, “Representative image.”
  /^(?:[\p{L}.’'\s/|-]{0,60}[/|]\s*)?(?:getty(?: images)?|(?:the )?associated press|ap(?: photo)?|afp|reuters|shutterstock|istock(?:photo)?|epa|alamy|unsplash|flickr|bloomberg|file(?: photo)?)(?:\s*[/|]\s*[\p{L}.’'\s-]{1,40})?$/iu,
  /^[[(]?(?:photo(?:graph)?s?|images?|pictures?|video|illustration|graphic|credits?)(?:\s+(?:credits?|by|courtesy|source|via))*\s*(?:[:…|/]|\.{3})[^.!?]{0,90}[\])]?\.?$/i,
  /^(?:representative|representational|file|stock) (?:image|photo|picture)s?\.?$/i,
  // “Tags: stock car”, “Filed Under: EEE, health”, “You are here: Home / Showbiz”, “_____”
  /^(?:tags?|tagged|filed under|topics?|categor(?:y|ies)|posted in|keywords?|in this (?:article|story)|labels?|sections?)\b\s*(?:[:\n|]|$)/i,
  /^you are here\b/i,
  /^[^\p{L}\p{N}]+$/u,
  // “First Published: Tuesday, November 19, 2019”, “Published 1 day ago”, “Updated 11:21 pm CST”
  /^(?:first |originally )?(?:published|posted|updated|last updated|last modified|modified|created)\b(?=.*(?:\d{4}|\d:\d\d|\bago\b|\btoday\b|\byesterday\b)).{0,110}(?<![.!?])$/i,
  /^\d{1,3} ?(?:min(?:ute)?s?|sec(?:ond)?s?|hours?|hrs?|days?|weeks?|months?)(?:[ -](?:read|ago|video|listen))\b.{0,20}$/i,
  // “SOURCE: News agencies”, “Via SyndiGate.info”
  /^sources?\s*:\s*[^.!?]{1,40}(?:\.\p{L}{2,4})?$/iu,
  /^via\s+\S{1,30}$/i,
  // “Reporting by Rodrigo Campos; Editing by Nick Zieminski”, “Keith Bradsher contributed reporting from Hong Kong.”
  /^[[(]?(?:additional |writing and |reporting and )*(?:reporting|writing|editing|compiled|produced|edited|written|translated)(?: and (?:editing|writing|reporting))? by\b(?:.*(?:;|\bediting by\b|\bwriting by\b).*|(?: [^\s.]+){1,7}\)?)$/i,
  /\bcontributed (?:to this (?:report|story|article)|reporting\b)/i,
  /^\p{Lu}.{0,160}\bcontributed\.$/u,
  // “Read or Share this story: https://…”, “This story was originally published at nytimes.com.”
  /^read or share this\b/i,
  /^this (?:story|article|post) (?:was|has been) (?:originally|first) (?:published|posted|produced)\b/i,
  // “* I understand and agree that registration on this site …”
  /^\W*(?:i understand and agree|by (?:signing up|clicking|subscribing|registering|submitting)\b.*\byou\b)/i,
]

// Tried on shorter blocks: the words may stand in a sentence of a report as well.
const CALLS: readonly RegExp[] = [
  // “GET FOX BUSINESS ON THE GO BY CLICKING HERE”, “Click here for more information.”
  /\b(?:click(?:ing)?|tap(?:ping)?) here\b/i,
  /\b(?:log|sign)(?:ged)? in to (?:post|leave|comment|reply)\b/i,
  // “Download The Times of India News App”, “Follow him on Twitter @…”
  /^(?:download|get|install)\b.{0,60}\bapps?\b/i,
  /^follow\b.*(?:@|\b(?:on|via) (?:twitter|facebook|instagram|social media|linkedin|youtube)\b)/i,
  /^(?:e-?mail|contact|reach|call)\b.*(?:@|\d{3}[-.\s]\d{3,4})/i,
]

// Tried on blocks that hold a link.
const LINK_LINES: readonly RegExp[] = [
  // “WATCH: What the US says”, “More - Talks go on”
  /^[[(►▶→>»•\s]*(?:read|see|watch|listen|learn more|more|also|photos?|in pictures|video|gallery|explainer|opinion|analysis)\s*(?:[:>»→|…]|\.{3}|[-–—]\s).*$/i,
  // “Home » World » Talks”
  /^[^.!?»›>]{1,50}(?:\s*[»›>]\s*[^.!?»›>]{1,90}){2,}$/,
]

const SHARE_WORDS = new Set(
  "share tweet submit email e-mail print pin pinterest pint whatsapp facebook twitter linkedin reddit save copy telegram messenger flipboard follow like sms pocket tumblr google instagram youtube comment comments post send bookmark viber vk baixar x".split(
    " ",
  ),
)
const FILLER_WORDS = new Set(
  "this on via to by a the us with your friend friends story article page link more or and".split(" "),
)

/** “Share Tweet Submit”, “Whatsapp Facebook Pint”, “Share this on Facebook”: no other words, and more of those than between. */
function isShareLine(text: string): boolean {
  if (text.length > MAX_CALL) return false
  const words = text
    .toLowerCase()
    .split(/[\s,|/·•+:.!()\d]+/)
    .filter((word) => word !== "")
  const shares = words.filter((word) => SHARE_WORDS.has(word)).length
  return (
    SHARE_WORDS.has(words[0] ?? "") &&
    words.every((word) => SHARE_WORDS.has(word) || FILLER_WORDS.has(word)) &&
    2 * shares >= words.length - 1
  )
}

/** A label before the first or after the last paragraph of sentences: “Advice”, “RECENT ARTICLES”. */
function isStray({ block, text, linkShare }: Line): boolean {
  if (block.kind !== "paragraph" && !(block.kind === "listItem" && linkShare > 0.5)) return false
  if (isByline(text) || isDateLine(text)) return false
  // “BAAR, SWITZERLAND” is where the report comes from.
  return (
    text.split(/\s+/).length <= 5 &&
    !SENTENCE_END.test(text) &&
    !/^\p{Lu}{3,}(?:\p{Lu}|[\s,.-])*$/u.test(text)
  )
}
