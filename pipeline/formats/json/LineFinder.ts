/** Finds the lines on which a field stands in a JSON text, one after the other. */
export class LineFinder {
  readonly #text: string
  readonly #field: RegExp
  #counted = 0
  #line = 1

  constructor(text: string, field: string) {
    this.#text = text
    this.#field = new RegExp(`"${field}"\\s*:`, "g")
  }

  /** The line of the next such field, from 1; the last answer if there is none. */
  next(): number {
    const at = this.#field.exec(this.#text)?.index ?? this.#counted
    for (let feed = this.#text.indexOf("\n", this.#counted); feed >= 0 && feed < at; feed = this.#text.indexOf("\n", feed + 1)) this.#line++
    this.#counted = at
    return this.#line
  }
}
