import { Schema } from "effect"

/** Who speaks. Only `agent` turns are ever judged as the agent's words; `bot` and `system` turns never are. */
export const Role = Schema.Literal("agent", "customer", "bot", "system")
export type Role = typeof Role.Type

/** How the contact took place: spoken (usually speech-recogniser output) or typed. */
export const Channel = Schema.Literal("voice", "chat")
export type Channel = typeof Channel.Type

/**
 * One uninterrupted utterance or message. Times are milliseconds from the start of the transcript, `null` where the
 * input has none. `agent` names the speaker of an agent turn (an `Agent.id`) where the input tells; `confidence` is
 * the recogniser's, 0–1.
 */
export const Turn = Schema.Struct({
  role: Role,
  text: Schema.String,
  startMs: Schema.NullOr(Schema.Number),
  endMs: Schema.NullOr(Schema.Number),
  agent: Schema.NullOr(Schema.String),
  confidence: Schema.NullOr(Schema.Number)
})
export type Turn = typeof Turn.Type

export const EventKind = Schema.Literal("ring", "answer", "assign", "hold", "transfer", "hang-up", "feedback")
export type EventKind = typeof EventKind.Type

/**
 * Something that happened besides talk. Times as in `Turn`. `by` is who did it (`hang-up` by the customer, …),
 * `count` the number of rings of a `ring`.
 */
export const Event = Schema.Struct({
  kind: EventKind,
  startMs: Schema.NullOr(Schema.Number),
  endMs: Schema.NullOr(Schema.Number),
  by: Schema.NullOr(Role),
  agent: Schema.NullOr(Schema.String),
  count: Schema.NullOr(Schema.Number)
})
export type Event = typeof Event.Type

/** A person who answers customers. `name` is what people call them; `id` is what the input calls them. */
export const Agent = Schema.Struct({ id: Schema.String, name: Schema.NullOr(Schema.String) })
export type Agent = typeof Agent.Type

/** Where a transcript, or what could not be read of one, stood: file as the user named it, first line counted from 1. */
export const Origin = Schema.Struct({ file: Schema.String, line: Schema.Number })
export type Origin = typeof Origin.Type

/**
 * One contact. `source` and `id` together name it for ever; a transcript that comes again under the same two with other
 * content is a changed transcript. `startedAt` is epoch milliseconds. `timingProblem` says, in plain words, why the times
 * of this transcript cannot be trusted: every rule that needs times is then Unscored.
 */
export const Transcript = Schema.Struct({
  source: Schema.String,
  id: Schema.String,
  channel: Channel,
  /** BCP 47, as the input says it (`zh-CN`, `en-US`); `null` where it does not. */
  language: Schema.NullOr(Schema.String),
  agents: Schema.Array(Agent),
  customer: Schema.NullOr(Schema.String),
  queue: Schema.NullOr(Schema.String),
  caseId: Schema.NullOr(Schema.String),
  csat: Schema.NullOr(Schema.Number),
  contactReason: Schema.NullOr(Schema.String),
  startedAt: Schema.NullOr(Schema.Number),
  timingProblem: Schema.NullOr(Schema.String),
  turns: Schema.Array(Turn),
  events: Schema.Array(Event),
  origin: Origin
})
export type Transcript = typeof Transcript.Type
