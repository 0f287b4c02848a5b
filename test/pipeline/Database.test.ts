import { ConfigProvider, Effect } from "effect"
import { sql } from "kysely"
import { createServer } from "node:net"
import { describe, expect } from "vitest"
import { Database } from "../../pipeline/Database.ts"
import { freshDatabase } from "../support/database.ts"
import { live } from "../support/effect.ts"

const database = freshDatabase()

const failure = (change: (url: URL) => void) =>
  Effect.suspend(() => {
    const url = new URL(database.url)
    change(url)
    return Effect.flip(Database.pipe(Effect.provide(Database.at(url.href))))
  })

describe("the database", () => {
  live("of DATABASE_URL answers through kysely and the pool, which close with the scope", () =>
    Effect.gen(function*() {
      const pool = yield* Effect.gen(function*() {
        const { embedded, kysely, pool } = yield* Database
        expect(embedded).toBe(false)
        const one = yield* Effect.promise(() => sql<{ one: number }>`SELECT 1 AS one`.execute(kysely))
        expect(one.rows).toEqual([{ one: 1 }])
        expect((yield* Effect.promise(() => pool.query("SELECT 2 AS two"))).rows).toEqual([{ two: 2 }])
        return pool
      }).pipe(
        Effect.provide(Database.live),
        Effect.withConfigProvider(ConfigProvider.fromMap(new Map([["DATABASE_URL", database.url]])))
      )
      expect(pool.ended).toBe(true)
    }))

  // A user that does not exist: refused also by a test server that asks nobody for a password.
  live("that refuses the user is an error that names user and place, not the password", () =>
    Effect.gen(function*() {
      for (const password of ["sesame", ""]) {
        const error = yield* failure((url) => Object.assign(url, { username: "nobody_we_know", password }))
        expect(error._tag).toBe("DatabaseUnavailable")
        expect(error.problem).toMatch(/does not let user nobody_we_know into database test_.*: wrong or missing password/)
        expect(error.message).not.toContain("sesame")
      }
    }))

  live("that does not exist is an error that says how to make it", () =>
    Effect.gen(function*() {
      const error = yield* failure((url) => (url.pathname = "nowhere"))
      expect(error.problem).toContain("has no database nowhere")
      expect(error.cure).toContain("createdb")
    }))

  live("on a server that is not there is an error that names host and port", () =>
    Effect.gen(function*() {
      const port = yield* Effect.async<number>((resume) => {
        const probe = createServer().listen(0, "127.0.0.1", () => {
          const address = probe.address()
          probe.close(() => resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : 0)))
        })
      })
      const error = yield* failure((url) => (url.host = `127.0.0.1:${port}`))
      expect(error.problem).toMatch(new RegExp(`^No PostgreSQL answers at 127.0.0.1:${port} for database test_.*ECONNREFUSED`))
    }))

  live("of an address that is none is an error that does not repeat it", () =>
    Effect.gen(function*() {
      for (const url of ["mysql://me:sesame@host/db", "me:sesame@host", "postgres://me:sesame@ho st:x/db"]) {
        const error = yield* Effect.flip(Database.pipe(Effect.provide(Database.at(url))))
        expect(error.problem).toBe("DATABASE_URL is not an address of a PostgreSQL.")
        expect(error.message).not.toContain("sesame")
      }
    }))
})
