import { expect, test } from "vitest"
import { Seen } from "../../../pipeline/store/Seen.ts"

test("the first origin of each of many transcripts is remembered, and of no other", () => {
  const seen = new Seen()
  for (const line of [1, 2]) {
    for (let n = 0; n < 20_000; n++) seen.add(`source ${n % 3}`, `id ${n}`, { file: `${n % 7}.csv`, line: line * n + 1 })
  }
  for (let n = 0; n < 20_000; n++) {
    expect(seen.get(`source ${n % 3}`, `id ${n}`)).toEqual({ file: `${n % 7}.csv`, line: n + 1 })
    expect(seen.get(`source ${(n + 1) % 3}`, `id ${n}`)).toBeNull()
  }
})
