import { execFileSync } from "node:child_process"
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"
import { describe, expect, test } from "vitest"

const checkout = join(import.meta.dirname, "..")

/** Where the code of a folder may import from, besides itself and packages. */
const arrows: Readonly<Record<string, ReadonlyArray<string>>> = {
  schemas: [],
  scorers: ["schemas"],
  pipeline: ["schemas", "scorers"],
  dashboards: ["schemas", "pipeline/store"],
  test: ["schemas", "scorers", "pipeline", "dashboards"]
}

/**
 * The one exception: the command that serves the pages. Commands are pipeline's, the pages are not, and the alternative, a page that
 * registers itself with the command line when it is imported, would hide the arrow instead of removing it.
 */
const exception = { from: "pipeline/commands/Dashboards.ts", to: "dashboards/" }

const specifiers = (source: string): ReadonlyArray<string> => [
  ...source.matchAll(/^\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']/gm),
  ...source.matchAll(/^\s*import\s*["']([^"']+)["']/gm),
  ...source.matchAll(/\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g),
  ...source.matchAll(/\b(?:new URL|require|resolve)\(\s*["'](\.[^"']+\.m?[jt]s)["']/g)
].map((match) => match[1] ?? "")

/** What is wrong with importing `specifier` in `file` (paths from the checkout, `/` between), or `null`. */
const fault = (file: string, specifier: string): string | null => {
  if (!specifier.startsWith(".")) return null
  const target = relative(checkout, join(checkout, dirname(file), specifier)).split(sep).join("/")
  const from = file.split("/")[0] ?? ""
  const said = `${file} imports ${target}`
  if (target === "pipeline/main.ts" || target === "pipeline/launch.mjs") return `${said}: nothing imports where a program starts`
  if (target.startsWith("..")) return `${said}: outside the checkout`
  if (file === exception.from && target.startsWith(exception.to)) return null
  const allowed = [from, ...(arrows[from] ?? [])]
  return allowed.some((folder) => target.startsWith(`${folder}/`)) ? null : `${said}: ${from} may import ${allowed.join(", ")} only`
}

const sources = Object.keys(arrows).flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,mts,cts,js,mjs,cjs}`, { cwd: checkout }).map((file) => file.split(sep).join("/"))
)

describe("imports", () => {
  test("follow the arrows", () => {
    expect(sources.length).toBeGreaterThan(10)
    const faults = sources.flatMap((file) =>
      specifiers(readFileSync(join(checkout, file), "utf8")).map((specifier) => fault(file, specifier)).filter((said) => said !== null)
    )
    expect(faults).toEqual([])
  })

  test("against the arrows are noticed, in every way of writing one", () => {
    const wrong = [
      `import { a } from "../scorers/A.ts"`,
      `import type { A } from '../scorers/A.ts'`,
      `import {\n  a,\n  b\n} from "../scorers/A.ts"`,
      `export * from "../scorers/A.ts"`,
      `import "../scorers/A.ts"`,
      `const a = await import("../scorers/A.ts")`,
      `new Worker(new URL("../scorers/A.ts", import.meta.url))`
    ]
    for (const line of wrong) {
      expect(specifiers(line).map((specifier) => fault("schemas/B.ts", specifier)), line).toEqual([
        "schemas/B.ts imports scorers/A.ts: schemas may import schemas only"
      ])
    }
    expect(fault("dashboards/A.ts", "../pipeline/store/B.ts")).toBeNull()
    expect(fault("dashboards/A.ts", "../pipeline/B.ts")).toContain("may import")
    expect(fault("pipeline/commands/Dashboards.ts", "../../dashboards/A.ts")).toBeNull()
    expect(fault("pipeline/commands/Score.ts", "../../dashboards/A.ts")).toContain("may import")
    expect(fault("test/A.test.ts", "../pipeline/main.ts")).toContain("nothing imports")
    expect(fault("pipeline/A.ts", "effect")).toBeNull()
  })

  test("samples hold no code", () => {
    expect(globSync("samples/**/*.{ts,mts,cts,js,mjs,cjs}", { cwd: checkout })).toEqual([])
  })
})

describe("tracked files", () => {
  // A checkout without git's folder (an archive) has the same files and nothing else to look at.
  const files = existsSync(join(checkout, ".git"))
    ? execFileSync("git", ["-c", `safe.directory=${checkout}`, "ls-files", "-z"], { cwd: checkout, encoding: "utf8" }).split("\0").filter((file) => file !== "")
    : sources
  const text = files.filter((file) => existsSync(join(checkout, file)) && !/\.(gz|png|ico|xlsx)$/.test(file))

  test("name no package registry: npm's own setting decides", () => {
    const lock = readFileSync(join(checkout, "package-lock.json"), "utf8")
    expect(lock).not.toContain(`"resolved"`)
    const found = text.filter((file) => /registry\.[a-z0-9-]+\.[a-z]+|npmmirror|artifactory/i.test(readFileSync(join(checkout, file), "utf8")))
    expect(found.filter((file) => file !== "test/ImportDirections.test.ts")).toEqual([])
  })

  test("name no place on the machine they were written on", () => {
    const places = /(?<![\w.:/-])\/(?:work|root|home\/\w+|Users\/\w+|tmp)\/[\w.-]+/
    const found = text.flatMap((file) => {
      const match = places.exec(readFileSync(join(checkout, file), "utf8"))
      return match === null ? [] : [`${file}: ${match[0]}`]
    })
    expect(found).toEqual([])
  })
})
