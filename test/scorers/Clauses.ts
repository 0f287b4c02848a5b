/** A rule as the data of its file. */
export type Data = Readonly<Record<string, unknown>>
/** Where in the data something stands. */
export type Path = ReadonlyArray<string | number>

/** Says nothing of words: which channels a rule is for. */
const notClauses: ReadonlySet<string | number> = new Set(["examples", "channels"])

/** Every text in a list of a rule: what can be left out of it. */
export function* clauses(value: unknown, path: Path): Generator<Path> {
  if (Array.isArray(value)) {
    for (const [number, entry] of value.entries()) {
      if (typeof entry === "string") yield [...path, number]
      else yield* clauses(entry, [...path, number])
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) if (!notClauses.has(key)) yield* clauses(entry, [...path, key])
  }
}

export const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown>)[key], value)

/** The data without the clause there. A list of one goes as a whole. */
export const without = (data: Data, path: Path): Data => {
  const copy = structuredClone(data)
  const list = at(copy, path.slice(0, -1)) as Array<unknown>
  if (list.length > 1) list.splice(path.at(-1) as number, 1)
  else delete (at(copy, path.slice(0, -2)) as Record<string | number, unknown>)[path.at(-2)!]
  return copy
}
