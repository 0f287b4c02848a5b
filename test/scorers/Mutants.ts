import { Either, Schema } from "effect"
import { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { Compiler } from "../../scorers/Kind.ts"
import { Rule } from "../../scorers/Rule.ts"
import { exampleFaults, exampleTranscript, scoreFaults } from "../../scorers/RuleExamples.ts"
import type { LoadedRules } from "../../scorers/RuleFiles.ts"
import type { Example } from "../../scorers/RuleHeader.ts"
import { Reading } from "../../scorers/wording/Reading.ts"
import { at, clauses, type Data, without } from "./Clauses.ts"
import { type Lists, ListUse } from "./ListUse.ts"

/** A clause of the rubric that may be left out without any example noticing: `<rule or list> <where>: <clause>`. */
export type Survivor = string

/**
 * Leaves out every single phrase of every rule and of every word list in turn, and tells which of these mutants all examples accept: of
 * a rule its own, of a word list those of the rules that use it. `wanted` picks rules by id; word lists go with any rule that uses them.
 */
export const survivors = (loaded: LoadedRules, wanted: (rule: string) => boolean = () => true): { readonly mutants: number; readonly survivors: ReadonlyArray<Survivor> } => {
  const lists: Lists = new Map(Object.entries((loaded.definition as { readonly lists: Readonly<Record<string, ReadonlyArray<string>>> }).lists))
  const compile = (rules: ReadonlyArray<Rule>, words: Lists) => {
    const [row] = loaded.compiled.rubric.rules
    return new CompiledRubric({ ...loaded.compiled.rubric, rules: rules.map(({ id }) => ({ ...row!, id })) }, rules, words)
  }
  const encode = Schema.encodeSync(Rule)
  const decode = Schema.decodeUnknownEither(Rule)
  const files = loaded.rules.filter(({ value }) => wanted(value.id)).map(({ value: rule }) => {
    const data = encode(rule) as unknown as Data
    return { rule, data, use: new ListUse(data, lists, (copy, words) => compile([Either.getOrThrow(decode(copy))], words)) }
  })
  const noticed = new Map<Survivor, boolean>()
  const note = (clause: Survivor, byExample: () => boolean) => noticed.set(clause, noticed.get(clause) === true || byExample())
  const entryName = (list: string, number: number) => `<${list}> ${number}: ${lists.get(list)![number]!}`

  for (const { data, rule, use } of files) {
    const words = new Map(lists)
    const mutants: Array<{ readonly clause: Survivor; readonly rule: Rule }> = []
    const add = (clause: Survivor, mutant: Data) => {
      const decoded = decode({ ...mutant, id: `${rule.id}-${mutants.length}` })
      // Where the rule makes no sense without it, the clause has its reason.
      if (Either.isRight(decoded)) mutants.push({ clause, rule: decoded.right })
    }
    for (const path of clauses(data, [])) add(`${rule.id} ${path.join(".")}: ${String(at(data, path))}`, without(data, path))
    for (const list of use.inData) lists.get(list)!.forEach((_, number) => add(entryName(list, number), use.withoutEntry(list, number, words)))
    const rules = mutants.map((mutant) => mutant.rule)
    const kills = rule.kind === "daily-feedback" || rule.kind === "promise-kept" ? oneByOne(rules, (one) => compile([one], words)) : allAtOnce(rules, compile(rules, words))
    mutants.forEach(({ clause }, number) => note(clause, () => kills[number]!))
  }
  // What the code of a kind asks for cannot be had under another name. Entries that no example says both are left out together.
  const said = new Map([...lists.keys()].filter((list) => files.some(({ use }) => use.inCode.has(list))).map((list) => [list, new EntriesSaid(lists, list)]))
  for (const { rule, use } of files) {
    let open = [...said].filter(([list]) => use.inCode.has(list)).flatMap(([list, entries]) => lists.get(list)!.map((_, number): Entry => {
      note(entryName(list, number), () => false)
      return { list, number, examples: rule.examples.filter((example) => entries.has(number, rule, example)) }
    })).filter(({ examples, list, number }) => examples.length > 0 && !noticed.get(entryName(list, number)))
    while (open.length > 0) {
      const apart = apartFromEachOther(open)
      const mutant = compile([rule], withoutEntries(lists, apart))
      for (const { examples, list, number } of apart) note(entryName(list, number), () => examples.some((example) => exampleFaults(mutant, rule, example).length > 0))
      open = open.filter((entry) => !apart.includes(entry))
    }
  }
  return { mutants: noticed.size, survivors: [...noticed].filter(([, killed]) => !killed).map(([clause]) => clause) }
}

/** An entry of a word list, and the examples of a rule in which it is said. */
interface Entry {
  readonly list: string
  readonly number: number
  readonly examples: ReadonlyArray<Example>
}

/** As many as have no example in common, which can be left out at once: what happens to an example is then due to the one entry it says. */
const apartFromEachOther = (entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> => {
  const taken = new Set<Example>()
  return entries.filter(({ examples }) => {
    if (examples.some((example) => taken.has(example))) return false
    for (const example of examples) taken.add(example)
    return true
  })
}

const withoutEntries = (lists: Lists, entries: ReadonlyArray<Entry>): Lists =>
  new Map([...lists].map(([name, phrases]) => [name, phrases.filter((_, number) => !entries.some((entry) => entry.list === name && entry.number === number))]))

/** Of each mutant of one rule: does an example notice? Most phrases are the same in all of them, and are compiled and looked for but once. */
const allAtOnce = (mutants: ReadonlyArray<Rule>, compiled: CompiledRubric): ReadonlyArray<boolean> => {
  const kills = mutants.map(() => false)
  for (const example of mutants[0]?.examples ?? []) {
    const { scores } = compiled.judge(exampleTranscript(mutants[0]!, example))
    // An example is about the first agent, whose scores come first.
    for (let number = 0; number < mutants.length; number++) kills[number] ||= scoreFaults(scores[number]!, example).length > 0
  }
  return kills
}

/** The same for rules over several transcripts, of which a rubric has but one. */
const oneByOne = (mutants: ReadonlyArray<Rule>, compile: (rule: Rule) => CompiledRubric): ReadonlyArray<boolean> =>
  mutants.map((mutant) => {
    const compiled = compile(mutant)
    return mutant.examples.some((example) => exampleFaults(compiled, mutant, example).length > 0)
  })

/** Where the entries of a list are said at all: elsewhere nothing can depend on them. */
class EntriesSaid {
  private readonly reading: Reading
  private readonly sets
  private readonly named: boolean
  private readonly known = new Map<Example, ReadonlySet<number>>()

  constructor(lists: Lists, list: string) {
    const compiler = new Compiler(lists)
    // What another list is made of can count where it is not said.
    this.named = [...lists.values()].some((entries) => entries.some((entry) => entry.includes(`<${list}>`)))
    this.sets = lists.get(list)!.map((entry) => compiler.phrases([entry]))
    this.reading = new Reading(compiler.matcher.build())
  }

  has(entry: number, rule: Rule, example: Example): boolean {
    if (this.named) return true
    if (!this.known.has(example)) {
      this.reading.open(exampleTranscript(rule, example))
      this.known.set(example, new Set([...this.sets.keys()].filter((number) => this.reading.hits(this.sets[number]!).length > 0)))
    }
    return this.known.get(example)!.has(entry)
  }
}
