import type { Pool, PoolClient } from "pg"
import { because } from "../../schemas/Because.ts"
import type { RubricRule } from "../../schemas/Rubric.ts"
import type { Finding, Outcome, OutcomeName, Score } from "../../schemas/Score.ts"
import { tally } from "../../scorers/Tally.ts"
import type { Run } from "./Run.ts"
import { storableJson } from "./StorableJson.ts"
import type { Displaced } from "./Tables.ts"
import { transaction } from "./Transaction.ts"

/** How many agents of transcripts are settled in one transaction. */
const atATime = 300

interface Key {
  readonly transcript_id: string
  readonly agent_id: number
}

/** A score that is to change hands, with what it says now (findings as stored). */
interface Change extends Key {
  readonly rule_id: number
  readonly counts: boolean
  readonly outcome: OutcomeName | null
  readonly opinion: ReadonlyArray<Finding>
  readonly displaced: Displaced | null
  readonly because: string | null
  readonly findings: ReadonlyArray<Finding>
}

/** Opinions that should count and do not, or do and should not: the latest calibration decides. What a person decided is left alone. */
const amiss = (beside = "") => `
  from opinions o join scores s using (transcript_id, rubric_id, agent_id, rule_id) ${beside} left join (
    select distinct on (rule_id, question_version, model) rule_id, question_version, model, trusted
    from calibrations order by rule_id, question_version, model, id desc) c using (rule_id, question_version, model)
  where o.rubric_id = $1 and (o.state = 'given' or o.counts) and s.decided_by <> 'person'
    and o.counts <> (o.state = 'given' and coalesce(c.trusted, false))`

/**
 * Lets the opinions of trusted rules decide their scores under the rubric of the run, and gives the others back to the rules; adds up anew what
 * changed. Returns how many scores changed hands. The scorecards are to be refreshed after that.
 */
export async function settleTrust(pool: Pool, run: Run): Promise<number> {
  let settled = 0
  let after: Key = { transcript_id: "0", agent_id: 0 }
  for (;;) {
    const changed = await transaction(pool, (client) => settlePage(client, run, after))
    if (changed === null) return settled
    settled += changed.scores
    after = changed.last
  }
}

async function settlePage(client: PoolClient, run: Run, after: Key): Promise<{ readonly scores: number; readonly last: Key } | null> {
  const { rows: page } = await client.query<Key>(
    `select distinct o.transcript_id, o.agent_id ${amiss()} and (o.transcript_id, o.agent_id) > ($2::bigint, $3::integer)
    order by o.transcript_id, o.agent_id limit ${atATime}`,
    [run.rubricId, after.transcript_id, after.agent_id]
  )
  const last = page.at(-1)
  if (last === undefined) return null
  // Others that write these transcripts wait, and what they wrote before is seen by the next statement.
  await client.query("select from transcripts where id = any($1::bigint[]) order by id for no key update", [page.map((key) => key.transcript_id)])
  const { rows: changes } = await client.query<Change>(
    `select o.transcript_id, o.agent_id, o.rule_id, o.counts, o.outcome, o.findings as opinion, o.displaced, s.because, f.findings
    ${amiss(storedFindings)} and (o.transcript_id, o.agent_id) in (select * from unnest($2::bigint[], $3::integer[]))`,
    [run.rubricId, page.map((key) => key.transcript_id), page.map((key) => key.agent_id)]
  )
  await write(client, run, changes)
  await addUp(client, run, page)
  // Until the cards are counted anew they lack this.
  await client.query("update runs set carded = false where id = $1", [run.id])
  return { scores: changes.length, last }
}

const storedFindings = `
  cross join lateral (
    select coalesce(jsonb_agg(case when f.turn is null
      then jsonb_build_object('_tag', 'Unsaid', 'bearing', f.bearing, 'window', jsonb_build_object('from', f.window_from, 'to', f.window_to),
        'nearest', f.nearest, 'expected', f.expected, 'note', f.note)
      else jsonb_build_object('_tag', 'Said', 'bearing', f.bearing, 'turn', f.turn, 'start', f.span_start, 'end', f.span_end, 'quote', f.quote, 'note', f.note)
      end order by f.position), '[]') as findings
    from findings f
    where (f.transcript_id, f.rubric_id, f.agent_id, f.rule_id) = (s.transcript_id, s.rubric_id, s.agent_id, s.rule_id)) f`

/** What a score says once it has changed hands: what made the rule apply stays beside the judge's evidence. */
const after = (change: Change): { readonly outcome: Outcome; readonly findings: ReadonlyArray<Finding>; readonly displaced: Displaced | null } =>
  change.counts
    ? { outcome: { _tag: "Unscored", because: change.displaced!.because }, findings: change.displaced!.findings, displaced: null }
    : {
      outcome: judgedOutcome(change.outcome!),
      findings: [...change.findings.filter(({ bearing }) => bearing === "context"), ...change.opinion],
      displaced: { because: change.because!, findings: change.findings }
    }

