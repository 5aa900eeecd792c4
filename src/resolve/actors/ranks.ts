// Ranks of the military: they tell what somebody was trained for, offices what he does. “Colonel Abdoulaye Maiga, the
// government spokesman” speaks for the government, and General al-Burhan heads a state.
const RANK =
  /^(?:(?:lieutenant|lt|major|maj|brigadier|brig|vice|rear|first|field|staff)\.?[ -])*(?:general|gen|colonel|col|captain|capt|major|maj|admiral|adm|brigadier|lieutenant|lt|sergeant|sgt|corporal|marshal)\.?$/i

/** Whether a title is a rank and nothing else: “Lieutenant Colonel”; not “army chief”. */
export function isRank(title: string | null): boolean {
  return title !== null && RANK.test(title)
}
