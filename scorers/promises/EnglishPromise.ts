import { type Act, acts, type Commitment, type Promised } from "./Commitment.ts"
import { englishTimes } from "./EnglishTimes.ts"
import type { SpokenTime } from "./SpokenTime.ts"
import { everyMatch } from "./EveryMatch.ts"

const anyTime = /\b(?:today|tonight|tomorrow|noon|midday|midnight|morning|afternoon|evening|lunchtime|eod|cob|o'?clock|within|weekend|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day|end of|close of|hours?|minutes?|days?|by|before|at|in|no later|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d+(?:st|nd|rd|th))\b|\d\s*[ap]\.?m/

const patterns: ReadonlyArray<readonly [Promised, RegExp]> = [
  ["call", /\b(?:call|ring|phone|telephone)(?:ing)? (?:you|him|her|mr|mrs|ms|your wife|your husband)\b(?: back)?|\bcall(?:ing)? back\b|\bgive you (?:a|another) (?:quick )?(?:call|ring|bell|buzz|callback|call[- ]back)\b(?: back)?|\breturn your call\b|\b(?:speak|talk) (?:to|with) you\b(?: again)?|\b(?:a|your) (?:call|callback|call[- ]back|phone call)\b/g],
  ["reply", /\bget back (?:to|with) you\b|\blet you know\b|\bupdate you\b|\b(?:send|e-?mail|text|message|write(?: to)?|drop|give) you (?:(?:an?|the|my|our|your|some|another) )?(?:full |quick |written |final |proper )?(?:update|answer|reply|response|decision|result|results|quote|details|news|e-?mail|text|message|note|line|confirmation|report|link|information)\b|\b(?:e-?mail|text|message) you\b|\brepl(?:y|ied)\b(?: to you)?|\brespond\b(?: to you)?|\bhave an (?:answer|update)\b(?: for you)?|\bfollow up\b(?: with you)?|\bbe (?:back )?in touch\b(?: with you)?|\bconfirm (?:it |this |that |everything )?(?:to|with|by)\b|\btell you\b|\bnotify you\b|\bhear (?:back )?from (?:me|us|our|my)\b|\breport back\b(?: to you)?|\b(?:a|an|your) (?:reply|answer|response|update)\b/g],
  ["contact", /\bcontact(?:ing)? you\b|\breach out\b(?: to you)?|\btouch base\b(?: with you)?|\bbe back with you\b|\bcheck (?:back )?in\b(?: with you| on you)?/g],
  ["refund", /\b(?:refund|reimburse|credit|repay)(?: (?:you|your|the|that|it)\b)?|\byour (?:refund|money)\b|\bthe refund\b|\bissue (?:a|the|your) refund\b/g],
  ["delivery", /\b(?:ship|dispatch|deliver)\b(?: (?:it|them|that|the|your|a|you)\b)?|\b(?:post|courier) (?:it|them|that|your|you)\b|\bsend (?:it |them |that |the \w+ |a \w+ |your \w+ |you the \w+ |you a \w+ )?(?:out|over|off)\b|\bsend you (?:a|the) (?:replacement|new|spare)\b/g],
  ["visit", /\b(?:have|send|get|book) (?:you )?(?:someone|somebody|(?:an?|our|the|another) (?:\w+ )?(?:engineer|technician|plumber|electrician|fitter|surveyor|repairman|team))(?: \w+)? ?(?:out|over|round|with you|to you|to your|at your|there)\b|\bcome (?:by|out|over|round)\b|\bbe at your\b|\bvisit you\b/g],
  ["fix", /\b(?:fix|resolve|repair|replace|sort)(?: (?:it|this|that|the \w+|your \w+|everything|out))?\b(?: out)?|\bhave (?:it|this|that|everything|your \w+|the \w+) (?:fixed|sorted|resolved|done|ready|restored|working|back)\b|\bget (?:it|this|that|your \w+) (?:fixed|sorted|resolved|done|restored)\b/g]
]

/** Who commits: the agent or somebody of the house, in the future. What follows up to the act is short. */
const will = "(?:'?ll|\\s+will|\\s+shall|\\s+am going to|'?m going to|\\s+are going to|'?re going to|'?m gonna|\\s+am gonna|'?re gonna|\\s+are gonna|\\s+promise(?: to| you)?|\\s+guarantee|\\s+commit to|\\s+can promise(?: to| you)?|\\s+will be|'?ll be)"
const self = new RegExp(`\\b(?:i|we)${will}\\b`, "g")
const house = new RegExp(
  `\\b(?:someone|somebody|one of (?:us|my|our)[\\w ]{0,20}|(?:my|our|the|a|another) (?:\\w+ )?(?:colleague|manager|supervisor|team|team leader|department|specialist|agent|office|advisor|adviser|case handler|engineers?))${will}`,
  "g"
)
/** The customer as the one who is reached. */
const reached = /\byou(?:'?ll| will| are going to| can expect(?: to)?| should expect| shall)\s+(?:\w+ ){0,2}?(?:hear|have|get|receive|expect)?\b|\bexpect (?:a|an|my|our)\b|^(?:will|going to|calling|promise)\b/g

const past = /\b(?:yesterday|last (?:week|night|time|month)|ago|earlier|already|was going to|were going to|would have|had|supposed to|should have|told (?:you|me)|said|promised|was told|were told)\b/
const hedged = /\b(?:might|may|maybe|perhaps|probably|hopefully|possibly|try to|trying to|try and|aim to|hope to|could|should be able|expected to|estimated|normally|usually|typically|generally|in most cases|can't promise|cannot promise|no guarantee|can't guarantee|cannot guarantee|not sure|likely)\b/
const condition = /\b(?:if|unless|in case|in the event|once|provided|assuming|should you|as soon as|whenever|when)\b/
const regardless = /\b(?:even if|whether or not|regardless|no matter|either way|if that'?s (?:ok|okay|all right|alright|fine)|if that works|if you don'?t mind)\b/
const negated = /\b(?:not|won'?t|can'?t|cannot|unable|never|no longer|don'?t|doesn'?t|no one|nobody|isn'?t)\b/
const repeated = /\b(?:every (?:day|week|hour|morning)|each day|daily|any ?time|24\/7|round the clock)\b/
const asked = /^(?:so |and |ok |okay |well )*(?:shall|should|would|could|can|may|do|does|is|are|will|did|when|what|which|how|where|who|why)\b/
const tagQuestion = /,\s*(?:ok|okay|alright|all right|right|is that (?:ok|okay|fine|all right|alright)|does that (?:work|suit you|sound good)(?: for you)?|sound good|would that (?:work|be ok|suit you)|how does that sound|is that alright with you)$/
const reported = /\b(?:you (?:said|mean|mentioned|want|asked|told)|says|it says|according to|tracking shows|policy)\b/

/** Most sentences go no further than this. */
const anyCommitment = /ll\b|\bwill\b|\bshall\b|\bgoing to\b|\bgonna\b|\bpromise|\bguarantee|\bcommit\b|\bexpect\b|\byou are\b|^calling/

/** The commitments of one sentence, in lower case with straight apostrophes, without the mark it ends with. */
export const englishPromises = (sentence: string, question: boolean): Array<Commitment> => {
  if (!anyCommitment.test(sentence) || !anyTime.test(sentence)) return []
  const times = englishTimes(sentence).filter((time) => time.bound !== "after")
  if (times.length === 0) return []
  const commits = [self, house, reached].flatMap((pattern) => everyMatch(sentence, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length })))
  if (commits.length === 0) return []
  const found: Array<Commitment> = []
  for (const act of acts(patterns, sentence)) {
    const commit = commits.filter((one) => one.start <= act.start && reaches(sentence.slice(one.end, act.start))).sort((a, b) => b.start - a.start)[0]
    if (commit === undefined) continue
    const time = timeOf(act, commit.start, times, sentence)
    if (time === null || found.some((one) => one.time === time) || !stands(act, commit.start, time, sentence, question)) continue
    const start = Math.min(time.start, commit.start)
    found.push({ start, end: Math.max(time.end, act.end), what: act.what, time })
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
  if (question && !tagQuestion.test(text)) return asked.test(text) ? false : text.lastIndexOf(",") > end && !asked.test(text)
  return !/^(?:shall|should|would you|do you|can|could|may) /.test(text)
}

/** Where the part of the sentence begins that has the commitment in it. */
const ownStart = (text: string, at: number): number => {
  const before = text.slice(0, at)
  const border = Math.max(before.lastIndexOf(","), before.lastIndexOf(";"), before.lastIndexOf(" but "), before.lastIndexOf(" so "), before.lastIndexOf(" and "))
  return border < 0 ? 0 : border
}
