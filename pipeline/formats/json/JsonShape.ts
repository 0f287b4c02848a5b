/** Shapes that are often taken for transcripts, by fields that give them away. */
const lookalikes: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
  [["evaluationId"], "an evaluation form of Amazon Connect, which holds answers and no conversation"],
  [["SpeechSegments"], "an output of Amazon Post Call Analytics, which is not read yet"],
  [["audio_items"], "a result of Bedrock Data Automation: give the Transcribe Call Analytics output of the same call"],
  [["matched_blueprint"], "a result of Bedrock Data Automation: give the Transcribe Call Analytics output of the same call"],
  [["human_transcript"], "a transcript of the Harper Valley collection, which is not read"],
  [["agent", "caller", "sid"], "a description of a call of the Harper Valley collection, without the conversation"],
  [["turns"], "a conversation of the jsonl format spread over several lines: write it on one line"],
  [["segments", "word_segments"], "an output of WhisperX, which is not read yet"],
  [["utterances"], "an output of a speech recogniser, which is not read yet"],
  [["results", "jobName"], "a plain Amazon Transcribe output, which does not say who speaks: use Call Analytics"]
]

/** What a JSON text looks like, from its first characters; `null` if it is no JSON object or array. */
export const jsonShape = (head: string): string | null => {
  const start = head.trimStart()[0]
  if (start !== "{" && start !== "[") return null
  const fields = fieldsOf(head)
  const lookalike = lookalikes.find(([names]) => names.every((name) => fields.includes(name)))
  const what = start === "{" ? "a JSON object" : "a JSON list"
  if (lookalike !== undefined) return `${what} that looks like ${lookalike[1]}`
  return fields.length === 0 ? what : `${what} with the fields ${fields.slice(0, 6).join(", ")}`
}

/** Names of the outermost object's fields, or of the first object's in a list. */
const fieldsOf = (head: string): ReadonlyArray<string> => {
  const fields: Array<string> = []
  const outermost = head.trimStart()[0] === "[" ? 2 : 1
  let depth = 0
  for (const [token] of head.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/g)) {
    if (token === "{" || token === "[") depth++
    else if (token === "}" || token === "]") depth--
    else if (depth === outermost && token.endsWith(":")) fields.push(token.slice(1, token.lastIndexOf('"')).slice(0, 40))
    if (depth < outermost && fields.length > 0) break
  }
  return fields
}