/** Words have no shares: partly is half. */
const judgedOutcome = (name: OutcomeName): Outcome => {
  switch (name) {
    case "Met":
      return { _tag: "Met", credit: 1 }
    case "Partly":
      return { _tag: "Partly", credit: 0.5 }
    case "Breached":
      return { _tag: "Breached", credit: 0 }
    case "NotApplicable":
      return { _tag: "NotApplicable", because: because.noTrigger }
    case "Unscored":
      return { _tag: "Unscored", because: because.wordsCannotTell }
  }
}

async function write(client: PoolClient, run: Run, changes: ReadonlyArray<Change>): Promise<void> {
  const settled = changes.map((change) => {
    const { displaced, findings, outcome } = after(change)
    const { agent_id, rule_id, transcript_id } = change
    return {
      transcript_id, agent_id, rule_id, displaced, findings,
      outcome: outcome._tag, credit: "credit" in outcome ? outcome.credit : null, because: "because" in outcome ? outcome.because : null
    }
  })
  const json = storableJson(settled)
  const rows = `jsonb_to_recordset($2::jsonb) as x (transcript_id bigint, agent_id integer, rule_id integer, outcome outcome, credit real, because text,
    displaced jsonb, findings jsonb)`
  const key = (table: string) => `(${table}.transcript_id, ${table}.rubric_id, ${table}.agent_id, ${table}.rule_id) = (x.transcript_id, $1::integer, x.agent_id, x.rule_id)`
  await client.query(
    `update scores s set outcome = x.outcome, credit = x.credit, because = x.because,
      decided_by = case when x.displaced is null then 'rule'::decider else 'judge' end from ${rows} where ${key("s")}`,
    [run.rubricId, json]
  )
  await client.query(
    `update opinions o set counts = x.displaced is not null, displaced = x.displaced from ${rows} where ${key("o")}`,
    [run.rubricId, json]
  )
  await client.query(`delete from findings f using ${rows} where ${key("f")}`, [run.rubricId, json])
  await client.query(
    `insert into findings (transcript_id, rubric_id, agent_id, rule_id, position, bearing, turn, span_start, span_end, quote, window_from, window_to, nearest, expected, note)
    select x.transcript_id, $1, x.agent_id, x.rule_id, f.position - 1, (f.value ->> 'bearing')::bearing, (f.value ->> 'turn')::integer,
      (f.value ->> 'start')::integer, (f.value ->> 'end')::integer, f.value ->> 'quote', (f.value -> 'window' ->> 'from')::integer,
      (f.value -> 'window' ->> 'to')::integer, nullif(f.value -> 'nearest', 'null'), f.value ->> 'expected', f.value ->> 'note'
    from ${rows} cross join lateral jsonb_array_elements(x.findings) with ordinality as f (value, position)`,
    [run.rubricId, json]
  )
}

/** Adds up the transcripts anew, as the run that did it. */
async function addUp(client: PoolClient, run: Run, page: ReadonlyArray<Key>): Promise<void> {
  const { rows } = await client.query<Key & { readonly scores: ReadonlyArray<readonly [rule: string, outcome: Outcome["_tag"], credit: number | null]> }>(
    `select s.transcript_id, s.agent_id, jsonb_agg(jsonb_build_array(u.name, s.outcome, s.credit)) as scores from scores s join rules u on u.id = s.rule_id
    where s.rubric_id = $1 and (s.transcript_id, s.agent_id) in (select * from unnest($2::bigint[], $3::integer[])) group by s.transcript_id, s.agent_id`,
    [run.rubricId, page.map((key) => key.transcript_id), page.map((key) => key.agent_id)]
  )
  const rules = new Map<string, RubricRule>(run.rubric.rules.map((rule) => [rule.id, rule]))
  const tallies = rows.map(({ agent_id, scores, transcript_id }) => {
    const sum = tally(run.rubric, rules, null, scores.map(([rule, _tag, credit]): Score => ({
      rule, agent: null, outcome: (credit === null ? { _tag, because: "" } : { _tag, credit }) as Outcome, findings: [], decidedBy: "rule"
    })))
    return { transcript_id, agent_id, points: sum.points, passed: sum.passed, band: sum.band, critical_breach: sum.criticalBreach, sections: sum.sections }
  })
  await client.query(
    `update tallies y set points = x.points, passed = x.passed, band = x.band, critical_breach = x.critical_breach, sections = x.sections, run_id = $2
    from jsonb_to_recordset($3::jsonb) as x (transcript_id bigint, agent_id integer, points real, passed boolean, band text, critical_breach boolean, sections jsonb)
    where (y.transcript_id, y.rubric_id, y.agent_id) = (x.transcript_id, $1::integer, x.agent_id)`,
    [run.rubricId, run.id, storableJson(tallies)]
  )
}
