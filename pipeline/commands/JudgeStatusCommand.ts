import { Command, HelpDoc } from "@effect/cli"
import { Effect } from "effect"
import { openStore } from "../OpenStore.ts"
import { ask } from "../Question.ts"
import { count } from "../reports/Figures.ts"
import { renderJudgeStatus } from "../reports/JudgeReports.ts"
import { timeZone } from "../Settings.ts"
import { readJudgeStatus, retryFailed } from "../store/JudgeStatus.ts"
import { print, printJson, standardLook } from "../Terminal.ts"
import { json } from "./Options.ts"

/** How it stands with the judge. */
export const judgeStatus = Command.make("status", { json }, Effect.fn("judge.status")(function*({ json: asJson }) {
  const status = yield* ask(readJudgeStatus)
  yield* asJson ? printJson(status) : print(renderJudgeStatus(status, yield* timeZone, standardLook()))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Show what the judge was asked and came to: opinions by state and rule, which rules it is trusted with and why, calls and tokens, batches not collected yet."),
    HelpDoc.p("given: both passes agree and the evidence holds. review: a person should look (view open_reviews). pending: asked, or to be asked by the next run. failed: no usable answer.")
  ]))
)

/** Has the next run ask again what came to nothing. */
export const judgeRetry = Command.make("retry", {}, Effect.fn("judge.retry")(function*() {
  const listed = yield* ask(retryFailed)
  yield* print(listed === 0 ? "No opinion has failed." : `${count(listed, "failed opinion")} will be asked for again by the next run with --judge.`)
})).pipe(
  Command.provide(openStore),
  Command.withDescription("Ask again, in the next run, what failed: answers that could not be read, were refused, cut off, filtered or rejected. By itself no run does, since the same question mostly gets the same answer.")
)
