import { type Anchor, type ConditionNode, demandOf, type Expression } from "./ConditionNode.ts"

/** A name that is not one, with the path of keys to where it stands. */
export interface NameFault {
  readonly path: ReadonlyArray<PropertyKey>
  readonly message: string
}

const anchors = ["before", "after", "around", "with"] as const

/** Names that stand for nothing, that lead back to themselves, or that stand nowhere in the contact and yet are an anchor. */
export const nameFaults = (nodes: Readonly<Record<string, ConditionNode>>, uses: Readonly<Record<string, Expression | undefined>>): ReadonlyArray<NameFault> => {
  const faults: Array<NameFault> = []
  const known = Object.keys(nodes)
  const check = (name: string, path: ReadonlyArray<PropertyKey>, isAnchor: boolean, of?: ConditionNode) => {
    const node = Object.hasOwn(nodes, name) ? nodes[name] : undefined
    if (node === undefined) faults.push({ path, message: `there is no condition ${name}; known: ${known.join(", ") || "none"}` })
    else if (isAnchor && !hasPlaces(node, nodes, new Set())) faults.push({ path, message: `${name} is not said or done at any moment, so nothing can be before, after or around it` })
    else if (isAnchor && path.at(-1) === "with" && node.event !== undefined) faults.push({ path, message: `${name} happens between turns; put before, after or around in place of with` })
    else if (path.at(-1) === "with" && of !== undefined && !canShareBreath(of, node)) {
      faults.push({ path, message: `${name} is said by the ${node.by ?? "agent"}, so nothing the ${of.by ?? "agent"} says is in the same breath; put before, after or around` })
    }
  }
  const walk = (expression: Expression, path: ReadonlyArray<PropertyKey>) => {
    if (typeof expression === "string") return check(expression, path, false)
    const eaches = anchors.filter((side) => typeof expression[side] === "object" && expression[side].hit === "each")
    if (eaches.length > 1) faults.push({ path: [...path, eaches[1]!], message: "only one of before, after, around, with can be about each hit" })
    for (const side of anchors) if (expression[side] !== undefined) check(anchorName(expression[side]), [...path, side], true, expression)
    expression.all?.forEach((part, i) => walk(part, [...path, "all", i]))
    expression.any?.forEach((part, i) => walk(part, [...path, "any", i]))
    if (expression.not !== undefined) walk(expression.not, [...path, "not"])
  }
  for (const [name, node] of Object.entries(nodes)) {
    walk(node, ["conditions", name])
    if (leadsTo(name, node, nodes, new Set())) faults.push({ path: ["conditions", name], message: `${name} refers to itself` })
  }
  for (const [field, expression] of Object.entries(uses)) if (expression !== undefined) walk(expression, [field])
  return faults
}

const canShareBreath = (a: ConditionNode, b: ConditionNode): boolean =>
  a.by === "anyone" || b.by === "anyone" || (b.all ?? b.any) !== undefined || (a.by ?? "agent") === (b.by ?? "agent")

const anchorName = (anchor: Anchor): string => (typeof anchor === "string" ? anchor : anchor.condition)

/** Every name that a condition refers to. */
const namesIn = (expression: Expression): ReadonlyArray<string> => {
  if (typeof expression === "string") return [expression]
  const own = anchors.flatMap((side) => (expression[side] === undefined ? [] : [anchorName(expression[side])]))
  const parts = [...(expression.all ?? []), ...(expression.any ?? []), ...(expression.not === undefined ? [] : [expression.not])]
  return [...own, ...parts.flatMap(namesIn)]
}

const leadsTo = (name: string, from: Expression, nodes: Readonly<Record<string, ConditionNode>>, seen: Set<string>): boolean =>
  namesIn(from).some((other) => {
    if (other === name) return true
    if (seen.has(other) || !Object.hasOwn(nodes, other)) return false
    seen.add(other)
    return leadsTo(name, nodes[other]!, nodes, seen)
  })

const hasPlaces = (expression: Expression, nodes: Readonly<Record<string, ConditionNode>>, seen: Set<string>): boolean => {
  if (typeof expression === "string") {
    if (seen.has(expression) || !Object.hasOwn(nodes, expression)) return true
    seen.add(expression)
    return hasPlaces(nodes[expression]!, nodes, seen)
  }
  const { duration, meta, not, speech, turns } = expression
  if ((duration ?? meta ?? not ?? speech ?? turns) !== undefined || (expression.say !== undefined && demandOf(expression.say).none)) return false
  const parts = [...(expression.all ?? []), ...(expression.any ?? [])]
  return parts.length === 0 || parts.some((part) => hasPlaces(part, nodes, seen))
}
