import type { IdentifierKind } from "./Identifier.ts"

/**
 * Hands out the placeholders of one transcript: ⟦PHONE1⟧, ⟦PHONE2⟧ by the order of first use, ⟦PHONE1b⟧ for another way of writing, or a
 * part, of what ⟦PHONE1⟧ stands for. ⟦ and ⟧ in the transcript itself are redacted, so that nobody there can write a placeholder.
 */
export class Placeholders {
  readonly originals = new Map<string, string>()
  private readonly numbers = new Map<string, number>()
  private readonly forms = new Map<string, Map<string, string>>()
  private readonly counts = new Map<IdentifierKind, number>()

  for(kind: IdentifierKind, same: string, original: string): string {
    const identity = `${kind} ${same}`
    let number = this.numbers.get(identity)
    if (number === undefined) {
      number = (this.counts.get(kind) ?? 0) + 1
      this.counts.set(kind, number)
      this.numbers.set(identity, number)
      this.forms.set(identity, new Map())
    }
    const forms = this.forms.get(identity)!
    const known = forms.get(original)
    if (known !== undefined) return known
    const placeholder = `⟦${kind}${number}${suffix(forms.size)}⟧`
    forms.set(original, placeholder)
    this.originals.set(placeholder, original)
    return placeholder
  }
}

/** Nothing, b, c, … z, ba, bb, … */
const suffix = (form: number): string => {
  let letters = ""
  for (let rest = form; rest > 0; rest = Math.floor(rest / 26)) letters = String.fromCharCode(97 + (rest % 26)) + letters
  return letters
}
