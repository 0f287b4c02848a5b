import type { Bearing, OutcomeName, Score } from "../../schemas/Score.ts"
import type { Channel, Event, Role } from "../../schemas/Transcript.ts"
import type { RuleExample } from "../questions/StoredDefinition.ts"

/** Every word the pages say by themselves, once per language; numbers come formatted. */
export interface PageWords {
  readonly htmlLang: string
  readonly product: string
  readonly skip: string
  readonly navigation: string
  readonly team: string
  readonly rulebook: string
  readonly otherLanguage: string
  readonly switchLanguage: string
  readonly comma: string
  readonly semicolon: string
  readonly colon: string

  readonly period: string
  readonly everything: string
  readonly month: string
  readonly week: string
  readonly earlierPeriod: string
  readonly laterPeriod: string

  readonly outcomes: Readonly<Record<OutcomeName, string>>
  readonly because: (reason: string) => string
  readonly deciders: Readonly<Record<Score["decidedBy"], string>>
  readonly bearings: Readonly<Record<Bearing, string>>
  readonly roles: Readonly<Record<Role, string>>
  readonly channels: Readonly<Record<Channel, string>>
  readonly events: Readonly<Record<Event["kind"], string>>
  readonly rings: (count: string) => string
  readonly lasting: (offset: string) => string
  readonly by: (who: string) => string

  readonly agent: string
  readonly unnamedAgent: string
  readonly points: string
  readonly band: string
  readonly dashedPassMark: (points: string) => string
  readonly passMark: (points: string) => string
  readonly noPoints: string
  readonly interval: (low: string, high: string) => string
  readonly noInterval: string
  readonly allAlike: string
  readonly noCard: string
  readonly unnamedTranscripts: (count: string) => string
  readonly scored: (count: string) => string
  readonly ofTranscripts: (scored: string, all: string) => string
  readonly passed: (passed: string, scored: string) => string
  readonly critical: (count: string) => string
  readonly criticalOne: string
  readonly count: (n: string) => string
  readonly trend: string
  readonly trendByWeek: string
  readonly weekOf: (day: string) => string
  readonly noTrend: string
  readonly newer: string
  readonly older: string

  readonly teamTitle: string
  readonly teamLead: (agents: string) => string
  readonly orderBy: string
  readonly byName: string
  readonly byPoints: string
  readonly overlapNote: string
  readonly fewTitle: string
  readonly fewNote: (few: string) => string
  readonly breachesTitle: string
  readonly breachCount: (breached: string, applicable: string) => string
  readonly breachAgents: (agents: string) => string
  readonly noBreaches: string
  readonly nothingScored: string
  readonly nothingScoredHow: string
  readonly emptyPeriod: string

  readonly agentEyebrow: string
  readonly strengths: string
  readonly noStrengths: string
  readonly strengthCount: (met: string, applicable: string) => string
  readonly focus: string
  readonly noFocus: string
  readonly noFocusWhy: (applicable: string, lost: string) => string
  readonly focusWhy: string
  readonly insteadSay: string
  readonly momentsTitle: string
  readonly searched: (from: string, to: string) => string
  readonly nearest: string
  readonly noNearest: string
  readonly similarity: (percent: string) => string
  readonly wouldPass: string
  readonly criticalTitle: string
  readonly allRules: string
  readonly rule: string
  readonly applied: string
  readonly estimate: string
  readonly estimateWithInterval: string
  readonly weight: string
  readonly never: string
  readonly transcripts: string
  readonly transcript: string
  readonly began: string
  readonly undated: string
  readonly queue: string
  readonly turnsCount: (count: string) => string
  readonly breachedRules: (count: string) => string
  readonly pageOf: (page: string, pages: string) => string

  readonly transcriptEyebrow: string
  readonly conversation: string
  readonly findingsBeside: string
  readonly turn: (number: string) => string
  readonly findingNumber: (number: string) => string
  readonly legend: string
  readonly searchedHere: (number: string, from: string, to: string) => string
  readonly total: string
  readonly noTotal: string
  readonly passedWord: string
  readonly failedWord: string
  readonly rubric: string
  readonly rubricInForce: string
  readonly otherRubrics: string
  readonly revision: (number: string) => string
  readonly customer: string
  readonly caseId: string
  readonly csat: string
  readonly contactReason: string
  readonly origin: string
  readonly originLine: (line: string) => string
  readonly timingProblem: string
  readonly notScored: string
  readonly later: string
  readonly earlier: string
  readonly credit: (percent: string) => string
  readonly sectionPoints: (points: string, weighed: string) => string
  readonly sectionEmpty: string
  readonly keys: string
  readonly keyNext: string
  readonly keyPrevious: string
  readonly keyNextTranscript: string
  readonly keyPreviousTranscript: string
  readonly keyHelp: string
  readonly close: string

  readonly rulebookTitle: string
  readonly rulebookLead: (rules: string, sections: string) => string
  readonly sectionWeight: (weight: string) => string
  readonly source: string
  readonly ruleId: string
  readonly kind: string
  readonly examples: string
  readonly moreExamples: (count: string) => string
  readonly exampleKinds: Readonly<Record<RuleExample["shows"], string>>
  readonly criticalSection: string
  readonly criticalContact: string
  readonly bonus: string
  readonly backToRules: string

  readonly notFound: string
  readonly notFoundWhy: string
  readonly toTeam: string
  readonly trouble: string
  readonly troubleWhy: string
  readonly wrongMethod: string
  readonly wrongMethodWhy: string
  readonly wrongHost: string
  readonly wrongHostWhy: string
}
