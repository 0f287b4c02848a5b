import type { ClientBase } from "pg"
import type { Run } from "./Run.ts"

/**
 * Moves the present version of the transcripts `ids`, with its scores and the judge's opinions under every rubric, into the history, and leaves
 * their rows in `transcripts` to be overwritten.
 */
export async function supersede(client: ClientBase, run: Run, ids: ReadonlyArray<string>): Promise<void> {
  await client.query({
    name: "supersede",
    text: `insert into superseded_transcripts
        (transcript_id, revision, digest, started_at, details, turns, scores, tallies, opinions, superseded_by, superseded_at)
      select t.id, t.revision, t.digest, t.started_at,
        to_jsonb(t) - array['id', 'revision', 'digest', 'started_at', 'turns'], t.turns, s.scores, y.tallies, o.opinions, $2, now()
      from transcripts t
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('rubric', r.fingerprint, 'agent', a.external_id, 'rule', u.name,
            'outcome', s.outcome, 'credit', s.credit, 'because', s.because, 'decidedBy', s.decided_by, 'findings', f.findings)
            order by s.rubric_id, s.agent_id, q.position), '[]') as scores
          from scores s join rubrics r on r.id = s.rubric_id join agents a on a.id = s.agent_id join rules u on u.id = s.rule_id
            join rubric_rules q on q.rubric_id = s.rubric_id and q.rule_id = s.rule_id
            cross join lateral (
              select coalesce(jsonb_agg(case when f.turn is null
                then jsonb_build_object('_tag', 'Unsaid', 'bearing', f.bearing, 'window',
                  jsonb_build_object('from', f.window_from, 'to', f.window_to), 'nearest', f.nearest, 'expected', f.expected, 'note', f.note)
                else jsonb_build_object('_tag', 'Said', 'bearing', f.bearing, 'turn', f.turn, 'start', f.span_start, 'end', f.span_end,
                  'quote', f.quote, 'note', f.note)
                end order by f.position), '[]') as findings
              from findings f
              where (f.transcript_id, f.rubric_id, f.agent_id, f.rule_id) = (s.transcript_id, s.rubric_id, s.agent_id, s.rule_id)) f
          where s.transcript_id = t.id) s
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('rubric', r.fingerprint, 'agent', a.external_id, 'points', y.points,
            'passed', y.passed, 'band', y.band, 'criticalBreach', y.critical_breach, 'sections', y.sections)
            order by y.rubric_id, y.agent_id), '[]') as tallies
          from tallies y join rubrics r on r.id = y.rubric_id join agents a on a.id = y.agent_id
          where y.transcript_id = t.id) y
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('rubric', r.fingerprint, 'agent', a.external_id, 'rule', u.name, 'state', o.state,
            'outcome', o.outcome, 'findings', o.findings, 'note', o.note, 'because', o.because, 'questionVersion', o.question_version,
            'model', o.model, 'counts', o.counts) order by o.rubric_id, o.agent_id, o.rule_id), '[]') as opinions
          from opinions o join rubrics r on r.id = o.rubric_id join agents a on a.id = o.agent_id join rules u on u.id = o.rule_id
          where o.transcript_id = t.id) o
      where t.id = any($1::bigint[])`,
    values: [ids, run.id]
  })
  for (const table of ["findings", "scores", "tallies", "opinions"]) {
    await client.query(`delete from ${table} where transcript_id = any($1::bigint[])`, [ids])
  }
}
