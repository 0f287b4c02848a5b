import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type Chat, chatAnswer, type Counted } from "./ChatAnswer.ts"
import { FakeBatches } from "./FakeBatches.ts"
import { answerWith, concerns, type Fault, send } from "./Fault.ts"
import { honest, type Judge } from "./Judges.ts"
import { readPrompt } from "./ReadPrompt.ts"

/** A request as it came in; `body` as sent, of an upload the whole form. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage["headers"]
  readonly body: string
}

export interface FakeOptions {
  readonly port?: number
  readonly judge?: Judge
  /** Tokens of the nth request, from 1. */
  readonly usage?: (chat: Chat, nth: number) => Counted
  /** Headers of the nth answer to a chat request, such as rate limits. */
  readonly headers?: (nth: number) => Readonly<Record<string, string>>
  /** The fault of the nth chat request; `faults` of the server come first. */
  readonly fault?: (nth: number, chat: Chat) => Fault | null
  /** Without this key nobody is answered. */
  readonly key?: string
  readonly delayMs?: number
  /** The asker's clock, for dates in headers. */
  readonly now?: () => number
  /** Whose answer gets lost: done, and the connection closed instead of telling. */
  readonly lose?: (request: Pick<Received, "method" | "path">) => boolean
  /** Whose answer ends in the middle. */
  readonly breakOff?: (request: Pick<Received, "method" | "path">) => boolean
  /** Told of each request before it is dealt with, and when that is done but the answer not yet sent. */
  readonly watch?: (when: "before" | "after", request: Pick<Received, "method" | "path">) => void | Promise<void>
}

/** A running endpoint on 127.0.0.1. */
export interface FakeOpenAi {
  /** For `OPENAI_BASE_URL`. */
  readonly url: string
  readonly received: ReadonlyArray<Received>
  /** The chat requests that came in one by one, not in batches. */
  readonly chats: ReadonlyArray<Chat & Readonly<Record<string, unknown>>>
  /** Faults of the next chat requests; `null` for one without. */
  readonly faults: Array<Fault | null>
  readonly batches: FakeBatches
  /** Most chat requests that were under way at the same time. */
  readonly mostAtOnce: number
  readonly close: () => Promise<void>
}

const simpleCount = (chat: Chat, text: string): Counted => ({ prompt: Math.ceil(JSON.stringify(chat.messages).length / 3), completion: Math.ceil(text.length / 3) })

