import { Options } from "@effect/cli"
import * as Settings from "../Settings.ts"

/** Options that several commands share, so that they mean and are called the same everywhere. */

export const json = Options.boolean("json").pipe(Options.withDescription("Print one JSON document, for programs"))

export const csv = Options.boolean("csv").pipe(Options.withDescription("Print CSV (UTF-8, commas), for spreadsheets"))

export const rules = Options.text("rules").pipe(
  Options.withPseudoName("folder"),
  Options.withDescription("A folder of your own rule files, which adds to and replaces the bundled ones; may be given several times. TRANSCRIPT_QA_RULES names folders for good"),
  Options.repeated
)

export const language = Options.choice("language", ["zh", "en"]).pipe(
  Options.withDescription("Language of rule titles and advice; otherwise TRANSCRIPT_QA_LANGUAGE, then that of the locale"),
  Options.withFallbackConfig(Settings.language)
)

export const rubric = Options.text("rubric").pipe(
  Options.withPseudoName("fingerprint"),
  Options.withDescription("Scores under this rubric (its fingerprint or the beginning of it) instead of the latest; “runs” lists them"),
  Options.optional
)
