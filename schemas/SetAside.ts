import type { Origin } from "./Transcript.ts"

/**
 * An input, or a part of one, that could not be read. `reason` says in plain words what is wrong and how to cure it;
 * `excerpt` is the raw text at that place, cut to 200 characters. `transcript` is the id where it could still be read.
 */
export interface SetAside {
  readonly origin: Origin
  readonly reason: string
  readonly excerpt: string
  readonly transcript: string | null
}