/** Starts an endpoint that speaks chat completions, files, batches and models as OpenAI's does; port 0, unless told, is any free one. */
export const startFakeOpenAi = async (options: FakeOptions = {}): Promise<FakeOpenAi> => {
  const { judge = honest, now = Date.now } = options
  const received: Array<Received> = []
  const chats: Array<Chat & Readonly<Record<string, unknown>>> = []
  const faults: Array<Fault | null> = []
  let answered = 0
  let underWay = 0
  let mostAtOnce = 0

  const answer = (chat: Chat, fault: Fault | null): unknown => {
    const nth = ++answered
    const text = judge(readPrompt(chat), nth)
    return chatAnswer(`chatcmpl-${nth}`, chat, text, options.usage?.(chat, nth) ?? simpleCount(chat, text), fault, now())
  }
  const batches = new FakeBatches(answer, now)

  const chat = async (body: Chat & Readonly<Record<string, unknown>>, request: IncomingMessage, response: ServerResponse) => {
    const nth = chats.push(body)
    underWay++
    mostAtOnce = Math.max(mostAtOnce, underWay)
    try {
      if (options.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.delayMs))
      const planned = faults.length > 0 ? faults.shift()! : options.fault?.(nth, body) ?? null
      const fault = planned !== null && concerns(planned, body) ? planned : null
      if (fault !== null && answerWith(fault, request, response, now())) return
      send(response, 200, answer(body, fault), options.headers?.(nth) ?? {})
    } finally {
      underWay--
    }
  }

  const route = async (request: IncomingMessage, response: ServerResponse, buffer: Buffer) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1")
    const [, version, collection, id, part] = url.pathname.split("/")
    const called = `${request.method} ${version === "v1" ? collection : "?"}${id === undefined ? "" : part === undefined ? "/:id" : `/:id/${part}`}`
    const json = () => JSON.parse(buffer.toString()) as Chat & Readonly<Record<string, unknown>>
    const found = (value: object | null | undefined) => (value === null || value === undefined ? send(response, 404, { error: { message: `No such thing: ${id}`, type: "invalid_request_error", param: "id", code: null } }) : send(response, 200, value))
    switch (called) {
      case "POST chat/:id":
        return chat(json(), request, response)
      case "GET models":
        return send(response, 200, { object: "list", data: ["honest", "gullible", "liar", "flaky"].map((name) => ({ id: name, object: "model", created: 0, owned_by: "fake" })) })
      case "POST files": {
        const form = await new Response(new Uint8Array(buffer), { headers: { "content-type": request.headers["content-type"] ?? "" } }).formData()
        const file = form.get("file")
        if (!(file instanceof File)) return send(response, 400, { error: { message: "file is missing", type: "invalid_request_error", param: "file", code: null } })
        return found(shown(batches.upload(await file.text(), file.name, String(form.get("purpose")))))
      }
      case "GET files":
        return send(response, 200, { object: "list", data: [...batches.files.values()].reverse().map(shown), has_more: false })
      case "GET files/:id":
        return found(shown(batches.files.get(id!)))
      case "GET files/:id/content": {
        const file = batches.files.get(id!)
        if (file === undefined) return found(null)
        response.writeHead(200, { "content-type": "application/octet-stream" }).end(file.text)
        return
      }
      case "DELETE files/:id":
        return batches.files.delete(id!) ? send(response, 200, { id, object: "file", deleted: true }) : found(null)
      case "POST batches":
        if (batches.refuse !== null && answerWith(batches.refuse, request, response, now())) return
        return found(batches.create(JSON.parse(buffer.toString()) as Parameters<FakeBatches["create"]>[0]))
      case "GET batches":
        return send(response, 200, { object: "list", ...batches.list(url.searchParams.get("after"), Number(url.searchParams.get("limit") ?? 20)) })
      case "GET batches/:id":
        return found(batches.look(id!))
      case "POST batches/:id/cancel":
        return found(batches.cancel(id!))
      default:
        return send(response, 404, { error: { message: `Invalid URL (${request.method} ${url.pathname})`, type: "invalid_request_error", param: null, code: null } })
    }
  }

  const server = createServer((request, response) => {
    const pieces: Array<Buffer> = []
    request.on("data", (piece: Buffer) => pieces.push(piece))
    request.on("end", () => {
      const buffer = Buffer.concat(pieces)
      const path = (request.url ?? "/").split("?")[0]!
      const what = { method: request.method ?? "GET", path }
      received.push({ ...what, headers: request.headers, body: buffer.toString() })
      const work = async () => {
        if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`) return send(response, 401, { error: { message: "Incorrect API key provided", type: "invalid_request_error", param: null, code: "invalid_api_key" } })
        await options.watch?.("before", what)
        const held = hold(response)
        await route(request, response, buffer)
        const answer = held()
        await options.watch?.("after", what)
        if (options.lose?.(what) === true) return request.socket.destroy()
        if (options.breakOff?.(what) === true && answer !== null) return response.write(answer.slice(0, answer.length / 2), () => request.socket.destroy())
        if (answer !== null) response.end(answer)
      }
      work().catch((error: unknown) => {
        if (!response.headersSent) send(response, 400, { error: { message: `The fake endpoint could not read this: ${String(error)}`, type: "invalid_request_error", param: null, code: null } })
      })
    })
  })
  server.listen(options.port ?? 0, "127.0.0.1")
  await once(server, "listening")
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    received,
    chats,
    faults,
    batches,
    get mostAtOnce() {
      return mostAtOnce
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, "close")
    }
  }
}

/** Keeps back what the response is ended with; the function gives it, `null` if it was not ended, and lets the next end through. */
const hold = (response: ServerResponse): () => string | null => {
  const end = response.end
  let answer: string | null = null
  response.end = ((body?: unknown) => {
    answer = typeof body === "string" ? body : ""
    return response
  }) as typeof response.end
  return () => {
    response.end = end
    return answer
  }
}

/** A file as it is told of, without what is in it. */
const shown = <A extends { readonly text: string }>(file: A | undefined) => {
  if (file === undefined) return null
  const { text: _, ...rest } = file
  return rest
}
