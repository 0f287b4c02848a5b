import { html } from "hono/html"
import { fewest } from "../../pipeline/store/Treatment.ts"
import type { TaggedShare } from "../../schemas/Rollups.ts"
import type { Quality } from "../../schemas/Rubric.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"

/** Links to the same page with the rules of one quality only, each with its share; a share of few transcripts is not worth a number here. */
export function qualityChooser(reader: Reader, path: string, query: Readonly<Record<string, string | null>>, qualities: ReadonlyArray<TaggedShare<Quality>>, chosen: Quality | null): Html | null {
  if (qualities.every(({ applicable }) => applicable === 0)) return null
  const { rollups, words } = reader
  const to = (quality: Quality | null, label: Html) =>
    html`<li><a href="${reader.link(path, { ...query, quality })}"${quality === chosen ? html` aria-current="true"` : null}>${label}</a></li>`
  return html`<nav class="qualities" aria-label="${rollups.qualitiesTitle}"><ul class="segmented">${to(null, html`${rollups.everyQuality}`)}${qualities.map(({ share, tag, transcripts }) =>
    to(tag, html`${rollups.qualities[tag]} <small>${share === null || transcripts < fewest ? null : html`${reader.percent(share.value)} · `}${words.count(reader.count(transcripts))}</small>`)
  )}</ul></nav>`
}
