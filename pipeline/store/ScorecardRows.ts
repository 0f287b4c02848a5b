import type { Rubric } from "../../schemas/Rubric.ts"
import { meanInterval, wilson } from "../../scorers/statistics/Intervals.ts"
import { copyJson, copyNull, copyText } from "./CopyText.ts"
import type { CardCounts, RuleCounts } from "./ScorecardCounts.ts"

export const cardColumns = `agent_id, rubric_id, period, period_start, time_zone, transcripts, scored, points, points_low, points_high,
  points_spread, passed, critical_breaches, band, sections, updated_at`
export const ruleColumns = `agent_id, rubric_id, period, period_start, rule_id, applicable, met, partly, breached, not_applicable, unscored,
  estimate, estimate_low, estimate_high`

const pointUnit = 10_000
const creditUnit = 1_000_000

/** A card with its statistics, in the text format of COPY. */
export function cardRow(counts: CardCounts, rubric: Rubric, timeZone: string, now: Date): string {
  const scored = Number(counts.scored)
  const points = scored === 0 ? null : Number(counts.points) / pointUnit / scored
  const spread = scored < 2 ? null : sampleDeviation(BigInt(counts.points), BigInt(counts.squares), BigInt(scored))
  const interval = points === null || spread === null ? null : meanInterval(points, spread, scored)
  const band = points === null ? null : rubric.bands.find(({ from }) => points >= from)?.id ?? null
  const sections = rubric.sections.map(({ id }) => {
    const [sum, transcripts] = counts.sections[id] ?? [0, 0]
    return { section: id, points: transcripts === 0 ? null : Math.round(sum / transcripts) / pointUnit, transcripts }
  })
  return `${key(counts)}\t${copyText(timeZone)}\t${counts.transcripts}\t${scored}\t${points ?? copyNull}\t${
    interval === null ? copyNull : Math.max(0, interval.low)}\t${interval === null ? copyNull : Math.min(100, interval.high)}\t${
    spread ?? copyNull}\t${counts.passed}\t${counts.critical_breaches}\t${copyText(band)}\t${copyJson(sections)}\t${now.toISOString()}\n`
}

/** How a rule went, with its statistics, in the text format of COPY. */
export function ruleRow(counts: RuleCounts): string {
  const applicable = Number(counts.met) + Number(counts.partly) + Number(counts.breached)
  const share = applicable === 0 ? null : Number(counts.credit) / creditUnit / applicable
  const interval = share === null ? null : wilson(share, applicable)
  return `${key(counts)}\t${counts.rule_id}\t${applicable}\t${counts.met}\t${counts.partly}\t${counts.breached}\t${counts.not_applicable}\t${
    counts.unscored}\t${share ?? copyNull}\t${interval?.low ?? copyNull}\t${interval?.high ?? copyNull}\n`
}

function key(counts: CardCounts | RuleCounts): string {
  return `${counts.agent_id}\t${counts.rubric_id}\t${counts.period}\t${counts.period_start}`
}

/** Exact up to the root: the order in which a database adds must not show. */
function sampleDeviation(sum: bigint, squares: bigint, n: bigint): number {
  return Math.sqrt(Number(n * squares - sum * sum) / Number(n * (n - 1n))) / pointUnit
}
