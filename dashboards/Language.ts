/** The languages the pages are written in. */
export type Language = "zh" | "en"

/** The language asked for by name, else the one the browser prefers, else Chinese. */
export function chooseLanguage(asked: string | null, acceptLanguage: string | undefined): Language {
  if (asked === "zh" || asked === "en") return asked
  let best: Language = "zh"
  let bestWeight = 0
  for (const entry of (acceptLanguage ?? "").split(",")) {
    const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";")
    const language = tag.split("-")[0]
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined)
    const weight = quality === undefined ? 1 : Number(quality)
    if ((language === "zh" || language === "en") && weight > bestWeight) {
      best = language
      bestWeight = weight
    }
  }
  return best
}
