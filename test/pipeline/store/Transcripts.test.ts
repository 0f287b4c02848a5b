import { sql } from "kysely"
import pg from "pg"
import { beforeEach, describe, expect, test } from "vitest"
import { AmbiguousTranscript, readTranscript } from "../../../pipeline/store/ReadTranscript.ts"
import { beginRun, finishRun } from "../../../pipeline/store/Runs.ts"
import type { Run } from "../../../pipeline/store/Run.ts"
import { type Incoming, known, write } from "../../../pipeline/store/Transcripts.ts"
import type { Rubric } from "../../../schemas/Rubric.ts"
import { freshDatabase } from "../../support/database.ts"
import { breached, inapplicable, judged, met, noCounts, rubric, transcript } from "./judgedSample.ts"

const database = freshDatabase()

const during = async <A>(work: (run: Run) => Promise<A>, under: Rubric = rubric): Promise<A> => {
  const run = await beginRun(database.pool, { command: "score", rubric: under })
  try {
    return await work(run)
  } finally {
    await finishRun(database.pool, run, noCounts)
  }
}

/** Everything a reader could see, without the keys of runs. */
const contents = async () => {
  const tables = ["transcripts", "superseded_transcripts", "scores", "findings", "tallies"]
  const rows: Record<string, ReadonlyArray<unknown>> = {}
  for (const table of tables) rows[table] = (await database.pool.query(`select * from ${table} order by 1, 2, 3, 4, 5`)).rows
  return rows
}

/** Rows of the bulk tables whose keys lead nowhere. They have no foreign keys, so somebody has to look. */
const strays = async () => {
  const { rows } = await database.pool.query<{ stray: string }>(`
    select 'score without transcript' as stray from scores s where not exists (select from transcripts where id = s.transcript_id)
    union all select 'score without tally' from scores s where not exists
      (select from tallies y where (y.transcript_id, y.rubric_id, y.agent_id) = (s.transcript_id, s.rubric_id, s.agent_id))
    union all select 'score without rule' from scores s where not exists
      (select from rubric_rules q where (q.rubric_id, q.rule_id) = (s.rubric_id, s.rule_id))
    union all select 'finding without score' from findings f where not exists
      (select from scores s where (s.transcript_id, s.rubric_id, s.agent_id, s.rule_id) = (f.transcript_id, f.rubric_id, f.agent_id, f.rule_id))
    union all select 'tally without transcript' from tallies y where not exists (select from transcripts where id = y.transcript_id)
    union all select 'tally without agent' from tallies y where not exists (select from agents where id = y.agent_id)
    union all select 'tally without rubric' from tallies y where not exists (select from rubrics where id = y.rubric_id)
    union all select 'tally without run' from tallies y where not exists (select from runs where id = y.run_id)
    union all select 'transcript without tally' from transcripts t where not exists (select from tallies where transcript_id = t.id)
    union all select 'transcript without run' from transcripts t where not exists (select from runs where id = t.run_id)`)
  return rows.map(({ stray }) => stray)
}

const nothing = { new: 0, changed: 0, rescored: 0, unchanged: 0, duplicates: [], refused: [] }

beforeEach(async () => {
  await sql`truncate transcripts, superseded_transcripts, scores, findings, tallies, scorecards, scorecard_rules, runs, set_asides, inputs restart identity cascade`
    .execute(database.kysely)
})

