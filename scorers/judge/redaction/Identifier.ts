/** What an identifier is; also the word of its placeholder. */
export type IdentifierKind = "PHONE" | "ID" | "CARD" | "EMAIL" | "PLATE" | "ACCOUNT" | "ADDRESS" | "NAME" | "TEXT"

/**
 * Units `start` to `end` (exclusive) of a stretch that must not leave. `same` is equal for all ways of writing one identifier, so that
 * a reader of the redacted text can see a number repeated.
 */
export interface Identifier {
  readonly kind: IdentifierKind
  readonly start: number
  readonly end: number
  readonly same: string
}
