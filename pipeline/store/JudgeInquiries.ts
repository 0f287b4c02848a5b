import type { ClientBase, Pool } from "pg"
import type { Order } from "../../scorers/judge/AnswerSchema.ts"
import type { Run } from "./Run.ts"
import { storableJson } from "./StorableJson.ts"

/** A question on its way in a batch: its key, the request that asks it, and what it takes to read the answer. */
export interface SentInquiry {
  readonly key: string
  readonly customId: string
  readonly rule: string
  readonly questionVersion: string
  readonly order: Order
  readonly canary: string
}

/** Of these keys, the ones that are asked in a batch that is not collected yet. */
export async function openKeys(pool: Pool, keys: ReadonlyArray<string>): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ key: string }>(
    "select i.key from judge_inquiries i where i.key = any($1) and exists (select from judge_batch_requests q where q.custom_id = i.custom_id and q.state = 'open')",
    [keys]
  )
  return new Set(rows.map(({ key }) => key))
}

/** Notes what is about to be sent; what was sent before and came to nothing is replaced. */
export async function recordInquiries(pool: Pool, run: Run, inquiries: ReadonlyArray<SentInquiry>): Promise<void> {
  const rows = inquiries.map(({ canary, customId, key, order, questionVersion, rule }) => ({
    key, custom_id: customId, rule_id: run.ruleIds.get(rule)!, question_version: questionVersion, reversed: order === "reversed", canary
  }))
  await pool.query(
    `insert into judge_inquiries select * from jsonb_to_recordset($1::jsonb) as x (key text, custom_id text, rule_id integer, question_version text, reversed boolean, canary text)
    on conflict (key) do update set custom_id = excluded.custom_id`,
    [storableJson(rows)]
  )
}

/** Takes out the questions of a request, in any order; none where it is not known. */
export async function takeInquiries(client: ClientBase, customId: string): Promise<ReadonlyArray<SentInquiry>> {
  const { rows } = await client.query<Omit<SentInquiry, "order"> & { readonly reversed: boolean }>(
    `delete from judge_inquiries i using rules u where i.custom_id = $1 and u.id = i.rule_id
    returning i.key, i.custom_id as "customId", u.name as rule, i.question_version as "questionVersion", i.reversed, i.canary`,
    [customId]
  )
  return rows.map(({ reversed, ...rest }) => ({ ...rest, order: reversed ? "reversed" : "forward" }))
}
