/** Paths of the pages, ids encoded. `agent` is `null` for the transcripts whose input names nobody. */
export const address = {
  team: "/",
  agent: (agent: string | null): string => (agent === null ? "/unnamed-agent" : `/agents/${encode(agent)}`),
  transcript: (source: string, id: string): string => `/transcripts/${encode(source)}/${encode(id)}`,
  rulebook: "/rules",
  rule: (id: string): string => `/rules/${id.split("/").map(encode).join("/")}`
}

/** A lone surrogate has no encoding; it could not be stored either. */
function encode(part: string): string {
  return encodeURIComponent(part.toWellFormed())
}
