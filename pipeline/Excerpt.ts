import { storableText } from "./StorableText.ts"

/** The raw text at a place that could not be read, cut to 200 characters. */
export const excerpt = (text: string): string => storableText(text.slice(0, 200))
