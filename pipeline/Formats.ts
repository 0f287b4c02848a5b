import type { Format, ReadOptions } from "./Format.ts"
import { AlibabaSca } from "./formats/AlibabaSca.ts"
import { AmazonCallAnalytics } from "./formats/AmazonCallAnalytics.ts"
import { ContactLens } from "./formats/ContactLens.ts"
import { Csv } from "./formats/Csv.ts"
import { Dialogue } from "./formats/Dialogue.ts"
import { Jsonl } from "./formats/Jsonl.ts"

/** Every shape of input there is, in the order they are tried: the more telling first. */
export const formats: ReadonlyArray<Format> = [AlibabaSca, ContactLens, AmazonCallAnalytics, Jsonl, Dialogue, Csv]

/** The format of an input by its first characters; `null` if it is none we know. */
export const recognise = (head: string, file: string, options: ReadOptions): Format | null =>
  formats.find((format) => format.recognises(head, file, options)) ?? null

/** The format of this name (`--format`); `null` if there is none. */
export const formatNamed = (name: string): Format | null => formats.find((format) => format.name === name) ?? null
