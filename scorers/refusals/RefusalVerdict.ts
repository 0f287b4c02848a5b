import type { Finding } from "../../schemas/Score.ts"
import { breached, byShare, met, type Verdict } from "../Kind.ts"
import type { Hit } from "../wording/Matcher.ts"
import type { Reading } from "../wording/Reading.ts"
import type { RefusalContext } from "./RefusalContext.ts"

const halfCredit = 0.5

/**
 * The verdict on a rule whose words were said in these places: Partly where for each of them a reason or another way is given in
 * the same breath, else Breached. Reason and alternative are findings of their own, so named.
 */
export const refusalVerdict = (reading: Reading, context: RefusalContext, hits: ReadonlyArray<Hit>): Verdict => {
  if (hits.length === 0) return met()
  const findings: Array<Finding> = []
  // One reason may serve several refusals.
  const shown = new Set<Hit>()
  const show = (found: Hit | null, note: string) => {
    if (found === null || shown.has(found)) return
    shown.add(found)
    findings.push(reading.said(found, "for", note))
  }
  let explained = 0
  for (const hit of hits) {
    findings.push(reading.said(hit, "against"))
    const { reason, alternative } = context.explanation(reading, hit, hits)
    if (reason !== null || alternative !== null) explained++
    show(reason, "reason")
    show(alternative, "alternative")
  }
  return explained === hits.length ? byShare(halfCredit, findings) : breached(findings)
}
