import { Command, HelpDoc } from "@effect/cli"
import { Config, Data, Effect } from "effect"
import pg from "pg"
import { Database } from "../Database.ts"
import { EmbeddedPostgresError } from "../postgres/EmbeddedPostgresError.ts"
import { ask } from "../Question.ts"
import { databaseFacts, type DatabaseFacts, size } from "../reports/DatabaseFacts.ts"
import { print, printJson } from "../Terminal.ts"
import { json } from "./Options.ts"

/** The server of `DATABASE_URL` is somebody else's to start and stop. */
export class NotOurServer extends Data.TaggedError("NotOurServer")<{ readonly verb: string }> {
  override get message(): string {
    return `DATABASE_URL names a server that is not ours to ${this.verb}; only the embedded one is. Unset DATABASE_URL to use that.`
  }
}

/** The configured address, `null` for the embedded server. */
const given = Config.string("DATABASE_URL").pipe(Config.withDefault(""), Config.map((url) => (url.trim() === "" ? null : url.trim())))

/** The embedded server, loaded only by who needs it. */
const embedded = <A>(use: (server: typeof import("../EmbeddedPostgres.ts")) => Promise<A>) =>
  Effect.tryPromise({
    try: async () => use(await import("../EmbeddedPostgres.ts")),
    catch: (error) =>
      error instanceof EmbeddedPostgresError ? error : new EmbeddedPostgresError({
        problem: `The embedded PostgreSQL cannot be used: ${error instanceof Error ? error.message : String(error)}`,
        cure: "Set DATABASE_URL to a PostgreSQL ≥ 15."
      })
  })

const factsAt = (url: string) => ask(databaseFacts).pipe(Effect.provide(Database.at(url)))

const url = Command.make("url", {}, Effect.fn("database.url")(function*() {
  yield* print((yield* given) ?? (yield* embedded(({ start }) => start())).url)
})).pipe(Command.withDescription(HelpDoc.blocks([
  HelpDoc.p("Print the full connect string, with its password, and nothing else; starts the embedded server if need be."),
  HelpDoc.p("  psql \"$(npx transcript-qa database url)\" -c 'table agent_scorecards'")
])))

const start = Command.make("start", { json }, Effect.fn("database.start")(function*(args) {
  if ((yield* given) !== null) return yield* new NotOurServer({ verb: "start" })
  const server = yield* embedded((postgres) => postgres.start())
  if (args.json) return yield* printJson({ started: server.started, server: withoutPassword(server.url) })
  yield* print(`The embedded PostgreSQL ${server.started ? "was started" : "runs already"}: ${withoutPassword(server.url)}`)
})).pipe(Command.withDescription("Start the embedded server; other commands do so by themselves."))

const stop = Command.make("stop", { json }, Effect.fn("database.stop")(function*(args) {
  if ((yield* given) !== null) return yield* new NotOurServer({ verb: "stop" })
  const stopped = yield* embedded((postgres) => postgres.stop())
  if (args.json) return yield* printJson({ stopped })
  yield* print(stopped ? "The embedded PostgreSQL was stopped; the next command that needs it starts it again." : "The embedded PostgreSQL was not running.")
})).pipe(Command.withDescription("Stop the embedded server in an orderly way; its data stay."))

/** Where the database is, and what is in it. Starts nothing. */
export const database = Command.make("database", { json }, Effect.fn("database")(function*(args) {
  const address = yield* given
  if (address !== null) {
    const facts = yield* factsAt(address)
    if (args.json) return yield* printJson({ kind: "DATABASE_URL", server: withoutPassword(address), ...facts })
    return yield* print(`The database of DATABASE_URL: ${withoutPassword(address)}\n${contents(facts)}`)
  }
  const { folder, pid, running, url: reached } = yield* embedded(({ status }) => status())
  const facts = reached === null ? null : yield* factsAt(reached)
  const server = reached === null ? null : withoutPassword(reached)
  if (args.json) return yield* printJson({ kind: "embedded", folder, running, pid, server, ...(facts ?? { version: null, bytes: null, transcripts: null }) })
  yield* print([
    "The embedded PostgreSQL (DATABASE_URL is not set)",
    `folder:  ${folder}`,
    ...(server === null || facts === null
      ? ["It is not running; the next command that needs it, or “database start”, starts it."]
      : [`server:  ${server} (process ${pid})`, contents(facts), "“database url” prints the connect string with its password."])
  ].join("\n"))
})).pipe(
  Command.withSubcommands([url, start, stop]),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Tell where the database is, whether it runs, and how large it is; print its connect string; start or stop the embedded server."),
    HelpDoc.p("  transcript-qa database"),
    HelpDoc.p("  psql \"$(npx transcript-qa database url)\"")
  ]))
)

const contents = ({ bytes, transcripts, version }: DatabaseFacts): string =>
  `version: PostgreSQL ${version}\nsize:    ${size(bytes)}, ${transcripts === null ? "nothing stored yet" : `${transcripts} transcripts`}`

/** Who, where and which, as the driver reads the address, whatever way the password is written in it. */
export const withoutPassword = (address: string): string => {
  const { database: name, host, port, user } = new pg.Client({ connectionString: address })
  const place = host.startsWith("/") ? `${encodeURIComponent(host)}` : `${host.includes(":") ? `[${host}]` : host}:${port}`
  return `postgres://${encodeURIComponent(user ?? "")}@${place}/${encodeURIComponent(name ?? "")}`
}
