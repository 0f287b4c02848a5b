import { ActPatterns } from "./Commitment.ts"

const you = "(?:you|u|ya|him|her|mr|mrs|ms|your (?:wife|husband|office))"
/** A thing with what describes it, to two words. */
const thing = "(?:an?|the|my|our|your|some|another|that|this|those|these|all)? ?(?:[\\w'-]+ ){0,2}?"
const message = "(?:updates?|answers?|reply|response|decision|results?|quote|details|news|e-?mail|text|message|dm|note|line|shout|confirmation|report|links?|info(?:rmation)?|number|label|code|form|copy|invoice|receipt|statement|instructions|paperwork|documents?|solution|resolution|outcome|summary|follow[- ]up)"
const goods = "(?:replacement|new (?:one|\\w+)|spare|parts?|parcel|package|order|item|card|device|router|kit|box|unit)"
const expert = "(?:(?:someone|somebody)|(?:an?|our|the|another|your) (?:\\w+ )?(?:engineer|technician|tech|plumber|electrician|fitter|surveyor|repairman|team|crew|mechanic|installer))"
const calling = "(?:call|ring|phone|telephone|buzz|dial)"

const all = (pattern: string): RegExp => new RegExp(pattern, "g")

/** Ways to say in English that something will be done for the customer, in lower case. */
export const englishActs = new ActPatterns([
  ["call", all(`\\b${calling}(?:s|ing)? (?:${you}|to)\\b(?: back)?|\\b${calling}(?:s|ing)? (?:right |straight )?(?:back|again)\\b|\\b(?:call|ring|phone) you (?:right |straight )?back\\b|\\b(?:try|trying) you (?:back|again)\\b|\\b(?:be calling|call)\\b(?= (?:at|on|by|before|around|about|tomorrow|today|tonight|first|in|this|next|between|no later|within)\\b)`)],
  ["call", all(`\\b(?:giv(?:e|es|ing)|mak(?:e|es|ing)) ${you} (?:a|another) (?:\\w+ )?(?:call|ring|bell|buzz|callback|call[- ]back)\\b(?: back)?|\\breturn(?:ing)? your call\\b|\\b(?:speak|talk|chat)(?:ing)? (?:to|with) you\\b(?: again)?|\\b(?:a|another|your|my|our) (?:\\w+ )?(?:call|callback|call[- ]back|phone call)\\b`)],
  ["reply", all(`\\b(?:get|gets|getting|write|writes|writing) back (?:to|with) you\\b|\\bback to you\\b|\\blet(?:ting)? you know\\b|\\bupdat(?:e|es|ing) you\\b|\\bkeep(?:ing)? you (?:posted|updated|informed)\\b|\\b(?:inform|notify|advise|tell)(?:ing)? you\\b|\\b(?:com(?:e|ing)|revert(?:ing)?) (?:right |straight )?(?:back )?to you\\b|\\b(?:circl|loop)(?:e|ing)? back\\b(?: (?:to|with) you)?`)],
  ["reply", all(`\\b(?:send|shoot|drop|give|get|fire|forward|e-?mail|text|message|provide|write|offer)(?:s|ing)? (?:over |across )?(?:${you} )?(?:with )?${thing}${message}\\b(?: (?:over )?to you)?|\\b(?:e-?mail|text|message|dm|write to|whatsapp)(?:s|ing)? (?:${you})\\b|\\bsend (?:it|that|this|those|them|everything) (?:over )?(?:to your? e-?mail|by e-?mail)`)],
  ["reply", all(`\\b(?:repl(?:y|ies|ied|ying)|respond(?:s|ing)?)\\b(?: to you)?|\\bhav(?:e|ing) (?:an? |some |your |the |more |further )?(?:\\w+ )?${message}\\b(?: (?:for|to) you)?|\\bfollow(?:s|ing)?[- ]up\\b(?: with you)?|\\b(?:be |get )?(?:back )?in (?:touch|contact)\\b(?: with you)?|\\bconfirm(?:s|ing)? (?:it |this |that |everything |with you|to you|by )|\\bhear(?:ing)? (?:back )?from (?:me|us|our|my|one|someone|somebody|a|an|the)\\b|\\breport(?:ing)? back\\b(?: to you)?|\\b(?:a|an|your|our|my|the) (?:\\w+ )?(?:reply|answer|response|update|e-?mail|text|message|confirmation)\\b`)],
  ["contact", all(`\\b(?:contact|reach)(?:s|es|ing)? you\\b|\\breach(?:es|ing)? (?:back )?out\\b(?: to you)?|\\bbe reaching out\\b|\\btouch(?:ing)? base\\b(?: with you)?|\\bbe (?:right )?back with you\\b|\\bcheck(?:ing)? (?:back )?(?:in|on|up)\\b(?: with you| on you)?|\\bcheck(?:ing)? back\\b(?: with you)?`)],
  ["refund", all(`\\b(?:refund|reimburse|credit|repay|compensate)(?:ing)?(?: (?:you|your|the|that|it)\\b)?|\\b(?:your|the|that|a|full) (?:full )?(?:refund|money|credit)\\b`)],
  ["delivery", all(`\\b(?:ship|dispatch|deliver|overnight|courier|post|mail)(?:ing)?(?: (?:it|them|that|this|the|your|a|an|you)\\b)|\\bsend(?:ing)? (?:you )?(?:${thing})?(?:it |them |that |\\w+ )?(?:out|over|off)\\b(?! to your? e)|\\b(?:send|get|have)(?:ing)? ${you}? ?${thing}${goods}\\b(?: (?:out|over|sent|shipped))?(?: to you)?|\\b(?:send|forward|post|mail)(?:ing)? (?:over |across |out |you )?(?:an?|the|my|our|your|that|those|these|it|them)\\b`)],
  ["visit", all(`\\b(?:have|send|get|book|arrange)(?: for)? (?:you )?${expert}(?: \\w+)? ?(?:out|over|round|around|with you|to you|to your|at your|there|come|to come|visit)\\b|\\bcome (?:by|out|over|round)\\b|\\b(?:be|out) (?:at|to) your\\b|\\bvisit you\\b|\\bbe with you\\b`)],
  ["fix", all(`\\b(?:fix|resolve|repair|replace|sort|correct|restore|process|reactivate|unlock|complete|reverse|waive|remove|cancel|adjust|activate|upgrade|arrange|handle|finish|finali[sz]e|set up|take care of|see to|deal with|look after)(?: (?:it|this|that|the \\w+|your \\w+(?: \\w+)?|everything|out))?\\b(?: out)?|\\b(?:have|get) (?:it|this|that|these|everything|your \\w+(?: \\w+)?|the \\w+(?: \\w+)?|that \\w+|you) (?:all )?(?:fixed|sorted|resolved|done|ready|restored|working|back up|back|processed|corrected|completed|up and running|replaced|repaired|set up|\\w+ed)\\b`)],
  ["call", /\b(?:be|gets?|are|is|'re) (?:called(?: back)?|phoned|rung)\b/g],
  ["contact", /\b(?:be|get|are|'re) contacted\b/g],
  ["reply", /\b(?:be|get|are|'re) (?:notified|informed|updated|e-?mailed|texted|told)\b/g],
  ["refund", /\b(?:be|get|are|'re) (?:refunded|credited|reimbursed)\b/g],
  ["delivery", /\bget(?:ting)? [\w' ]{2,30} (?:over |out )?to you\b|\b(?:receive|have|get) [\w' ]{3,30} from us\b|\b(?:is|are|gets?) (?:sent|shipped|delivered|posted|dispatched|mailed)\b|\b(?:have|get) (?:it|this|that|these|them|(?:your|the|that|a|an) \w+(?: \w+)?) (?:shipped|sent|dispatched|delivered|posted|mailed|out)\b/g],
  ["fix", /\b(?:is|are|gets?) (?:fixed|resolved|sorted|processed|repaired|restored|corrected)\b/g],
  ["fix", /\b(?!help|see|thank|assist|ask|tell|need|with|for|of|have|let|connect|transfer|put|hold|appreciate|believe|hear|and|that|if|as|give|are|when|once|before|after|you)\w+(?:ing)? (?:it |that |this |them )?(?:(?:over |back |across |out )?to )?you\b(?! to\b)/g, "loose"]
])
