import { Command } from "@effect/cli"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Effect } from "effect"
import { scoreTranscripts } from "../../pipeline/commands/Score.ts"

/** The command `score` by itself. */
Command.run(scoreTranscripts, { name: "score", version: "0" })(process.argv).pipe(Effect.provide(NodeContext.layer), NodeRuntime.runMain())
