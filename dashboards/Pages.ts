import { NodeHttpServer } from "@effect/platform-node"
import { Effect } from "effect"
import { createServer } from "node:http"
import { Archive } from "./Archive.ts"
import { bracketed, guarded, knownTo } from "./Guard.ts"
import { refusal, routes } from "./Routes.ts"

/** `host` is the address to listen on; `timeZone` (IANA) is the one instants are shown in. */
export interface PagesOptions {
  readonly port: number
  readonly host?: string
  readonly timeZone: string
}

/**
 * Serves the pages until its scope closes: on the loopback address unless `host` says otherwise, on a free port for 0. Yields
 * the address to open. Fails with `ServeError` when it cannot listen there. Needs the `Archive`; changes nothing in it.
 */
export const serve = Effect.fn("Pages.serve")(function*({ port, host = "127.0.0.1", timeZone }: PagesOptions) {
  const archive = yield* Archive
  const app = Effect.provideService(routes(timeZone), Archive, archive)
  const server = yield* NodeHttpServer.make(() => createServer(), { port, host })
  yield* server.serve(guarded(knownTo(host), (refused) => refusal(timeZone, refused), app))
  return { url: `http://${bracketed(host)}:${server.address._tag === "TcpAddress" ? server.address.port : port}/` }
})
