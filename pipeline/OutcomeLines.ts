import { createWriteStream, type WriteStream } from "node:fs"
import { once } from "node:events"
import type { Finding, Score } from "../schemas/Score.ts"
import type { Transcript } from "../schemas/Transcript.ts"

/**
 * One line per outcome: a public contract, described in the README. `turn` counts from 0, `start` and `end` are UTF-16 offsets
 * into the original text of that turn; absences carry the searched `window` and the `nearest` candidate instead. Findings
 * that cost nothing say so in `bearing`.
 */
export const outcomeLine = (transcript: string, score: Score, rubric: string): string =>
  JSON.stringify({
    transcript,
    agent: score.agent,
    rule: score.rule,
    outcome: score.outcome._tag,
    because: "because" in score.outcome ? score.outcome.because : null,
    findings: score.findings.map(findingLine),
    decidedBy: score.decidedBy,
    rubric
  })

const findingLine = (finding: Finding) =>
  finding._tag === "Said"
    ? { turn: finding.turn, start: finding.start, end: finding.end, quote: finding.quote, note: finding.note, bearing: finding.bearing }
    : { window: finding.window, nearest: finding.nearest, expected: finding.expected, note: finding.note, bearing: finding.bearing }

/** Where outcome lines go: a file, or standard output for `-`. */
export class OutcomeLines {
  private readonly stream: NodeJS.WritableStream & Pick<WriteStream, "writableNeedDrain">
  private readonly rubric: string
  private failure: Error | null = null

  constructor(target: string, rubric: string) {
    this.rubric = rubric
    this.stream = target === "-" ? process.stdout : createWriteStream(target)
    this.stream.on("error", (error: Error) => {
      this.failure = error
    })
  }

  /** Rejects when the file cannot be written. */
  async write(batch: ReadonlyArray<{ readonly transcript: Pick<Transcript, "id">; readonly scores: ReadonlyArray<Score> }>): Promise<void> {
    let text = ""
    for (const { transcript, scores } of batch) for (const score of scores) text += `${outcomeLine(transcript.id, score, this.rubric)}\n`
    if (this.failure !== null) throw this.failure
    if (!this.stream.write(text)) await this.drained()
    if (this.failure !== null) throw this.failure
  }

  /** Until there is room again, or the stream is closed and there never will be. */
  private async drained(): Promise<void> {
    const waiting = new AbortController()
    const { signal } = waiting
    await Promise.race([once(this.stream, "drain", { signal }), once(this.stream, "close", { signal })]).finally(() => waiting.abort())
  }

  async close(): Promise<void> {
    if (this.stream !== process.stdout) {
      this.stream.end()
      if (this.failure === null) await once(this.stream, "close")
    }
    if (this.failure !== null) throw this.failure
  }
}
