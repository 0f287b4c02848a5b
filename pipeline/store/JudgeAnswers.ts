import type { ClientBase, Pool } from "pg"
import type { Answer, Fault } from "../../scorers/judge/Answers.ts"
import type { Order } from "../../scorers/judge/AnswerSchema.ts"
import type { Pass } from "../../scorers/judge/OpinionOf.ts"
import type { ChatRequest, Usage } from "../judge/Endpoint.ts"
import type { Run } from "./Run.ts"
import { storableJson } from "./StorableJson.ts"
import { storableText } from "../StorableText.ts"
import type { CallState } from "./Tables.ts"
import { transaction } from "./Transaction.ts"

/** A request that ended. `response` is the text that came back, as it came; `model` what the endpoint says answered. */
export interface EndedCall {
  readonly mode: "live" | "batch"
  readonly request: ChatRequest
  readonly state: CallState
  readonly response: string | null
  readonly detail: string | null
  readonly model: string | null
  readonly usage: Usage | null
}

/** What came of asking one question, with the key it is found by again (AnswerKey.ts). */
export interface KeyedPass {
  readonly key: string
  readonly rule: string
  readonly questionVersion: string
  readonly order: Order
  readonly pass: Pass
}

interface Row {
  readonly key: string
  readonly rule: string
  readonly state: CallState
  readonly fault: Fault | null
  readonly label: Answer["label"] | null
  readonly quotes: Answer["quotes"] | null
  readonly searched: Answer["searched"]
  readonly note: string | null
}

/** What came of asking these keys before; none for those that were never asked, or whose request did not get through. */
export async function storedPasses(pool: Pool, keys: ReadonlyArray<string>): Promise<ReadonlyMap<string, Pass>> {
  if (keys.length === 0) return new Map()
  const { rows } = await pool.query<Row>(
    `select x.key, u.name as rule, x.state, x.fault, x.label, x.evidence -> 'quotes' as quotes, x.evidence -> 'searched' as searched, x.note
    from judge_answers x join rules u on u.id = x.rule_id where x.key = any($1)`,
    [keys]
  )
  return new Map(rows.map((row) => [row.key, passOf(row)]))
}

const passOf = ({ fault, label, note, quotes, rule, searched, state }: Row): Pass =>
  label !== null && quotes !== null
    ? { _tag: "Answered", answer: { rule, label, quotes, searched, note } }
    : fault !== null
    ? { _tag: "Faulty", fault }
    : { _tag: tags[state] }

const tags = { refused: "Refused", truncated: "Truncated", filtered: "Filtered", rejected: "Rejected", unreachable: "Unreachable", answered: "Pending", unreadable: "Pending" } as const

const states = { Refused: "refused", Truncated: "truncated", Filtered: "filtered", Rejected: "rejected", Answered: "answered", Faulty: "unreadable" } as const

/** Keeps a call with what it brought, all of it or nothing. */
export const keepCall = (pool: Pool, run: Run, call: EndedCall, passes: ReadonlyArray<KeyedPass>): Promise<void> =>
  transaction(pool, (client) => keepCallIn(client, run, call, passes))

/** The same within a transaction. What is there already under a key stays; what is still to come is not kept. */
export async function keepCallIn(client: ClientBase, run: Run, call: EndedCall, passes: ReadonlyArray<KeyedPass>): Promise<void> {
  const { detail, mode, model, request, response, state, usage } = call
  const { rows: [kept] } = await client.query<{ id: string }>(
    `insert into judge_calls (run_id, mode, request, state, response, detail, model, prompt_tokens, completion_tokens, cached_tokens)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      run.id, mode, storableJson(request), state, storable(response), storable(detail), storable(model),
      usage?.prompt ?? null, usage?.completion ?? null, usage?.cached ?? null
    ]
  )
  await client.query(
    `insert into judge_answers (key, call_id, rule_id, question_version, reversed, state, fault, label, evidence, note)
    select x.key, $1, u.id, x.question_version, x.reversed, x.state, x.fault, x.label, x.evidence, x.note
    from jsonb_to_recordset($2::jsonb) as x (key text, rule text, question_version text, reversed boolean, state call_state, fault text,
      label judge_label, evidence jsonb, note text) join rules u on u.name = x.rule
    on conflict (key) do nothing`,
    [kept!.id, storableJson(passes.flatMap(row))]
  )
}

const row = ({ key, order, pass, questionVersion, rule }: KeyedPass) => {
  if (pass._tag === "Unreachable" || pass._tag === "Pending") return []
  const beginning = { key, rule, question_version: questionVersion, reversed: order === "reversed", state: states[pass._tag] }
  if (pass._tag === "Faulty") return [{ ...beginning, fault: pass.fault }]
  if (pass._tag !== "Answered") return [beginning]
  const { label, note, quotes, searched } = pass.answer
  return [{ ...beginning, label, evidence: { quotes, searched }, note }]
}

const storable = (text: string | null): string | null => (text === null ? null : storableText(text))
