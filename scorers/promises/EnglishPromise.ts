import { type Act, acts, type Commitment } from "./Commitment.ts"
import { englishActs } from "./EnglishActs.ts"
import { englishTimes } from "./EnglishTimes.ts"
import type { SpokenTime } from "./SpokenTime.ts"
import { everyMatch } from "./EveryMatch.ts"

const anyTime = /\b(?:today|tonight|tomorrow|noon|midday|midnight|morning|afternoon|evening|lunchtime|eod|cob|o'?clock|within|weekend|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day|end of|close of|hours?|minutes?|days?|by|before|at|in|around|about|between|until|till|past|no later|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d+(?:st|nd|rd|th))\b|\d\s*[ap]\.?m/

/** Who commits: the agent or somebody of the house, in the future. What follows up to the act is short. */
const will = "(?:'?ll|\\s+will|\\s+shall|\\s+am going to|'?m going to|\\s+are going to|'?re going to|\\s+is going to|'?s going to|'?m gonna|\\s+am gonna|'?re gonna|\\s+are gonna|'?s gonna|\\s+promise(?: to| you)?|\\s+guarantee|\\s+commit to|\\s+can promise(?: to| you)?)"
const doing = "(?:call|ring|phon|text|e-?mail|messag|send|shipp|get|giv|issu|process|refund|credit|updat|contact|follow|forward|dispatch|check|reach|overnight|mail|com)"
/** “I'm sending it by noon” is as good as “I'll send it”. */
const self = new RegExp(`\\blet (?:me|us)\\b(?! know)|\\b(?:i|we)(?:${will}\\b|(?:'?m| am|'?re| are) (?=${doing}(?:t?ing)\\b))`, "g")
const house = new RegExp(
  `\\b(?:someone|somebody|one of (?:us|my|our)[\\w ]{0,20}?|(?:my|our) (?!courier|driver|system|website|site|store|shop|line|price|offer|term|polic|partner|app\\b|branch)(?:[\\w-]+ ){0,3}?[\\w-]+|(?:the|a|an|another) (?:[\\w-]+ ){0,2}?(?:colleague|manager|supervisor|team|team leader|lead|department|dept|specialist|agent|office|advisor|adviser|rep|representative|associate|case handler|handler|engineers?|staff|crew|support|director|expert))(?: (?:from|in|at|on)(?: \\w+){1,4}?)?${will}`,
  "g"
)
/** “They will call you” speaks for the house where the agent has passed it on to them. */
const others = new RegExp(`\\b(?:he|she|they)${will}\\b`, "g")
const passedOn = /\b(?:i|we)(?:'?ve|'?ll| have| will|'?m| am)? (?:just |already |also |now )?(?:flag|pass|escalat|forward|hand|sent|ask|tell|told|get|notif|inform|transfer|rais|submit|put|assign|let|have|speak|spok)/
/** The customer as the one who is reached. */
const reached = /\byou(?:'?ll| will| are going to|'?re going to| can expect(?: to)?| should(?: expect)?| shall)\s+(?:\w+ ){0,2}?(?:hear|have|get|receive|expect|see|be)\b|\byou(?:'re| are|) (?:can expect|should expect|get|(?=called|contacted|notified|updated))\b|\b(?:expect|look out for|watch for|await) (?:a|an|my|our|the|to hear)\b|^(?:will|going to|calling|promise|gonna)\b/g

const past = /\b(?:yesterday|last (?:week|night|time|month)|ago|earlier|already|was going to|were going to|would have|had|supposed to|should have|told (?:you|me|by)|said|promised|was told|were told|did|tried|(?<!(?:be|get|are|re) )called|i was|we were)\b/
const hedged = /\b(?:might|may|maybe|perhaps|probably|hopefully|possibly|try to|try and|trying to|do my best|aim to|aiming to|hope to|hoping|could|should be able|expected to|estimated|normally|usually|typically|generally|in most cases|can't promise|cannot promise|no guarantees?|can't guarantee|cannot guarantee|not sure|likely|would|plan to|up to|can take|takes|i think|i believe)\b/
const condition = /\b(?:if|unless|in case|in the event|once(?! (?:a|an|per|every|more|again)\b)|provided|assuming|should you|as soon as|whenever|when|after (?:you|we receive|we get|they|it|that)|depending|subject to|until (?:you|they|we|it))\b/
const regardless = /\b(?:even if|whether or not|regardless|no matter|either way|if that'?s (?:ok|okay|all right|alright|fine)(?: (?:with|by) you)?|if that works|if you don'?t mind|if not sooner|if not before|when i know more or not)\b/
const negated = /\b(?:not|won'?t|can'?t|cannot|unable|never|no longer|don'?t|doesn'?t|no one|nobody|isn'?t|wouldn'?t|couldn'?t)\b/
const repeated = /\b(?:every (?:day|week|hour|morning|customer)|each day|daily|any ?time|24\/7|round the clock|always|all (?:customers|enquiries|emails))\b/
const asked = /^(?:so |and |ok |okay |well |or )*(?:shall|should|would|could|can|may|do|does|is|are|will|did|when|what|which|how|where|who|why|want me|need me)\b/
const tagQuestion = /(?:,\s*|\s)(?:ok|okay|alright|all right|is that (?:ok|okay|fine|good|all right|alright)(?: (?:with|for|by) you)?|does that (?:work|suit you|sound (?:good|ok|okay|alright|fair))(?: (?:for|to|with) you)?|sound(?:s)? (?:good|ok|fair)|would that (?:work|be (?:ok|okay|alright|fine)|suit you)(?: (?:for|with) you)?|how does that sound|if that's (?:ok|okay|alright|all right|fine)(?: (?:with|by) you)?)$|,\s*right$/
const reported = /\b(?:you (?:said|mean|mentioned|want|wanted|asked|told|promised|agreed)|they (?:said|told|say)|(?:he|she) (?:said|says)|says|it says|according to|tracking (?:shows|says)|policy|our standard|(?:contract|terms) (?:say|state|require)s?)\b/

/** Most sentences go no further than this. */
const anyCommitment = /ll\b|\bwill\b|\bshall\b|\bgoing to\b|\bgonna\b|\bpromise|\bguarantee|\blet (?:me|us)\b|\bcommit\b|\bexpect\b|\bawait\b|\b(?:look out|watch) for\b|\byou (?:are|should)\b|\b(?:i'?m|i am|we'?re|we are) \w+ing\b|^calling/

/** The commitments of one sentence, in lower case with straight apostrophes, without the mark it ends with. `before`: what the same turn said before it. */
export const englishPromises = (sentence: string, question: boolean, before = ""): Array<Commitment> => {
  if (!anyCommitment.test(sentence) || !anyTime.test(sentence)) return []
  const times = englishTimes(sentence).filter((time) => time.bound !== "after")
  if (times.length === 0) return []
  const commits = [self, house, reached, ...(passedOn.test(before + sentence) ? [others] : [])].flatMap((pattern) => everyMatch(sentence, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length })))
  if (commits.length === 0) return []
  const found: Array<Commitment> = []
  for (const act of acts(englishActs, sentence)) {
    const commit = commits.filter((one) => one.start <= act.start && reaches(sentence.slice(one.end, act.start))).sort((a, b) => b.start - a.start)[0]
    if (commit === undefined) continue
    const time = timeOf(act, commit.start, times, sentence)
    if (time === null || found.some((one) => one.time.start === time.start) || !stands(act, commit.start, time, sentence, question)) continue
    // “I'll check tomorrow morning and call you by ten”: ten is tomorrow's.
    const day = time.day ?? (time.length === null ? found.findLast((one) => one.time.end <= time.start)?.time.day : null) ?? null
    const start = Math.min(time.start, commit.start)
    found.push({ start, end: Math.max(time.end, act.end), what: act.what, loose: act.loose, time: day === time.day ? time : { ...time, day } })
  }
  return found
}

/** Between “I will” and the act nothing may stand that begins another sentence or gives the act to somebody else. */
const reaches = (between: string): boolean => between.length <= 60 && !/[:;]|\b(?:he|she|they|you can|you could|the courier|the driver|the technician|so that|because|but)\b/.test(between)

/** In the clause of the act, or right before it. */
const timeOf = (act: Act, commit: number, times: ReadonlyArray<SpokenTime>, text: string): SpokenTime | null => {
  const after = times.find((time) => time.start >= act.start && !crossesClause(text.slice(act.end, Math.max(act.end, time.start))))
  if (after !== undefined) return after
  const between = times.find((time) => time.start >= commit && time.end <= act.start)
  if (between !== undefined) return between
  return times.findLast((time) => time.end <= commit && /^[\s,]*(?:and |then |so |well )?$/.test(text.slice(time.end, commit))) ?? null
}

const crossesClause = (text: string): boolean => /[,;:]\s*(?:and|but|so|or|then|he|she|they|it|the|you|please|i|we)\b|[;:]|\b(?:and|but|because|so) (?:the|it|he|she|they|you|then|your|please)\b|\b(?:which|that) (?:will|is|was|should)\b/.test(text) || text.length > 90

const stands = (act: Act, commit: number, time: SpokenTime, text: string, question: boolean): boolean => {
  const end = Math.max(act.end, time.end)
  const comma = text.indexOf(",", end)
  const clause = text.slice(0, comma < 0 ? text.length : comma)
  const own = text.slice(ownStart(text, Math.min(commit, time.start)), end)
  if (past.test(own) || hedged.test(own) || negated.test(own.replaceAll(/\bno later than\b|\bnot later than\b|\bno more than\b/g, "")) || repeated.test(own)) return false
  if (reported.test(text.slice(0, end))) return false
  if (condition.test(clause.replace(/\b(?:just )?in case\b(?=,|$)/, "")) && !regardless.test(text)) return false
  if (act.loose && /^(?:today|now)$/.test(text.slice(time.start, time.end))) return false
  if (question && !tagQuestion.test(text)) return asked.test(text) ? false : text.lastIndexOf(",") > end && !asked.test(text)
  return !/^(?:shall|should|would you|do you|can|could|may) /.test(text)
}

/** Where the part of the sentence begins that has the commitment in it. */
const ownStart = (text: string, at: number): number => {
  const before = text.slice(0, at)
  const border = Math.max(before.lastIndexOf(","), before.lastIndexOf(";"), before.lastIndexOf(" but "), before.lastIndexOf(" so "), before.lastIndexOf(" and "))
  return border < 0 ? 0 : border
}
