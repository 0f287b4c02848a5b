import type { Pool } from "pg"

/** Tables by what they say, without the keys and times that differ from one database or run to another. */
const contents: Readonly<Record<string, string>> = {
  transcripts: `select source, external_id, revision, digest, channel, language, started_at, customer, queue, case_id, csat, contact_reason, timing_problem,
    turn_count, turns, events, agents, origin_file, origin_line from transcripts`,
  scores: "select t.external_id, a.external_id, u.name, outcome, credit, because, decided_by from scores s join transcripts t on t.id = s.transcript_id join agents a on a.id = s.agent_id join rules u on u.id = s.rule_id",
  findings: `select t.external_id, a.external_id, u.name, position, bearing, turn, span_start, span_end, quote, window_from, window_to, nearest, expected, note
    from findings f join transcripts t on t.id = f.transcript_id join agents a on a.id = f.agent_id join rules u on u.id = f.rule_id`,
  tallies: "select t.external_id, a.external_id, points, passed, band, critical_breach, sections from tallies y join transcripts t on t.id = y.transcript_id join agents a on a.id = y.agent_id",
  scorecards: `select a.external_id, a.name, period, period_start, time_zone, transcripts, scored, points, points_low, points_high, points_spread, passed,
    critical_breaches, band, sections from scorecards c join agents a on a.id = c.agent_id`,
  scorecard_rules: `select a.external_id, u.name, period, period_start, applicable, met, partly, breached, not_applicable, unscored, estimate, estimate_low,
    estimate_high from scorecard_rules c join agents a on a.id = c.agent_id join rules u on u.id = c.rule_id`,
  set_asides: "select digest, file, line, transcript, reason, excerpt, resolved_at is null from set_asides",
  superseded: "select revision from superseded_transcripts"
}

/** How many rows each table holds and a sum over what they say, whatever their order. */
export const storedChecksums = async (pool: Pick<Pool, "query">): Promise<Readonly<Record<string, { readonly rows: number; readonly sum: string }>>> => {
  const sums: Record<string, { rows: number; sum: string }> = {}
  for (const [table, query] of Object.entries(contents)) {
    const { rows } = await pool.query(`select count(*)::integer as rows, coalesce(sum(hashtextextended(row::text, 0)), 0)::text as sum from (${query}) row`)
    sums[table] = rows[0]
  }
  return sums
}
