import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterAll, expect, test } from "vitest"
import { startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { freshDatabase } from "../../support/database.ts"

const database = freshDatabase()
const chats = 20
const children = new Set<ChildProcess>()

afterAll(() => {
  for (const child of children) child.kill("SIGKILL")
})

const night = (endpoint: string) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "JudgeChild.ts"), database.url, endpoint, String(chats)], { stdio: ["ignore", "ignore", "inherit"] })
  children.add(child)
  return { child, ended: once(child, "exit").then(([code]) => code as number | null) }
}

const kept = async () => Number((await database.pool.query("select count(*) as count from judge_calls")).rows[0].count)

test("killed while it asks, the next run asks nothing that was answered and kept", { timeout: 120_000 }, async () => {
  const fake = await startFakeOpenAi({ delayMs: 15 })
  try {
    for (const enough of [3, 15]) {
      const { child, ended } = night(fake.url)
      let running = true
      void ended.then(() => (running = false))
      while (running && (await kept()) < enough) await setTimeout(5)
      child.kill("SIGKILL")
      expect(await ended).toBeNull()
    }
    const { rows } = await database.pool.query<{ id: string }>("select id from judge_calls")
    expect(rows.length).toBeLessThan(2 * chats)
    const before = fake.chats.length
    expect(await night(fake.url).ended).toBe(0)

    const texts = (await database.pool.query<{ text: string }>("select (request -> 'messages')::text as text from judge_calls")).rows.map(({ text }) => text)
    expect(texts).toHaveLength(2 * chats)
    expect(new Set(texts).size).toBe(2 * chats)
    expect(fake.chats.length - before).toBe(2 * chats - rows.length)
    expect((await database.pool.query("select state, count(*)::int as n from opinions group by 1")).rows).toEqual([{ state: "given", n: 2 * chats }])
    expect((await database.pool.query("select status from runs order by id")).rows).toEqual([{ status: "stopped" }, { status: "stopped" }, { status: "finished" }])
  } finally {
    await fake.close()
  }
})
