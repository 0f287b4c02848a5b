import { because } from "../../schemas/Because.ts"
import { holds } from "./ConditionCompare.ts"
import type { Fact } from "./ConditionFact.ts"
import type { Meta } from "./ConditionNode.ts"
import type { Run } from "./ConditionRun.ts"
import { conjunction, type Truth, unknown } from "./ConditionTruth.ts"
import { folded } from "../wording/Fold.ts"

/** What the input says of the contact. A field it leaves out is unknown, unless the question is whether it is there. */
export const metaFact = (meta: Meta) => ({ reading }: Run): Fact => {
  const { transcript } = reading
  const values = { ...transcript, agent: reading.agent }
  const truths: Array<Truth> = []
  const facts: Array<string> = []
  for (const [field, asked] of Object.entries(meta) as ReadonlyArray<[keyof Meta, Meta[keyof Meta]]>) {
    if (asked === undefined) continue
    const value = values[field]
    facts.push(`${field} ${value ?? "not given"}`)
    truths.push(compare(field, value, asked))
  }
  return { truth: conjunction(truths), places: [], fact: facts.join(", "), isOwn: false, turn: reading.own[0] }
}

type Asked = NonNullable<Meta[keyof Meta]>

const compare = (field: keyof Meta, value: string | number | null, asked: Asked): Truth => {
  const isGiven = value !== null && value !== ""
  if (typeof asked === "object" && "present" in asked) return asked.present === isGiven
  if (!isGiven) return unknown(because.factMissing)
  const is = (other: string | number) =>
    typeof value === "number" || typeof other === "number" ? value === other : field === "language" ? isLanguage(value, other) : plain(value) === plain(other)
  if (typeof asked !== "object") return is(asked)
  if (isList(asked)) return asked.some(is)
  if ("not" in asked) return !asked.not.some(is)
  return typeof value === "number" && holds(value, asked)
}

const isList = (asked: Asked): asked is readonly [string, ...Array<string>] | readonly [number, ...Array<number>] => Array.isArray(asked)

/** Case, width and script make no difference. */
const plain = (text: string): string => Array.from({ length: text.length }, (_, i) => String.fromCharCode(folded[text.charCodeAt(i)]!)).join("").trim()

/** `zh` is any Chinese: zh-CN, zh-TW. */
const isLanguage = (tag: string, asked: string): boolean => plain(tag) === plain(asked) || plain(tag).replaceAll("_", "-").startsWith(`${plain(asked)}-`)
