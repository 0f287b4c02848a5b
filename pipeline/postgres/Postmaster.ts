import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** The server process of one data folder, as its own `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number
  /** `null` in the first moments of a start. */
  readonly port: number | null
  readonly ready: boolean
}

const read = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return null
  }
}

/** Lines: pid, data folder, start time, port, socket folder, address, memory key, state. The later ones appear as the start proceeds. */
const parse = (text: string): Postmaster | null => {
  const lines = text.split("\n")
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  const port = Number(lines[3])
  return { pid, port: Number.isInteger(port) && port > 0 ? port : null, ready: lines[7]?.trim() === "ready" }
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** The command line of a living process; `null`: the process is gone, or nobody may ask. */
const commandOf = (pid: number): string | null => {
  if (process.platform === "linux") return read(`/proc/${pid}/cmdline`)
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })
  } catch {
    return null
  }
}

/**
 * The living server of the data folder (its real path), or `null`. Process numbers are reused, after a restart of a container
 * almost at once: only a process that names the folder is taken for its server.
 */
export const findPostmaster = (data: string): Postmaster | null => {
  const text = read(join(data, "postmaster.pid"))
  const postmaster = text === null ? null : parse(text)
  return postmaster !== null && exists(postmaster.pid) && (commandOf(postmaster.pid)?.includes(data) ?? true) ? postmaster : null
}

/** No system gives out this process number. */
const nobody = 999_999_999

/** Dead, but its parent has not asked how it ended; in a container whose first process never asks it stays so for ever. */
const isZombie = (pid: number): boolean => process.platform === "linux" && / Z \d/.test(read(`/proc/${pid}/stat`)?.replace(/.*\)/s, "") ?? "")

/**
 * PostgreSQL takes any process of the same user for a living server and would never start again over a `postmaster.pid` that names
 * a stranger or a zombie. Such a file is made to name nobody; what else it says stays, because PostgreSQL finds in it whether
 * processes of the old server still hold its memory.
 */
export const forgetDead = (data: string): void => {
  const file = join(data, "postmaster.pid")
  const text = read(file)
  const postmaster = text === null ? null : parse(text)
  if (text === null || postmaster === null || !exists(postmaster.pid)) return
  const command = commandOf(postmaster.pid)
  const stranger = command !== null && command !== "" && !command.includes("postgres")
  if ((stranger || isZombie(postmaster.pid)) && read(file) === text) {
    writeFileSync(file, text.replace(/^\d+/, String(nobody)))
  }
}

/** The port of the last start, so that saved connections of other programs go on working. */
export const lastPort = (data: string): number | null => {
  const port = Number(/"-p" "(\d+)"/.exec(read(join(data, "postmaster.opts")) ?? "")?.[1])
  return Number.isInteger(port) ? port : null
}
