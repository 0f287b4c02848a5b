import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const judgingCode = ["./", "../schemas/"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
const marks = fileURLToPath(new URL("../node_modules/.cache/transcript-qa", import.meta.url))

/**
 * Runs `prove` unless it has passed before for exactly this rubric and exactly this code: the examples of all rules take most
 * of a start-up. `prove` tells whether every example passed. Where no mark can be kept, it simply runs every time.
 */
export const provenOnce = (definition: unknown, prove: () => boolean): void => {
  const mark = join(marks, `rules-${fingerprint(definition)}`)
  if (existsSync(mark) || !prove()) return
  try {
    mkdirSync(marks, { recursive: true })
    writeFileSync(mark, "")
  } catch {
    // A read-only installation only starts more slowly.
  }
}

const fingerprint = (definition: unknown): string => {
  const hash = createHash("sha256").update(JSON.stringify(definition))
  for (const folder of judgingCode) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
      if (entry.isFile() && entry.name.endsWith(".ts")) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)))
    }
  }
  return hash.digest("hex").slice(0, 32)
}
