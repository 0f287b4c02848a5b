import type { CheckedQuote } from "../../schemas/Opinion.ts"
import type { Bearing, Said } from "../../schemas/Score.ts"
import type { Quote } from "./Answers.ts"
import type { EvidenceText } from "./EvidenceText.ts"

/** From this similarity on, a quote is shown as a memory of something said. It counts for nothing. */
const leastSimilarity = 0.9

/**
 * Holds a quote against what was said. `verbatim`: it stands in the turn it names. `relocated`: in another turn of the judged agent. `near`: it is
 * nearly what the agent said somewhere. All else is `rejected`: made up, altered, too short, another speaker's, or from a turn that speaks to the judge.
 */
export const checkQuote = (evidence: EvidenceText, { quote, role, turn }: Quote, bearing: Bearing): CheckedQuote => {
  if (role !== "agent") return rejected
  const exact = evidence.exact(quote, turn) ?? evidence.exact(unescaped(quote), turn)
  if (exact !== null) return standing(exact.turn === turn ? "verbatim" : "relocated", evidence.said(exact.place, bearing))
  const near = evidence.near(quote)
  return near === null || near.similarity < leastSimilarity ? rejected : standing("near", evidence.said(near.place, "tentative"))
}

/** Whether a quote carries weight. */
export const counts = ({ standing }: CheckedQuote): boolean => standing === "verbatim" || standing === "relocated"

/** The transcript reaches the judge as JSON, and some copy its escapes letter by letter. */
const unescaped = (quote: string): string =>
  quote.replaceAll(/\\(?:u([0-9a-fA-F]{4})|[nrt"\\/])/g, (escape, hex?: string) => (hex === undefined ? (/[nrt]/.test(escape) ? " " : escape.slice(1)) : String.fromCharCode(Number.parseInt(hex, 16))))

const rejected: CheckedQuote = { standing: "rejected", finding: null }

const standing = (how: "verbatim" | "relocated" | "near", finding: Said | null): CheckedQuote => (finding === null ? rejected : { standing: how, finding })
