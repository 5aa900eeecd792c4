// Whether scores mean what they say. In: lines, each with its score and whether it is right. Out: for each tenth of the
// score how many lines there are, and how many of them are right: of those around .8 eight in ten should be.

export interface Judged {
  readonly score: number
  readonly isRight: boolean
}

/** `from`: the lower end of the tenth; those without lines are left out. */
export type Calibration = readonly {
  readonly from: number
  readonly lines: number
  readonly right: number
}[]

export function calibrate(lines: readonly Judged[]): Calibration {
  return Array.from({ length: 10 }, (_, tenth) => {
    // .3 times ten is a little less than three.
    const within = lines.filter(({ score }) => Math.min(9, Math.floor(score * 10 + 1e-9)) === tenth)
    return { from: tenth / 10, lines: within.length, right: within.filter(({ isRight }) => isRight).length }
  }).filter(({ lines: count }) => count > 0)
}
