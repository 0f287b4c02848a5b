import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { accessSync, constants, lstatSync, realpathSync, statSync } from "node:fs"
import { chmod, chown, mkdir } from "node:fs/promises"
import { homedir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { EmbeddedPostgresError } from "./EmbeddedPostgresError.ts"

/** Whom the server runs as. `null`: as ourselves. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null

/** The folder of one embedded server and whom it belongs to. */
export interface Home {
  readonly folder: string
  readonly user: ServerUser
}

const checkout = realpathSync(join(dirname(fileURLToPath(import.meta.url)), "..", ".."))

const isRoot = () => process.getuid?.() === 0

const writable = (folder: string) => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Where the data lie: `TRANSCRIPT_QA_DATA`; else, for root, /var/lib/transcript-qa/<checkout>, because the server, which refuses to
 * run as root, must be able to enter it; else .postgres in the checkout; else, in a checkout of somebody else's, the user's own data folder.
 */
export const homeFolder = (): string => {
  const chosen = process.env["TRANSCRIPT_QA_DATA"]
  if (chosen !== undefined && chosen !== "") return resolve(chosen)
  const name = createHash("sha256").update(checkout).digest("hex").slice(0, 12)
  if (isRoot()) return join("/var/lib/transcript-qa", name)
  const local = join(checkout, ".postgres")
  const existing = lstatSync(local, { throwIfNoEntry: false })
  const ours = existing === undefined ? writable(checkout) : existing.uid === process.getuid?.()
  if (ours) return local
  const data = process.env["XDG_DATA_HOME"]
  return join(data !== undefined && data !== "" ? data : join(homedir(), ".local", "share"), "transcript-qa", name)
}

const idOf = (flag: "-u" | "-g", user: string) => {
  try {
    return Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }))
  } catch {
    return null
  }
}

/**
 * `daemon` is the account that systems keep for services which own files and cannot log in; `nobody` (which should own none) is the
 * second choice. initdb insists on an account that exists, so a bare number will not do.
 */
const unprivileged = (): NonNullable<ServerUser> => {
  for (const name of ["daemon", "nobody"]) {
    const uid = idOf("-u", name)
    const gid = idOf("-g", name)
    if (uid !== null && gid !== null && uid !== 0) return { uid, gid }
  }
  throw new EmbeddedPostgresError({
    problem: "PostgreSQL refuses to run as root, and this machine has neither of the users `daemon` and `nobody` to run it as.",
    cure: "Start as an ordinary user, or set DATABASE_URL to a PostgreSQL ≥ 15."
  })
}

/** Makes the folder if need be, closed to everybody but the server's user. */
export const openHome = async (wanted: string): Promise<Home> => {
  try {
    const before = statSync(wanted, { throwIfNoEntry: false })
    const parents = await mkdir(dirname(wanted), { recursive: true })
    // A strict umask must not close what the server's user has to pass through.
    if (parents !== undefined && isRoot()) {
      for (let parent = dirname(wanted); parent.startsWith(parents); parent = dirname(parent)) await chmod(parent, 0o755)
    }
    await mkdir(wanted, { recursive: true, mode: 0o700 })
    const folder = realpathSync(wanted)
    if (!isRoot()) return { folder, user: null }
    // A folder that an ordinary user began stays theirs.
    const user = before !== undefined && before.uid !== 0 ? { uid: before.uid, gid: before.gid } : unprivileged()
    await chown(folder, user.uid, user.gid)
    return { folder, user }
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error
    throw new EmbeddedPostgresError({
      problem: `The folder for the embedded PostgreSQL cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      cure: "Set TRANSCRIPT_QA_DATA to a folder you may write to, or DATABASE_URL to a PostgreSQL ≥ 15."
    })
  }
}
