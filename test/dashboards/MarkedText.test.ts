import { html } from "hono/html"
import { expect, test } from "vitest"
import { markedText } from "../../dashboards/parts/MarkedText.ts"
import type { Mark } from "../../schemas/Marks.ts"

const mark = (number: number, start: number, end: number, bearing: Mark["bearing"] = "against"): Mark => ({ number, bearing, start, end })

test("a marked text carries each mark's name once and its reference at its end", async () => {
  const out = String(await markedText("a<b>c", [mark(1, 0, 3), mark(2, 1, 5, "for")], ({ number }) => html`[${number}]`))
  expect(out).toBe(
    `<mark class="against" data-finding="1" id="finding-1">a</mark><mark class="against" data-finding="1"><mark class="for" data-finding="2" id="finding-2">&lt;b</mark></mark>[1]<mark class="for" data-finding="2">&gt;c</mark>[2]`
  )
})
