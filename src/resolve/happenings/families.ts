// Words of different form for one sort of happening: “arrested” and “the arrest”, “quake” and “tremor”.

// One family a line, base forms with their particles; a word stands in one family only.
const FAMILIES = `
attack, assault, strike, airstrike, hit, raid, storm, ambush, offensive, bombing, bomb, bombardment, shelling, shell, shooting, shoot, gunfire, open, return fire, exchange fire, trade fire, slam, stabbing, stab, massacre
kill, killing, murder, assassinate, assassination, homicide, die, death, dead, passing, fatality, drown, pass away
arrest, detain, detention, apprehend, hold, take in, take away, round up, take into custody, capture, imprison, imprisonment, jail, incarcerate
abduct, abduction, kidnap, kidnapping
invade, invasion
fight, fighting, battle, clash, combat, war, conflict
protest, demonstrate, demonstration, rally, march, vigil
riot, unrest, uprising
crash, collide, collision, accident, pileup, wreck, derail, derailment
earthquake, quake, tremor
fire, blaze, wildfire, bushfire
storm, hurricane, typhoon, cyclone, tornado, landfall
flood, flooding
explosion, blast, explode
erupt, eruption
collapse
outbreak, epidemic, pandemic
infect, infection
disappear, disappearance, vanish
elect, election, reelect, re-elect, caucus, primary
vote, referendum
appoint, appointment, name
inaugurate, inauguration, swear
win, victory, lose, defeat, match, game
resign, resignation, step down, stand down, quit
retire, retirement
drop out, end, exit
withdraw, withdrawal, pullout, pullback, pull, leave
release, free
ceasefire, truce, armistice
threaten, threat, vow
pass, passage
meet, meeting, summit, talks, talk, negotiation, negotiate, dialogue, consultation
visit, trip
debate, discussion, discuss
agree, agreement, deal, accord, pact, memorandum
pardon, clemency, commutation, commute
apologize, apologise, apology
acquit, acquittal
concede, concession
praise, commend, applaud, laud, hail
endorse, endorsement
condemn, condemnation, denounce, decry, deplore
criticize, criticise, criticism
accuse, accusation, allegation
charge, indict, indictment
sue, lawsuit, suit, file
investigate, investigation, inquiry, enquiry, probe
impeach, impeachment
trial
convict, conviction, find, sentence, sentencing
demand, call, call for, call on, urge, appeal, request, ask
reject, rejection
refuse, refusal
cancel, cancellation
expel, expulsion
sanction
ban, prohibit, outlaw, forbid
close, closure, shut
deport, deportation
seize, seizure, confiscate, confiscation
steal, theft, rob, robbery, burgle, burglary, heist
suspend, prorogue, prorogation
hijack, hijacking, piracy
rescue
extinguish, put out
evacuate, evacuation
launch
land, landing
discover, discovery, find
premiere
donate, donation
acquire, acquisition, purchase
sell, sale
sign, signing, signature
plead, plea, admit
legalize, legalise, legalization, legalisation, decriminalize
outage, blackout
bury, burial, funeral
marry, marriage, wedding
block, blockade
adopt, adoption
approve, approval
ratify, ratification
nominate, nomination
dismiss, dismissal, sack, oust, ouster
annex, annexation
occupy, occupation
deploy, deployment
execute, execution
recognize, recognise, recognition
surrender
escape, flee
invite, invitation
poison, poisoning
rape
torture
declare, declaration
postpone, postponement
reopen, reopening
divorce
merge, merger
announce, announcement
impose, imposition
legislate, legislation
transfer
injure, injury, wound
pay, payment
search
extradite, extradition
rule, ruling, verdict, decision
hospitalize, hospitalise, take, transport
marathon, race
set, break
`

const FAMILY_OF: ReadonlyMap<string, number> = new Map(
  FAMILIES.trim()
    .split("\n")
    .flatMap((line, family) => line.split(", ").map((word) => [word, family] as const)),
)

// Words that name other things too, and so join no family: each line's first may be one happening with any of the others, and
// they with one another only as their families have it. Counted in the train part: of the reports that have both, half or more mean one.
const PAIRS = `
burn: fire, blaze, wildfire
outbreak: disease, illness
increase: rise, raise
swap: exchange
down: shoot down
verdict: sentence, sentencing, convict, conviction
guilty: convict, conviction, sentence
board: seize, seizure
embargo: ban
warn: threat, threaten
bid: offer
buy: purchase, acquire, acquisition, sale
sale: purchase, acquisition
claim: allegation, accusation
operation: raid
raid: search
shot: fire, shoot, shooting, open
secure: win, victory
elect: win, victory
custody: arrest, detain
travel: visit, trip
suspension: suspend
understanding: agree, agreement
siege: ring, besiege, surround
halt: stop
forgery: forge
beg: plead
judgment: rule, ruling, verdict
annul: rule, ruling, strike down
vote: adopt, adoption
pass: adopt, adoption
delay: postpone, postponement
veto: block
sever: cut
siren: alert
crash: go down, come down
blast: attack, bomb, bombing
explosion: bomb, bombing
`

const PARTNERS_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  PAIRS.trim()
    .split("\n")
    .map((line) => line.split(": "))
    .map(([word, partners]) => [word!, new Set(partners!.split(", "))] as const),
)

// “The incident”, “the disaster” take up whatever happened before.
const FOR_ANY = new Set(["incident", "accident", "disaster"])
const TAKEN_UP = new Set(
  ["attack", "kill", "crash", "earthquake", "fire", "storm", "flood", "explosion", "erupt", "collapse"].map(
    (word) => FAMILY_OF.get(word),
  ),
)

/** “the incident”: a word that may take up any happening, and by which two of them are not one. */
export function isForAny(word: string): boolean {
  return FOR_ANY.has(word)
}

/** Whether two base forms may name one happening: the same word, words of one family, or one that stands for any. */
export function areAkin(one: string, other: string): boolean {
  if (one === other) return true
  const [family, otherFamily] = [FAMILY_OF.get(one), FAMILY_OF.get(other)]
  if (FOR_ANY.has(one)) return FOR_ANY.has(other) || TAKEN_UP.has(otherFamily)
  if (FOR_ANY.has(other)) return TAKEN_UP.has(family)
  if (PARTNERS_OF.get(one)?.has(other) === true || PARTNERS_OF.get(other)?.has(one) === true) return true
  return family !== undefined && family === otherFamily
}
