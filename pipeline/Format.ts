import type { Reach } from "./Reach.ts"
import type { SetAside } from "../schemas/SetAside.ts"
import type { Channel, Transcript } from "../schemas/Transcript.ts"

/** What the user says about the input that its content does not. */
export interface ReadOptions {
  /** `Transcript.source` where the input itself names none. */
  readonly source: string
  /** IANA zone of wall-clock times that carry none. */
  readonly timeZone: string
  /** Used where the content does not tell; `null`: each format decides. */
  readonly channel: Channel | null
  /** `--map field=column` for tables: our field name → the header in the file. */
  readonly columns: ReadonlyMap<string, string>
}

/** One input: decoded text, whatever its encoding or compression was. */
export interface Input {
  /** As the user named it, for messages and `Origin.file`; `-` for standard input. */
  readonly file: string
  /** The first characters (64 Ki at most), for recognition. */
  readonly head: string
  /** Size in bytes where known (before decompression), for planning. */
  readonly bytes: number | null
  /** Moves on as the text is read; a format that goes over its input twice divides it into stages. */
  readonly reach: Reach
  /**
   * The whole text in pieces of any length. Can be called once. Bytes that are invalid in its encoding appear as
   * unpaired surrogates (`brokenBytes`). Iterating throws `InputBroken` where the input cannot be read on.
   */
  readonly text: () => AsyncIterable<string>
}

export type Reading =
  | { readonly _tag: "Transcript"; readonly transcript: Transcript }
  | { readonly _tag: "SetAside"; readonly setAside: SetAside }

/**
 * A shape of input. `read` never throws for bad content: it sets aside and goes on. Only `InputBroken`, from the input's
 * text itself, passes through it. Called through `read` of `Readings.ts`, which turns that into a set-aside input too.
 */
export interface Format {
  readonly name: string
  /** One line for `--help`. */
  readonly title: string
  readonly recognises: (head: string, file: string, options: ReadOptions) => boolean
  readonly read: (input: Input, options: ReadOptions) => AsyncIterable<Reading>
}
