import { execFile } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"

const checkout = join(import.meta.dirname, "..")

test("the whole project is well typed", async () => {
  const said = await new Promise<string>((resolve) =>
    execFile(
      join(checkout, "node_modules", ".bin", "tsc"),
      ["--noEmit", "--pretty", "false"],
      { cwd: checkout, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => resolve(error === null ? "" : `${stdout}${stderr}` || error.message)
    )
  )
  expect(said).toBe("")
}, 120_000)
