import { Data } from "effect"

/** The embedded server cannot be used. `problem` says what happened, `cure` what the user can do; neither holds a password. */
export class EmbeddedPostgresError extends Data.TaggedError("EmbeddedPostgresError")<{
  readonly problem: string
  readonly cure: string
}> {
  override get message() {
    return `${this.problem}\n${this.cure}`
  }
}
