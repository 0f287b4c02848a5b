import { html } from "hono/html"
import type { ShownRule } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

export function ruleTags(reader: Reader, rule: ShownRule): Html {
  const { words } = reader
  return html`<p class="tags"><code>${visibleText(rule.id)}</code><span>${words.weight} ${reader.points(rule.weight)}</span>${
    rule.critical === null ? null : html`<span class="critical">${rule.critical === "contact" ? words.criticalContact : words.criticalSection}</span>`
  }${rule.bonus ? html`<span>${words.bonus}</span>` : null}</p>`
}
