// Parts of the world that are large enough in the news to be counted apart. In: the code of an actor, “GBR/GOV”. Out:
// its part. The United States and the United Kingdom stand alone: more than half of an English-language corpus is theirs.

const COUNTRIES: Readonly<Record<string, string>> = {
  "United States": "USA ASM GUM MNP UMI VIR",
  "United Kingdom": "GBR GGY GIB IMN IMG JEY",
  "Western Europe, Canada, Oceania":
    "ALA AND AUS AUT BEL CAN CCK CHE COK CXR CYP DEU DNK ESP FIN FJI FRA FRO FSM GRC GRL HMD IRL ISL ITA KIR LIE LUX MCO MHL MLT MNC NCL NFK NIU NLD NOR NRU NZL PCN PLW PNG PRT PYF SJM SLB SMR SPM SWE TKL TON TUV VAT VUT WLF WSM",
  "Eastern Europe, Russia, Central Asia":
    "ALB ARM AZE BGR BIH BLR CSK CZE DDR EST GEO HRV HUN KAZ KGZ LTU LVA MDA MKD MNE POL ROU RUS SRB SUN SVK SVN TJK TKM UKR UZB XKK XKX YUG",
  "East Asia": "CHN HKG JPN KOR MAC MNG PRK TWN",
  "South and Southeast Asia": "BGD BRN BTN IDN IND IOT KHM LAO LKA MDV MMR MYS NPL PAK PHL SGP THA TLS VNM",
  "Middle East, North Africa":
    "AFG ARE BHR DZA EGY ESH IRN IRQ ISR JOR KWT LBN LBY MAR OMN PSE QAT SAU SYR TUN TUR YEM",
  "Africa south of the Sahara":
    "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI ERI ETH GAB GHA GIN GMB GNB GNQ KEN LBR LSO MDG MLI MOZ MRT MUS MWI MYT NAM NER NGA REU RWA SDN SEN SHN SLE SOM SSD STP SWZ SYC TCD TGO TZA UGA ZAF ZMB ZWE",
  "Latin America, Caribbean":
    "ABW AIA ARG ATG BES BHS BLM BLZ BMU BOL BRA BRB CHL COL CRI CUB CUW CYM DMA DOM ECU FLK GLP GRD GTM GUF GUY HND HTI JAM KNA LCA MAF MEX MSR MTQ NIC PAN PER PRI PRY SLV SUR SXM TCA TTO URY VCT VEN VGB",
  "international bodies": "EUR IGO NGO NGM UNO",
}

/** Names of the parts, in the order in which they are shown. */
export const REGIONS: readonly string[] = [...Object.keys(COUNTRIES), "no country"]

const REGION_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(COUNTRIES).flatMap(([region, codes]) => codes.split(" ").map((code) => [code, region])),
)

/** “no country” for an actor without one (“/REB”, null) and for uninhabited islands. */
export function regionOf(code: string | null): string {
  return REGION_OF.get(code?.split("/")[0] ?? "") ?? "no country"
}
