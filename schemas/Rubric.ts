/** Words for people, in the languages of the pages. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Service quality = attitude + knowledge + skill: what a coach works on. */
export type Quality = "attitude" | "knowledge" | "skill"
export const qualities: ReadonlyArray<Quality> = ["attitude", "knowledge", "skill"]

/** What customers are known to judge a service by; informed by SERVQUAL, which itself is a questionnaire for customers. */
export type Indicator = "reliability" | "responsiveness" | "empathy" | "assurance" | "tangibles"
export const indicators: ReadonlyArray<Indicator> = ["reliability", "responsiveness", "empathy", "assurance", "tangibles"]

/** A rule as the rubric in force has it: what is shown beside its scores, and what it weighs. */
export interface RubricRule {
  /** Public name, `<family>/<name>`, such as `negative-language/cannot`. */
  readonly id: string
  readonly section: string
  readonly title: Words
  readonly why: Words
  /** What to say instead. */
  readonly instead: Words
  readonly source: string
  readonly weight: number
  /** A breach fails its section (0 points there) or the whole contact (0 points); `null`: it costs its weight. */
  readonly critical: "section" | "contact" | null
  /** A bonus rule can only add points. */
  readonly bonus: boolean
  /** Which of the three it shows; `null` where the rule file does not say. */
  readonly quality: Quality | null
  readonly indicator: Indicator | null
}

export interface RubricSection {
  readonly id: string
  readonly title: Words
  readonly weight: number
}

/** Lowest points (0–100) of a band, best band first; the last one starts at 0. */
export interface Band {
  readonly id: string
  readonly title: Words
  readonly from: number
}

/** The rules in force. `fingerprint` changes with anything that could change a score; it is stored with every score. */
export interface Rubric {
  readonly name: string
  readonly fingerprint: string
  /** Points (0–100) from which a transcript passes. */
  readonly passMark: number
  readonly bands: ReadonlyArray<Band>
  readonly sections: ReadonlyArray<RubricSection>
  readonly rules: ReadonlyArray<RubricRule>
}
