import { Effect, Exit } from "effect"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { expand, NothingToRead } from "../../pipeline/Inputs.ts"
import { readings } from "../../pipeline/Readings.ts"
import { collect, options } from "./formats/ReadText.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inputs-"))
  for (const name of ["b", "b/deep", ".hidden", "empty"]) mkdirSync(join(folder, name))
  for (const name of ["b/2.csv", "b/10.csv", "b/deep/x.jsonl", "a.txt", ".secret.csv", ".hidden/y.csv", "odd[1].csv"]) writeFileSync(join(folder, name), "x")
  symlinkSync(folder, join(folder, "b/loop"))
  symlinkSync(join(folder, "a.txt"), join(folder, "b/link.txt"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const names = async (...paths: ReadonlyArray<string>) => {
  const { found, missing } = await Effect.runPromise(expand(paths.map((path) => (path === "-" ? path : join(folder, path)))))
  return { found: found.map(({ file }) => file.replace(`${folder}/`, "")), missing: missing.map(({ origin, reason }) => [origin.file.replace(`${folder}/`, ""), reason]) }
}

describe("paths stand for", () => {
  test("a folder with all below it, by name, without hidden files and without following links in circles", async () => {
    expect((await names("")).found).toEqual(["a.txt", "b/10.csv", "b/2.csv", "b/deep/x.jsonl", "b/link.txt", "odd[1].csv"])
  })

  test("globs, files whose names look like globs, standard input, each once", async () => {
    expect((await names("b/*.csv", "odd[1].csv", "b/2.csv", "-", "-")).found).toEqual(["b/10.csv", "b/2.csv", "odd[1].csv", "-"])
  })

  test("nothing where there is nothing, which is said while the others go on", async () => {
    expect(await names("a.txt", "nope.csv", "nope/*.csv", "empty")).toEqual({
      found: ["a.txt"],
      missing: [["nope.csv", "no such file or folder"], ["nope/*.csv", "no file matches this pattern"], ["empty", "the folder holds no files"]]
    })
  })

  test("an error where nothing at all is left to read", async () => {
    const exit = await Effect.runPromiseExit(expand([join(folder, "nope.csv")]))
    expect(exit).toEqual(Exit.fail(new NothingToRead({ paths: [join(folder, "nope.csv")] })))
    expect(new NothingToRead({ paths: ["nope.csv"] }).message).toContain("nope.csv")
  })
})

describe("an input", () => {
  const line = (id: number) => `${JSON.stringify({ id: `c${id}`, turns: [{ role: "agent", text: `您好，这是第 ${id} 通，编号 ${Math.imul(id, 2_654_435_761) >>> 0}` }] })}\n`
  const text = Array.from({ length: 5000 }, (_, i) => line(i)).join("")
  const read = (name: string, content: Uint8Array | string) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return collect(readings({ file: name, path }, options))
  }

  test("is unpacked by its content, whatever its name, also of several parts", async () => {
    expect((await read("packed.jsonl", gzipSync(text))).transcripts).toHaveLength(5000)
    expect((await read("parts.gz", Buffer.concat([gzipSync(line(1)), gzipSync(line(2))]))).transcripts.map(({ id }) => id)).toEqual(["c1", "c2"])
  })

  test("that is cut off gives what comes before, and is set aside", async () => {
    const packed = gzipSync(text)
    const { setAside, transcripts } = await read("cut.jsonl.gz", packed.subarray(0, packed.length >> 1))
    expect(setAside.map(({ origin, reason }) => [origin.file, reason])).toEqual([["cut.jsonl.gz", "the gzip file is cut off: copy or export it again"]])
    expect(transcripts.length).toBeGreaterThan(1000)
    expect(transcripts.length).toBeLessThan(5000)
    expect(transcripts.at(-1)!.turns[0]!.text).toBe(JSON.parse(line(transcripts.length - 1)).turns[0].text)
  })

  test("that is a table and is cut off gives nothing, for every conversation might go on", async () => {
    const packed = gzipSync(`conversation_id,role,text\n${Array.from({ length: 5000 }, (_, i) => `c${i % 70},agent,${Math.imul(i, 2_654_435_761) >>> 0}\n`).join("")}`)
    const { setAside, transcripts } = await read("cut.csv.gz", packed.subarray(0, packed.length - 200))
    expect(transcripts).toEqual([])
    expect(setAside.map(({ reason }) => reason)).toEqual(["the gzip file is cut off: copy or export it again"])
  })

  test("that is damaged, archived or gone is set aside", async () => {
    const packed = gzipSync(text)
    packed.fill(0, 12, 40)
    expect((await read("damaged.gz", packed)).setAside[0]!.reason).toBe("the gzip file is damaged: copy or export it again")
    expect((await read("book.xlsx", Buffer.from("PK\x03\x04....", "latin1"))).setAside[0]!.reason).toContain("Excel workbook")
    expect((await collect(readings({ file: "gone.csv", path: join(folder, "gone.csv") }, options))).setAside[0]!.reason).toBe("no such file or folder")
  })
})
