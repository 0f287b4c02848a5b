import type { Compiler } from "../Kind.ts"
import type { Hit, Matcher, PhraseSet } from "../wording/Matcher.ts"
import { overlaps, type Reading } from "../wording/Reading.ts"
import { breakKind, type Wording } from "../wording/Wording.ts"

/** The word lists that tell a refusal from a sentence that only has its words in it; each explained in `rules/words.yaml`. */
const lists = [
  "not-refusing", "about-a-product", "service", "if", "then", "if-tail", "asking", "not-asking", "tag-question", "but", "good-news", "fear", "request", "warning", "undo",
  "reason", "no-reason", "alternative", "no-alternative"
] as const
type List = (typeof lists)[number]

/** What one speaker says in one go, over adjacent turns, and which of the words above stand in it. */
interface Breath {
  readonly start: number
  readonly end: number
  readonly has: Readonly<Record<List, ReadonlyArray<Hit>>>
}

/** How far, in units, a condition or a question may be from the words it is about, and a service from the “no” said to it. */
const reach = { condition: 26, conditionTail: 10, question: 14, turn: 50, goodNews: 30, service: 8 }

const nothing: ReadonlyArray<Hit> = []

/**
 * Decides from the sentence a “no” stands in whether it refuses this customer something. The words around it are looked for
 * only in speech that has a “no” in it: other speech costs nothing.
 */
export class RefusalContext {
  private readonly sets: Readonly<Record<List, PhraseSet>>
  private readonly matcher: Matcher
  private transcript: Reading["transcript"] | null = null
  private readonly breaths = new Map<number, Breath>()

  /** The rules of one rubric share one: `compiler.once(RefusalContext.make)`. */
  static readonly make = (compiler: Compiler) => new RefusalContext(compiler)

  private constructor(compiler: Compiler) {
    const aside = compiler.aside()
    this.sets = Object.fromEntries(lists.map((list) => [list, aside.phrases([`<${list}>`])])) as Record<List, PhraseSet>
    this.matcher = aside.matcher.build()
  }

  /** Not a question, condition, reassurance, fact about a product, idiom, or the customer's own trouble. */
  refuses(reading: Reading, hit: Hit): boolean {
    const { wording } = reading
    const { has } = this.breath(reading, hit)
    if (has["not-refusing"].some((excuse) => overlaps(excuse, hit) && !particleBetween(wording, excuse.start, hit.start))) return false
    if (has["about-a-product"].some((fact) => overlaps(fact, hit)) && !isAboutService(wording, hit, has.service)) return false
    if (isCondition(wording, hit, has) || isQuestion(wording, hit, has)) return false
    // What cannot be undone is told before it is done, unless the customer asks for just that.
    return !has.warning.some((warning) => overlaps(warning, hit)) || this.before(reading, hit).undo.length > 0
  }

  /** The same sentence goes on to something good: “not yet, but we are working on it”. */
  turnsToGood(reading: Reading, hit: Hit): boolean {
    const { has } = this.breath(reading, hit)
    return has.but.some(
      (but) =>
        but.start >= hit.end &&
        but.start - hit.end <= reach.turn &&
        has["good-news"].some((good) => good.start >= but.end && good.start - but.end <= reach.goodNews && sameSentence(reading.wording, hit.end, good.start))
    )
  }

  /** The customer's last words before this were a fear that it might happen: “no” then puts at ease. */
  isFeared(reading: Reading, hit: Hit): boolean {
    return this.before(reading, hit).fear.length > 0
  }

  /** The customer's last words before this asked for a service. */
  isRequested(reading: Reading, hit: Hit): boolean {
    return this.before(reading, hit).request.length > 0
  }

  /** A reason for the refusal and what can be done instead, said in the same breath; places in `refusals` are neither. */
  explanation(reading: Reading, hit: Hit, refusals: ReadonlyArray<Hit>): { readonly reason: Hit | null; readonly alternative: Hit | null } {
    const { has } = this.breath(reading, hit)
    const turn = reading.turnOf(hit)
    const best = (found: ReadonlyArray<Hit>, not: ReadonlyArray<Hit>) => {
      const good = found.filter((one) => !not.some((other) => overlaps(one, other)))
      // What is said in the same message belongs to it before what is said in the next.
      return good.find((one) => reading.turnOf(one) === turn) ?? good[0] ?? null
    }
    return {
      reason: best(has.reason.filter((one) => !refusals.some((other) => isMostOf(one, other))), has["no-reason"]),
      alternative: best(has.alternative.filter((one) => !refusals.some((other) => overlaps(one, other))), has["no-alternative"])
    }
  }

