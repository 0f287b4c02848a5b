/** Why customers get in touch: they ask, complain, suggest, or want something done. */
export type ContactReason = "enquiry" | "complaint" | "suggestion" | "request"
export const contactReasons: ReadonlyArray<ContactReason> = ["enquiry", "complaint", "suggestion", "request"]

export type SalePhase = "pre-sale" | "in-sale" | "after-sale"
export const salePhases: ReadonlyArray<SalePhase> = ["pre-sale", "in-sale", "after-sale"]

export type Medium = "voice" | "text" | "video"
export type Script = "simplified" | "traditional"

/**
 * What a contact is, apart from how it was served. `null`: neither the input nor the customer's words tell. `reasonFrom`: whether the
 * input says the reason or words were taken for it. `script`: how the customer writes Chinese. Turns are counted by who took them.
 */
export interface ContactTraits {
  readonly reason: ContactReason | null
  readonly reasonFrom: "input" | "words" | null
  readonly phase: SalePhase | null
  readonly medium: Medium
  readonly script: Script | null
  readonly turns: { readonly agent: number; readonly customer: number; readonly bot: number }
}
