import type { HttpServerRequest } from "@effect/platform"
import { qualities, type Quality } from "../schemas/Rubric.ts"
import type { Period } from "../schemas/Scorecard.ts"
import { chooseLanguage } from "./Language.ts"
import { Reader } from "./Reader.ts"

/** What the address of a request asks for; what makes no sense is left out, as if it had not been asked. */
export class Visit {
  readonly reader: Reader
  readonly rubric: string | null
  readonly period: Period | null
  /** ISO date. */
  readonly start: string | null
  readonly order: "name" | "points"
  /** From 1. */
  readonly page: number
  readonly agent: string | null
  /** Which rules a coach wants to see; `null`: all. */
  readonly quality: Quality | null

  constructor(request: HttpServerRequest.HttpServerRequest, timeZone: string) {
    const query = new URLSearchParams(request.url.split("?").slice(1).join("?"))
    const language = query.get("lang")
    this.rubric = storableOrNull(query.get("rubric"))
    this.period = periods.find((period) => period === query.get("period")) ?? null
    this.start = dayOrNull(query.get("start"))
    this.order = query.get("order") === "points" ? "points" : "name"
    this.page = /^[1-9]\d{0,6}$/.test(query.get("page") ?? "") ? Number(query.get("page")) : 1
    this.agent = storableOrNull(query.get("agent"))
    this.quality = qualities.find((quality) => quality === query.get("quality")) ?? null
    const chosen = chooseLanguage(language, request.headers["accept-language"])
    this.reader = new Reader(chosen, timeZone, { lang: language === chosen ? language : null, rubric: this.rubric })
  }
}

const periods: ReadonlyArray<Period> = ["week", "month", "all"]

function dayOrNull(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text
}

/** PostgreSQL has no NUL: nothing stored can be called so. */
function storableOrNull(text: string | null): string | null {
  return text === null || text.includes("\0") ? null : text
}
