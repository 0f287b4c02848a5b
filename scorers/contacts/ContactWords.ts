import { Either, Schema } from "effect"
import { join } from "node:path"
import { readYaml } from "../YamlFile.ts"

const Phrases = Schema.Array(Schema.NonEmptyString)
const Reason = Schema.Struct({ told: Phrases, said: Phrases })

/** `contact-words.yaml`: by which words a reason, a phase and a medium are known. */
export const ContactWords = Schema.Struct({
  reasons: Schema.Struct({ complaint: Reason, suggestion: Reason, request: Reason, enquiry: Reason }),
  phases: Schema.Struct({ "pre-sale": Phrases, "in-sale": Phrases, "after-sale": Phrases }),
  video: Phrases
})
export type ContactWords = typeof ContactWords.Type

/** The words this product comes with. */
export const contactWords = (): ContactWords => {
  const read = readYaml(join(import.meta.dirname, "contact-words.yaml"), ContactWords)
  if (Either.isRight(read)) return read.right.value
  throw new Error(read.left.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"))
}
