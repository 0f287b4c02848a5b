import type { Finding } from "../../schemas/Score.ts"
import type { Condition, Met, Run, Tone } from "./ConditionRun.ts"

/** What a condition on something else than words came to, and the fact itself in words. */
export interface Fact extends Met {
  readonly fact: string
  /** Whether the agent did it; what others did or the input says is context. */
  readonly isOwn: boolean
  /** The turn to show it at. */
  readonly turn?: number | undefined
}

/** A condition on events, counts, lengths or what the input says of the contact. Its evidence is a turn with the fact as its note. */
export class ConditionFact implements Condition {
  private readonly judge: (run: Run) => Fact

  constructor(judge: (run: Run) => Fact) {
    this.judge = judge
  }

  evaluate(run: Run): Fact {
    return this.judge(run)
  }

  explain(run: Run, tone: Tone, name: string | null): ReadonlyArray<Finding> {
    if (tone !== "against") return []
    const { fact, isOwn, turn } = this.judge(run)
    const { reading } = run
    const shown = turn ?? reading.own.at(-1)!
    return [reading.saidTurn(shown, isOwn && reading.isOwn(shown) ? "against" : "context", name === null ? fact : `${name}: ${fact}`)]
  }
}
