import { describe, expect, test } from "vitest"
import { freshDatabase } from "../../support/database.ts"
import { schemaDump } from "./schemaDump.ts"

const database = freshDatabase()

describe("the schema", () => {
  test("is what test/golden/schema.sql says", async () => {
    await expect(await schemaDump(database.pool)).toMatchFileSnapshot("../../golden/schema.sql")
  })

  test("lacks no comment", async () => {
    const { rows } = await database.pool.query<{ object: string }>(`
      select c.relname as object from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'f') and obj_description(c.oid, 'pg_class') is null
      union all
      select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'f') and a.attnum > 0 and not a.attisdropped
        and col_description(c.oid, a.attnum) is null
      union all
      select t.typname from pg_type t
      where t.typnamespace = current_schema()::regnamespace and t.typtype = 'e' and obj_description(t.oid, 'pg_type') is null`)
    expect(rows).toEqual([])
  })
})
