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
    people: "American",
    plural: "Americans",
    seat: "Washington",
  },
  {
    state: "Russia",
    people: "Russian",
    plural: "Russians",
    seat: "Moscow",
  },
  {
    state: "Iran",
    people: "Iranian",
    plural: "Iranians",
    seat: "Tehran",
  },
  {
    state: "Israel",
    people: "Israeli",
    plural: "Israelis",
    seat: "Jerusalem",
  },
  {
    state: "Germany",
    people: "German",
    plural: "Germans",
    seat: "Berlin",
  },
  {
    state: "Canada",
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

/** Peoples that no state is named after. */
export const PEOPLES: Sort = {
  names: [
    { plural: ["Arabs"], one: ["Arab"] },
    { plural: ["Kurds"], one: ["Kurdish"] },
    { plural: ["Asians"], one: ["Asian"] },
    { plural: ["Africans"], one: ["African"] },
    { plural: ["Hispanics", "Latinos"], one: ["Hispanic", "Latino"] },
    { plural: ["Tamils"], one: ["Tamil"] },
    { plural: ["Rohingyas"], one: ["Rohingya"] },
    { plural: ["Chechens"], one: ["Chechen"] },
    { plural: ["Catalans"], one: ["Catalan"] },
    { plural: ["Basques"], one: ["Basque"] },
    { plural: ["Pashtuns"], one: ["Pashtun"] },
    { plural: ["Tutsis"], one: ["Tutsi"] },
    { plural: ["Hutus"], one: ["Hutu"] },
    { plural: ["Yazidis"], one: ["Yazidi"] },
    { plural: ["Druzes"], one: ["Druze"] },
    { plural: ["Inuits"], one: ["Inuit"] },
    { plural: ["Zulus"], one: ["Zulu"] },
  ],
  series: [
    { plural: "Asians", one: "Asian" },
    { plural: "Africans", one: "African" },
    { plural: "Arabs", one: "Arab" },
    { plural: "Europeans", one: "European" },
  ],
}

export const OUTLETS: Series = words("BBC CNN NBC CBS").map((name) => ({ name }))

export const GIVEN_NAMES: Series = words(
  "John David Michael Robert James Peter Richard Thomas William Daniel Paul George",
).map((name) => ({ name }))

export const SURNAMES: Series = words(
  "Smith Brown Wilson Taylor Clark Lewis Walker Robinson Harris Thompson Evans Roberts",
).map((name) => ({ name }))

/** Bodies by their letters. */
export const LETTERS: Series = words("CIA FBI NSA IRA PLO KGB").map((name) => ({ name }))

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
