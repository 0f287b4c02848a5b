import type { Kysely } from "kysely"
import type { Scorecard } from "../../schemas/Scorecard.ts"
import { chooseFocus, type RuleRecord, shownStrengths, strengths, type Weighed, type WeighedRule } from "./Advice.ts"
import { type Moment, readMoments } from "./ReadMoments.ts"
import type { Tables } from "./Tables.ts"

/** A rule of a scorecard with moments that show how it went. */
export type Quoted<R> = RuleRecord<R> & { readonly moments: ReadonlyArray<Moment> }

/** What there is to say to the agent of a card, and what shows it. `critical` are breaches of critical rules besides the focus. */
export interface AgentAdvice<R> {
  readonly strengths: ReadonlyArray<Quoted<R>>
  readonly focus: Quoted<R> | null
  readonly critical: ReadonlyArray<Moment>
}

const strengthsShown = 3
const strengthsQuoted = 12

/** The advice for one card, the same wherever it is shown. */
export async function readAdvice<R extends WeighedRule>(
  kysely: Kysely<Tables>,
  card: Pick<Scorecard, "agent" | "rubric" | "period" | "periodStart" | "rules">,
  rubric: Weighed<R>
): Promise<AgentAdvice<R>> {
  const focus = chooseFocus(rubric, card.rules)
  const good = strengths(rubric, card.rules, focus)
  const praise = await readMoments(kysely, card, { rules: good.slice(0, strengthsQuoted).map(({ rule }) => rule.id), speaking: "for", most: 2 })
  const blame = await readMoments(kysely, card, { rules: focus === null ? [] : [focus.rule.id], speaking: "against", most: 5 })
  const critical = new Set(rubric.rules.filter((rule) => rule.critical !== null && rule.id !== focus?.rule.id).map(({ id }) => id))
  const breaches = await readMoments(kysely, card, {
    rules: card.rules.filter(({ breached, rule }) => breached > 0 && critical.has(rule)).map(({ rule }) => rule), speaking: "against", most: 5
  })
  return {
    strengths: shownStrengths(good, new Set(praise.map(({ rule }) => rule)), strengthsShown)
      .map((strength) => ({ ...strength, moments: distinct(praise.filter(({ rule }) => rule === strength.rule.id)) })),
    focus: focus === null ? null : { ...focus, moments: blame },
    critical: breaches.filter(({ outcome }) => outcome === "Breached")
  }
}

/** The same sentence twice praises no more than once. */
function distinct(moments: ReadonlyArray<Moment>): ReadonlyArray<Moment> {
  const quote = ({ finding }: Moment) => (finding._tag === "Said" ? finding.quote : finding.expected)
  return moments.filter((moment, index) => moments.findIndex((other) => quote(other) === quote(moment)) === index)
}
