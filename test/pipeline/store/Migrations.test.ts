import { Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import { expect, inject, test } from "vitest"
import { migrate, MigrationFailed } from "../../../pipeline/store/Migrations.ts"
import { makeDatabase } from "../../support/database.ts"
import { schemaDump } from "./schemaDump.ts"

const poolOf = (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 3 })
  // A connection may still be closing when its database is dropped.
  pool.on("error", () => {})
  return pool
}

const connect = (pool: pg.Pool) => new Kysely({ dialect: new PostgresDialect({ pool }) })

test("several processes at once migrate once", async () => {
  const { drop, pool, url } = await makeDatabase({ migrated: false })
  const processes = Array.from({ length: 4 }, () => connect(poolOf(url)))
  try {
    await Promise.all(processes.map((each) => migrate(each)))
    expect((await pool.query("select name from migrations")).rows).toEqual([{ name: "0001_scores" }, { name: "0002_cases" }, { name: "0003_judge" }, { name: "0004_judge_batches" }, { name: "0005_rollups" }])
    expect((await pool.query("select external_id from agents")).rows).toEqual([{ external_id: null }])
    const dump = await schemaDump(pool)
    await migrate(processes[0]!)
    expect(await schemaDump(pool)).toBe(dump)
  } finally {
    await Promise.all(processes.map((each) => each.destroy()))
    await drop()
  }
})

test("a schema of the user's own is used, also beside another program's", async () => {
  const { drop, kysely, pool, url } = await makeDatabase()
  const apart = new URL(url)
  apart.searchParams.set("options", "-c search_path=quality")
  await pool.query("create schema quality")
  const other = poolOf(apart.href)
  const elsewhere = connect(other)
  try {
    await migrate(elsewhere)
    const [theirs, ours] = await Promise.all([schemaDump(pool), schemaDump(other)])
    expect(ours).toContain("table transcripts")
    expect(ours).toBe(theirs)
    await migrate(kysely)
  } finally {
    await elsewhere.destroy()
    await drop()
  }
})

test("a database that a newer version has changed is left alone", async () => {
  const { drop, kysely, pool } = await makeDatabase()
  try {
    await pool.query(`insert into migrations (name, "timestamp") values ('0999_future', '2099-01-01')`)
    await expect(migrate(kysely)).rejects.toThrow(MigrationFailed)
    await expect(migrate(kysely)).rejects.toThrow(/newer version .*0999_future.*update the program/)
  } finally {
    await drop()
  }
})

test("a database that cannot hold every text is refused", async () => {
  const admin = new pg.Client({ connectionString: inject("server") })
  await admin.connect()
  const name = `test_latin_${process.pid}`
  const url = new URL(inject("server"))
  url.pathname = name
  await admin.query(`create database ${name} template template0 encoding 'LATIN1' locale 'C'`)
  const kysely = connect(poolOf(url.href))
  try {
    await expect(migrate(kysely)).rejects.toThrow(/LATIN1.*UTF8/)
  } finally {
    await kysely.destroy()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
})
