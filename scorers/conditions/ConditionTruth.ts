/** Neither true nor false. `moot`: the situation that is spoken of never arose; otherwise the input cannot tell. */
export interface Unknown {
  readonly because: string
  readonly moot: boolean
}

/** Kleene's three values, the third with its reason. */
export type Truth = boolean | Unknown

export const unknown = (because: string): Unknown => ({ because, moot: false })
export const moot = (because: string): Unknown => ({ because, moot: true })

export const isUnknown = (truth: Truth): truth is Unknown => typeof truth === "object"

export const negation = (truth: Truth): Truth => (isUnknown(truth) ? truth : !truth)

/** False if one is false, else unknown if one is unknown; input that cannot tell is a stronger reason than what never arose. */
export const conjunction = (truths: ReadonlyArray<Truth>): Truth => {
  if (truths.includes(false)) return false
  const open = truths.filter(isUnknown)
  return open.find((one) => !one.moot) ?? open[0] ?? true
}

export const disjunction = (truths: ReadonlyArray<Truth>): Truth => negation(conjunction(truths.map(negation)))
