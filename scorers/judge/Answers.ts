import type { JudgeLabel } from "../../schemas/Opinion.ts"
import type { Window } from "../wording/Reading.ts"
import { isLabel, mostQuotes } from "./AnswerSchema.ts"
import type { Prompt } from "./Prompt.ts"

/** A quote as the judge gave it: `turn` counts from 0, `role` is one of `speakers`, or whatever else the judge wrote. */
export interface Quote {
  readonly turn: number
  readonly role: string
  readonly quote: string
}

/** What the judge answered to one question, as it stands: nothing of it is verified. */
export interface Answer {
  readonly rule: string
  readonly label: JudgeLabel
  readonly quotes: ReadonlyArray<Quote>
  readonly searched: Window | null
  /** At most 60 characters. */
  readonly note: string | null
}

/**
 * What can be wrong with what came back. Of the whole text: `empty`, `not-json`, `wrong-shape`, `canary` (the judge gave away what it was told
 * to keep, so nothing it says counts). Of one answer: `unanswered`, `answered-twice`, `unknown-label`, `bad-evidence`, `bad-window`.
 */
export type Fault = "empty" | "not-json" | "wrong-shape" | "canary" | "unanswered" | "answered-twice" | "unknown-label" | "bad-evidence" | "bad-window"

/** For every question that was asked: its answer, or what is wrong with it. `unasked` counts the answers to anything else. */
export interface Answers {
  readonly byRule: ReadonlyMap<string, Answer | Fault>
  readonly unasked: number
}

const longestNote = 60

/** Reads the text that came back for a prompt. Never throws: what cannot be read is a fault of the question it concerns. */
export const answersIn = (text: string, { canary, rules }: Pick<Prompt, "canary" | "rules">): Answers => {
  const all = (fault: Fault): Answers => ({ byRule: new Map(rules.map((rule) => [rule, fault])), unasked: 0 })
  if (text.trim() === "") return all("empty")
  if (gives(text, canary)) return all("canary")
  const value = parsed(text)
  if (value === undefined) return all("not-json")
  // What was escaped in JSON shows only now.
  if (gives(written(value), canary)) return all("canary")
  const list = Array.isArray(value) ? value : isRecord(value) ? value["answers"] : undefined
  if (!Array.isArray(list)) return all("wrong-shape")
  const byRule = new Map<string, Answer | Fault>()
  let unasked = 0
  for (const one of list as ReadonlyArray<unknown>) {
    const rule = isRecord(one) ? one["question"] : undefined
    if (!isRecord(one) || typeof rule !== "string" || !rules.includes(rule)) unasked++
    else byRule.set(rule, byRule.has(rule) ? "answered-twice" : answerOf(rule, one))
  }
  for (const rule of rules) if (!byRule.has(rule)) byRule.set(rule, "unanswered")
  return { byRule, unasked }
}

const answerOf = (rule: string, one: Record): Answer | Fault => {
  const label = typeof one["label"] === "string" ? one["label"].trim().toLowerCase().replaceAll(/[\s-]+/g, "_") : ""
  if (!isLabel(label)) return "unknown-label"
  const evidence = one["evidence"] ?? []
  if (!Array.isArray(evidence)) return "bad-evidence"
  const quotes = evidence.slice(0, mostQuotes).map((quote: unknown) => quoteOf(quote))
  if (quotes.some((quote) => quote === null)) return "bad-evidence"
  const searched = windowOf(one["searched"] ?? null)
  if (searched === "bad") return "bad-window"
  const note = typeof one["note"] === "string" && one["note"].trim() !== "" ? shortened(one["note"].trim()) : null
  return { rule, label, quotes: quotes.filter((quote) => quote !== null), searched, note }
}

const quoteOf = (value: unknown): Quote | null => {
  if (!isRecord(value)) return null
  const turn = wholeNumber(value["turn"])
  const { quote, role } = value
  return turn === null || typeof role !== "string" || typeof quote !== "string" ? null : { turn, role: role.trim().toLowerCase(), quote }
}

const windowOf = (value: unknown): Window | null | "bad" => {
  if (value === null) return null
  const from = isRecord(value) ? wholeNumber(value["from"]) : null
  const to = isRecord(value) ? wholeNumber(value["to"]) : null
  return from === null || to === null || from > to ? "bad" : { from, to }
}

/** Servers without schema support like to put numbers in quotes. */
const wholeNumber = (value: unknown): number | null => {
  const number = typeof value === "string" && /^\d{1,6}$/.test(value.trim()) ? Number(value) : value
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : null
}

const shortened = (note: string): string => {
  const characters = Array.from(note)
  return characters.length <= longestNote ? note : `${characters.slice(0, longestNote - 1).join("")}…`
}

type Record = Readonly<{ [key: string]: unknown }>

const isRecord = (value: unknown): value is Record => typeof value === "object" && value !== null && !Array.isArray(value)

/** Also where something was put between its letters. */
const gives = (text: string, canary: string): boolean => text.toLowerCase().replaceAll(/[^0-9a-z]/g, "").includes(canary)

const written = (value: unknown): string => {
  try {
    return JSON.stringify(value)
  } catch {
    // So deep that it is no answer of ours.
    return ""
  }
}

/** The JSON in a text: as it is, without what a model thought aloud before it, in a code fence, or with words around it. */
const parsed = (text: string): unknown => {
  const thought = text.lastIndexOf("</think>")
  const said = thought < 0 ? text : text.slice(thought + "</think>".length)
  const fenced = /```[a-z]*\s*\n?([\s\S]*?)```/i.exec(said)?.[1]
  const first = said.search(/[{[]/)
  const last = Math.max(said.lastIndexOf("}"), said.lastIndexOf("]"))
  for (const candidate of [said, fenced, first >= 0 && last > first ? said.slice(first, last + 1) : undefined]) {
    if (candidate === undefined) continue
    try {
      return JSON.parse(candidate.replace(/^\ufeff/, "")) as unknown
    } catch {
      continue
    }
  }
  return undefined
}
