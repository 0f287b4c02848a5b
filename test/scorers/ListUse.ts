import { at, clauses, type Data } from "./Clauses.ts"

export type Lists = ReadonlyMap<string, ReadonlyArray<string>>

/** Which word lists a rule uses, directly or through another list: those its data names, and those the code of its kind names. */
export class ListUse {
  readonly inData: ReadonlySet<string>
  readonly inCode: ReadonlySet<string>
  private readonly data: Data
  private readonly lists: Lists

  /** `compile` makes a rule ready with the given lists: what it asks them for is what it uses. */
  constructor(data: Data, lists: Lists, compile: (data: Data, lists: Lists) => void) {
    this.data = data
    this.lists = lists
    const { examples: _, ...judged } = data
    const text = JSON.stringify(judged)
    this.inData = new Set([...lists.keys()].filter((name) => text.includes(`<${name}>`)).flatMap((name) => [...reached(name, lists)]))
    // With all that the data names under another name, only the code still asks for the lists themselves.
    const asked = new AskedLists(lists)
    compile(this.renamed(this.inData, "data", asked), asked)
    this.inCode = new Set([...asked.names].filter((name) => lists.has(name)))
  }

  /** The rule with a list in the place of `name` that lacks one entry; that list, and those through which it is used, are added to `words`. */
  withoutEntry(name: string, number: number, words: Map<string, ReadonlyArray<string>>): Data {
    const variant = `${name} ${number}`
    const copy = copyOf(name, variant)
    const data = this.renamed(new Set([...this.inData].filter((other) => reached(other, this.lists).has(name))), variant, words)
    const others = words.get(copy)!.toSpliced(number, 1)
    words.set(copy, others)
    return others.length === 0 ? data : (writtenOut(data, `<${copy}>`, others) as Data)
  }

  private renamed(names: ReadonlySet<string>, variant: string, words: Map<string, ReadonlyArray<string>>): Data {
    const rename = (text: string) => text.replaceAll(/<([^>]*)>/g, (whole, name: string) => (names.has(name) ? `<${copyOf(name, variant)}>` : whole))
    for (const name of names) words.set(copyOf(name, variant), this.lists.get(name)!.map(rename))
    const copy = structuredClone(this.data)
    for (const path of [...clauses(copy, [])]) {
      const list = at(copy, path.slice(0, -1)) as Array<string>
      const number = path.at(-1) as number
      list[number] = rename(list[number]!)
    }
    return copy
  }
}

/** With its entries where the list is a phrase of its own: they are compiled once for all variants of the list, which itself is compiled once for each. */
const writtenOut = (value: unknown, list: string, entries: ReadonlyArray<string>): unknown => {
  if (Array.isArray(value)) return value.flatMap((one): ReadonlyArray<unknown> => (one === list ? entries : [writtenOut(one, list, entries)]))
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, writtenOut(one, list, entries)]))
  return value
}

const copyOf = (name: string, variant: string) => `${name} without ${variant}`

/** A list and all that its entries name. */
const reached = (name: string, lists: Lists, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const entry of lists.get(name) ?? []) for (const [, other] of entry.matchAll(/<([^>]*)>/g)) reached(other!, lists, seen)
  return seen
}

class AskedLists extends Map<string, ReadonlyArray<string>> {
  readonly names = new Set<string>()

  override get(name: string): ReadonlyArray<string> | undefined {
    this.names.add(name)
    return super.get(name)
  }
}
