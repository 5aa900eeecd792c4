// The names that stand in for others before the network, in the order in which they are used; and the words for women.
// All of them are words that the network has met often.

/** Names of one sort, each with its forms; every name of a series has all the forms that names of its sort have. */
export type Series = readonly Readonly<Record<string, string>>[]

/** Names that stand in for each other, and the series that stands in for all of them. */
export interface Sort {
  readonly names: readonly Readonly<Record<string, readonly string[]>>[]
  readonly series: Series
}

export const NATIONS: Series = [
  {
    state: "America",
    letters: "US",
    pair: "South Korea",
    union: "United States",
    pairPeople: "South Korean",
    pairPlural: "South Koreans",
    people: "American",
    plural: "Americans",
    seat: "Washington",
  },
  {
    state: "Russia",
    letters: "UK",
    pair: "Saudi Arabia",
    union: "United Kingdom",
    pairPeople: "Saudi Arabian",
    pairPlural: "Saudi Arabians",
    people: "Russian",
    plural: "Russians",
    seat: "Moscow",
  },
  {
    state: "Iran",
    letters: "UAE",
    pair: "North Korea",
    union: "Soviet Union",
    pairPeople: "North Korean",
    pairPlural: "North Koreans",
    people: "Iranian",
    plural: "Iranians",
    seat: "Tehran",
  },
  {
    state: "Israel",
    letters: "DRC",
    pair: "South Africa",
    union: "United States",
    pairPeople: "South African",
    pairPlural: "South Africans",
    people: "Israeli",
    plural: "Israelis",
    seat: "Jerusalem",
  },
  {
    state: "Germany",
    letters: "PRC",
    pair: "New Zealand",
    union: "United Kingdom",
    pairPeople: "Sri Lankan",
    pairPlural: "Sri Lankans",
    people: "German",
    plural: "Germans",
    seat: "Berlin",
  },
  {
    state: "Canada",
    letters: "USSR",
    pair: "Hong Kong",
    union: "Soviet Union",
    pairPeople: "Puerto Rican",
    pairPlural: "Puerto Ricans",
    people: "Canadian",
    plural: "Canadians",
    seat: "Ottawa",
  },
]

export const PARTIES: Sort = {
  names: [
    { plural: ["Democrats"], one: ["Democrat", "Democratic"] },
    { plural: ["Republicans"], one: ["Republican"] },
    { plural: ["Liberals"], one: ["Liberal"] },
    { plural: ["Conservatives", "Tories"], one: ["Conservative", "Tory"] },
    { plural: ["Socialists"], one: ["Socialist", "Labour"] },
    { plural: ["Communists"], one: ["Communist"] },
    { plural: ["Islamists"], one: ["Islamist"] },
  ],
  series: [
    { plural: "Republicans", one: "Republican" },
    { plural: "Conservatives", one: "Conservative" },
    { plural: "Liberals", one: "Liberal" },
    { plural: "Socialists", one: "Socialist" },
  ],
}

export const FAITHS: Sort = {
  names: [
    { plural: ["Christians"], one: ["Christian"] },
    { plural: ["Muslims"], one: ["Muslim", "Islamic"] },
    { plural: ["Catholics"], one: ["Catholic"] },
    { plural: ["Protestants"], one: ["Protestant"] },
    { plural: ["Jews"], one: ["Jewish"] },
    { plural: ["Hindus"], one: ["Hindu"] },
    { plural: ["Buddhists"], one: ["Buddhist"] },
    { plural: ["Sikhs"], one: ["Sikh"] },
    { plural: ["Sunnis"], one: ["Sunni"] },
    { plural: ["Shiites", "Shias"], one: ["Shiite", "Shia", "Shi'ite"] },
  ],
  series: [
    { plural: "Christians", one: "Christian" },
    { plural: "Muslims", one: "Muslim" },
    { plural: "Catholics", one: "Catholic" },
    { plural: "Buddhists", one: "Buddhist" },
  ],
}

export const OUTLETS: Series = [
  { name: "BBC", noun: "BBC", pair: "Fox News", triple: "New York Times" },
  { name: "CNN", noun: "CNN", pair: "Sky News", triple: "Wall Street Journal" },
  { name: "NBC", noun: "NBC", pair: "Washington Post", triple: "Los Angeles Times" },
  { name: "CBS", noun: "CBS", pair: "Daily Mail", triple: "San Francisco Chronicle" },
]

export const GIVEN_NAMES: Series = words(
  "John David Michael Robert James Peter Richard Thomas William Daniel Paul George",
).map((name) => ({ name }))

export const SURNAMES: Series = words(
  "Smith Brown Wilson Taylor Clark Lewis Walker Robinson Harris Thompson Evans Roberts",
).map((name) => ({ name }))

/** “her” is “his” or “him” by what follows it. */
export const GENDERS: readonly (readonly [string, string])[] = [
  ["she", "he"],
  ["hers", "his"],
  ["herself", "himself"],
  ["woman", "man"],
  ["women", "men"],
  ["girl", "boy"],
  ["girls", "boys"],
  ["mother", "father"],
  ["daughter", "son"],
  ["sister", "brother"],
  ["wife", "husband"],
  ["female", "male"],
  ["mrs", "mr"],
  ["mrs.", "mr."],
  ["ms", "mr"],
  ["ms.", "mr."],
  ["spokeswoman", "spokesman"],
  ["policewoman", "policeman"],
  ["congresswoman", "congressman"],
  ["chairwoman", "chairman"],
  ["businesswoman", "businessman"],
  ["actress", "actor"],
  ["actresses", "actors"],
  ["girlfriend", "boyfriend"],
  ["girlfriends", "boyfriends"],
  ["mothers", "fathers"],
  ["daughters", "sons"],
  ["sisters", "brothers"],
  ["wives", "husbands"],
  ["widow", "widower"],
  ["bride", "groom"],
  ["aunt", "uncle"],
  ["niece", "nephew"],
  ["grandmother", "grandfather"],
  ["granddaughter", "grandson"],
  ["stepmother", "stepfather"],
  ["stepdaughter", "stepson"],
  ["mom", "dad"],
  ["mum", "dad"],
  ["lady", "gentleman"],
  ["ladies", "gentlemen"],
  ["females", "males"],
  ["queen", "king"],
  ["princess", "prince"],
  ["duchess", "duke"],
  ["countess", "count"],
  ["empress", "emperor"],
  ["heiress", "heir"],
  ["hostess", "host"],
  ["heroine", "hero"],
  ["waitress", "waiter"],
  ["policewomen", "policemen"],
  ["spokeswomen", "spokesmen"],
  ["congresswomen", "congressmen"],
  ["councilwoman", "councilman"],
  ["assemblywoman", "assemblyman"],
  ["alderwoman", "alderman"],
  ["servicewoman", "serviceman"],
  ["businesswomen", "businessmen"],
]

function words(list: string): readonly string[] {
  return list.split(" ")
}
