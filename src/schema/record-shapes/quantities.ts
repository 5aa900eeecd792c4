// Shapes of when and of how many.
import type { RecordedQuantity } from "../record.ts"
import type { Quantity } from "../resolution.ts"
import { choice, named, nullable, number, object, text, variantsBy } from "../shape.ts"
import { time } from "./doc.ts"
import { sourced, sourcedFields } from "./evidence.ts"

export const sourcedTime = sourced("SourcedTime", "When, and the words that say so.", time)

export const timeExpression = sourced(
  "SourcedTimeOrNull",
  "Words for a time and what they mean; null where they do not say when.",
  nullable(time),
)

type OneValue = Exclude<Quantity, { bound: "range" }>
type TwoValues = Extract<Quantity, { bound: "range" }>

const unit = text("What is counted or measured, lower case, singular: `missile`, `killed`, `percent`; `USD`.")
const outOf = nullable(number("Of how many: 103 in “71 out of the 103 missiles”; null when it is not said."))

const oneValue = object<OneValue>("One number.", {
  bound: choice(
    "`exact`: so many. `about`: roughly. `atLeast`, `atMost`: so many or more, or fewer.",
    "exact",
    "about",
    "atLeast",
    "atMost",
  ),
  value: number("The number; of a vague amount (“dozens”) the least that it can mean."),
  unit,
  outOf,
})

const quantity = named(
  "Quantity",
  variantsBy<Quantity, "bound">("An amount as far as the words tell it.", "bound", {
    exact: oneValue,
    about: oneValue,
    atLeast: oneValue,
    atMost: oneValue,
    range: object<TwoValues>("Between two numbers.", {
      bound: choice("Between two numbers.", "range"),
      low: number("The lower end."),
      high: number("The upper end."),
      unit,
      outOf,
    }),
  }),
)

export const sourcedQuantity = sourced("SourcedQuantity", "An amount, and the words that give it.", quantity)

export const recordedQuantity = named(
  "RecordedQuantity",
  object<RecordedQuantity>("An amount that the text gives, whatever it is of.", {
    ...sourcedFields(quantity),
    sort: choice("What sort of amount.", "count", "percent", "money", "age", "measure", "duration"),
  }),
)
