import { Console, Effect } from "effect"
import { styleText } from "node:util"

export type Style = Parameters<typeof styleText>[0]

/** How output has to look: a person at a terminal gets borders and lines that fit `columns`, a pipe plain lines of any length. */
export interface Look {
  readonly terminal: boolean
  readonly colours: boolean
  readonly columns: number
}

/** The look of a pipe. */
export const plain: Look = { terminal: false, colours: false, columns: Number.POSITIVE_INFINITY }

/** The look of standard output as it is now; colours unless `NO_COLOR` is set. */
export const standardLook = (): Look => ({
  terminal: isTerminal(),
  colours: styleText("red", "x", { stream: process.stdout, validateStream: true }) !== "x",
  columns: isTerminal() ? process.stdout.columns : plain.columns
})

/** Is standard output looked at by a person? A pipe gets neither colour nor borders. */
export const isTerminal = (): boolean => process.stdout.isTTY === true

/** Text in a colour, where colours are shown. */
export const styled = (style: Style, text: string, look: Look = standardLook()): string =>
  look.colours ? styleText(style, text, { validateStream: false }) : text

/** Writes one line, or several, to standard output. */
export const print = (text: string): Effect.Effect<void> => Console.log(text)

/** Writes a value as one JSON document to standard output. */
export const printJson = (value: unknown): Effect.Effect<void> =>
  // Inside JSON only strings can hold such characters, and there the escape means the same.
  Console.log(harmless(JSON.stringify(value, null, 2)))

// Controls, line and paragraph separators, bidi embeddings, overrides and isolates, zero-width spaces, tag characters. Line
// ends, tabs, joiners and the plain direction marks of right-to-left languages are left alone.
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\r(?!\n)|\udb40[\udc00-\udc7f]/g

/** Text of strangers on a terminal: characters that could move the cursor, recolour the screen, or hide or reorder text become visible. */
export const harmless = (text: string): string =>
  text.replaceAll(unseen, (found) => found.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""))

/** The same on one line, for a cell of a table. */
export const harmlessLine = (text: string): string => harmless(text.replaceAll(/\s*[\r\n\t]+\s*/g, " "))
