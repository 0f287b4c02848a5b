import type { AgentAudit, StoredFinding } from "../questions/AuditedTranscript.ts"

/** A finding with its number on the page. */
export interface NumberedFinding extends StoredFinding {
  readonly number: number
  readonly rule: string
}

/** The findings of an audit numbered from 1 in the order in which a reader of the conversation meets them. */
export function numberedFindings(audits: ReadonlyArray<AgentAudit>): ReadonlyMap<StoredFinding, NumberedFinding> {
  const all = audits.flatMap(({ scores }) => scores.flatMap(({ rule, findings }) => findings.map((finding) => ({ rule, finding }))))
  const inOrder = all.toSorted(({ finding: a }, { finding: b }) => place(a) - place(b) || (a.start ?? -1) - (b.start ?? -1) || (a.end ?? -1) - (b.end ?? -1))
  return new Map(inOrder.map(({ rule, finding }, index) => [finding, { ...finding, rule, number: index + 1 }]))
}

function place(finding: StoredFinding): number {
  return finding.turn ?? finding.windowFrom ?? 0
}
