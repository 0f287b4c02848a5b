import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Role, Transcript } from "../../schemas/Transcript.ts"
import type { Identifier, IdentifierKind } from "./redaction/Identifier.ts"
import { KnownNames } from "./redaction/KnownNames.ts"
import { labelledPlacesIn } from "./redaction/LabelledPlaces.ts"
import { letteredIdentitiesIn } from "./redaction/LetteredIdentities.ts"
import { licencePlatesIn } from "./redaction/LicencePlate.ts"
import { mailAddressesIn } from "./redaction/MailAddress.ts"
import { numbersIn } from "./redaction/Numbers.ts"
import { Placeholders } from "./redaction/Placeholders.ts"
import { type Stretch, stretches } from "./redaction/Stretch.ts"

/** Changes with anything that could change what is redacted; part of the key of every stored answer. */
export const redactorVersion: string = versionOf(import.meta.dirname)

/**
 * A turn as it may leave the process. `offsets[i]` is where unit i of `text` stands in the original turn (UTF-16); its length is
 * `text.length + 1`. All units of a placeholder map to the start of what it stands for, the unit after it to the end. `agent` is the id the
 * input uses, which may name a person: it stays here.
 */
export interface RedactedTurn {
  readonly role: Role
  readonly agent: string | null
  readonly text: string
  readonly offsets: ReadonlyArray<number>
}

/**
 * `digest`: SHA-256 (hex) of roles and texts as they leave, agents told apart by number. `placeholders`: what each stands for; never
 * leaves the process.
 */
export interface RedactedTranscript {
  readonly turns: ReadonlyArray<RedactedTurn>
  readonly digest: string
  readonly placeholders: ReadonlyMap<string, string>
}

/** Units of one original turn that a placeholder takes the place of. */
interface Cut {
  readonly kind: IdentifierKind
  readonly same: string
  readonly start: number
  readonly end: number
}

/**
 * Takes out of a transcript what names or reaches a person, before it leaves the process.
 *
 * Covered: telephones (mobile, landline, international, hotlines of ten digits), mainland identity numbers, bank cards and number plates, in figures,
 * full-width, spaced, read out in Chinese or English, or said in pieces over turns; Hong Kong and Taiwan identity numbers; e-mail
 * addresses, also with “at” and “dot” where that is clear; the names the input gives for customer and agents and the one the customer
 * gives, also a family name with a title; passports, WeChat, QQ, IP and postal addresses where the word for them stands before. Prices, dates,
 * quantities, codes, and order, tracking and model numbers stay, even where they would pass for a telephone, if the word for them stands before.
 *
 * Not covered: names of anybody else, and names misheard; addresses that no word announces; numbers read as quantities (一百三十八) or in pieces
 * with much talk between them; identifiers that a speaker disguises on purpose.
 */
export const redact = (transcript: Transcript): RedactedTranscript => {
  const names = new KnownNames(transcript)
  const cuts: Array<Array<Cut>> = transcript.turns.map(() => [])
  for (const stretch of stretches(transcript)) {
    const { text } = stretch
    const found = [brackets, mailAddressesIn, licencePlatesIn, letteredIdentitiesIn, labelledPlacesIn, numbersIn, names.in].flatMap((find) => find(text))
    for (const identifier of apart(found)) cut(stretch, identifier, cuts)
  }
  const placeholders = new Placeholders()
  const turns = transcript.turns.map((turn, t): RedactedTurn => ({ role: turn.role, agent: turn.agent, ...withCuts(turn.text, cuts[t]!.toSorted((a, b) => a.start - b.start), placeholders) }))
  return { turns, digest: digestOf(turns), placeholders: placeholders.originals }
}

const brackets = (text: string): ReadonlyArray<Identifier> =>
  [...text.matchAll(/[⟦⟧]/g)].map((match) => ({ kind: "TEXT", start: match.index, end: match.index + 1, same: match[0] }))

/** Of several that overlap the one named first. */
const apart = (identifiers: ReadonlyArray<Identifier>): ReadonlyArray<Identifier> => {
  const order = identifiers.map((identifier, rank) => ({ identifier, rank })).toSorted((a, b) => a.identifier.start - b.identifier.start || a.rank - b.rank)
  const kept: Array<{ identifier: Identifier; rank: number }> = []
  for (const each of order) {
    const last = kept.at(-1)
    if (last === undefined || each.identifier.start >= last.identifier.end) kept.push(each)
    else if (each.rank < last.rank) kept[kept.length - 1] = each
  }
  return kept.map(({ identifier }) => identifier)
}

/** Adds the parts of an identifier to the turns they stand in. */
const cut = ({ ends, starts, text, turns }: Stretch, { end, kind, same, start }: Identifier, cuts: ReadonlyArray<Array<Cut>>): void => {
  for (let at = start; at < end; ) {
    const turn = turns[at]!
    let next = at
    while (next < end && turns[next] === turn) next++
    if (turn >= 0 && /[\p{L}\p{N}⟦⟧]/u.test(text.slice(at, next))) cuts[turn]!.push({ kind, same, start: starts[at]!, end: ends[next - 1]! })
    at = next
  }
}

const withCuts = (text: string, cuts: ReadonlyArray<Cut>, placeholders: Placeholders): { readonly text: string; readonly offsets: ReadonlyArray<number> } => {
  const parts: Array<string> = []
  const offsets: Array<number> = []
  let at = 0
  const keep = (to: number) => {
    parts.push(text.slice(at, to))
    for (; at < to; at++) offsets.push(at)
  }
  for (const { end, kind, same, start } of cuts) {
    keep(start)
    const placeholder = placeholders.for(kind, same, text.slice(start, end))
    parts.push(placeholder)
    for (let i = 0; i < placeholder.length; i++) offsets.push(start)
    at = end
  }
  keep(text.length)
  offsets.push(text.length)
  return { text: parts.join(""), offsets }
}

const digestOf = (turns: ReadonlyArray<RedactedTurn>): string => {
  const agents = [...new Set(turns.map(({ agent }) => agent))]
  return createHash("sha256").update(JSON.stringify(turns.map(({ agent, role, text }) => [role, agents.indexOf(agent), text]))).digest("hex")
}

/** A digest of the code that redacts: a number to be raised by hand would be forgotten. */
function versionOf(folder: string): string {
  const wording = ["CustomerName.ts", "Fold.ts", "Traditional.ts"].map((file) => join(folder, "..", "wording", file))
  const own = readdirSync(join(folder, "redaction")).toSorted().map((file) => join(folder, "redaction", file))
  const hash = createHash("sha256")
  for (const file of [join(folder, "Redaction.ts"), ...own, ...wording]) hash.update(readFileSync(file, "utf8").replaceAll("\r\n", "\n")).update("\0")
  return hash.digest("hex").slice(0, 12)
}
