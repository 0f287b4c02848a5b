import { Command, HelpDoc } from "@effect/cli"
import { judgeCalibrate } from "./JudgeCalibrate.ts"
import { judgePreview } from "./JudgePreview.ts"
import { judgeRetry, judgeStatus } from "./JudgeStatusCommand.ts"

/** The judge: a language model that is asked about what the rules leave open. */
export const judge = Command.make("judge").pipe(
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("The judge is a language model behind any OpenAI-compatible endpoint that is asked what words alone cannot tell. It is off unless you say --judge live or --judge batch to score or nightly, or set TRANSCRIPT_QA_JUDGE. Its opinions need a quote that stands in the transcript, two passes that agree, and are advisory until “judge calibrate” trusts them."),
    HelpDoc.p("Settings: OPENAI_BASE_URL (https://api.openai.com/v1), OPENAI_API_KEY, TRANSCRIPT_QA_JUDGE_MODEL (needed), TRANSCRIPT_QA_JUDGE_BUDGET (2000000 tokens a run; or money such as 5 USD, or none), TRANSCRIPT_QA_JUDGE_PRICES (prompt=0.40, cached=0.10, completion=1.60 for a million tokens), TRANSCRIPT_QA_JUDGE_CONCURRENCY (8), TRANSCRIPT_QA_JUDGE_TIMEOUT (60 s), TRANSCRIPT_QA_JUDGE_PATIENCE (120 s)."),
    HelpDoc.p("  transcript-qa judge preview <transcript>    what would be sent, word for word; nothing is"),
    HelpDoc.p("  transcript-qa score exports/ --judge live"),
    HelpDoc.p("  transcript-qa judge status"),
    HelpDoc.p("  transcript-qa judge calibrate --labels reviewed.jsonl --repeat 50")
  ])),
  Command.withSubcommands([judgeStatus, judgePreview, judgeCalibrate, judgeRetry])
)
