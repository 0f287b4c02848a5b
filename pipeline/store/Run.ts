import type { Rubric } from "../../schemas/Rubric.ts"
import { Seen } from "./Seen.ts"
import type { SessionLock } from "./SessionLock.ts"

/** A run under way: its rows in the database, and what it need not ask the database twice. */
export class Run {
  readonly id: number
  readonly rubric: Rubric
  readonly rubricId: number
  readonly ruleIds: ReadonlyMap<string, number>
  /** By external id; filled as agents turn up. */
  readonly agents = new Map<string | null, { readonly id: number; readonly name: string | null }>()
  /** Transcripts met that this run had no reason to write; those it wrote carry its id in the database. */
  readonly seen = new Seen()
  /** Tells others that this run is alive. */
  readonly lock: SessionLock

  constructor(fields: Pick<Run, "id" | "rubric" | "rubricId" | "ruleIds" | "lock">) {
    this.id = fields.id
    this.rubric = fields.rubric
    this.rubricId = fields.rubricId
    this.ruleIds = fields.ruleIds
    this.lock = fields.lock
  }
}
