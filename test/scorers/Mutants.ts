import { Either, Schema } from "effect"
import { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { Rule } from "../../scorers/Rule.ts"
import { failingExamples } from "../../scorers/RuleExamples.ts"
import type { LoadedRules } from "../../scorers/RuleFiles.ts"

type Data = Readonly<Record<string, unknown>>
type Path = ReadonlyArray<string | number>

/** A clause of the rubric that may be left out without any example noticing: `<rule or list> <where>: <clause>`. */
export type Survivor = string

/** Says nothing of words: which channels a rule is for. */
const notClauses: ReadonlySet<string | number> = new Set(["examples", "channels"])

/**
 * Leaves out every single phrase of every rule and of every word list in turn, and tells which of these mutants all examples accept: of
 * a rule its own, of a word list those of the rules that use it. `wanted` picks rules by id; word lists go with any rule that uses them.
 */
export const survivors = (loaded: LoadedRules, wanted: (rule: string) => boolean = () => true): { readonly mutants: number; readonly survivors: ReadonlyArray<Survivor> } => {
  const { lists, rules } = loaded.definition as { readonly lists: Readonly<Record<string, ReadonlyArray<string>>>; readonly rules: ReadonlyArray<Data> }
  const named = new Map(Object.entries(lists))
  const encode = Schema.encodeSync(Rule)
  const files = loaded.rules.map(({ value }) => ({ rule: value, data: encode(value) as unknown as Data })).filter(({ rule }) => wanted(rule.id))
  const fails = (rule: Rule, words: ReadonlyMap<string, ReadonlyArray<string>>) => {
    const rubric = loaded.compiled.rubric
    const only = new CompiledRubric({ ...rubric, rules: rubric.rules.filter(({ id }) => id === rule.id) }, [rule], words)
    return failingExamples(only, rule).length > 0
  }
  let mutants = 0
  const alive: Array<Survivor> = []
  const note = (where: string, clause: unknown, killed: boolean) => {
    mutants++
    if (!killed) alive.push(`${where}: ${String(clause)}`)
  }
  for (const { data, rule } of files) {
    for (const path of clauses(data, [])) {
      // Where the rule makes no sense without it, the clause has its reason.
      const mutant = Schema.decodeUnknownEither(Rule)(without(data, path))
      if (Either.isRight(mutant)) note(`${rule.id} ${path.join(".")}`, at(data, path), fails(mutant.right, named))
    }
  }
  for (const [name, phrases] of named) {
    const users = files.filter(({ data }) => uses(data, name, lists))
    if (users.length === 0 || rules.length === 0) continue
    phrases.forEach((phrase, number) => {
      const words = new Map(named).set(name, phrases.toSpliced(number, 1))
      note(`<${name}> ${number}`, phrase, users.some(({ rule }) => fails(rule, words)))
    })
  }
  return { mutants, survivors: alive }
}

function* clauses(value: unknown, path: Path): Generator<Path> {
  if (Array.isArray(value)) {
    for (const [number, entry] of value.entries()) {
      if (typeof entry === "string") yield [...path, number]
      else yield* clauses(entry, [...path, number])
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) if (!notClauses.has(key)) yield* clauses(entry, [...path, key])
  }
}

const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown>)[key], value)

/** A list of one goes as a whole. */
const without = (data: Data, path: Path): unknown => {
  const copy = structuredClone(data)
  const list = at(copy, path.slice(0, -1)) as Array<unknown>
  if (list.length > 1) list.splice(path.at(-1) as number, 1)
  else delete (at(copy, path.slice(0, -2)) as Record<string | number, unknown>)[path.at(-2)!]
  return copy
}

/** Does the rule name the list, or a list that names it? */
const uses = (data: Data, name: string, lists: Readonly<Record<string, ReadonlyArray<string>>>, seen = new Set<string>()): boolean => {
  if (seen.has(name)) return false
  seen.add(name)
  const { examples: _, ...judged } = data
  if (JSON.stringify(judged).includes(`<${name}>`)) return true
  return Object.entries(lists).some(([other, phrases]) => other !== name && phrases.some((phrase) => phrase.includes(`<${name}>`)) && uses(data, other, lists, seen))
}
