import { html } from "hono/html"
import { address } from "../Address.ts"
import type { ListedTranscript } from "../questions/AgentTranscripts.ts"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"
import { bandWord } from "./BandWord.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

export function transcriptList(reader: Reader, rubric: ShownRubric, transcripts: ReadonlyArray<ListedTranscript>, agent: string | null): Html {
  const { words } = reader
  return html`<table class="transcripts"><thead><tr><th scope="col">${words.transcript}</th><th scope="col">${words.began}</th><th scope="col" class="number">${words.points}</th><th scope="col">${words.band}</th><th scope="col">${words.outcomes.Breached}</th></tr></thead>
<tbody>${transcripts.map((transcript) => html`<tr><th scope="row"><a href="${reader.link(address.transcript(transcript.source, transcript.id), { agent })}"><bdi>${visibleText(transcript.id)}</bdi></a>
<small>${words.channels[transcript.channel]} · ${words.turnsCount(reader.count(transcript.turns))}${transcript.queue === null ? null : html` · <bdi>${visibleText(transcript.queue)}</bdi>`}</small></th>
<td data-label="${words.began}">${transcript.startedAt === null ? html`<span class="quiet">${words.undated}</span>` : reader.instant(transcript.startedAt)}</td>
<td class="number" data-label="${words.points}">${transcript.points === null ? html`<span class="quiet">–</span>` : reader.points(transcript.points)}</td>
<td data-label="${words.band}">${bandWord(reader, rubric, transcript.band)}${transcript.criticalBreach ? html`<small class="critical">${words.criticalOne}</small>` : null}</td>
<td data-label="${words.outcomes.Breached}">${transcript.breached === 0 ? html`<span class="quiet">–</span>` : words.breachedRules(reader.count(transcript.breached))}</td></tr>`)}</tbody></table>`
}
