import { FastCheck as fc } from "effect"
import { describe, expect, test } from "vitest"
import { Decoder } from "../../pipeline/Encoding.ts"
import { InputBroken } from "../../pipeline/InputBroken.ts"

/** Decodes bytes given in pieces of `length`. */
const decode = (bytes: Uint8Array, length = 1000): { readonly text: string; readonly encoding: string | null } => {
  const decoder = new Decoder()
  let text = ""
  for (let at = 0; at < bytes.length; at += length) text += decoder.push(bytes.subarray(at, at + length))
  text += decoder.end()
  return { text, encoding: decoder.encoding }
}

const chinese = "会话ID,角色,内容\nA1,客服,您好，请问有什么可以帮您？\nA1,客户,我的订单还没有到\n"
/** The same in GB18030: Node writes no GB18030, so each character is looked up by decoding every two-byte code. */
const gb18030 = (text: string): Buffer => {
  const decoder = new TextDecoder("gb18030")
  const codes = new Map<string, ReadonlyArray<number>>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return Buffer.from([...text].flatMap((character) => (character < "\x80" ? [character.charCodeAt(0)] : codes.get(character)!)))
}
const big5Hello = Buffer.from([0xb1, 0x7a, 0xa6, 0x6e, 0xa1, 0x41, 0xa7, 0xda, 0xad, 0xcc, 0xa6, 0x62])
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16()

describe("the encoding is recognised", () => {
  test.each([
    ["UTF-8", Buffer.from(chinese), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${chinese}`), "utf-8"],
    ["UTF-16LE with a mark", Buffer.from(`\uFEFF${chinese}`, "utf16le"), "utf-16le"],
    ["UTF-16BE with a mark", utf16be(`\uFEFF${chinese}`), "utf-16be"],
    ["UTF-16LE without a mark", Buffer.from(chinese, "utf16le"), "utf-16le"],
    ["UTF-16BE without a mark", utf16be(chinese), "utf-16be"],
    ["GB18030", gb18030(chinese), "gb18030"]
  ])("%s", (_, bytes, encoding) => {
    for (const length of [1, 7, 1000, 1_000_000]) expect(decode(bytes, length)).toEqual({ text: chinese, encoding })
  })

  test("Big5 and Windows-1252, as Excel still writes them", () => {
    expect(decode(big5Hello)).toEqual({ text: "您好，我們在", encoding: "big5" })
    expect(decode(Buffer.from("I don\x92t know, it\x92s caf\xe9 time", "latin1"))).toEqual({ text: "I don’t know, it’s café time", encoding: "windows-1252" })
  })

  test("a head that is all ASCII does not mislead about what follows", () => {
    const ascii = "id,role,text\n".repeat(30_000)
    expect(decode(Buffer.concat([Buffer.from(ascii), gb18030(chinese)]))).toEqual({ text: ascii + chinese, encoding: "gb18030" })
    expect(decode(Buffer.from(ascii + chinese))).toEqual({ text: ascii + chinese, encoding: "utf-8" })
    expect(decode(Buffer.from(ascii)).text).toBe(ascii)
  })
})

test("any text comes through UTF-8 and UTF-16 unchanged, in pieces of any length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (random, length) => {
      const text = `标题,${random.replaceAll(/[\0-\x08\x0e-\x1f]/g, "")}`
      expect(decode(Buffer.from(text), length).text).toBe(text)
      expect(decode(Buffer.from(`\uFEFF${text}`, "utf16le"), length).text).toBe(text)
    }),
    { numRuns: 200 }
  )
})

describe("broken bytes are marked, never silently replaced", () => {
  test("in UTF-8, on their line only", () => {
    const { encoding, text } = decode(Buffer.concat([Buffer.from(`${chinese}坏`), Buffer.from([0xe5, 0x9d, 0x0a]), Buffer.from(chinese)]))
    expect(encoding).toBe("utf-8")
    expect(text.split("\n").map((line) => line.isWellFormed())).toEqual([true, true, true, false, true, true, true, true])
    expect(text).not.toContain("\uFFFD")
  })

  test("in GB18030, on their line only", () => {
    const { encoding, text } = decode(Buffer.concat([gb18030(chinese), Buffer.from([0xff, 0x0a]), gb18030(chinese)]))
    expect(encoding).toBe("gb18030")
    expect(text.split("\n").filter((line) => !line.isWellFormed())).toHaveLength(1)
    expect(text).not.toContain("\uFFFD")
  })

  test("where UTF-16 ends in half a unit", () => {
    const { text } = decode(Buffer.concat([Buffer.from(`\uFEFF${chinese}`, "utf16le"), Buffer.from([0x41])]))
    expect(text.slice(0, -1)).toBe(chinese)
    expect(text.isWellFormed()).toBe(false)
  })

  test("a replacement character that the text itself holds is text", () => {
    expect(decode(Buffer.from("您好\uFFFD"))).toEqual({ text: "您好\uFFFD", encoding: "utf-8" })
  })
})

test.each([
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1])],
  ["noise", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256))]
])("%s is no text", (_, bytes) => {
  expect(() => decode(bytes)).toThrow(InputBroken)
})
