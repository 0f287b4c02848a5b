import { type Kysely, sql } from "kysely"
import { comments } from "./0002_comments.ts"

/** What is said over several transcripts: cases, the feedback that was due on them, and promises. Written anew by the run that touches a case. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [object, text] of comments) await sql`comment on ${sql.raw(object)} is ${sql.lit(text)}`.execute(db)
}

const statements = [
  `create type promise_status as enum ('kept', 'broken', 'overdue', 'open', 'unclear')`,
  `alter table runs add column cased boolean not null default false`,
  `create index transcripts_customer on transcripts using hash (customer) where customer is not null`,
  `create table cases (
    id bigint generated always as identity primary key,
    rubric_id integer not null references rubrics,
    key text not null,
    name text not null,
    customer text,
    time_zone text not null,
    complaints jsonb not null,
    opened_at timestamptz,
    closed_at timestamptz,
    owner_id integer references agents,
    first_contact_at timestamptz not null,
    last_contact_at timestamptz not null,
    last_feedback_at timestamptz,
    longest_gap_hours real,
    silent_days integer not null,
    abandoned_from date,
    abandoned_until date,
    abandoned_days integer,
    known_until timestamptz not null,
    run_id bigint not null references runs,
    unique (rubric_id, key),
    check ((abandoned_days is null) = (abandoned_from is null) and (abandoned_days is null) = (abandoned_until is null)),
    check (closed_at is null or opened_at is not null)
  )`,
  `create index cases_customer on cases (customer) where customer is not null`,
  `create table case_transcripts (
    case_id bigint not null references cases on delete cascade,
    transcript_id bigint not null,
    primary key (case_id, transcript_id)
  )`,
  `create table feedback_due (
    case_id bigint not null references cases on delete cascade,
    position integer not null,
    rule_id integer not null references rules,
    day date not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    agent_id integer references agents,
    met boolean not null,
    transcript_id bigint,
    turn integer,
    primary key (case_id, position),
    check (met or transcript_id is null)
  )`,
  `create table promises (
    case_id bigint not null references cases on delete cascade,
    position integer not null,
    rule_id integer not null references rules,
    transcript_id bigint not null,
    turn integer not null,
    span_start integer not null,
    span_end integer not null,
    quote text not null,
    agent_id integer references agents,
    what text not null,
    made_at timestamptz,
    due_at timestamptz,
    due_day date,
    status promise_status not null,
    because text,
    by_transcript_id bigint,
    by_turn integer,
    by_at timestamptz,
    chased_transcript_id bigint,
    chased_turn integer,
    chased_quote text,
    primary key (case_id, position),
    check ((status = 'unclear') = (because is not null)),
    check ((due_at is null) = (due_day is null))
  )`,
  `create view open_cases as
    select c.name as "case", c.customer, a.external_id as owner, a.name as owner_name, c.opened_at, c.last_contact_at, c.last_feedback_at,
      c.silent_days, (select count(*) from feedback_due d where d.case_id = c.id and not d.met) as missed_days,
      c.abandoned_from, c.abandoned_until, c.abandoned_days, c.longest_gap_hours, c.time_zone, c.known_until, r.fingerprint as rubric
    from cases c join rubrics r on r.id = c.rubric_id left join agents a on a.id = c.owner_id
    where c.opened_at is not null and c.closed_at is null`,
  `create view promises_due as
    select c.name as "case", c.customer, a.external_id as agent, a.name as agent_name, p.what, p.quote, p.made_at, p.due_at, p.status,
      t.source, t.external_id as transcript, p.turn, c.time_zone, c.known_until, r.fingerprint as rubric
    from promises p join cases c on c.id = p.case_id join rubrics r on r.id = c.rubric_id join transcripts t on t.id = p.transcript_id
      left join agents a on a.id = p.agent_id
    where p.status in ('open', 'overdue')`,
  `create view case_outcomes as
    select c.name as "case", c.customer, a.external_id as agent, a.name as agent_name, u.name as rule, d.day,
      (case when d.met then 'Met' else 'Breached' end)::outcome as outcome, t.source, t.external_id as transcript, d.turn,
      null as quote, r.fingerprint as rubric
    from feedback_due d join cases c on c.id = d.case_id join rubrics r on r.id = c.rubric_id join rules u on u.id = d.rule_id
      left join agents a on a.id = d.agent_id left join transcripts t on t.id = d.transcript_id
    union all
    select c.name, c.customer, a.external_id, a.name, u.name, p.due_day, (case p.status when 'kept' then 'Met' else 'Breached' end)::outcome,
      t.source, t.external_id, p.turn, p.quote, r.fingerprint
    from promises p join cases c on c.id = p.case_id join rubrics r on r.id = c.rubric_id join rules u on u.id = p.rule_id
      join transcripts t on t.id = p.transcript_id left join agents a on a.id = p.agent_id
    where p.status in ('kept', 'broken')`,
  `create view agent_case_rules as
    select o.agent, o.agent_name, p.period, nullif(p.period_start, '-infinity') as period_start, o.rule, count(*) as applicable,
      count(*) filter (where o.outcome = 'Met') as met, count(*) filter (where o.outcome = 'Breached') as breached, o.rubric
    from case_outcomes o cross join lateral (values ('week'::period, date_trunc('week', o.day::timestamp)::date),
      ('month', date_trunc('month', o.day::timestamp)::date), ('all', '-infinity')) as p (period, period_start)
    group by o.agent, o.agent_name, p.period, p.period_start, o.rule, o.rubric`
]
