/**
 * A night of batches in a process of its own, to be killed. Starts when it gets a line of JSON {database, endpoint, kill}: submits six
 * requests, then collects until nothing runs any more. `kill`: `before` or `after` and the number of the change to the database, from
 * 1, at which the process ends itself as by `kill -9`; or null.
 */
import { once } from "node:events"
import { createInterface } from "node:readline"
import { Effect } from "effect"
import pg from "pg"
import { batchNight, batchRequests } from "./BatchNight.ts"

// Everything a night needs is loaded before it begins.
await import("openai")
const [line] = (await once(createInterface(process.stdin), "line")) as [string]
const { database, endpoint, kill } = JSON.parse(line) as { readonly database: string; readonly endpoint: string; readonly kill: string | null }
const [when, number] = (kill ?? "").split(" ")
let changes = 0

/** What makes a change last: the end of a transaction, or a statement outside of any. */
const isChange = (text: unknown): boolean => typeof text === "string" && /^(commit$|update judge_batches set (status = '(uploaded|submitted)'|tidied_at))/.test(text)

const die = () => process.kill(process.pid, "SIGKILL")

type Query = (...words: Array<unknown>) => unknown
const prototype = pg.Client.prototype as unknown as { query: Query }
const { query } = prototype
prototype.query = function(this: pg.Client, ...words: Array<unknown>): unknown {
  if (!isChange(words[0]) || ++changes !== Number(number)) return query.apply(this, words)
  if (when === "before") die()
  const callback = words.at(-1)
  if (typeof callback === "function") return query.apply(this, [...words.slice(0, -1), die])
  return (query.apply(this, words) as Promise<unknown>).then(die)
}

const pool = new pg.Pool({ connectionString: database })
const night = batchNight(pool, endpoint)
await Effect.runPromise(Effect.zipRight(night.submit(batchRequests(6)), Effect.repeat(night.collect, { until: ({ stillRunning }) => stillRunning === 0 })))
process.exit(0)