describe("a batch of transcripts", () => {
  test("is stored whole and read back as it was", async () => {
    const nasty = "\\N \\. a\tb\nc\r\n\\\\ 'quote\" $1 {} 😀 \u0001\u2028 <script>"
    const batch = [
      judged(transcript()),
      judged(transcript({
        id: "c-2", csat: 4.5, customer: nasty, caseId: "case", startedAt: null, timingProblem: nasty, agents: [{ id: nasty, name: null }, { id: "A1", name: "小王" }],
        turns: [{ role: "agent", text: nasty, startMs: 0.5, endMs: 1e12, agent: nasty, confidence: 0.9 }]
      }), [breached, breached, { _tag: "NotApplicable", because: nasty }], 0),
      judged(transcript({ id: "c-3", agents: [] }), [inapplicable, inapplicable, inapplicable], null)
    ]
    expect(await during((run) => write(database.pool, run, batch))).toEqual({ ...nothing, new: 3 })
    for (const { scores, tallies, transcript } of batch) {
      const stored = await readTranscript(database.kysely, transcript.id)
      expect(stored).toMatchObject({ transcript, revision: 1, rubric })
      const byAgent = <A extends { agent: string | null }>(all: ReadonlyArray<A>) => all.toSorted((a, b) => String(a.agent) < String(b.agent) ? -1 : a.agent === b.agent ? 0 : 1)
      expect(byAgent(stored!.scores)).toEqual(byAgent(scores))
      expect(byAgent(stored!.tallies)).toEqual(byAgent(tallies))
    }
    expect(await strays()).toEqual([])
  })

  test("holds what Postgres cannot as U+FFFD, at the same place", async () => {
    await during((run) => write(database.pool, run, [judged(transcript({
      id: "nul\0", customer: "\uD800", turns: [{ role: "agent", text: "a\0b\uDC00c 😀", startMs: null, endMs: null, agent: "A1", confidence: null }]
    }))]))
    const stored = await readTranscript(database.kysely, "nul\uFFFD")
    expect(stored?.transcript).toMatchObject({ customer: "\uFFFD", turns: [{ text: "a\uFFFDb\uFFFDc 😀" }] })
    expect(await during((run) => known(database.pool, run, [judged(transcript({
      id: "nul\0", customer: "\uD800", turns: [{ role: "agent", text: "a\0b\uDC00c 😀", startMs: null, endMs: null, agent: "A1", confidence: null }]
    }))]))).toEqual([{ _tag: "unchanged" }])
  })

  test("changes nothing the second time, whether asked before judging or after", async () => {
    const batch = [judged(transcript()), judged(transcript({ id: "c-2" }))]
    await during((run) => write(database.pool, run, batch))
    const before = await contents()
    await during(async (run) => {
      expect(await known(database.pool, run, batch)).toEqual([{ _tag: "unchanged" }, { _tag: "unchanged" }])
      expect(await write(database.pool, run, batch)).toEqual({ ...nothing, unchanged: 2 })
    })
    expect(await contents()).toEqual(before)
  })

  test("is the same content wherever it was read", async () => {
    await during((run) => write(database.pool, run, [judged(transcript())]))
    const elsewhere = judged(transcript({ origin: { file: "copy.csv", line: 99 } }))
    expect(await during((run) => known(database.pool, run, [elsewhere]))).toEqual([{ _tag: "unchanged" }])
  })

  test("with an id no index can hold is refused, the rest is stored", async () => {
    const long = transcript({ id: "长".repeat(401) })
    const agent = transcript({ id: "c-2", agents: [{ id: "A".repeat(5000), name: null }] })
    await during(async (run) => {
      expect(await known(database.pool, run, [judged(long)])).toEqual([{ _tag: "refused", reason: expect.stringContaining("401 characters") }])
      expect(await write(database.pool, run, [judged(long), judged(transcript({ id: "长".repeat(400), source: "来".repeat(200) })), judged(agent)])).toEqual({
        ...nothing,
        new: 1,
        refused: [{ transcript: agent, reason: expect.stringContaining("5000") }, { transcript: long, reason: expect.stringContaining("at most 400") }]
      })
    })
  })
})

