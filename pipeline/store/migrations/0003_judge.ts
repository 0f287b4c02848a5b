import { type Kysely, sql } from "kysely"
import { comments } from "./0003_comments.ts"

/**
 * What a language model was asked and answered about outcomes that the rules leave open. Calls and answers are only ever added;
 * opinions are made of answers, and can be made of them again without a call.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [object, text] of comments) await sql`comment on ${sql.raw(object)} is ${sql.lit(text)}`.execute(db)
}

const statements = [
  `create type call_state as enum ('answered', 'unreadable', 'refused', 'truncated', 'filtered', 'rejected', 'unreachable')`,
  `create type judge_label as enum ('met', 'partly', 'not_met', 'not_applicable', 'cannot_tell')`,
  `create type opinion_state as enum ('pending', 'given', 'review', 'failed')`,
  // The wording of Because.wordsCannotTell: such scores are few, and looked for in every run that asks the judge.
  `create index scores_undecided on scores (rubric_id, rule_id, transcript_id, agent_id)
    where outcome = 'Unscored' and because = 'the words alone do not tell'`,
  `alter table superseded_transcripts add column opinions jsonb not null default '[]'`,
  // The request is json, which is kept as it was sent.
  `create table judge_calls (
    id bigint generated always as identity primary key,
    run_id bigint not null references runs,
    mode text not null check (mode in ('live', 'batch')),
    request json not null,
    state call_state not null,
    response text,
    detail text,
    model text,
    prompt_tokens integer,
    completion_tokens integer,
    cached_tokens integer,
    created_at timestamptz not null default now(),
    check ((state in ('answered', 'unreadable')) = (response is not null)),
    check ((prompt_tokens is null) = (completion_tokens is null) and (prompt_tokens is null) = (cached_tokens is null))
  )`,
  `create index judge_calls_run on judge_calls (run_id)`,
  `create table judge_answers (
    key text primary key,
    call_id bigint not null references judge_calls,
    rule_id integer not null references rules,
    question_version text not null,
    reversed boolean not null,
    state call_state not null check (state <> 'unreachable'),
    fault text,
    label judge_label,
    evidence jsonb,
    note text,
    check ((state = 'answered') = (label is not null) and (state = 'answered') = (evidence is not null)),
    check ((state = 'unreadable') = (fault is not null))
  )`,
  `create table judge_inquiries (
    key text primary key,
    custom_id text not null,
    rule_id integer not null references rules,
    question_version text not null,
    reversed boolean not null,
    canary text not null
  )`,
  `create index judge_inquiries_request on judge_inquiries (custom_id)`,
  `create table opinions (
    transcript_id bigint not null,
    rubric_id integer not null references rubrics,
    agent_id integer not null references agents,
    rule_id integer not null references rules,
    state opinion_state not null default 'pending',
    outcome outcome,
    findings jsonb not null default '[]',
    note text,
    because text,
    question_version text not null,
    model text not null,
    counts boolean not null default false,
    displaced jsonb,
    run_id bigint not null references runs,
    updated_at timestamptz not null default now(),
    primary key (transcript_id, rubric_id, agent_id, rule_id),
    check ((state = 'given') = (outcome is not null)),
    check ((state in ('review', 'failed')) <= (because is not null)),
    check (counts = (displaced is not null))
  )`,
  `create index opinions_pending on opinions (rubric_id, transcript_id) where state = 'pending'`,
  `create index opinions_given on opinions (rubric_id, rule_id, transcript_id) where state = 'given' or counts`,
  `create table calibrations (
    id bigint generated always as identity primary key,
    rule_id integer not null references rules,
    question_version text not null,
    model text not null,
    n integer not null,
    kappa double precision,
    kappa_low double precision,
    kappa_high double precision,
    human_kappa double precision,
    stability double precision,
    trusted boolean not null,
    because text not null,
    computed_at timestamptz not null default now()
  )`,
  `create index calibrations_question on calibrations (rule_id, question_version, model, id)`,

  `create view judge_trust as
    select distinct on (c.rule_id, c.question_version, c.model) u.name as rule, c.question_version, c.model, c.trusted, c.because, c.n,
      c.kappa, c.kappa_low, c.kappa_high, c.human_kappa, c.stability, c.computed_at
    from calibrations c join rules u on u.id = c.rule_id
    order by c.rule_id, c.question_version, c.model, c.id desc`,
  `create view transcript_opinions as
    select t.source, t.external_id as transcript, a.external_id as agent, a.name as agent_name, t.started_at, u.name as rule,
      o.state, o.outcome, o.counts, o.findings, o.note, o.because, o.question_version, o.model, r.fingerprint as rubric, o.updated_at
    from opinions o join transcripts t on t.id = o.transcript_id join agents a on a.id = o.agent_id join rules u on u.id = o.rule_id
      join rubrics r on r.id = o.rubric_id`,
  `create view open_reviews as
    select t.source, t.external_id as transcript, a.external_id as agent, a.name as agent_name, t.started_at, u.name as rule, q.title,
      o.because, o.findings, o.note, o.model, r.fingerprint as rubric, o.updated_at
    from opinions o join scores s using (transcript_id, rubric_id, agent_id, rule_id) join transcripts t on t.id = o.transcript_id
      join agents a on a.id = o.agent_id join rules u on u.id = o.rule_id join rubrics r on r.id = o.rubric_id
      join rubric_rules q on q.rubric_id = o.rubric_id and q.rule_id = o.rule_id
    where o.state = 'review' and s.decided_by <> 'person'`,
  `create view agent_opinions as
    select a.external_id as agent, a.name as agent_name, u.name as rule, q.title, count(*) as opinions,
      count(*) filter (where o.counts) as counting, count(*) filter (where o.state = 'given' and not o.counts) as advisory,
      count(*) filter (where o.state = 'review') as review, count(*) filter (where o.state = 'pending') as pending,
      count(*) filter (where o.state = 'failed') as failed, count(*) filter (where o.outcome = 'Met') as met,
      count(*) filter (where o.outcome = 'Partly') as partly, count(*) filter (where o.outcome = 'Breached') as breached,
      count(*) filter (where o.outcome = 'NotApplicable') as not_applicable, r.fingerprint as rubric
    from opinions o join agents a on a.id = o.agent_id join rules u on u.id = o.rule_id join rubrics r on r.id = o.rubric_id
      join rubric_rules q on q.rubric_id = o.rubric_id and q.rule_id = o.rule_id
    group by a.external_id, a.name, u.name, q.title, r.fingerprint`
]
