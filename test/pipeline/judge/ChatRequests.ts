import type { ChatRequest } from "../../../pipeline/judge/Endpoint.ts"

/** A request about a transcript of two turns; `seq` makes it another one. */
export const chatRequest = (seq = 0): ChatRequest => ({
  model: "honest",
  messages: [
    { role: "system", content: "[empathy/acknowledge] 坐席有没有先理解客户着急的心情？" },
    { role: "user", content: `[{"t":0,"r":"customer","x":"我很着急，第${seq}次来问了"},"#mark",{"t":1,"r":"agent","x":"理解您着急的心情，我马上查。"}]` }
  ],
  response_format: {
    type: "json_schema",
    json_schema: {
      name: "answers",
      strict: true,
      schema: { type: "object", properties: { question: { enum: ["empathy/acknowledge"] }, label: { enum: ["met", "partly", "not_met", "not_applicable", "cannot_tell"] } } }
    }
  },
  max_completion_tokens: 400,
  temperature: 0,
  store: false
})
