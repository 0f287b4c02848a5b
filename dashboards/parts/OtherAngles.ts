import { html } from "hono/html"
import { fewest } from "../../pipeline/store/Treatment.ts"
import type { ContactCount, Interval, Rollups } from "../../schemas/Rollups.ts"
import { address } from "../Address.ts"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"
import { contactCounts, contactReasons } from "./ContactReasons.ts"
import type { Html } from "./Html.ts"
import { intervalBar } from "./IntervalBar.ts"
import { visibleText } from "./VisibleText.ts"

/** What an agent's transcripts add up to besides points and rules. What there is nothing to count for is left out. */
export function otherAngles(reader: Reader, rubric: ShownRubric, rollups: Rollups): Html | null {
  const words = reader.rollups
  const angles = [
    angle(words.indicatorsTitle, indicators(reader, rollups)),
    angle(words.casesTitle, cases(reader, rubric, rollups)),
    angle(words.consistencyTitle, consistency(reader, rollups)),
    angle(words.treatmentTitle, treatment(reader, rollups)),
    angle(words.expectationTitle, expectation(reader, rollups)),
    angle(words.contactsTitle, contacts(reader, rollups))
  ].filter((each) => each !== null)
  return angles.length === 0 ? null : html`<section class="angles"><h2>${words.moreTitle}</h2><div>${angles}</div></section>`
}

function angle(title: string, body: Html | null): Html | null {
  return body === null ? null : html`<article><h3>${title}</h3>${body}</article>`
}

function indicators(reader: Reader, { indicators, media }: Rollups): Html | null {
  if (indicators.every(({ share }) => share === null)) return null
  const { rollups, words } = reader
  const calls = media.some(({ value }) => value === "voice")
  return html`<table class="indicators">${indicators.map(({ applicable, share, tag, transcripts }) => html`<tr><th scope="row">${rollups.indicators[tag]}</th><td>${share === null
    ? html`<span class="quiet">${tag === "tangibles" && calls ? rollups.notForCalls : rollups.neverApplied}</span>`
    : html`${intervalBar({ value: share.value, interval: share, mark: null, weak: transcripts < fewest, label: `${reader.percent(share.value)}${words.comma}${words.interval(reader.percent(share.low), reader.percent(share.high))}` })}<span>${reader.percent(share.value)} <small>${reader.percent(share.low)}–${reader.percent(share.high)} · ${rollups.basis(reader.count(transcripts), reader.count(applicable))}${few(reader, transcripts)}</small></span>`}</td></tr>`)}</table><p class="note">${rollups.indicatorsNote}</p>`
}

function cases(reader: Reader, rubric: ShownRubric, { cases }: Rollups): Html | null {
  if (cases.length === 0) return null
  return html`<dl class="pairs">${cases.map(({ applicable, breached, met, rule }) => {
    const known = rubric.rules.get(rule)
    return html`<div><dt><a href="${reader.link(address.rule(rule))}">${visibleText(known === undefined ? rule : reader.say(known.title))}</a></dt><dd>${reader.rollups.caseCounts(reader.count(applicable), reader.count(met), reader.count(breached))}${few(reader, applicable)}</dd></div>`
  })}</dl>`
}

function consistency(reader: Reader, { consistency }: Rollups): Html | null {
  if (consistency === null) return null
  const { rollups } = reader
  const { highestWeek, lowestWeek, scored, spread, weeks } = consistency
  if (spread === null) return html`<p>${rollups.noSpread(reader.count(scored))}</p>`
  return html`<p>${rollups.spread(reader.points(spread), reader.count(scored))}${few(reader, scored)}</p>${
    weeks < 2 || lowestWeek === null || highestWeek === null ? null : html`<p>${rollups.weeks(reader.count(weeks), reader.points(lowestWeek), reader.points(highestWeek))}</p>`
  }<p class="note">${rollups.spreadWhy}</p>`
}

function treatment(reader: Reader, { treatment }: Rollups): Html | null {
  if (treatment.length === 0) return null
  const { rollups, words } = reader
  const named = (value: string) => rollups.values[value] ?? value
  const differing = treatment.flatMap(({ differs, segment }) => (differs === null ? [] : [{ segment, ...differs }]))
  return html`<table class="groups">${treatment.map(({ groups, segment }) => groups.map(({ interval, points, scored, value }, index) => html`<tr${index === 0 ? html` class="first"` : null}><th scope="row">${index === 0 ? rollups.segments[segment] : null}</th><td>${visibleText(named(value))}</td><td>${
    intervalBar({ value: points / 100, interval: interval === null ? null : { low: interval.low / 100, high: interval.high / 100 }, mark: null, weak: scored < fewest, label: `${reader.points(points)}${words.comma}${interval === null ? words.noInterval : words.interval(...ends(reader, interval))}` })
  }</td><td class="number">${reader.points(points)}<small>${words.count(reader.count(scored))}</small></td></tr>`))}</table>${
    differing.length === 0
      ? html`<p class="note">${rollups.noDifference}</p>`
      : differing.map(({ higher, lower, segment }) => html`<p class="caution">${visibleText(rollups.differs(rollups.segments[segment], named(higher), named(lower)))}</p>`)
  }`
}

function expectation(reader: Reader, { expectation }: Rollups): Html | null {
  if (expectation === null) return null
  const { rollups } = reader
  const { answers, csat, direction, gap, interval, points, scales } = expectation
  const signed = (value: number) => `${value > 0 ? "+" : ""}${reader.points(value)}`
  return html`<p>${rollups.customersSay(reader.points(csat), reader.count(answers), scales)}${reader.words.comma}${rollups.cardSays(reader.points(points))}${reader.words.comma}${rollups.gap(signed(gap), interval === null ? null : `${signed(interval.low)} – ${signed(interval.high)}`)}</p>
<p class="${direction === "below" ? "caution" : "note"}">${direction === null ? rollups.noGap : rollups[direction]}</p>`
}

function contacts(reader: Reader, rollups: Rollups): Html | null {
  if (rollups.reasons.length === 0) return null
  const words = reader.rollups
  const known = (counts: ReadonlyArray<ContactCount>) => counts.some(({ value }) => value !== "unknown")
  const { turns } = rollups
  return html`<dl class="pairs">${known(rollups.reasons) ? html`<div><dt>${words.reasonsTitle}</dt><dd>${contactReasons(reader, rollups.reasons)}</dd></div>` : null}${
    known(rollups.phases) ? html`<div><dt>${words.phasesTitle}</dt><dd>${contactCounts(reader, rollups.phases, words.phases)}</dd></div>` : null
  }${known(rollups.media) ? html`<div><dt>${words.mediaTitle}</dt><dd>${contactCounts(reader, rollups.media, words.media)}</dd></div>` : null}${
    turns === null
      ? null
      : html`<div><dt>${words.turnsTitle}</dt><dd>${words.turns(reader.count(turns.agent), reader.count(turns.customer), reader.count(turns.bot))}${turns.botTranscripts === 0 ? null : html`<p class="note">${words.botNote(reader.count(turns.botTranscripts))}</p>`}</dd></div>`
  }</dl>`
}

function ends(reader: Reader, { high, low }: Interval): [string, string] {
  return [reader.points(low), reader.points(high)]
}

function few(reader: Reader, count: number): string {
  return count < fewest ? reader.rollups.bracketed(reader.rollups.few) : ""
}
