import type { Finding } from "../../schemas/Score.ts"
import { sorted } from "./ConditionPlaces.ts"
import type { Condition, Met, Run, Tone } from "./ConditionRun.ts"
import { conjunction, disjunction, negation } from "./ConditionTruth.ts"

/** All or any of several conditions. */
export class Combined implements Condition {
  private readonly how: "all" | "any"
  private readonly parts: ReadonlyArray<Condition>

  constructor(how: "all" | "any", parts: ReadonlyArray<Condition>) {
    this.how = how
    this.parts = parts
  }

  evaluate(run: Run): Met {
    const met = this.parts.map((part) => run.of(part))
    const truths = met.map(({ truth }) => truth)
    const truth = this.how === "all" ? conjunction(truths) : disjunction(truths)
    const places = truth === true ? sorted(met.flatMap((part) => (part.truth === true ? part.places : []))) : []
    return { truth, places, unplaced: met.find(({ unplaced }) => unplaced !== undefined)?.unplaced }
  }

  /** Only the parts that made it so are evidence. */
  explain(run: Run, tone: Tone, name: string | null): ReadonlyArray<Finding> {
    const { truth } = run.of(this)
    return this.parts.filter((part) => run.of(part).truth === truth).flatMap((part) => part.explain(run, tone, name))
  }
}

export class Negated implements Condition {
  private readonly part: Condition

  constructor(part: Condition) {
    this.part = part
  }

  evaluate(run: Run): Met {
    return { truth: negation(run.of(this.part).truth), places: [] }
  }

  explain(run: Run, tone: Tone, name: string | null): ReadonlyArray<Finding> {
    return this.part.explain(run, tone, name)
  }
}

/** A condition under its name, which its findings bear. */
export class Named implements Condition {
  private readonly name: string
  private readonly part: Condition

  constructor(name: string, part: Condition) {
    this.name = name
    this.part = part
  }

  evaluate(run: Run): Met {
    return run.of(this.part)
  }

  explain(run: Run, tone: Tone): ReadonlyArray<Finding> {
    return this.part.explain(run, tone, this.name)
  }
}
