import { Effect, Exit, Logger, Scope } from "effect"
import { request } from "node:http"
import { afterAll, beforeAll } from "vitest"
import { Archive } from "../../dashboards/Archive.ts"
import { serve } from "../../dashboards/Pages.ts"
import { freshDatabase, type TestDatabase } from "../support/database.ts"
import { storeContent } from "./StoredContent.ts"

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  readonly body: string
}

export interface Served {
  readonly database: TestDatabase
  readonly url: string
  /** Asks as sent: no client in between that would mend the path or the Host header. */
  readonly ask: (path: string, options?: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> }) => Promise<Answer>
}

/** For the top of a test file: the pages over real HTTP on a database with the fixed content (`stored: false`: with none). */
export function served({ stored = true }: { readonly stored?: boolean } = {}): Served {
  const database = freshDatabase()
  const scope = Effect.runSync(Scope.make())
  let url = ""
  beforeAll(async () => {
    if (stored) await storeContent(database.kysely)
    const opened = serve({ port: 0, timeZone: "Asia/Shanghai" }).pipe(
      Effect.provideService(Archive, Archive.over(database.kysely)),
      Effect.provide(Logger.remove(Logger.defaultLogger)),
      Scope.extend(scope)
    )
    url = (await Effect.runPromise(opened)).url
  })
  afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))
  return {
    database,
    get url() {
      return url
    },
    ask: (path, { method = "GET", headers = {} } = {}) =>
      new Promise((resolve, reject) => {
        const sent = request({ host: "127.0.0.1", port: new URL(url).port, path, method, headers, agent: false }, (answer) => {
          const chunks: Array<Buffer> = []
          answer.on("data", (chunk: Buffer) => chunks.push(chunk))
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString("utf8") }))
        })
        sent.on("error", reject)
        sent.end()
      })
  }
}
