import { HttpServerRequest, HttpServerResponse } from "@effect/platform"
import type { HttpApp } from "@effect/platform"
import { Effect } from "effect"

const security = {
  "content-security-policy":
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cache-control": "no-store"
}

type Refusal = (refused: "method" | "host") => Effect.Effect<HttpServerResponse.HttpServerResponse, never, HttpServerRequest.HttpServerRequest>

/**
 * Transcripts are personal data: answers only requests that name this server by a name it knows (a page of another site
 * that has its own name resolve to this machine is refused) and that read; nothing is kept by browsers or shown in frames.
 */
export function guarded<E, R>(hosts: ReadonlySet<string>, refuse: Refusal, app: HttpApp.Default<E, R>): HttpApp.Default<E, R> {
  return Effect.gen(function*() {
    const request = yield* HttpServerRequest.HttpServerRequest
    if (!hosts.has(hostName(request.headers["host"] ?? ""))) return yield* refuse("host")
    if (request.method !== "GET" && request.method !== "HEAD") return yield* refuse("method")
    return yield* app
  }).pipe(Effect.map(HttpServerResponse.setHeaders(security)))
}

/** The names under which a server on `host` may be asked: itself, and the loopback names. */
export function knownHosts(host: string): ReadonlySet<string> {
  return new Set(["localhost", "127.0.0.1", "[::1]", host.includes(":") && !host.startsWith("[") ? `[${host}]` : host.toLowerCase()])
}

/** Of a Host header, without its port. */
function hostName(header: string): string {
  return header.trim().toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "")
}
