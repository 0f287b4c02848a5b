import { html } from "hono/html"
import { address } from "../Address.ts"
import type { Html } from "../parts/Html.ts"
import { visibleText } from "../parts/VisibleText.ts"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"

export interface Page {
  readonly title: string
  /** Which entry of the navigation this page belongs to. */
  readonly under: "team" | "rulebook" | null
  /** Path and query of this page, without the language. */
  readonly here: { readonly path: string; readonly query: Readonly<Record<string, string | null>> }
  readonly rubric: ShownRubric | null
  readonly body: Html
  /** Links to the pages before and after this one, for the browser and the keyboard. */
  readonly beside?: { readonly next: string | null; readonly previous: string | null }
}

/** A whole document. */
export function layout(reader: Reader, page: Page): Html {
  const { words } = reader
  const entry = (name: "team" | "rulebook", path: string) =>
    html`<a href="${reader.link(path)}"${page.under === name ? html` aria-current="true"` : null}>${words[name]}</a>`
  const other = reader.language === "zh" ? "en" : "zh"
  return html`<!doctype html>
<html lang="${words.htmlLang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${page.title.toWellFormed()} · ${words.product}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/pages.css">
${page.beside?.next == null ? null : html`<link rel="next" href="${page.beside.next}">`}
${page.beside?.previous == null ? null : html`<link rel="prev" href="${page.beside.previous}">`}
<script src="/keys.js" defer></script>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top"><div class="wide">
<a class="product" href="${reader.link(address.team)}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 3.5h12M2 8h7M2 12.5h4"/><path class="tick" d="m8.5 11.5 2 2 4-4.5"/></svg>${words.product}</a>
<nav aria-label="${words.navigation}">${entry("team", address.team)}${entry("rulebook", address.rulebook)}</nav>
<a class="language" lang="${other}" hreflang="${other}" href="${reader.link(page.here.path, { ...page.here.query, lang: other })}" aria-label="${words.switchLanguage}">${words.otherLanguage}</a>
</div></header>
<main id="content" tabindex="-1" class="wide">
${page.body}
</main>
<footer class="wide">${page.rubric === null ? null : rubricLine(reader, page.rubric)}<span>${reader.timeZone}</span></footer>
</body>
</html>
`
}

function rubricLine(reader: Reader, rubric: ShownRubric): Html {
  return html`<span>${reader.words.rubric}${reader.words.colon}<bdi>${visibleText(rubric.name)}</bdi> <code title="${rubric.fingerprint}">${rubric.fingerprint.slice(0, 12)}</code>${
    rubric.inForce ? html` <em>${reader.words.rubricInForce}</em>` : null
  }</span>`
}
