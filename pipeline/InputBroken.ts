import { Data } from "effect"

/** The bytes of an input cannot be had as text: unreadable, cut off, damaged, or no text at all. `reason` is for people. */
export class InputBroken extends Data.TaggedError("InputBroken")<{ readonly reason: string }> {
  override get message(): string {
    return this.reason
  }
}
