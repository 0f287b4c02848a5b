import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { afterAll, expect, test } from "vitest"

const program = join(import.meta.dirname, "main.ts")
const children: Array<ChildProcess> = []
afterAll(() => {
  for (const child of children) child.kill("SIGKILL")
})

const started = (...words: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "pipe", "pipe"] })
  children.push(child)
  return child
}

const refusal = async (...words: ReadonlyArray<string>) => {
  const child = started(...words)
  const [[code], said] = await Promise.all([once(child, "exit"), text(child.stderr)])
  return { code, said }
}

test("says where it listens and what to set, and misbehaves with the share that was asked for", async () => {
  const child = started("--port", "0", "--judge", "liar", "--fault", "429:0.3", "--seed", "5")
  const [said] = (await once(child.stdout, "data")) as [Buffer]
  const [, url, model] = /OPENAI_BASE_URL=(http:\/\/127\.0\.0\.1:\d+\/v1) TRANSCRIPT_QA_JUDGE_MODEL=(\w+)/.exec(String(said)) ?? []
  expect(model).toBe("liar")
  const statuses = await Promise.all(Array.from({ length: 100 }, async () => {
    const response = await fetch(`${url}/chat/completions`, { method: "POST", body: JSON.stringify({ model, messages: [{ role: "user", content: "[]" }] }) })
    await response.text()
    return response.status
  }))
  const limited = statuses.filter((status) => status === 429).length
  expect(limited).toBeGreaterThan(15)
  expect(limited).toBeLessThan(45)
  expect(statuses.filter((status) => status === 200)).toHaveLength(100 - limited)
})

test("refuses what it does not know, and says what there is", async () => {
  const [fault, judge] = await Promise.all([refusal("--fault", "flood:0.1"), refusal("--judge", "wise")])
  expect(fault).toMatchObject({ code: 1, said: "fake-openai: “flood:0.1” is no fault with a share from 0 to 1, such as 429:0.1; see --help\n" })
  expect(judge).toMatchObject({ code: 1, said: "fake-openai: no judge is called “wise”; there are honest, gullible, liar and flaky\n" })
})
