import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

const launcher = join(import.meta.dirname, "..", "pipeline", "launch.mjs")

let place: string

beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "transcript-qa-launch-")))
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

interface Result {
  readonly code: number | string | null
  readonly stdout: string
  readonly stderr: string
}

const launch = (script: string, words: ReadonlyArray<string>, cwd = place): Promise<Result> =>
  new Promise((resolve) =>
    execFile(process.execPath, [script, ...words], { cwd }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code ?? null, stdout, stderr }))
  )

describe("handing over", () => {
  const run = (script: string) => launch(launcher, ["--exec", "node", "--eval", script])

  test("keeps the exit code, the working directory and the arguments", async () => {
    const script = `console.log(process.cwd(), process.argv.slice(1).join("|")); process.exitCode = 7`
    expect(await launch(launcher, ["--exec", "node", "--eval", script, "--", "a b", "*"])).toEqual({
      code: 7,
      stdout: `${place} a b|*\n`,
      stderr: ""
    })
  })

  test("goes to the Node that the packages bring, which comes first in PATH for what that starts", async () => {
    const script = `console.log(process.version, require("node:child_process").execSync("node --version").toString().trim())`
    expect((await run(script)).stdout).toMatch(/^(v24\.\d+\.\d+) \1\n$/)
  })

  test("reports a death by signal n as 128 + n", async () => {
    expect((await run(`process.kill(process.pid, "SIGKILL")`)).code).toBe(137)
  })

  test("passes signals on and waits for the end", async () => {
    const script = `process.on("SIGTERM", () => { console.log("bye"); process.exit(3) }); console.log("up"); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, [launcher, "--exec", "node", "--eval", script], { stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    child.stdout.on("data", (piece) => (said += String(piece)))
    await once(child.stdout, "data")
    child.kill("SIGTERM")
    expect(await once(child, "close")).toEqual([3, null])
    expect(said).toBe("up\nbye\n")
  })

  test("works through a link, as `npm link` makes one", async () => {
    const link = join(place, "transcript-qa")
    symlinkSync(launcher, link)
    expect((await launch(link, ["--exec", "node", "--print", "1 + 1"])).stdout).toBe("2\n")
  })

  test("names a program that is not installed, and the cure", async () => {
    const result = await launch(launcher, ["--exec", "no-such-program"])
    expect(result).toMatchObject({ code: 1, stdout: "" })
    expect(result.stderr).toMatch(/no-such-program is not in .*\n.*npm ci --include=dev/)
  })
})

/** A checkout whose only package is a `node` of its own, so that npm has nothing to fetch. */
const makeCheckout = (name: string, { broken = false, withProgram = true } = {}) => {
  const checkout = join(place, name)
  const vendor = join(checkout, "vendor")
  mkdirSync(join(checkout, "pipeline"), { recursive: true })
  mkdirSync(join(vendor, "bin"), { recursive: true })
  copyFileSync(launcher, join(checkout, "pipeline", "launch.mjs"))
  writeFileSync(join(checkout, "pipeline", "main.ts"), `const greeting: string = "ran"; console.log(greeting, process.argv.slice(2).join(" "))\n`)
  const nodePackage = { name: "node", version: "1.0.0", ...(withProgram ? { bin: { node: "bin/node" } } : {}) }
  writeFileSync(join(vendor, "package.json"), JSON.stringify(nodePackage))
  writeFileSync(join(vendor, "bin", "node"), `#!/bin/sh\nexec '${process.execPath}' "$@"\n`)
  chmodSync(join(vendor, "bin", "node"), 0o755)
  const dependencies = { node: "file:vendor" }
  const wanted = broken ? { ...dependencies, absent: "file:absent" } : dependencies
  writeFileSync(join(checkout, "package.json"), JSON.stringify({ name, version: "1.0.0", private: true, dependencies: wanted }))
  writeFileSync(
    join(checkout, "package-lock.json"),
    JSON.stringify({
      name,
      version: "1.0.0",
      lockfileVersion: 3,
      requires: true,
      packages: {
        "": { name, version: "1.0.0", dependencies },
        "node_modules/node": { resolved: "vendor", link: true },
        vendor: nodePackage
      }
    })
  )
  return { checkout, launch: (...words: ReadonlyArray<string>) => launch(join(checkout, "pipeline", "launch.mjs"), words) }
}

describe("installing", () => {
  const installing = /^Installing the packages.*\n/

  test("happens by itself before the first run, once among several at the same moment, and again after the lock file changed", async () => {
    const { checkout, launch } = makeCheckout("clone")
    const first = await Promise.all([launch("a", "b"), launch("a", "b"), launch("a", "b")])
    for (const result of first) expect(result).toMatchObject({ code: 0, stdout: "ran a b\n" })
    expect(first.filter((result) => installing.test(result.stderr))).toHaveLength(1)
    expect(existsSync(join(checkout, ".installing"))).toBe(false)
    expect(await launch("again")).toEqual({ code: 0, stdout: "ran again\n", stderr: "" })
    const later = new Date(Date.now() + 5_000)
    utimesSync(join(checkout, "package-lock.json"), later, later)
    expect((await launch()).stderr).toMatch(installing)
  })

  test("leaves packages alone that a link leads to, which belong to another checkout", async () => {
    const { checkout, launch } = makeCheckout("linked")
    await launch()
    renameSync(join(checkout, "node_modules"), join(checkout, "elsewhere"))
    symlinkSync(join(checkout, "elsewhere"), join(checkout, "node_modules"))
    const later = new Date(Date.now() + 5_000)
    utimesSync(join(checkout, "package-lock.json"), later, later)
    expect(await launch("x")).toEqual({ code: 0, stdout: "ran x\n", stderr: "" })
  })

  test("takes over from a process that was killed while it installed", async () => {
    const { checkout, launch } = makeCheckout("killed")
    mkdirSync(join(checkout, ".installing"))
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(join(checkout, ".installing"), longAgo, longAgo)
    expect(await launch()).toMatchObject({ code: 0, stdout: "ran \n" })
  })

  test("that fails shows what npm said, and leaves nothing in the way", async () => {
    const { checkout, launch } = makeCheckout("broken", { broken: true })
    const result = await launch()
    expect(result).toMatchObject({ code: 1, stdout: "" })
    expect(result.stderr).toMatch(/`npm ci` failed in .*\n[^]*npm error[^]*start again/)
    expect(existsSync(join(checkout, ".installing"))).toBe(false)
  })

  test("without the Node it should bring says how to get it", async () => {
    const { launch } = makeCheckout("scripts refused", { withProgram: false })
    const result = await launch()
    expect(result.code).toBe(1)
    expect(result.stderr).toMatch(/install script was not allowed to run, or failed\.\n.*\n\s+npm rebuild node /)
  })
})
