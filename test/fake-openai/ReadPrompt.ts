import type { Chat } from "./ChatAnswer.ts"

/** What a judge sees of a prompt. */
export interface Asked {
  readonly turns: ReadonlyArray<AskedTurn>
  readonly questions: ReadonlyArray<{ readonly id: string; readonly words: string }>
  /** In the order of the schema; without a schema in an order of our own. */
  readonly labels: ReadonlyArray<string>
  readonly canary: string | null
}

export interface AskedTurn {
  readonly t: number
  readonly r: string
  readonly x: string
}

/** Reads a prompt as a model would have to: the transcript from the user's message, the questions from the system's. */
export const readPrompt = ({ messages, response_format }: Chat): Asked => {
  const system = messages.filter(({ role }) => role === "system").map(({ content }) => content).join("\n")
  const user = messages.filter(({ role }) => role === "user").map(({ content }) => content).join("\n")
  const properties = found(response_format?.json_schema?.schema)
  const words = new Map(system.split(/\n(?=\[)/).flatMap((part) => {
    const [, id, rest] = /^\[([\w/.-]+)\] ([\s\S]*)$/.exec(part) ?? []
    return id === undefined || rest === undefined ? [] : [[id, rest] as const]
  }))
  const ids = properties.questions.length > 0 ? properties.questions : [...words.keys()]
  return {
    turns: turnsIn(user),
    questions: ids.map((id) => ({ id, words: words.get(id) ?? "" })),
    labels: properties.labels.length > 0 ? properties.labels : ["met", "partly", "not_met", "not_applicable", "cannot_tell"],
    canary: /\b[0-9a-f]{16}\b/.exec(system)?.[0] ?? null
  }
}

const turnsIn = (user: string): ReadonlyArray<AskedTurn> => {
  const array: unknown = attempt(user.slice(user.indexOf("["), user.lastIndexOf("]") + 1))
  return Array.isArray(array) ? array.filter(isTurn) : []
}

const isTurn = (value: unknown): value is AskedTurn =>
  typeof value === "object" && value !== null && "t" in value && typeof value.t === "number" && "r" in value && typeof value.r === "string" && "x" in value && typeof value.x === "string"

const attempt = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The enumerations of the schema's `question` and `label`, wherever they stand in it. */
const found = (schema: unknown): { readonly questions: ReadonlyArray<string>; readonly labels: ReadonlyArray<string> } => {
  const enumOf = (name: string, value: unknown): ReadonlyArray<string> => {
    if (typeof value !== "object" || value === null) return []
    for (const [key, part] of Object.entries(value)) {
      const here = key === name && typeof part === "object" && part !== null && "enum" in part && Array.isArray(part.enum) ? part.enum.filter((one: unknown) => typeof one === "string") : enumOf(name, part)
      if (here.length > 0) return here
    }
    return []
  }
  return { questions: enumOf("question", schema), labels: enumOf("label", schema) }
}
