import type { Words } from "../../schemas/Rubric.ts"
import { Combined, Named, Negated } from "./ConditionCombined.ts"
import { factOf } from "./ConditionFacts.ts"
import { finderOf } from "./ConditionFinders.ts"
import type { ConditionNode, Expression } from "./ConditionNode.ts"
import type { Condition } from "./ConditionRun.ts"
import { ConditionScope } from "./ConditionScope.ts"
import { ConditionText } from "./ConditionText.ts"
import type { Compiler } from "../Kind.ts"

/** The named conditions of a rule, each compiled once, and whatever is made of them. Names are checked before (`nameFaults`). */
export class Conditions {
  private readonly compiler: Compiler
  private readonly nodes: Readonly<Record<string, ConditionNode>>
  private readonly expected: Words
  private readonly named = new Map<string, Condition>()

  constructor(compiler: Compiler, nodes: Readonly<Record<string, ConditionNode>>, expected: Words) {
    this.compiler = compiler
    this.nodes = nodes
    this.expected = expected
  }

  compile(expression: Expression): Condition {
    if (typeof expression === "string") return this.get(expression)
    const { all, any, not } = expression
    if (all !== undefined) return new Combined("all", all.map((part) => this.compile(part)))
    if (any !== undefined) return new Combined("any", any.map((part) => this.compile(part)))
    if (not !== undefined) return new Negated(this.compile(not))
    const scope = new ConditionScope(expression, (name) => this.get(name))
    const finder = finderOf(expression, scope.by, this.compiler)
    return finder === null ? factOf(expression, scope) : new ConditionText(expression, finder, scope, this.compiler, this.expected)
  }

  private get(name: string): Condition {
    let condition = this.named.get(name)
    if (condition === undefined) this.named.set(name, condition = new Named(name, this.compile(this.nodes[name]!)))
    return condition
  }
}
