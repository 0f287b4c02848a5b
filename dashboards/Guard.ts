import { HttpServerRequest, HttpServerResponse } from "@effect/platform"
import type { HttpApp } from "@effect/platform"
import { Effect } from "effect"
import { isIP, isIPv6 } from "node:net"
import { hostname } from "node:os"

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
export function guarded<E, R>(known: (name: string) => boolean, refuse: Refusal, app: HttpApp.Default<E, R>): HttpApp.Default<E, R> {
  return Effect.gen(function*() {
    const request = yield* HttpServerRequest.HttpServerRequest
    if (!known(hostName(request.headers["host"] ?? ""))) return yield* refuse("host")
    if (request.method !== "GET" && request.method !== "HEAD") return yield* refuse("method")
    return yield* app
  }).pipe(Effect.map(HttpServerResponse.setHeaders(security)))
}

/**
 * May a server that listens on `host` be asked under this name (of a Host header, without port)? By the loopback names and its own.
 * One that listens on every address of the machine may be asked by any address, which no foreign site can pass for, and by the
 * machine's name.
 */
export function knownTo(host: string): (name: string) => boolean {
  const names = new Set(["localhost", "127.0.0.1", "[::1]", bracketed(host.toLowerCase())])
  if (host !== "0.0.0.0" && host !== "::") return (name) => names.has(name)
  names.add(hostname().toLowerCase())
  return (name) => names.has(name) || isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0
}

/** An address as a URL has it. */
export function bracketed(host: string): string {
  return isIPv6(host) ? `[${host}]` : host
}

/** Of a Host header, without its port. */
function hostName(header: string): string {
  return header.trim().toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "")
}
