/** One night with the judge as a process of its own, to be killed: database, endpoint, number of chats. */
import pg from "pg"
import { Kysely, PostgresDialect } from "kysely"
import { judgeNight, kind, settingsFor, undecided } from "./undecidedChats.ts"

const [database = "", endpoint = "", chats = "0"] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: database })
await judgeNight(
  { url: database, pool, kysely: new Kysely({ dialect: new PostgresDialect({ pool }) }) },
  { settings: settingsFor(endpoint), chats: Array.from({ length: Number(chats) }, (_, index) => undecided(kind(`chat-${index}`, `订单尾号${index}。`))) }
)
await pool.end()
