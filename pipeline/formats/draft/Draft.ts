import type { Agent, Channel, Event, Role, Transcript } from "../../../schemas/Transcript.ts"
import type { ReadOptions } from "../../Format.ts"
import { settleTimes } from "./Times.ts"

/**
 * A time as an input gave it. `ms` counts from the start of the contact, or is epoch milliseconds, as `Draft.clock` says;
 * `NaN` where `written` is no time. `null` instead of this: none was given.
 */
export interface GivenTime {
  readonly ms: number
  readonly written: string
}

/** A turn before its times are known to make sense. `place` says where it stands, for messages: `line 17`, `turn 3`. */
export interface DraftTurn {
  readonly role: Role
  readonly text: string
  readonly from: GivenTime | null
  readonly to: GivenTime | null
  readonly agent: string | null
  readonly confidence: number | null
  readonly place: string | number
}

export interface DraftEvent {
  readonly kind: Event["kind"]
  readonly by: Role | null
  readonly agent: string | null
  readonly count: number | null
  readonly from: GivenTime | null
  readonly to: GivenTime | null
  readonly place: string | number
}

/** A transcript as a format found it; `null` and empty where the input does not say. */
export interface Draft {
  readonly id: string
  readonly line: number
  readonly turns: ReadonlyArray<DraftTurn>
  readonly clock: "offset" | "wall"
  readonly events?: ReadonlyArray<DraftEvent>
  readonly source?: string | null
  readonly channel?: Channel | null
  /** Used where neither the content nor the user tells. */
  readonly usualChannel: Channel
  readonly language?: string | null
  readonly agents?: ReadonlyArray<Agent>
  readonly customer?: string | null
  readonly queue?: string | null
  readonly caseId?: string | null
  readonly csat?: number | null
  readonly contactReason?: string | null
  readonly startedAt?: GivenTime | null
}

/** The transcript a draft becomes. The only agent of a contact is the speaker of every agent turn that names none. */
export const transcriptOf = (draft: Draft, file: string, options: ReadOptions): Transcript => {
  const agents = agentsOf(draft)
  const only = agents.length === 1 ? agents[0]!.id : null
  const times = settleTimes(draft)
  return {
    source: draft.source ?? options.source,
    id: draft.id,
    channel: draft.channel ?? options.channel ?? draft.usualChannel,
    language: draft.language ?? null,
    agents,
    customer: draft.customer ?? null,
    queue: draft.queue ?? null,
    caseId: draft.caseId ?? null,
    csat: draft.csat ?? null,
    contactReason: draft.contactReason ?? null,
    startedAt: times.startedAt,
    timingProblem: times.problem,
    turns: draft.turns.map((turn) => ({
      role: turn.role,
      text: turn.text,
      startMs: times.offset(turn.from),
      endMs: times.offset(turn.to),
      agent: turn.role === "agent" ? (turn.agent ?? only) : null,
      confidence: turn.confidence
    })),
    events: (draft.events ?? []).map((event) => ({
      kind: event.kind,
      startMs: times.offset(event.from),
      endMs: times.offset(event.to),
      by: event.by,
      agent: event.agent,
      count: event.count
    })),
    origin: { file, line: draft.line }
  }
}

const agentsOf = (draft: Draft): ReadonlyArray<Agent> => {
  const agents = new Map<string, string | null>()
  for (const { id, name } of draft.agents ?? []) agents.set(id, agents.get(id) ?? name)
  for (const { role, agent } of draft.turns) if (role === "agent" && agent !== null && !agents.has(agent)) agents.set(agent, null)
  return [...agents].map(([id, name]) => ({ id, name }))
}
