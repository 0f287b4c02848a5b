import { FastCheck as fc } from "effect"
import { expect, test } from "vitest"
import { CopyRows } from "../../../pipeline/store/CopyRows.ts"
import { copyJson, copyNull, copyNumber, copyText, copyTime } from "../../../pipeline/store/CopyText.ts"
import { transaction } from "../../../pipeline/store/Transaction.ts"
import { storableText } from "../../../pipeline/StorableText.ts"
import { freshDatabase } from "../../support/database.ts"

const database = freshDatabase()

const firstMoment = Date.parse("0001-01-01T00:00:00Z")
const lastMoment = Date.parse("9999-12-31T23:59:59.999Z")

const awkward = fc.constantFrom(
  "\\", "\\N", "\\.", "\n", "\r", "\r\n", "\t", "\b", "\f", "\v", "\0", "\u0001", "\u001f", "'", "\"", "\\u0000", "\\x41", "%s", "$1", "{}", "NULL", "😀", "\uD83D",
  "\uDE00", "\u2028", "\uFEFF", "你好", "e\u0301", " "
)
const text = fc.oneof(
  fc.array(fc.oneof(awkward, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme" })
)
const storable = (value: unknown): unknown =>
  typeof value === "string" ? storableText(value)
  : Array.isArray(value) ? value.map(storable)
  : value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storable(part)]))
  : value

test("whatever text is copied is read back the same", async () => {
  const row = fc.record({
    text: fc.option(text),
    json: fc.record({ a: text, b: fc.array(fc.option(text), { maxLength: 3 }), c: fc.integer() }),
    number: fc.option(fc.double({ noNaN: true }).map((number) => number + 0)),
    time: fc.option(fc.integer({ min: firstMoment, max: lastMoment }))
  })
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 200 }), async (rows) => {
    const stored = await transaction(database.pool, async (client) => {
      await client.query("create temporary table copied (n integer, text text, json json, jsonb jsonb, number double precision, time timestamptz) on commit drop")
      const copy = new CopyRows()
      rows.forEach(({ json, number, text, time }, n) =>
        copy.add(`${n}\t${copyText(text)}\t${copyJson(json)}\t${copyJson(json)}\t${copyNumber(number)}\t${copyTime(time)}\n`)
      )
      await copy.send(client, "copied")
      return (await client.query("select text, json, jsonb, number, extract(epoch from time) * 1000 as time from copied order by n")).rows
    })
    expect(stored.map(({ time, ...others }) => ({ ...others, time: time === null ? null : Number(time) }))).toEqual(
      rows.map(({ json, number, text, time }) => ({
        text: storable(text), json: storable(json), jsonb: storable(json), number, time
      }))
    )
  }), { numRuns: 60 })
})

test("moments on no calendar are none", () => {
  expect([firstMoment - 1, lastMoment + 1, NaN, Infinity, -Infinity].map(copyTime)).toEqual(Array(5).fill(copyNull))
})
