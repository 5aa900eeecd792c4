// Numbers that are no years, and names that are no months.
import type { Span } from "../../schema/positions.ts"
import type { Token, Tokens } from "../../schema/reading.ts"

// “since 1998”, “(1998”, “the 2016 elections”, “summer 1998”
const BEFORE_YEAR =
  /(?:^|\b(?:in|since|by|until|till|from|to|through|during|before|after|between|and|of|late|early|mid|year|around|about|circa|ca\.?|for|with|the|this|season|(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter|,))\s|[(–—-])$/i
/** “in 2000 villages” is rarer than “in 2018 midterms”; “of 2000 people”, “with 1500 men” are not. */
const BEFORE_YEAR_AND_PLURAL = /(?:\b(?:in|since|during|the|after|before|its|their)|’s|'s)\s$/i
const BEFORE_NUMBER =
  /(?:\b(?:no|number|nos|resolution|flight|route|article|section|highway|model|page|room|channel|bill|act|roughly|over|than|nearly|almost|least|most|some|only|another|additional|estimated|up to)\.?\s|[#№])$/i
const AFTER_NUMBER =
  /^\s?(?:km|kilomet|miles?\b|met(?:er|re)s?\b|feet|ft\b|kg|tons?\b|tonnes?\b|people|men\b|troops|soldiers|percent|per cent|dollars|euros|pounds|UTC|GMT|hours?\b|local time|BC|B\.C|Avenue|Street|Road|or so\b|more\b)/i

/** Whether four digits are a year: “the 2016 elections”, not “2016 people”, “Resolution 1973”, “1620 UTC”. */
export function isYearNumber(text: string, tokens: Tokens, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 16)
  if (BEFORE_NUMBER.test(before) || AFTER_NUMBER.test(after)) return false
  const year = Number(text.slice(start, end))
  const next = tokenAfter(tokens, end)
  const isPluralNext = next !== null && next.span.start <= end + 1 && next.xpos === "NNS"
  // “53% of 1913 levels”: round numbers are amounts.
  if (isPluralNext)
    return (
      BEFORE_YEAR_AND_PLURAL.test(before) || (year % 10 !== 0 && /\b(?:of|from|to|than)\s$/i.test(before))
    )
  // Far from our days only with a word before it that asks for a time.
  return (year >= 1850 && year <= 2060) || BEFORE_YEAR.test(before)
}

// Month names that are given names besides, and those that are other words too.
const GIVEN_NAMES = /^(?:April|June|August)$/
const WORDS = /^(?:March|May)$/
const BEFORE_MONTH =
  /(?:\b(?:in|since|by|until|till|from|to|through|during|before|after|between|and|or|of|late|early|mid|of|last|next|this|around|about|for|end of|start of|beginning of|when|a|the|its|their)[\s-]|[(,–—-]\s?|^)$/i

/** Whether a month's name stands for the month: not “Theresa May”, “March on Rome”, “June Carter”. */
export function isMonthName(text: string, tokens: Tokens, { start, end }: Span): boolean {
  const name = text.slice(start, end)
  const range = tokens.covering({ start, end })
  const token = range === null ? null : tokens.at(range.from)
  if (GIVEN_NAMES.test(name)) return token?.relation !== "flat" && !isNameAfter(tokens, end)
  if (!WORDS.test(name)) return true
  if (token !== null && ["MD", "VB", "VBP", "NN"].includes(token.xpos)) return false
  // “the March on Rome”
  if (
    /^ (?:to|on|for|of)\b/.test(text.slice(end, end + 5)) &&
    /\b(?:the|a)\s$/i.test(text.slice(Math.max(0, start - 5), start))
  )
    return false
  return BEFORE_MONTH.test(text.slice(Math.max(0, start - 16), start)) && !isNameAfter(tokens, end)
}

/** “June Carter”: another name follows. */
function isNameAfter(tokens: Tokens, end: number): boolean {
  const next = tokenAfter(tokens, end)
  return next !== null && next.span.start <= end + 1 && next.relation === "flat"
}

function tokenAfter(tokens: Tokens, end: number): Token | null {
  const range = tokens.covering({ start: end, end: end + 2 })
  return range === null ? null : tokens.at(range.from)
}
