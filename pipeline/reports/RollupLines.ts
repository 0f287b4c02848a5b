import type { ContactCount, Rollups, TaggedShare } from "../../schemas/Rollups.ts"
import { rollupWords, type RollupWords } from "../../schemas/RollupWords.ts"
import type { Rubric } from "../../schemas/Rubric.ts"
import type { Language } from "../Settings.ts"
import { fewest } from "../store/Treatment.ts"
import { table } from "../Table.ts"
import { harmlessLine, type Look, styled } from "../Terminal.ts"
import { estimateWithInterval, points } from "./Figures.ts"

/** What stands below the rules on an agent's sheet: qualities, indicators, and the other angles, each number with its count. */
export const rollupParts = (rollups: Rollups, rubric: Rubric, language: Language, look: Look): ReadonlyArray<string> => {
  const words = rollupWords[language]
  // What there is nothing to count for would only make the sheet longer.
  const titled = (title: string, lines: ReadonlyArray<string>) => (lines.length === 0 ? [] : [[styled("bold", title, look), ...lines.map((line) => `  ${line}`)].join("\n")])
  const calls = rollups.media.some(({ value }) => value === "voice")
  return [
    `${styled("bold", words.qualitiesTitle, look)}\n${table(words.shareHead, rollups.qualities.map((each) => shareRow(each, words.qualities[each.tag], words.neverApplied, words)), look)}`,
    `${styled("bold", words.indicatorsTitle, look)}\n${
      table(words.shareHead, rollups.indicators.map((each) => shareRow(each, words.indicators[each.tag], each.tag === "tangibles" && calls ? words.notForCalls : words.neverApplied, words)), look)
    }\n${styled("dim", words.indicatorsNote, look)}`,
    ...titled(words.consistencyTitle, consistencyLines(rollups, words)),
    ...titled(words.treatmentTitle, treatmentLines(rollups, words)),
    ...titled(words.expectationTitle, expectationLines(rollups, words)),
    ...titled(words.contactsTitle, contactLines(rollups, words)),
    ...titled(words.casesTitle, caseLines(rollups, rubric, language))
  ]
}

const shareRow = (each: TaggedShare<string>, label: string, nothing: string, words: RollupWords) => [
  `${label}${each.share !== null && each.transcripts < fewest ? words.bracketed(words.few) : ""}`,
  each.share === null ? nothing : estimateWithInterval({ estimate: each.share }),
  each.transcripts,
  each.applicable
]

const consistencyLines = ({ consistency }: Rollups, words: RollupWords): ReadonlyArray<string> => {
  if (consistency === null || consistency.spread === null) return [words.noSpread(String(consistency?.scored ?? 0))]
  const { highestWeek, lowestWeek, scored, spread, weeks } = consistency
  return [
    `${words.spread(points(spread), String(scored))}${small(scored, words)}`,
    ...(weeks < 2 ? [] : [words.weeks(String(weeks), points(lowestWeek), points(highestWeek))])
  ]
}

const treatmentLines = ({ treatment }: Rollups, words: RollupWords): ReadonlyArray<string> => {
  const named = (value: string) => harmlessLine(words.values[value] ?? value)
  const differing = treatment.flatMap(({ differs, segment }) => (differs === null ? [] : [words.differs(words.segments[segment], named(differs.higher), named(differs.lower))]))
  return [
    ...treatment.map(({ groups, segment }) =>
      `${words.segments[segment]}${words.colon}${groups.map((group) => `${named(group.value)} ${points(group.points)}${group.interval === null ? "" : ` [${points(group.interval.low)}–${points(group.interval.high)}]`}${words.bracketed(`n=${group.scored}`)}`).join(" · ")}`
    ),
    ...(treatment.length === 0 ? [] : differing.length === 0 ? [words.noDifference] : differing)
  ]
}

const expectationLines = ({ expectation }: Rollups, words: RollupWords): ReadonlyArray<string> => {
  if (expectation === null) return []
  const { answers, csat, direction, gap, interval, points: mean, scales } = expectation
  return [
    [words.customersSay(points(csat), String(answers), scales), words.cardSays(points(mean)), words.gap(signed(gap), interval === null ? null : `${signed(interval.low)} – ${signed(interval.high)}`)].join(" · "),
    direction === null ? words.noGap : words[direction]
  ]
}

const contactLines = (rollups: Rollups, words: RollupWords): ReadonlyArray<string> => {
  const counts = (title: string, counted: ReadonlyArray<ContactCount>, named: Readonly<Record<string, string>>) =>
    counted.every(({ value }) => value === "unknown") ? [] : [`${title}${words.colon}${counted.map(({ transcripts, value }) => `${named[value] ?? value} ${transcripts}`).join(" · ")}`]
  const sum = (of: "transcripts" | "told") => String(rollups.reasons.reduce((total, count) => total + count[of], 0))
  return [
    ...counts(words.reasonsTitle, rollups.reasons, words.reasons).map((line) => `${line}${words.bracketed(words.told(sum("told"), sum("transcripts")))}`),
    ...counts(words.phasesTitle, rollups.phases, words.phases),
    ...counts(words.mediaTitle, rollups.media, words.media),
    ...(rollups.turns === null
      ? []
      : [`${words.turnsTitle}${words.colon}${words.turns(String(rollups.turns.agent), String(rollups.turns.customer), String(rollups.turns.bot))}${rollups.turns.botTranscripts === 0 ? "" : words.bracketed(words.botNote(String(rollups.turns.botTranscripts)))}`]),
  ]
}

const caseLines = ({ cases }: Rollups, rubric: Rubric, language: Language): ReadonlyArray<string> => {
  const words = rollupWords[language]
  return cases.map(({ applicable, breached, met, rule }) =>
    `${harmlessLine(rubric.rules.find(({ id }) => id === rule)?.title[language] ?? rule)}${words.colon}${words.caseCounts(String(applicable), String(met), String(breached))}${small(applicable, words)}`
  )
}

const small = (count: number, words: RollupWords): string => (count < fewest ? words.bracketed(words.few) : "")

const signed = (value: number): string => `${value > 0 ? "+" : ""}${points(value)}`
