import { Schema } from "effect"

const Limit = Schema.optional(Schema.Number)

/** Bounds on a number; all that are given must hold. */
export const Compare = Schema.Struct({ atLeast: Limit, atMost: Limit, moreThan: Limit, lessThan: Limit, exactly: Limit }).pipe(
  Schema.filter((bounds) => (Object.values(bounds).some((bound) => bound !== undefined) ? undefined : "give one of atLeast, atMost, moreThan, lessThan, exactly"))
)
export type Compare = typeof Compare.Type

export const holds = (n: number, bounds: Compare): boolean => !isTooFew(n, bounds) && !isTooMany(n, bounds)

export const isTooFew = (n: number, { atLeast, exactly, moreThan }: Compare): boolean =>
  (atLeast !== undefined && n < atLeast) || (moreThan !== undefined && n <= moreThan) || (exactly !== undefined && n < exactly)

const isTooMany = (n: number, { atMost, exactly, lessThan }: Compare): boolean =>
  (atMost !== undefined && n > atMost) || (lessThan !== undefined && n >= lessThan) || (exactly !== undefined && n > exactly)
