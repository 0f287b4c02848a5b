import { html } from "hono/html"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

/** A band by its title. The best band and the last one look apart from those between. */
export function bandWord(reader: Reader, rubric: ShownRubric, band: string | null): Html {
  if (band === null) return html`<span class="quiet">–</span>`
  const index = rubric.bands.findIndex(({ id }) => id === band)
  const known = rubric.bands[index]
  const place = index === 0 ? "best" : index > 0 && index === rubric.bands.length - 1 ? "last" : "between"
  return html`<span class="band ${place}">${visibleText(known === undefined ? band : reader.say(known.title))}</span>`
}
