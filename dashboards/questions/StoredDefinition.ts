import type { Band, Words } from "../../schemas/Rubric.ts"

/** `shows` is the outcome the example must have: the key it stands under in the rule file. */
export interface RuleExample {
  readonly shows: "breach" | "partly" | "ok" | "notApplicable" | "unscored"
  readonly dialogue: string
  readonly quote: string | null
}

/**
 * The `definition` column of a rubric, as the rule files had it when it was stored. Rubrics of earlier versions of this
 * product stay readable for ever: what is missing or of another shape is left out, never an error.
 */
export class StoredDefinition {
  readonly passMark: number | null
  readonly bands: ReadonlyArray<Band>
  readonly #rules: ReadonlyMap<string, Fields>
  readonly #sections: ReadonlyMap<string, Fields>

  constructor(definition: unknown) {
    const root = fields(definition)
    this.passMark = number(root["passMark"])
    this.bands = list(root["bands"]).map(fields).map((band) => {
      const id = text(band["id"]) ?? ""
      return { id, title: words(band["title"]) ?? { zh: id, en: id }, from: number(band["from"]) ?? 0 }
    })
    this.#rules = byId(root["rules"])
    this.#sections = byId(root["sections"])
  }

  sectionWeight(id: string): number | null {
    return number(this.#sections.get(id)?.["weight"])
  }

  rule(id: string): { readonly kind: string | null; readonly source: string; readonly examples: ReadonlyArray<RuleExample> } {
    const rule = this.#rules.get(id) ?? {}
    return { kind: text(rule["kind"]), source: text(rule["source"]) ?? "", examples: list(rule["examples"]).map(fields).flatMap(example) }
  }
}

type Fields = Readonly<Record<string, unknown>>

const shown = ["breach", "partly", "ok", "notApplicable", "unscored"] as const

function example(stored: Fields): ReadonlyArray<RuleExample> {
  for (const shows of shown) {
    const dialogue = text(stored[shows])
    if (dialogue !== null) return [{ shows, dialogue, quote: text(stored["quote"]) }]
  }
  return []
}

function byId(value: unknown): ReadonlyMap<string, Fields> {
  return new Map(list(value).map(fields).map((item) => [text(item["id"]) ?? "", item]))
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function list(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null
}

function words(value: unknown): Words | null {
  if (typeof value === "string") return { zh: value, en: value }
  const { zh, en } = fields(value)
  const known = text(zh) ?? text(en)
  return known === null ? null : { zh: text(zh) ?? known, en: text(en) ?? known }
}