  private breath(reading: Reading, hit: Hit): Breath {
    if (this.transcript !== reading.transcript) {
      this.transcript = reading.transcript
      this.breaths.clear()
    }
    const { start, end } = reading.speechAround(hit)
    const known = this.breaths.get(start)
    if (known !== undefined) return known
    const breath = { start, end, has: this.scan(reading.wording, start, end) }
    this.breaths.set(start, breath)
    return breath
  }

  private before(reading: Reading, hit: Hit): Breath["has"] {
    const { start } = reading.speechAround(hit)
    const last = start - 1
    if (last < 0 || !reading.isCustomer(reading.wording.turns[last]!)) return this.scan(reading.wording, 0, 0)
    return this.breath(reading, { start: last, end: start, phrase: 0 }).has
  }

  private scan(wording: Wording, start: number, end: number): Breath["has"] {
    this.matcher.scan(wording, start, end)
    // The matcher fills an empty list again on its next scan, so it must not be kept.
    return Object.fromEntries(lists.map((list) => {
      const hits = this.matcher.hits(this.sets[list])
      return [list, hits.length === 0 ? nothing : hits]
    })) as Record<List, ReadonlyArray<Hit>>
  }
}

/** 没有权限 is no reason for 没有权限修改. */
const isMostOf = (part: Hit, whole: Hit) => part.start >= whole.start && part.end <= whole.end && 2 * (part.end - part.start) > whole.end - whole.start

const isAboutService = (wording: Wording, hit: Hit, services: ReadonlyArray<Hit>) =>
  services.some((service) => overlaps(service, hit) || (service.start >= hit.end && service.start - hit.end <= reach.service && !clauseEndsBetween(wording, hit.end, service.start)))

/**
 * “If … cannot …, please …”: the “no” is what the condition is about, not what follows from it. It follows where a new clause or
 * words such as 就, “then”, “we” stand between, or where nothing more is said after it.
 */
const isCondition = (wording: Wording, hit: Hit, has: Breath["has"]): boolean => {
  const tail = has["if-tail"].some((one) => one.start > hit.start && one.end > hit.end && one.start - hit.end <= reach.conditionTail && !clauseEndsBetween(wording, hit.end, one.start))
  if (tail) return true
  return has.if.some((one) => {
    if (one.end > hit.start || hit.start - one.end > reach.condition || !sameSentence(wording, one.end, hit.start)) return false
    // The subject right after “if” starts the condition, not what follows from it.
    if (has.then.some((then) => then.start > one.end + 1 && then.start <= hit.start && then.end <= hit.end)) return false
    return !clauseEndsBetween(wording, one.end, hit.start) && goesOn(wording, hit.end)
  })
}

const isQuestion = (wording: Wording, hit: Hit, has: Breath["has"]): boolean =>
  has.asking.some((ask) => {
    if (ask.start < hit.end || ask.start - hit.end > reach.question || has["not-asking"].some((other) => other.start >= hit.end && overlaps(other, ask))) return false
    if (!sameSentence(wording, hit.end, ask.start)) return false
    if (!clauseEndsBetween(wording, hit.end, ask.start)) return true
    // “…, is that right?” stands in a clause of its own, right after the one it asks about.
    return has["tag-question"].some((tag) => tag.start <= ask.start && ask.end <= tag.end && !clauseEndsBetween(wording, hit.end, lastBefore(wording, tag)))
  })

const space = 32

/** Before a Latin word stands the space that parts it from the last one, and the comma before it with the space. */
const lastBefore = (wording: Wording, { start }: Hit): number => (wording.units[start - 1] === space ? start - 2 : start - 1)

const sameSentence = (wording: Wording, from: number, to: number): boolean => {
  for (let i = from; i <= to && i < wording.length; i++) if (wording.breaks[i] === breakKind.sentence || wording.breaks[i] === breakKind.speaker) return false
  return true
}

const particles = new Set(Array.from("呢哦哈呀哟啦嘛哒咯噢", (particle) => particle.charCodeAt(0)))

/** A comma, a new message, or a particle that ends what was said, since many people write no punctuation. */
const clauseEndsBetween = (wording: Wording, from: number, to: number): boolean => {
  for (let i = Math.max(from, 1); i <= to && i < wording.length; i++) {
    if (wording.breaks[i]! >= breakKind.clause) return true
  }
  return particleBetween(wording, from, to)
}

const particleBetween = (wording: Wording, from: number, to: number): boolean => {
  for (let i = from + 1; i <= to && i < wording.length; i++) {
    if (particles.has(wording.units[i - 1]!) && !particles.has(wording.units[i]!)) return true
  }
  return false
}

/** At least so much is said after a condition. */
const consequence = 4

const goesOn = (wording: Wording, from: number): boolean => {
  for (let i = from; i < from + consequence; i++) if (i >= wording.length || wording.breaks[i] === breakKind.speaker) return false
  return true
}
