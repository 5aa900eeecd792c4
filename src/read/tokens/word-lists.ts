// Closed lists that cutting a text into words asks: abbreviations, prefixes, units, endings of addresses.

/** Words that keep the point after them, in small letters and without it: “Mr.”, “Sept.”. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "mr mrs ms dr drs prof rev hon fr st sts ste mt ft sr jr esq messrs mme mlle " +
    "gen col lt maj capt cmdr cpl sgt pvt adm brig sen rep reps sens gov govs pres supt insp det amb atty gens " +
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
    "inc corp co ltd bros cos plc llc dept dist univ assn intl natl govt est assoc voc " +
    "vs etc al ca cf eg ie viz approx ext tel fig figs vol vols pp ed eds ch sec div attn incl misc " +
    "ave blvd rd hwy pkwy apt bldg " +
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla " +
    "ore pa penn tenn tex va vt wash wis wyo ph.d ph arrv"
  ).split(" "),
)

/** Abbreviations only before a number: “No. 10”, “p. 5”, “Art. 3”. */
export const ABBREVIATIONS_BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  "no nos p c art para op pt ver min max".split(" "),
)

/** First parts that stay with what follows the hyphen: “pro-Beijing”, “co-founder”. */
export const PREFIXES: ReadonlySet<string> = new Set(
  (
    "anti pro pre post non co re ex mid semi multi neo cross counter ultra inter intra mini micro macro mega " +
    "over sub e psycho socio pseudo trans de hyper arch proto"
  ).split(" "),
)

/** Letters after a number that are a word of their own: “10|km”, “5|pm”. */
export const UNITS: ReadonlySet<string> = new Set(
  (
    "am pm a.m p.m k m b bn tn mn km kms cm mm nm ft lb lbs kg kgs g mg ml l oz hp kw mw gw kwh hz khz mhz ghz " +
    "mb gb tb kb hh t bps days minutes percent watt watts mph kph hrs hr h min mins sec secs yr yrs y/o yo px dpi x"
  ).split(" "),
)

/** What follows the last point of an address that is written without “http://”. */
export const TOP_DOMAINS: ReadonlySet<string> = new Set(
  "com org net edu gov mil info biz tv co uk ru de eu fr ir sy il int io us ca au cn news".split(" "),
)

/** Endings of file names. */
export const FILE_ENDINGS: ReadonlySet<string> = new Set(
  "doc docx xls xlsx ppt pdf txt html htm jpg jpeg png gif zip exe rtf csv xml mp3 mp4 asp php".split(" "),
)

/** Written as one, read as two: the number is the length of the first part. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
  ["lotta", 3],
  ["im", 1],
  ["ive", 1],
  ["youre", 3],
  ["youve", 3],
  ["youll", 3],
  ["theyre", 4],
  ["theyve", 4],
  ["thats", 4],
  ["whats", 4],
  ["theres", 5],
  ["alot", 1],
  ["outta", 3],
])

/** Negations written without their apostrophe, as far as they are no other word; cut before the last two letters. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  "dont wont cant didnt doesnt couldnt wouldnt shouldnt isnt wasnt arent werent havent hasnt hadnt aint".split(
    " ",
  ),
)

/** After these “its” was meant to be “it's”: “its not over”. */
export const AFTER_IT_IS: ReadonlySet<string> = new Set(
  "not a an the really very simply like now also only just still been getting so too all going".split(" "),
)

/** Words that begin with an apostrophe. */
export const APOSTROPHE_WORDS: ReadonlySet<string> = new Set(
  "em til tis twas cause bout round cuz n".split(" "),
)

/** Abbreviations that need what follows, so that no sentence ends with them. */
export const NEVER_LAST: ReadonlySet<string> = new Set(
  (
    "Mr. Mrs. Ms. Dr. Prof. Rev. Hon. Fr. St. Mt. Ft. Messrs. Mme. Gen. Col. Lt. Maj. Capt. Cmdr. Cpl. Sgt. Pvt. Adm. " +
    "Brig. Sen. Rep. Reps. Sens. Gov. Govs. Pres. Supt. Insp. Det. Amb. vs. v. e.g. i.e. No. Nos. Fig. Vol. cf. " +
    "Jan. Feb. Aug. Sept. Oct. Nov. Dec. P.S. PS"
  ).split(" "),
)

/** Words that, written large after “U.S.” or “Inc.”, begin a sentence rather than go on with a name. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    "The A An He She It They We I You This That These Those There In On At But And Or So If When While After Before " +
    "As For From By With However Meanwhile Some Many Most Its His Her Their Our My What Who Why How Where Since Under " +
    "Although Though Because According Also Both Each All No Not Then Now"
  ).split(" "),
)

/** Verbs that follow a quotation which ends with its own mark: “Why?” Lavrov asked. */
export const VERBS_AFTER_QUOTES: ReadonlySet<string> = new Set(
  (
    "said says asked asks told added wrote writes replied answered shouted cried exclaimed tweeted declared announced " +
    "continued insisted noted recalled demanded"
  ).split(" "),
)
