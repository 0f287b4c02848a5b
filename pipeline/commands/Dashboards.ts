import { Command, HelpDoc, Options } from "@effect/cli"
import { Console, Data, Effect, Option } from "effect"
import { Database } from "../Database.ts"
import { openStore } from "../OpenStore.ts"
import { timeZone } from "../Settings.ts"
import { print, styled } from "../Terminal.ts"

/** Nothing can listen there; `message` says why and what to do. */
export class CannotListen extends Data.TaggedError("CannotListen")<{ readonly message: string }> {}

const highestPort = 65_535

const port = Options.integer("port").pipe(
  Options.filterMap((number) => (number >= 0 && number <= highestPort ? Option.some(number) : Option.none()), `--port: a number from 0 (any free one) to ${highestPort}`),
  Options.withDescription("Port to listen on; 0 takes a free one"),
  Options.withDefault(4870)
)

const host = Options.text("host").pipe(
  Options.withPseudoName("address"),
  Options.withDescription("Address to listen on; anything but this machine's own lets others read the transcripts"),
  Options.withDefault("127.0.0.1")
)

/** The pages, until Ctrl-C. */
export const dashboards = Command.make("dashboards", { port, host }, Effect.fn("dashboards")(function*(args) {
  const zone = yield* timeZone
  const { kysely } = yield* Database
  const { Archive } = yield* Effect.promise(() => import("../../dashboards/Archive.ts"))
  const { serve } = yield* Effect.promise(() => import("../../dashboards/Pages.ts"))
  if (!isLoopback(args.host)) yield* Console.error(styled("yellow", warning(args.host)))
  yield* Effect.scoped(Effect.gen(function*() {
    const { url } = yield* serve({ port: args.port, host: args.host, timeZone: zone }).pipe(
      Effect.provideService(Archive, Archive.over(kysely)),
      Effect.mapError((error) => cannotListen(args, error))
    )
    yield* print(`The pages are at ${styled("bold", url)} — Ctrl-C ends them.`)
    yield* Effect.never
  }))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Serve the read-only pages (team, agent, transcript, rulebook) on this machine until Ctrl-C."),
    HelpDoc.p("  transcript-qa dashboards"),
    HelpDoc.p("  transcript-qa dashboards --port 8080")
  ]))
)

/** Does only this machine reach the address? */
export const isLoopback = (address: string): boolean => address === "localhost" || address === "::1" || /^127(\.\d{1,3}){3}$/.test(address)

const warning = (address: string) =>
  `Listening on ${address}: whoever reaches this machine can read every transcript, without a password. Transcripts are personal data.`

const cannotListen = (asked: { readonly host: string; readonly port: number }, error: { readonly cause: unknown }): CannotListen => {
  const cause = error.cause instanceof Error ? error.cause : null
  const code = cause !== null && "code" in cause ? String(cause.code) : null
  const place = `${asked.host}:${asked.port}`
  if (code === "EADDRINUSE") return new CannotListen({ message: `Something else listens on ${place}. Stop it, or name another port: --port ${asked.port === highestPort ? 4870 : asked.port + 1}` })
  if (code === "EACCES") return new CannotListen({ message: `This user may not listen on ${place}. Take a port from 1024 up.` })
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return new CannotListen({ message: `This machine has no address ${asked.host}. Leave --host out to listen on 127.0.0.1.` })
  return new CannotListen({ message: `The pages cannot be served on ${place}: ${cause?.message ?? String(error.cause)}` })
}
