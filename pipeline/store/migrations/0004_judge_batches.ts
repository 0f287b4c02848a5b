import { type Kysely, sql } from "kysely"
import { comments } from "./0004_comments.ts"

/** Requests to a language model that are answered within a day, many at a time, and where each of them is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [object, text] of comments) await sql`comment on ${sql.raw(object)} is ${sql.lit(text)}`.execute(db)
}

const statements = [
  `create type batch_status as enum ('planned', 'uploaded', 'submitted', 'completed', 'expired', 'cancelled', 'failed')`,
  `create type batch_request_state as enum ('open', 'collected', 'returned')`,
  `create table judge_batches (
    id bigint generated always as identity primary key,
    name text not null unique,
    endpoint text not null,
    model text not null,
    status batch_status not null default 'planned',
    requests integer not null,
    file_id text,
    batch_id text,
    output_file_id text,
    error_file_id text,
    problem text,
    planned_at timestamptz not null default now(),
    submitted_at timestamptz,
    ended_at timestamptz,
    collected_at timestamptz,
    tidied_at timestamptz,
    unique (endpoint, batch_id),
    check (status not in ('uploaded', 'submitted') or file_id is not null),
    check (status not in ('submitted', 'completed', 'expired', 'cancelled') or batch_id is not null),
    check ((ended_at is not null) = (status in ('completed', 'expired', 'cancelled', 'failed'))),
    check (collected_at is null or ended_at is not null),
    check (tidied_at is null or collected_at is not null)
  )`,
  `create index judge_batches_under_way on judge_batches (endpoint) where tidied_at is null`,
  // The request is json, which is kept byte for byte.
  `create table judge_batch_requests (
    batch_id bigint not null references judge_batches,
    line integer not null,
    custom_id text not null check (length(custom_id) between 1 and 64),
    state batch_request_state not null default 'open',
    request json,
    detail text,
    primary key (batch_id, line),
    check ((state = 'open') = (request is not null)),
    check ((state = 'returned') = (detail is not null))
  )`,
  `create unique index judge_batch_requests_open on judge_batch_requests (custom_id) where state = 'open'`
]
