import { count } from "./reports/Figures.ts"
import { instant } from "./reports/Instant.ts"
import type { StoredCase, StoredPromise } from "./store/ReadCases.ts"
import { harmlessLine, type Look, styled } from "./Terminal.ts"
import { table } from "./Table.ts"

/** Cases for people: on a terminal each with its missed days and its promises, in a pipe one row each. */
export const renderCases = (cases: ReadonlyArray<StoredCase>, look: Look): string => {
  if (!look.terminal) {
    return table(
      ["case", "customer", "status", "owner", "opened", "closed", "last contact", "last feedback", "silent days", "due", "missed", "missed days", "kept", "broken", "overdue", "open", "unclear"],
      cases.map((one) => [
        one.case,
        one.customer ?? "",
        status(one),
        one.owner ?? "",
        ...[one.openedAt, one.closedAt, one.lastContactAt, one.lastFeedbackAt].map((at) => (at === null ? "" : local(at, one))),
        one.silentDays,
        one.feedback.length,
        missed(one).length,
        missed(one).map(({ agent, day }) => (agent === null ? day : `${day} ${agent}`)).join(", "),
        ...(["kept", "broken", "overdue", "open", "unclear"] as const).map((fate) => one.promises.filter((promise) => promise.status === fate).length)
      ]),
      look
    )
  }
  return cases.map((one) => renderCase(one, look).join("\n")).join("\n\n")
}

const renderCase = (one: StoredCase, look: Look): ReadonlyArray<string> => {
  const owner = one.owner === null ? "nobody named" : one.ownerName === null ? one.owner : `${one.owner} ${one.ownerName}`
  const facts = [status(one), ...(one.customer === null ? [] : [`customer ${one.customer}`]), `owner ${owner}`, count(one.transcripts.length, "contact"), `last ${local(one.lastContactAt, one)}`]
  const lines = [`${styled("bold", harmlessLine(one.case), look)} · ${harmlessLine(facts.join(" · "))}`]
  if (one.openedAt !== null) {
    lines.push(`  complaint opened ${local(one.openedAt, one)}${one.closedAt === null ? "" : `, closed ${local(one.closedAt, one)}`}; ${feedbackLine(one)}`)
    for (const { agent, day } of missed(one)) lines.push(`  ${styled("red", "✗", look)} ${day}: no message to the customer${agent === null ? "" : `, the case was ${harmlessLine(agent)}'s`}`)
    if (one.abandoned !== null) lines.push(`  ${styled("red", `abandoned: ${one.abandoned.days} days in a row without a word, ${one.abandoned.from} to ${one.abandoned.until}`, look)}`)
    if (one.silentDays > 0) lines.push(`  ${styled("yellow", `silent for ${count(one.silentDays, "day")} up to ${local(one.knownUntil, one)}, as far as is on record`, look)}`)
  }
  return [...lines, ...one.promises.map((promise) => promiseLine(promise, one, look))]
}

const status = (one: StoredCase): string => (one.openedAt === null ? "no complaint" : one.closedAt === null ? "open" : "closed")

const missed = ({ feedback }: StoredCase) => feedback.filter(({ met }) => !met)

const feedbackLine = (one: StoredCase): string =>
  one.feedback.length === 0
    ? "no feedback was due yet"
    : `feedback on ${one.feedback.length - missed(one).length} of ${one.feedback.length} due days${one.longestGapHours === null ? "" : `, longest gap ${one.longestGapHours.toFixed(0)} h`}`

const local = (at: string, { timeZone }: StoredCase): string => instant(new Date(at), timeZone)

const marks = { kept: ["green", "✓"], broken: ["red", "✗"], overdue: ["yellow", "!"], open: ["cyan", "…"], unclear: ["dim", "?"] } as const

const promiseLine = (promise: StoredPromise, one: StoredCase, look: Look): string => {
  const [style, mark] = marks[promise.status]
  const due = promise.dueAt === null ? "" : `, due ${local(promise.dueAt, one)}`
  const made = `“${harmlessLine(promise.quote)}” (${harmlessLine(promise.agent ?? "not named")}${promise.madeAt === null ? "" : `, ${local(promise.madeAt, one)}`}${due})`
  return `  ${styled(style, mark, look)} ${promise.status}: ${made}${harmlessLine(fate(promise, one))}`
}

const fate = ({ because, by, chased, status: became }: StoredPromise, one: StoredCase): string => {
  if (because !== null) return ` — ${because}`
  if (became === "kept" && by !== null) return ` — ${local(by.at, one)} in ${by.transcript}`
  if (became !== "broken") return ""
  return [by === null ? " — nobody got in touch" : ` — not before ${local(by.at, one)} in ${by.transcript}`, chased === null ? "" : `; “${chased.quote}” (${chased.transcript})`].join("")
}
