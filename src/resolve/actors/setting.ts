// What is known of a report as a whole where one of its phrases is read: “the ministry” of a report from Warsaw is
// Poland's. How it is found: `find-setting.ts`.

export interface Setting {
  /** Codes of the countries that the report names, the most named first. */
  readonly countries: readonly string[]
  /** The country of “officials” of whom nothing more is told; null when two are named about as often, and nothing tells which it is. */
  readonly home: string | null
  /** The share of the first of them in all namings, 0 to 1. */
  readonly share: number
  /** First day that the report's date may mean: "2018-04-20"; null when there is none. */
  readonly date: string | null
  /** What the report prints in full, folded, by its initials: "rapid support forces" by "rsf". */
  readonly fullNames: ReadonlyMap<string, readonly string[]>
  /** The country of a place that the lexicon does not have, when the caller knows one. */
  readonly placeCountry: (name: string) => string | null
}

/** A report of which nothing is known. */
export const NOWHERE: Setting = {
  countries: [],
  home: null,
  share: 0,
  date: null,
  fullNames: new Map(),
  placeCountry: () => null,
}

/** The setting of a phrase of which more is known than of the report: its country comes before those that the report names most. */
export function setIn(setting: Setting, country: string): Setting {
  const others = setting.countries.filter((each) => each !== country)
  return {
    ...setting,
    countries: [country, ...others],
    home: country,
    share: Math.max(setting.share, SHARE_OF_KNOWN),
  }
}

/** As sure as in a report of which half of the namings are of that country. */
const SHARE_OF_KNOWN = 0.5
