import { expect, test } from "vitest"
import { noCounts } from "../../pipeline/Scoring.ts"
import { beginRun, finishRun } from "../../pipeline/store/Runs.ts"
import { storeSink } from "../../pipeline/StoreSink.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { freshDatabase } from "../support/database.ts"
import { judged, rubric, transcript } from "./store/judgedSample.ts"

const database = freshDatabase()

const first = transcript()
const second = transcript({ turns: first.turns.slice(0, 1), origin: { file: "chats.csv", line: 40 } })

/** Keeps one batch while the next is asked about, as a run does. */
const keptTogether = async (one: Transcript, other: Transcript) => {
  const counts = noCounts()
  const run = await beginRun(database.pool, { command: "score", rubric })
  const sink = storeSink(database.pool, run)
  const keeping = sink.keep([judged(one)], [], counts, 1)
  const [pending] = await Promise.all([sink.pending([other]), keeping])
  await sink.keep(pending.map((due) => judged(due)), [], counts, 1)
  await finishRun(database.pool, run, counts)
  return counts
}

test("what comes again while it is being kept is set aside where it differs, whatever stood there before", async () => {
  expect(await keptTogether(first, first)).toMatchObject({ new: 1, unchanged: 1, setAside: 0 })
  // The database still holds `first` when it is asked.
  expect(await keptTogether(second, first)).toMatchObject({ changed: 1, unchanged: 0, setAside: 1 })
  const { rows } = await database.pool.query("select (select count(*)::int from transcripts) as transcripts, (select revision from transcripts) as revision, line::int as line from set_asides")
  expect(rows).toEqual([{ transcripts: 1, revision: 2, line: 2 }])
})
