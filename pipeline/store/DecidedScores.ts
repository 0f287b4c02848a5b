import type { Pool } from "pg"
import type { Finding, Outcome, Score } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { storableText } from "../StorableText.ts"
import type { Run } from "./Run.ts"

/** Names a transcript and its content (Digest.ts). */
type Named = Pick<Transcript, "source" | "id"> & { readonly digest: string }

/** Does any opinion of the judge count under the rubric of the run? */
export async function anyCounting(pool: Pool, run: Run): Promise<boolean> {
  const { rows } = await pool.query<{ found: boolean }>("select exists (select from opinions where rubric_id = $1 and counts) as found", [run.rubricId])
  return rows[0]!.found
}

/** Of these transcripts, where they stand in the database with this content, the scores under the rubric of the run that no rule decided, by the position of the transcript in the list. */
export async function decidedScores(pool: Pool, run: Run, transcripts: ReadonlyArray<Named>): Promise<ReadonlyMap<number, ReadonlyArray<Score>>> {
  const { rows } = await pool.query<{ n: string; rule: string; agent: string | null; outcome: Outcome["_tag"]; credit: number | null; because: string | null; decided_by: Score["decidedBy"]; findings: ReadonlyArray<Finding> }>(
    `select k.n, u.name as rule, a.external_id as agent, s.outcome, s.credit, s.because, s.decided_by, f.findings
    from unnest($2::text[], $3::text[], $4::text[]) with ordinality as k (source, external_id, digest, n)
      join transcripts t on t.source = k.source and t.external_id = k.external_id and t.digest = k.digest
      join scores s on s.transcript_id = t.id and s.rubric_id = $1 and s.decided_by <> 'rule'
      join agents a on a.id = s.agent_id join rules u on u.id = s.rule_id cross join lateral (
      select coalesce(jsonb_agg(case when f.turn is null
        then jsonb_build_object('_tag', 'Unsaid', 'bearing', f.bearing, 'window', jsonb_build_object('from', f.window_from, 'to', f.window_to),
          'nearest', f.nearest, 'expected', f.expected, 'note', f.note)
        else jsonb_build_object('_tag', 'Said', 'bearing', f.bearing, 'turn', f.turn, 'start', f.span_start, 'end', f.span_end, 'quote', f.quote, 'note', f.note)
        end order by f.position), '[]') as findings
      from findings f
      where (f.transcript_id, f.rubric_id, f.agent_id, f.rule_id) = (s.transcript_id, s.rubric_id, s.agent_id, s.rule_id)) f`,
    [run.rubricId, transcripts.map(({ source }) => storableText(source)), transcripts.map(({ id }) => storableText(id)), transcripts.map(({ digest }) => digest)]
  )
  const decided = new Map<number, Array<Score>>()
  for (const { agent, because, credit, decided_by: decidedBy, findings, n, outcome, rule } of rows) {
    const position = Number(n) - 1
    const scores = decided.get(position) ?? []
    decided.set(position, scores)
    scores.push({ rule, agent, findings, decidedBy, outcome: (credit === null ? { _tag: outcome, because: because ?? "" } : { _tag: outcome, credit }) as Outcome })
  }
  return decided
}