describe("a changed transcript", () => {
  const first = judged(transcript({ agents: [{ id: "A1", name: "小王" }] }), [breached, breached, met], 40)
  const second = judged(transcript({ agents: [{ id: "A2", name: null }], startedAt: null }), [met, met, met], 100)

  test("replaces its scores and keeps the earlier ones", async () => {
    await during((run) => write(database.pool, run, [first]))
    await during((run) => write(database.pool, run, [judged(transcript())]), { ...rubric, fingerprint: "sample-2" })
    const run = await during(async (run) => {
      expect(await known(database.pool, run, [second])).toEqual([{ _tag: "changed", id: expect.any(String), revision: 1 }])
      expect(await write(database.pool, run, [second])).toEqual({ ...nothing, changed: 1 })
      return run.id
    })
    const stored = await readTranscript(database.kysely, "c-1")
    expect(stored).toMatchObject({ transcript: second.transcript, revision: 2, scores: second.scores, tallies: second.tallies })
    expect(await readTranscript(database.kysely, "c-1", { rubric: "sample-2" })).toMatchObject({ scores: [], tallies: [], rubric: null })
    const [earlier, ...more] = await database.kysely.selectFrom("superseded_transcripts").selectAll().execute()
    expect(more).toEqual([])
    expect(earlier).toMatchObject({
      revision: 1, digest: first.digest, superseded_by: String(run), turns: first.transcript.turns, started_at: new Date(first.transcript.startedAt!),
      details: { source: "desk", external_id: "c-1", channel: "chat", agents: [{ id: "A1", name: "小王" }], origin_file: "chats.csv" }
    })
    expect(earlier!.tallies).toEqual([
      { rubric: "sample-1", ...first.tallies[0]! },
      { rubric: "sample-2", ...judged(transcript()).tallies[0]! }
    ])
    expect(earlier!.scores.filter(({ rubric }) => rubric === "sample-1").map(({ agent, decidedBy, findings, rule }) => ({ agent, decidedBy, findings, rule })))
      .toEqual(first.scores.map(({ agent, decidedBy, findings, rule }) => ({ agent, decidedBy, findings, rule })))
    expect(await strays()).toEqual([])
  })

  test("goes on counting revisions", async () => {
    for (const [index, text] of ["一", "二", "三"].entries()) {
      await during((run) => write(database.pool, run, [judged(transcript({ contactReason: text }))]))
      expect(await readTranscript(database.kysely, "c-1")).toMatchObject({ revision: index + 1, transcript: { contactReason: text } })
    }
    const { rows } = await database.pool.query("select revision from superseded_transcripts order by 1")
    expect(rows).toEqual([{ revision: 1 }, { revision: 2 }])
  })
})

test("a new rubric adds scores beside the old ones", async () => {
  const batch = [judged(transcript())]
  const newer = { ...rubric, fingerprint: "sample-2" }
  await during((run) => write(database.pool, run, batch))
  const before = await contents()
  await during(async (run) => {
    expect(await known(database.pool, run, batch)).toEqual([{ _tag: "rescore", id: expect.any(String) }])
    expect(await write(database.pool, run, [judged(transcript(), [met, met, met], 100)])).toEqual({ ...nothing, rescored: 1 })
  }, newer)
  const after = await contents()
  expect(after["transcripts"]).toEqual(before["transcripts"])
  expect(after["scores"]).toEqual(expect.arrayContaining([...before["scores"]!]))
  expect(after["scores"]).toHaveLength(6)
  expect(await readTranscript(database.kysely, "c-1")).toMatchObject({ tallies: [{ points: 100 }], rubric: { fingerprint: "sample-2" } })
  expect(await readTranscript(database.kysely, "c-1", { rubric: "sample-1" })).toMatchObject({ tallies: [{ points: 75 }] })
  // Going back to the old rubric finds its scores in place.
  expect(await during((run) => known(database.pool, run, batch))).toEqual([{ _tag: "unchanged" }])
})

test("a transcript without an agent is scored once", async () => {
  const silent: Incoming = { ...judged(transcript({ agents: [] })), scores: [], tallies: [] }
  await during((run) => write(database.pool, run, [silent]))
  expect(await during((run) => known(database.pool, run, [silent]))).toEqual([{ _tag: "unchanged" }])
})

