// The lines of a page's furniture that stand in the report's element: “Share”, “Read more: …”, “Sign up to our newsletter”.
// In: the blocks of a page. Out: those of the report. Each rule was kept for what it gains on shared/pages
// (quality/ingest.ts; figures in docs/decisions). Sentences of a report are never judged by their words alone:
// a rule asks that the line is short, a link, or at the edge of the text.
import { isByline, isDateLine } from "./block-kinds.ts"
import type { BuiltBlock } from "./text-builder.ts"

/** Longest line that is judged by its words; furniture is shorter, paragraphs mostly longer. */
const MAX_LINE = 300

/** The blocks of the report, in order; some with another kind. `text` is the page's text they point into. */
export function withoutFurniture(text: string, blocks: readonly BuiltBlock[]): readonly BuiltBlock[] {
  const lines = blocks.map((block): Line => {
    const words = text.slice(block.span.start, block.span.end)
    return { block, text: words, isProse: isProse(block, words) }
  })
  const report = withoutAsides(lines)
  if (!report.some((line) => line.isProse)) return blocks
  const end = endOfReport(report)
  const kept = withoutLinkLists(report.slice(0, end).filter((line) => !isFurniture(line)))
  const first = kept.findIndex((line) => line.isProse)
  const last = kept.findLastIndex((line) => line.isProse)
  return kept
    .filter((line, index) => !((index < first || index > last) && isStray(line)))
    .map((line) => line.block)
}

interface Line {
  readonly block: BuiltBlock
  readonly text: string
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

/** Lists in which every item is a link and none a sentence lead to other reports. */
function withoutLinkLists(lines: readonly Line[]): readonly Line[] {
  const isLinked = ({ block, text }: Line): boolean =>
    block.kind === "listItem" && block.linkLength > 0.9 * text.length && !SENTENCE_END.test(text)
  const kept: Line[] = []
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    if (lines[from]?.block.kind === "listItem") while (lines[to]?.block.kind === "listItem") to++
    const run = lines.slice(from, to)
    if (!run.every(isLinked)) for (const line of run) kept.push(line)
    from = to
  }
  return kept
}

// Headings behind which the page's own matter begins.
const END_HEADING =
  /^(?:about the authors?|about (?:the|our) (?:writer|reporter|contributor)s?|more (?:from|on|in|about)\b.*|related(?:\s+\p{L}+){0,2}|recommended(?:\s+\p{L}+){0,3}|you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy).*|(?:read|see|watch) (?:also|more|next)|read next|what to read next|what(?:’|')s next|most (?:read|popular|viewed|shared)(?:\s+\p{L}+){0,2}|popular (?:now|this week|stories|posts)|trending(?: now)?|latest (?:news|stories|headlines|articles|posts)|recent (?:articles|posts|news|stories)|comments?(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)|share this.*|tell us what you think.*|subscribe.*|newsletter.*|sign up.*|editor(?:’|')?s(?:’|')? picks?|top stories|around the web|from the web|sponsored(?:\s+\p{L}+)?|promoted(?:\s+\p{L}+)?|advertisement)\s*[:.…!]*$/iu

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
    const isLabel = line.block.isHeading || line.text.length < 40
    if (isLabel && END_HEADING.test(line.text)) end = index
  }
  return end
}

function proseLength(lines: readonly Line[]): number {
  let length = 0
  for (const line of lines) if (line.isProse) length += line.text.length
  return length
}

