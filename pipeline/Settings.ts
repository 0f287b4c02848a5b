import { Config, ConfigError, DateTime, Either, Option } from "effect"

const zone = Config.string("TRANSCRIPT_QA_TIME_ZONE").pipe(
  Config.withDefault("Asia/Shanghai"),
  Config.mapOrFail((name) =>
    Option.isSome(DateTime.zoneMakeNamed(name))
      ? Either.right(name)
      : Either.left(ConfigError.InvalidData(["TRANSCRIPT_QA_TIME_ZONE"], `“${name}” is no time zone; write one such as Asia/Shanghai or Europe/Berlin`))
  )
)

/** IANA zone in which weeks and months are counted and wall-clock times without a zone are understood. */
export const timeZone: Config.Config<string> = zone

/** The folder that `nightly` reads. */
export const inbox: Config.Config<string> = Config.string("TRANSCRIPT_QA_INBOX").pipe(Config.withDefault("inbox"))

/** Folders of a company's own rules, separated by commas; `--rules` adds to them. */
export const rulesFolders: Config.Config<ReadonlyArray<string>> = Config.string("TRANSCRIPT_QA_RULES").pipe(
  Config.withDefault(""),
  Config.map((folders) => folders.split(",").map((folder) => folder.trim()).filter((folder) => folder !== ""))
)

/** Whether a language model is asked about what the rules leave open; `--judge` goes before it. */
export const judgeMode: Config.Config<"off" | "live" | "batch"> = Config.string("TRANSCRIPT_QA_JUDGE").pipe(
  Config.withDefault("off"),
  Config.mapOrFail((mode) =>
    mode === "off" || mode === "live" || mode === "batch"
      ? Either.right(mode)
      : Either.left(ConfigError.InvalidData(["TRANSCRIPT_QA_JUDGE"], `“${mode}” is none of off, live and batch`))
  )
)

export type Language = "zh" | "en"

/** The language of words for people in the terminal: `TRANSCRIPT_QA_LANGUAGE`, else that of the locale, else English. */
export const language: Config.Config<Language> = Config.string("TRANSCRIPT_QA_LANGUAGE").pipe(
  Config.orElse(() => Config.string("LC_ALL")),
  Config.orElse(() => Config.string("LANG")),
  Config.withDefault("en"),
  Config.map((name) => (name.toLowerCase().startsWith("zh") ? "zh" : "en"))
)