describe("an id that comes twice in one run", () => {
  const a = judged(transcript({ origin: { file: "a.csv", line: 7 } }))
  const b = judged(transcript({ contactReason: "other", origin: { file: "b.csv", line: 9 } }))
  const duplicate = { transcript: b.transcript, first: a.transcript.origin }

  test("keeps the first content and reports the second, within a batch and across", async () => {
    await during(async (run) => {
      expect(await known(database.pool, run, [a, b, a])).toEqual([{ _tag: "new" }, { _tag: "duplicate", first: a.transcript.origin }, { _tag: "unchanged" }])
      expect(await write(database.pool, run, [a, b, a])).toEqual({ ...nothing, new: 1, unchanged: 1, duplicates: [duplicate] })
      expect(await known(database.pool, run, [b])).toEqual([{ _tag: "duplicate", first: a.transcript.origin }])
      expect(await write(database.pool, run, [b])).toEqual({ ...nothing, duplicates: [duplicate] })
    })
    expect(await readTranscript(database.kysely, "c-1")).toMatchObject({ revision: 1, transcript: a.transcript })
  })

  test("is no change in later runs of the same inputs either", async () => {
    await during((run) => write(database.pool, run, [a]))
    await during(async (run) => {
      expect(await known(database.pool, run, [a])).toEqual([{ _tag: "unchanged" }])
      expect(await known(database.pool, run, [b])).toEqual([{ _tag: "duplicate", first: a.transcript.origin }])
      expect(await write(database.pool, run, [b])).toEqual({ ...nothing, duplicates: [duplicate] })
    })
    expect(await during((run) => known(database.pool, run, [b]))).toMatchObject([{ _tag: "changed" }])
  })
})

test("transcripts of several sources may share an id; reading asks which", async () => {
  await during((run) => write(database.pool, run, [judged(transcript({ source: "x" })), judged(transcript({ source: "y" }))]))
  await expect(readTranscript(database.kysely, "c-1")).rejects.toThrow(AmbiguousTranscript)
  expect(await readTranscript(database.kysely, "c-1", { source: "y" })).toMatchObject({ transcript: { source: "y" } })
  expect(await readTranscript(database.kysely, "c-9")).toBeNull()
})

describe("trouble on the way", () => {
  const many = Array.from({ length: 300 }, (_, n) => judged(transcript({ id: `c-${n}` })))

  test("a connection that dies in the middle leaves nothing half-written, and the batch can be written again", async () => {
    await during(async (run) => {
      const blocker = new pg.Client({ connectionString: database.url })
      await blocker.connect()
      // Transcripts and tallies have been copied by the time the writer waits for this.
      await blocker.query("begin; lock table scores in exclusive mode")
      const writing = write(database.pool, run, many)
      const failed = expect(writing).rejects.toThrow(/terminat/)
      let stopped = 0
      while (stopped === 0) {
        const { rows } = await database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like 'copy scores%' and datname = current_database()")
        stopped = rows.length
      }
      await failed
      await blocker.query("rollback")
      await blocker.end()
      expect(Object.values(await contents()).flat()).toEqual([])
      expect(await write(database.pool, run, many)).toEqual({ ...nothing, new: 300 })
    })
    expect(await strays()).toEqual([])
  })

  test("two writers of the same transcripts store each once", async () => {
    const written = await during((one) =>
      during(async (other) => await Promise.all([write(database.pool, one, many), write(database.pool, other, many.toReversed())]))
    )
    expect(written.reduce((sum, { new: fresh }) => sum + fresh, 0)).toBe(300)
    expect(written.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(300)
    expect((await contents())["scores"]).toHaveLength(900)
    expect(await strays()).toEqual([])
  })

  test("two writers of the same changes and new rubrics store each once", async () => {
    await during((run) => write(database.pool, run, many))
    const changed = many.map((item, n) => n % 2 === 0 ? item : judged({ ...item.transcript, contactReason: "other" }))
    const newer = { ...rubric, fingerprint: "sample-2" }
    const written = await during((one) => during(async (other) => await Promise.all([write(database.pool, one, changed), write(database.pool, other, changed.toReversed())]), newer), newer)
    expect(written.reduce((sum, item) => sum + item.changed, 0)).toBe(150)
    expect(written.reduce((sum, item) => sum + item.rescored, 0)).toBe(150)
    const { rows } = await database.pool.query("select count(*)::int as n, max(revision) as revision from superseded_transcripts")
    expect(rows).toEqual([{ n: 150, revision: 1 }])
    expect(await strays()).toEqual([])
  })
})
