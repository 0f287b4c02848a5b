import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { nameFaults } from "../conditions/ConditionNames.ts"
import { ConditionNode, Expression } from "../conditions/ConditionNode.ts"
import { Conditions } from "../conditions/Conditions.ts"
import { type Condition as Compiled, Run } from "../conditions/ConditionRun.ts"
import { isUnknown, type Unknown } from "../conditions/ConditionTruth.ts"
import { dialects } from "../wording/Dialect.ts"
import { breached, byShare, type Compiler, type Judge, met, notApplicable, unscored, type Verdict } from "../Kind.ts"
import { ruleHeader } from "../RuleHeader.ts"

const halfCredit = 0.5

const fields = Schema.Struct({
  ...ruleHeader,
  kind: Schema.Literal("condition"),
  /** Conditions by name, for the fields below, for each other and as anchors of each other. */
  conditions: Schema.optionalWith(Schema.Record({ key: Schema.NonEmptyString, value: ConditionNode }), { default: () => ({}) }),
  /** Elsewhere the rule does not apply. */
  appliesWhen: Schema.optional(Expression),
  breachWhen: Schema.optional(Expression),
  meetWhen: Schema.optional(Expression),
  /** What would be a breach is only partly one where this holds. */
  partlyWhen: Schema.optional(Expression),
  /** The share of the rule's weight that is then earned. */
  partlyCredit: Schema.optional(Schema.Number.pipe(Schema.between(0.01, 0.99)))
}).pipe(
  Schema.filter(({ appliesWhen, breachWhen, conditions, meetWhen, partlyCredit, partlyWhen }) => {
    if ((breachWhen === undefined) === (meetWhen === undefined)) return "a rule of kind condition has exactly one of breachWhen and meetWhen"
    if (partlyCredit !== undefined && partlyWhen === undefined) return "partlyCredit goes with partlyWhen"
    return nameFaults(conditions, { appliesWhen, breachWhen, meetWhen, partlyWhen })
  })
)

/**
 * Whatever can be said of words, turns, events and the facts of a contact, and of how they stand to each other, by combining
 * conditions (see `scorers/README.md`). A condition is true, false or unknown; unknown is never turned into a breach: input that cannot tell makes the rule
 * Unscored, a situation that never arose makes it not apply.
 */
export class Condition extends Schema.Class<Condition>("Condition")(fields) {
  compile(compiler: Compiler): Judge {
    const conditions = new Conditions(compiler, this.conditions, this.instead)
    const optional = (expression: Expression | undefined) => (expression === undefined ? null : conditions.compile(expression))
    const applies = optional(this.appliesWhen)
    const partly = optional(this.partlyWhen)
    const main = conditions.compile((this.breachWhen ?? this.meetWhen)!)
    const good = this.meetWhen !== undefined
    const spoken = compiler.once(dialects)
    const verdict = (run: Run) => decide(run, { applies, main, good, partly, credit: this.partlyCredit ?? halfCredit })
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const first = verdict(new Run(reading, false))
      // What is called missing may have been said in words that a recogniser misheard or that are in a dialect.
      const isDoubtful = first.findings.some((finding) =>
        finding._tag === "Unsaid" && (reading.isDoubtful(finding.window) || spoken.inAnotherLanguage(reading, finding.window))
      )
      return isDoubtful ? verdict(new Run(reading, true)) : first
    }
  }
}

interface Parts {
  readonly applies: Compiled | null
  readonly main: Compiled
  /** What `main` must come to. */
  readonly good: boolean
  readonly partly: Compiled | null
  readonly credit: number
}

const decide = (run: Run, { applies, credit, good, main, partly }: Parts): Verdict => {
  const findings: Array<Finding> = []
  if (applies !== null) {
    const { truth } = run.of(applies)
    if (isUnknown(truth)) return undecided(truth)
    if (!truth) return notApplicable(because.noTrigger)
    findings.push(...applies.explain(run, "context", null))
  }
  const { truth } = run.of(main)
  if (isUnknown(truth)) return undecided(truth)
  if (truth === good) return met(different([...findings, ...main.explain(run, "for", null)]))
  findings.push(...main.explain(run, "against", null))
  if (partly === null) return breached(different(findings))
  const excuse = run.of(partly).truth
  if (isUnknown(excuse) && !excuse.moot) return undecided(excuse)
  return excuse === true ? byShare(credit, different([...findings, ...partly.explain(run, "for", null)])) : breached(different(findings))
}

const undecided = ({ because, moot }: Unknown): Verdict => (moot ? notApplicable(because) : unscored(because))

/** Each place once under its name: as evidence where it is that, else as context. */
const different = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> => {
  const known = new Map<string, Finding>()
  for (const finding of findings) {
    const { bearing, ...rest } = finding
    const key = JSON.stringify(rest)
    if (!known.has(key) || (known.get(key)!.bearing === "context" && bearing !== "context")) known.set(key, finding)
  }
  return [...known.values()]
}
