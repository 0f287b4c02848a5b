import { because } from "../schemas/Because.ts"
import type { Judged } from "../schemas/Judged.ts"
import type { Rubric, RubricRule } from "../schemas/Rubric.ts"
import type { Score } from "../schemas/Score.ts"
import type { Tally } from "../schemas/Tally.ts"
import type { Transcript } from "../schemas/Transcript.ts"
import { CaseJudge } from "./cases/CaseJudge.ts"
import { type Dialects, dialects } from "./wording/Dialect.ts"
import { Compiler, type Judge, notApplicable, type Verdict } from "./Kind.ts"
import { PhraseError, type WordLists } from "./wording/Phrase.ts"
import { Reading } from "./wording/Reading.ts"
import type { Rule } from "./Rule.ts"
import { tally } from "./Tally.ts"

/** Phrases that cannot be read, by the rule they are in. */
export class PhraseFaults extends Error {
  readonly faults: ReadonlyArray<{ readonly rule: string; readonly message: string }>

  constructor(faults: ReadonlyArray<{ readonly rule: string; readonly message: string }>) {
    super(faults.map((fault) => `${fault.rule}: ${fault.message}`).join("\n"))
    this.faults = faults
  }
}

/** The rubric in force, ready to judge: all phrases of all rules in one matcher. Judging is pure and synchronous. */
export class CompiledRubric {
  readonly rubric: Rubric
  /** What the rules say over several transcripts. */
  readonly cases: CaseJudge
  private readonly judges: ReadonlyArray<{ readonly rule: Rule; readonly judge: Judge }>
  private readonly byId: ReadonlyMap<string, RubricRule>
  private readonly reading: Reading
  private readonly spoken: Dialects

  /** `rules` in the order of `rubric.rules`. Throws `PhraseFaults`. */
  constructor(rubric: Rubric, rules: ReadonlyArray<Rule>, lists: WordLists) {
    this.rubric = rubric
    this.byId = new Map(rubric.rules.map((rule) => [rule.id, rule]))
    const compiler = new Compiler(lists)
    const judges: Array<{ rule: Rule; judge: Judge }> = []
    const faults: Array<{ rule: string; message: string }> = []
    for (const rule of rules) {
      try {
        judges.push({ rule, judge: rule.compile(compiler) })
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error
        faults.push({ rule: rule.id, message: error.message })
      }
    }
    if (faults.length > 0) throw new PhraseFaults(faults)
    this.judges = judges
    this.cases = new CaseJudge(rules, lists)
    this.spoken = compiler.once(dialects)
    this.reading = new Reading(compiler.matcher.build())
  }

  judge(transcript: Transcript): Judged {
    const scores: Array<Score> = []
    const tallies: Array<Tally> = []
    for (const { agent, own } of this.perAgent(transcript, this.judges)) {
      scores.push(...own)
      tallies.push(tally(this.rubric, this.byId, agent, own))
    }
    return { transcript, scores, tallies }
  }

  /** What one rule says of each agent of a transcript: all that its examples need. */
  judgeBy(rule: string, transcript: Transcript): ReadonlyArray<Score> {
    return this.perAgent(transcript, this.judges.filter((one) => one.rule.id === rule)).flatMap(({ own }) => own)
  }

  private perAgent(transcript: Transcript, judges: typeof this.judges): ReadonlyArray<{ readonly agent: string | null; readonly own: ReadonlyArray<Score> }> {
    const { reading } = this
    reading.open(transcript)
    const agents = agentsOf(transcript)
    return agents.map((agent, position) => {
      reading.turnTo(agent, agents.length === 1)
      let foreign: boolean | null = null
      // Asked only for rules that judge by phrases.
      const isForeign = () => (foreign ??= !ourLanguages.test(transcript.language ?? "zh") || this.spoken.inAnotherLanguage(reading, { from: 0, to: transcript.turns.length }))
      const own = judges.map(({ rule, judge }): Score => ({
        rule: rule.id,
        agent,
        ...(outsideScope(rule, transcript, position, agents.length) ?? (wordKinds.has(rule.kind) && isForeign() ? notApplicable(because.otherLanguage) : judge(reading))),
        decidedBy: "rule"
      }))
      return { agent, own }
    })
  }
}

/** Languages the phrases of the rules are written in. */
const ourLanguages = /^(zh|cmn|en)\b/i

/** Kinds that judge by phrases: of another language, or of a dialect that is written with words of its own, they can say nothing. */
const wordKinds: ReadonlySet<Rule["kind"]> = new Set([
  "forbidden-phrase", "refusal", "explained-refusal", "reversal", "required-elements", "occasion", "resolved", "protocol", "uses-name"
])

/** Those who speak, in the order they first do; who is only listed when nobody is named; `null` for an agent without a name. */
const agentsOf = (transcript: Transcript): ReadonlyArray<string | null> => {
  const speaking = new Set<string>()
  for (const turn of transcript.turns) if (turn.role === "agent" && turn.agent !== null) speaking.add(turn.agent)
  if (speaking.size > 0) return [...speaking]
  return [transcript.agents[0]?.id ?? null]
}

const outsideScope = (rule: Rule, transcript: Transcript, position: number, agents: number): Verdict | null => {
  if (rule.channels !== undefined && !rule.channels.includes(transcript.channel)) return notApplicable(because.otherChannel)
  if (rule.dueFrom === "first" && position > 0) return notApplicable(because.otherAgent)
  if (rule.dueFrom === "last" && position < agents - 1) return notApplicable(because.otherAgent)
  return null
}
