import { html } from "hono/html"
import type { ContactCount } from "../../schemas/Rollups.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"

/** Why customers got in touch, and how that is known. */
export function contactReasons(reader: Reader, reasons: ReadonlyArray<ContactCount>): Html {
  const { rollups } = reader
  const sum = (of: "transcripts" | "told") => reader.count(reasons.reduce((total, count) => total + count[of], 0))
  return html`${contactCounts(reader, reasons, rollups.reasons)}<p class="note">${rollups.told(sum("told"), sum("transcripts"))}</p>`
}

/** How many contacts are of which kind. */
export function contactCounts(reader: Reader, counts: ReadonlyArray<ContactCount>, names: Readonly<Record<string, string>>): Html {
  return html`<ul class="counts">${counts.map(({ transcripts, value }) => html`<li${value === "unknown" ? html` class="quiet"` : null}>${names[value] ?? value} <strong>${reader.count(transcripts)}</strong></li>`)}</ul>`
}
