// PLOVER's sector of an office, told by its words. In: “Chief of the General Staff”. Out: “MIL”. What nothing tells
// otherwise is of the executive.

const SECTORS: readonly (readonly [RegExp, string])[] = [
  [
    /^minister|^(?:deputy|state|vice|federal|first|prime|assistant|parliamentary|permanent|cabinet|under)[- ]?(?:prime )?(?:minister|secretary)|^secretary of state|ambassador|permanent representative/i,
    "GOV",
  ],
  [/^first (?:lady|gentleman)|^spouse/i, "ELI"],
  [/leader of the (?:opposition|official)/i, "OPP"],
  [/^(?:chairperson|chairman|leader) of the (?:kuomintang|.* party)/i, "PTY"],
  [/attorney|solicitor|advocate[- ]general/i, "GOV"],
  [
    /chief justice|\bjustice of|\bjudge\b|supreme court|constitutional court|court of|magistrate|prosecutor|\bcourts?\b/i,
    "JUD",
  ],
  [
    /chief of (?:the )?(?:general|defen[cs]e|army|naval|air|joint)? ?(?:staff|defen[cs]e)|chief of (?:the )?.*(?:army|navy|air force|forces)|chief of (?:army|naval|air|defence|general)|commander|commandant of the marine|joint chiefs|inspector general (?:of the (?:army|navy)|for)|military council/i,
    "MIL",
  ],
  [/police|carabinieri|gendarmerie|federal bureau of investigation|secret service/i, "COP"],
  [/intelligence|security service|central intelligence/i, "SPY"],
  [
    /speaker|(?:president|chairperson|chairman|chair|marshal|vice[- ]president|deputy president) of the (?:\S+ )?(?:senate|national assembly|assembly|chamber|parliament|legislat|house|congress|council of (?:states|representatives)|sejm|riksdag|storting|knesset|verkhovna|landtag|federation council|state duma|majlis|parliamentary)|senator|member of (?:the )?(?:parliament|congress|house|senate)|leader of the (?:house|government in|seanad|senate)|majority leader|minority leader|ceann comhairle|cathaoirleach|landtagspräsident|lord speaker|chairman of ways|\bwhip\b/i,
    "LEG",
  ],
  [/archbishop|bishop|pope|mufti/i, "REL"],
]

export function sectorOfOffice(office: string): string {
  return SECTORS.find(([words]) => words.test(office))?.[1] ?? "GOV"
}
