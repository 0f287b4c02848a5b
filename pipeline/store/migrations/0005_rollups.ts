import { type Kysely, sql } from "kysely"
import { comments } from "./0005_comments.ts"

/** What scorecards add up to in other ways than by rule: by quality and indicator, by segment, against what customers say, by reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [object, text] of comments) await sql`comment on ${sql.raw(object)} is ${sql.lit(text)}`.execute(db)
}

const agent = "a.external_id as agent, a.name as agent_name, k.period, nullif(k.period_start, '-infinity') as period_start"
const agentKeys = "a.external_id, a.name, k.period, nullif(k.period_start, '-infinity'), r.fingerprint"
const named = "join agents a on a.id = k.agent_id join rubrics r on r.id = k.rubric_id"

/** Rules of one `tag`, each transcript counted once; a bonus that was not earned speaks against nobody. */
const byTag = (tag: "indicator" | "quality", where: string) =>
  `select agent, agent_name, period, period_start, ${tag}, count(*) as transcripts, sum(applicable)::bigint as applicable, sum(met)::bigint as met,
      sum(partly)::bigint as partly, sum(breached)::bigint as breached, avg(share) as share, rubric
    from (
      select ${agent}, q.${tag}, r.fingerprint as rubric, count(*) as applicable, count(*) filter (where s.outcome = 'Met') as met,
        count(*) filter (where s.outcome = 'Partly') as partly, count(*) filter (where s.outcome = 'Breached') as breached,
        avg(s.credit::double precision) as share
      from card_transcripts k ${named}
        join scores s on s.transcript_id = k.transcript_id and s.rubric_id = k.rubric_id and s.agent_id = k.agent_id
        join rubric_rules q on q.rubric_id = s.rubric_id and q.rule_id = s.rule_id
        join transcripts t on t.id = k.transcript_id
      where s.credit is not null and q.${tag} is not null and not q.bonus ${where}
      group by ${agentKeys}, q.${tag}, k.transcript_id) x
    group by agent, agent_name, period, period_start, ${tag}, rubric`

const statements = [
  `alter table rubric_rules add column quality text check (quality in ('attitude', 'knowledge', 'skill')),
    add column indicator text check (indicator in ('reliability', 'responsiveness', 'empathy', 'assurance', 'tangibles'))`,
  // Rubrics that are stored already say it in their definition.
  `update rubric_rules q set quality = x.rule ->> 'quality', indicator = x.rule ->> 'indicator'
    from rubrics r cross join lateral jsonb_array_elements(case jsonb_typeof(r.definition -> 'rules') when 'array' then r.definition -> 'rules' else '[]' end) as x (rule)
      join rules u on u.name = x.rule ->> 'id'
    where q.rubric_id = r.id and q.rule_id = u.id`,
  `alter table transcripts add column reason text check (reason in ('enquiry', 'complaint', 'suggestion', 'request')),
    add column reason_from text check (reason_from in ('input', 'words')),
    add column phase text check (phase in ('pre-sale', 'in-sale', 'after-sale')),
    add column medium text check (medium in ('voice', 'text', 'video')),
    add column script text check (script in ('simplified', 'traditional')),
    add column agent_turns integer, add column customer_turns integer, add column bot_turns integer,
    add constraint transcripts_reason_from check ((reason is null) = (reason_from is null))`,
  `create index transcripts_csat on transcripts (source, csat) where csat is not null`,

  `create view card_transcripts as
    select c.agent_id, c.rubric_id, c.period, c.period_start, y.transcript_id, y.points::double precision as points
    from scorecards c join tallies y on y.agent_id = c.agent_id and y.rubric_id = c.rubric_id join transcripts t on t.id = y.transcript_id
    where c.period = 'all' or (t.started_at >= c.period_start::timestamp at time zone c.time_zone
      and t.started_at < (c.period_start::timestamp + case c.period when 'week' then interval '7 days' else interval '1 month' end) at time zone c.time_zone)`,
  `create view agent_indicators as ${byTag("indicator", "and (q.indicator <> 'tangibles' or t.channel <> 'voice')")}`,
  `create view agent_qualities as ${byTag("quality", "")}`,
  `create view agent_segments as
    select ${agent}, g.segment, g.value, count(*) as scored, avg(k.points) as points, stddev_samp(k.points) as spread, r.fingerprint as rubric
    from card_transcripts k ${named} join transcripts t on t.id = k.transcript_id
      cross join lateral (values ('channel', t.channel), ('language', lower(split_part(replace(t.language, '_', '-'), '-', 1))), ('script', t.script), ('queue', t.queue),
        ('customer', case when t.customer is null or t.started_at is null then null
          when exists (select from transcripts e where e.customer = t.customer and e.started_at < t.started_at) then 'returning' else 'new' end)) as g (segment, value)
    where k.points is not null and g.value <> ''
    group by ${agentKeys}, g.segment, g.value`,
  `create view agent_contacts as
    select ${agent}, g.kind, g.value, count(*) as transcripts, count(*) filter (where g.told) as told, r.fingerprint as rubric
    from card_transcripts k ${named} join transcripts t on t.id = k.transcript_id
      cross join lateral (values ('reason', coalesce(t.reason, 'unknown'), t.reason_from is not distinct from 'input'), ('phase', coalesce(t.phase, 'unknown'), t.phase is not null),
        ('medium', coalesce(t.medium, 'unknown'), t.medium is not null)) as g (kind, value, told)
    group by ${agentKeys}, g.kind, g.value`,
  `create view agent_turns as
    select ${agent}, count(*) as transcripts, coalesce(sum(t.agent_turns), 0)::bigint as agent_turns, coalesce(sum(t.customer_turns), 0)::bigint as customer_turns,
      coalesce(sum(t.bot_turns), 0)::bigint as bot_turns, count(*) filter (where t.bot_turns > 0) as bot_transcripts, r.fingerprint as rubric
    from card_transcripts k ${named} join transcripts t on t.id = k.transcript_id
    where t.agent_turns is not null
    group by ${agentKeys}`,
  `create view csat_scales as
    select source, case when max(csat) > 10 or min(csat) < 1 then 0 else 1 end as low, case when max(csat) <= 5 then 5 when max(csat) <= 10 then 10 else 100 end as high,
      count(*) as answers
    from transcripts where csat between 0 and 100 group by source`,
  `create view agent_expectations as
    select ${agent}, count(*) as answers, avg(x.csat) as csat, avg(k.points) as points, avg(x.csat - k.points) as gap, stddev_samp(x.csat - k.points) as gap_spread,
      string_agg(distinct z.low || '–' || z.high, ', ') as scales, r.fingerprint as rubric
    from card_transcripts k ${named} join transcripts t on t.id = k.transcript_id join csat_scales z on z.source = t.source
      cross join lateral (select 100 * (t.csat - z.low) / (z.high - z.low) as csat) x
    where k.points is not null and t.csat between 0 and 100
    group by ${agentKeys}`,
  `create view agent_consistency as
    select ${agent}, k.scored, k.points, k.points_spread as spread, w.weeks, w.lowest_week, w.highest_week, w.week_spread, r.fingerprint as rubric
    from scorecards k ${named} cross join lateral (
      select count(*) as weeks, min(w.points) as lowest_week, max(w.points) as highest_week, stddev_samp(w.points) as week_spread
      from scorecards w
      where w.agent_id = k.agent_id and w.rubric_id = k.rubric_id and w.period = 'week' and w.scored >= 5 and (k.period = 'all'
        or (w.period_start >= k.period_start and w.period_start < k.period_start::timestamp + case k.period when 'week' then interval '7 days' else interval '1 month' end))) w`
]
