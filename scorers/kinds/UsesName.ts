import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { addressed, customerName } from "../wording/CustomerName.ts"
import { dialects } from "../wording/Dialect.ts"
import { breached, type Compiler, type Judge, met, notApplicable, unscored } from "../Kind.ts"
import { soundOf } from "../wording/Pinyin.ts"
import { ruleHeader } from "../RuleHeader.ts"

/** Once the customer has told their name, the agent calls them by it in the turns that follow. */
export class UsesName extends Schema.Class<UsesName>("UsesName")({
  ...ruleHeader,
  kind: Schema.Literal("uses-name"),
  /** An agent who says less than this many turns afterwards has had no occasion. */
  leastTurns: Schema.Number.pipe(Schema.int(), Schema.between(1, 20))
}) {
  compile(compiler: Compiler): Judge {
    const spoken = compiler.once(dialects)
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const name = customerName(reading.transcript)
      if (name === null) return notApplicable(because.noTrigger)
      const { turn, start, end } = name
      const quote = reading.transcript.turns[turn]!.text.slice(start, end)
      const context = { _tag: "Said", bearing: "context", turn, start, end, quote, note: "name" } as const
      const after = reading.own.filter((t) => t > turn)
      // A recogniser writes a name as it pleases.
      const alike = reading.transcript.channel === "voice" ? soundAlike : (a: string, b: string) => a === b
      for (const t of after) {
        const { text } = reading.transcript.turns[t]!
        const use = addressed(text, name, alike)
        if (use !== null) return met([context, { _tag: "Said", bearing: "for", turn: t, ...use, quote: text.slice(use.start, use.end), note: null }])
      }
      if (new Set(after.map((t) => reading.utterances[t])).size < this.leastTurns) return notApplicable(because.cutShort)
      const window = { from: after[0]!, to: after.at(-1)! }
      if (spoken.inAnotherLanguage(reading, window)) return notApplicable(because.otherLanguage)
      if (reading.isDoubtful(window)) return unscored(because.lowConfidence)
      const called = name.script === "chinese" ? `${name.family}先生／${name.family}女士` : name.family === null ? name.given! : `Mr./Ms. ${name.family}`
      return breached([context, reading.unsaid(window, called)])
    }
  }
}

const soundAlike = (a: string, b: string): boolean => {
  if (a === b) return true
  const sound = soundOf(a.charCodeAt(0)).loose
  return soundOf(b.charCodeAt(0)).loose.some((syllable) => sound.includes(syllable))
}