function isFurniture({ block, text }: Line): boolean {
  if (text.length > MAX_LINE || block.kind === "blockquote") return false
  if (WHOLE_LINES.some((rule) => rule.test(text))) return true
  const linkShare = block.linkLength / text.length
  // “CO-FOUNDER ‘PROUD’ OF HOME DEPOT”: a line that is nothing but a link and no sentence leads elsewhere.
  return (
    linkShare > 0.85 &&
    block.kind !== "listItem" &&
    !/[.?]["”’')\]]*$/.test(text) &&
    text.split(/\s+/).length >= 3
  )
}

// Each is tried on a whole block of at most MAX_LINE characters.
const WHOLE_LINES: readonly RegExp[] = [
  // “Advertisement”, “Sponsored content”
  /^[[(]?(?:advert(?:isement|ising|isements)?s?|ads?|sponsored(?: content| by .*)?|promoted(?: content)?|paid (?:post|content))[\])]?\.?$/i,
  // “Read more: Tencent profit falls”, “[Related: Salesforce keynote]”, “SEE ALSO: …”
  /^[[(►▶→>»•\s]*(?:read|see|watch|listen|learn|more|related|also|recommended|don(?:’|')?t miss|must read|in pics|in pictures|photos?|video|gallery|explainer)(?:\s+(?:more|also|next|now|this|here|on|post|posts|story|stories|article|articles|news|reading|coverage|video|videos|links?|topics?|content|the full (?:story|article|report)))*\s*(?:[:>»→|…]|\.{3}|[-–—]\s).*$/i,
  /^(?:read|see|view|show|load) (?:more|full (?:story|article)|the full (?:story|article|report)|next|all)[\s.…»›>→]*$/i,
  // “Share Tweet Submit”, “Whatsapp Facebook Pint”
  /^(?:(?:share|tweet|submit|e-?mail|print|pin(?:terest|t)?|whats\s?app|facebook|twitter|linked\s?in|reddit|save|copy(?: link)?|telegram|messenger|flipboard|follow|like|sms|pocket|tumblr|google\+?|instagram|youtube|comments?|more|post|send|bookmark|link|baixar|viber|vk|x)[\s,|/·•+:]*(?:(?:this|on|via|to|by|a|the|us|with|your|friends?|story|article|page|post|link|\d+)[\s,|/·•+:]*)*)+[.!]?$/i,
  // “Post Comment (+)”, “View Comments”, “You must log in to post a comment.”
  /^(?:(?:post|leave|add|view|show|hide|write|read|see|load|join)\s+)?(?:a |an |all |the |your |\d+ |no )?comments?(?:\s*\(.{0,8}\))?[.…]?$/i,
  /\b(?:log|sign)(?:ged)? in to (?:post|leave|comment|reply)\b/i,
  /^comments (?:are|have been) (?:closed|disabled|moderated|turned off)\b/i,
  // “Sign up to our newsletter for exclusive updates”, “Get Motor Cycle Monthly delivered through your letterbox”
  /^(?:please )?(?:sign up|subscribe|register|join)\b.*\b(?:newsletters?|updates?|inbox|e-?mails?|alerts?|channel|briefing|mailing list|notifications?|magazine|free trial|digital)\b/i,
  /^(?:get|receive|have)\b.*\b(?:delivered|sent|straight|directly)\b.*\b(?:inbox|letterbox|door|e-?mail|phone|mailbox)\b/i,
  /^(?:subscribe|sign ?(?:up|in)|log ?in|register)(?:\s+(?:now|today|here|free|for free|to continue(?: reading)?|or|and|sign ?(?:up|in)|log ?in|register|subscribe))*[.!]?$/i,
  // “GET FOX BUSINESS ON THE GO BY CLICKING HERE”, “Click here for more information.”
  /\b(?:click(?:ing)?|tap(?:ping)?) (?:here|on the|the link)\b/i,
  // “Continue Reading Below”, “Story continues below advertisement”, “Loading content ...”
  /^(?:(?:story|article) )?continue[sd]?\b(?: reading)?(?: (?:below|after|the|this|main|story|advertisement|ad|article))*[.…»›>→]*$/i,
  /^(?:loading|please wait|scroll (?:down|to continue)|swipe|tap to)\b.{0,40}$/i,
  /^(?:skip|jump) (?:to|past|advert|ad|this)\b.{0,40}$/i,
  // “This website uses cookies to improve your experience.”
  /\b(?:uses?|use of|accept(?:ing)?|our) cookies\b/i,
  /\b(?:affiliate|referral) (?:links?|commissions?)\b/i,
  // “Copyright 2019 The New Arab.”, “All rights reserved.”
  /^(?:copyright\b|©|\(c\)\s*\d{4})/i,
  /\ball rights reserved\b/i,
  /\bmay not be (?:published|reproduced|reprinted)\b/i,
  // “Getty Images”, “Sakib Ali/Hindustan Times/Getty Images”, “Photo: AFP”, “© Amazon”
  /^(?:[\p{L}.’'\s/|-]{0,60}[/|]\s*)?(?:getty(?: images)?|(?:the )?associated press|ap(?: photo)?|afp|reuters|shutterstock|istock(?:photo)?|epa|alamy|unsplash|flickr|bloomberg|file(?: photo)?)(?:\s*[/|]\s*[\p{L}.’'\s-]{1,40})?$/iu,
  /^[[(]?(?:photo(?:graph)?s?|images?|pictures?|video|illustration|graphic|credits?)(?:\s+(?:credits?|by|courtesy|source|via))*\s*(?:of\b|[:…|/]|\.{3})[^.!?]{0,90}[\])]?\.?$/i,
  // “Tags: stock car”, “Filed Under: EEE, health”
  /^(?:tags?|tagged|filed under|topics?|categor(?:y|ies)|posted in|keywords?|in this (?:article|story)|labels?|sections?)\b\s*(?:[:\n|]|$)/i,
  // “First Published: Tuesday, November 19, 2019”, “Published 1 day ago”, “Updated 11:21 pm CST”
  /^(?:first |originally )?(?:published|posted|updated|last updated|last modified|modified|created)\b(?=.*(?:\d|\bago\b|\btoday\b|\byesterday\b)).{0,110}(?<![.!?])$/i,
  /^\d{1,3} ?(?:min(?:ute)?s?|sec(?:ond)?s?|hours?|hrs?|days?|weeks?|months?)(?:[ -](?:read|ago|video|listen))\b.{0,20}$/i,
  // “SOURCE: News agencies”, “Via SyndiGate.info”
  /^(?:sources?|via)\s*[:\s]\s*[^.!?]{1,40}(?:\.\p{L}{2,4})?$/iu,
  // “Reporting by Rodrigo Campos; Editing by Nick Zieminski”, “Keith Bradsher contributed reporting from Hong Kong.”
  /^[[(]?(?:additional |writing and |reporting and )*(?:reporting|editing|writing|compiled|produced|edited|written|translated)(?: and (?:editing|writing|reporting))? by\b/i,
  /\bcontributed (?:to this (?:report|story|article)|reporting\b)/i,
  // “Follow him on Twitter @…”
  /^follow\b.*(?:@|\b(?:twitter|facebook|instagram|on social|us on)\b)/i,
  /^(?:e-?mail|contact|reach|call)\b.*(?:@|\d{3}[-.\s]\d{3,4})/i,
]

/** A label before the first or after the last paragraph of sentences: “Advice”, “RECENT ARTICLES”. */
function isStray({ block, text }: Line): boolean {
  if (block.kind !== "paragraph" && !(block.kind === "listItem" && block.linkLength > 0.5 * text.length))
    return false
  if (isByline(text) || isDateLine(text)) return false
  return (
    text.split(/\s+/).length <= 5 &&
    !SENTENCE_END.test(text) &&
    !/^\p{Lu}{3,}(?:\p{Lu}|[\s,.-])*$/u.test(text)
  )
}
