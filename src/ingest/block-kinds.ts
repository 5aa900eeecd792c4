// What a line of a report is, by its words alone: byline, dateline, or just text. Used for pages and plain text alike,
// so that a page and its plain text have the same blocks.

/** “By Jane Roe”, “By Jane Roe and John Doe, Associated Press”, “Jane Roe in Moscow”. */
const BYLINE =
  /^(?:[Bb]y|BY)[:\s]\s*\p{Lu}[\p{L}.’'-]*(?:[\s,&|]+(?:and|in|of|for|the|de|van|von|al|bin|\p{Lu}[\p{L}.’'-]*|\/))*[.,]?$/u

/** Longest byline: two names, two agencies. */
const MAX_BYLINE = 90

/** Whether a line on its own names those who wrote the report. */
export function isByline(line: string): boolean {
  return line.length <= MAX_BYLINE && BYLINE.test(line)
}

const MONTH =
  "(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec)[a-z]*\\.?"
const DAY_NAME = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?"
const CLOCK =
  "(?:[\\s,–—-]*(?:at\\s+|\\|\\s*)?\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:\\(?[A-Z]{2,4}\\)?)?)?"
const DATE = `${DAY_NAME}(?:${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})${CLOCK}`
const DATE_LINE = new RegExp(
  `^(?:(?:first\\s+)?(?:published|posted|updated|last\\s+updated|date)(?:\\s+on)?\\s*:?\\s*)?${DATE}(?:[\\s|,–—-]+${DATE})?$`,
  "i",
)

/** Whether a line is nothing but a date: “Fri Apr 20, 2018 10:52AM”. */
export function isDateLine(line: string): boolean {
  return line.length <= 80 && DATE_LINE.test(line)
}

// “WASHINGTON (AP) — ”, “MOSCOW, April 20 (Reuters) - ”, “(CNN) ”, “Geneva, 12 March 2019 – ”
const PLACE = "\\p{Lu}[\\p{Lu}.’'-]+(?:[\\s/]+\\p{Lu}[\\p{Lu}.’'-]*)*"
const AREA = "(?:,\\s*\\p{Lu}[\\p{L}.]+(?:\\s+\\p{Lu}[\\p{L}.]+)?)?"
/** “June 20”, “18 July 2025” */
const DAY = `(?:${MONTH}\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH})(?:,?\\s+\\d{4})?`
const ON_DAY = `(?:,\\s*${DAY})?`
const AGENCIES =
  "AP|AFP|Reuters|CNN|CNN Business|Xinhua|UPI|IRNA|TASS|Sputnik|RIA|dpa|PTI|ANI|IANS|EFE|ANSA|Bloomberg|Interfax|SANA|WAM|KUNA|MNA|FNA|BNS|Kyodo|Yonhap|AA|Press TV"
/** “(AP)”, “/TASS/” */
const AGENCY = new RegExp(`\\((${AGENCIES})\\)|/(${AGENCIES})/`, "u")
const DASH = "\\.?(?:--+|[–—-])\\s+"
const PLACES = `(?:${PLACE}|\\p{Lu}[\\p{L}.’'-]*(?:\\s+\\p{Lu}[\\p{L}.’'-]*){0,3})`
const DATELINE = new RegExp(
  // “MOSCOW — ”, “MOSCOW, April 20 (Reuters) - ”: a place in capitals and a dash
  `^(?:${PLACE}${AREA}${ON_DAY}\\s*(?:\\([\\p{L} ]{2,20}\\))?\\s*${DASH}` +
    // “London, Jun 11 (efe-epa).- ”: a place and a day and a dash
    `|${PLACES}${AREA},\\s*${DAY}\\s*(?:\\([\\p{L} -]{2,20}\\))?\\s*${DASH}` +
    // “(Nairobi, July 18, 2025) – ”
    `|\\(${PLACES}${AREA},\\s*${DAY}\\)\\s*${DASH}` +
    // “MOSCOW, June 20. /TASS/. ”
    `|${PLACE}${AREA}${ON_DAY}\\.?\\s*/(?:${AGENCIES})/\\.?\\s+` +
    // “Geneva, 12 March 2019 (AFP) – ”, “(CNN) ”: an agency; “Agence France-Presse (AFP) said” goes on in lower case
    `|(?:${PLACES}${AREA}${ON_DAY}\\s*)?\\((?:${AGENCIES})\\)\\s*(?:${DASH}|:\\s*)?)(?=["“‘'(\\[]*[\\p{Lu}\\d])`,
  "u",
)

/** What a dateline ends with. */
const MARK = /(?:--|[–—-])\s|[)/]/

/** Longest dateline: two words of city, state, day, agency. */
const MAX_DATELINE = 70

/**
 * Length of the dateline at the beginning of a paragraph, white space behind it
 * included; 0 when it has none. “WASHINGTON (AP) — The president said” → 18.
 */
export function datelineLength(paragraph: string): number {
  const head = paragraph.slice(0, MAX_DATELINE + 1)
  // Most paragraphs have none of its marks, and the first try of so long a pattern takes some 10 ms.
  const match = MARK.test(head) ? DATELINE.exec(head) : null
  if (match === null || match[0].length > MAX_DATELINE) return 0
  // “CASINO OF THE YEAR – THEATER” is a heading.
  return /\p{Ll}/u.test(paragraph.slice(match[0].length, match[0].length + 60)) ? match[0].length : 0
}

/** The agency that a dateline names, “Reuters” of “GENEVA, April 21 (Reuters) - ”; null when it names none. */
export function agencyOf(dateline: string): string | null {
  const match = AGENCY.exec(dateline)
  return match?.[1] ?? match?.[2] ?? null
}
