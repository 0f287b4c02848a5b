import { createReadStream, createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Pool } from "pg"
import type { Judged } from "../schemas/Judged.ts"
import type { Score } from "../schemas/Score.ts"
import type { OutcomeLines } from "./OutcomeLines.ts"
import { decidedScores } from "./store/DecidedScores.ts"
import { digest } from "./store/Digest.ts"
import type { Run } from "./store/Run.ts"

interface Held {
  readonly transcript: { readonly source: string; readonly id: string; readonly digest: string }
  readonly scores: ReadonlyArray<Score>
}

/** So many transcripts are held against the database at a time. */
const atATime = 200

/**
 * Outcomes that wait, in a file of this process alone, until the judge has been asked: only then is it known who decides them. Delete it in the
 * end, whatever happened.
 */
export class HeldLines {
  private readonly folder: Promise<string> = mkdtemp(join(tmpdir(), "transcript-qa-outcomes-"))

  async write(batch: ReadonlyArray<Judged>): Promise<void> {
    let text = ""
    for (const { scores, transcript } of batch) {
      const { id, source } = transcript
      text += `${JSON.stringify({ transcript: { source, id, digest: digest(transcript) }, scores } satisfies Held)}\n`
    }
    const stream = createWriteStream(await this.file(), { flags: "a", mode: 0o600 })
    stream.end(text)
    await once(stream, "close")
  }

  /** Writes all of them to `lines`, each with what the database says by now where no rule decided. */
  async release(lines: OutcomeLines, pool: Pool, run: Run): Promise<void> {
    let held: Array<Held> = []
    const flush = async () => {
      const decided = await decidedScores(pool, run, held.map(({ transcript }) => transcript))
      await lines.write(held.map(({ scores, transcript }, position) => ({
        transcript,
        scores: scores.map((score) => decided.get(position)?.find(({ agent, rule }) => agent === score.agent && rule === score.rule) ?? score)
      })))
      held = []
    }
    const stream = createReadStream(await this.file(), { flags: "a+" })
    for await (const line of createInterface({ input: stream })) {
      held.push(JSON.parse(line) as Held)
      if (held.length === atATime) await flush()
    }
    await flush()
  }

  async delete(): Promise<void> {
    await rm(await this.folder, { recursive: true, force: true })
  }

  private async file(): Promise<string> {
    return join(await this.folder, "outcomes.jsonl")
  }
}
