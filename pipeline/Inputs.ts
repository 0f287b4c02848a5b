import { Data, Effect } from "effect"
import { createReadStream } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { isAbsolute, join, resolve } from "node:path"
import { glob, isDynamicPattern } from "tinyglobby"
import type { SetAside } from "../schemas/SetAside.ts"
import { Decoder } from "./Encoding.ts"
import type { Input } from "./Format.ts"
import { plainBytes } from "./Gzip.ts"
import { InputBroken } from "./InputBroken.ts"
import { Reach } from "./Reach.ts"

/** An input that was found but not opened. `file` is its name for people, `path` `null` for standard input. */
export interface Found {
  readonly file: string
  readonly path: string | null
}

/** What the paths of a command line stand for, in the order given, folders sorted by name, nothing twice. */
export interface Inputs {
  readonly found: ReadonlyArray<Found>
  /** Paths that do not exist or may not be read; the others go on. */
  readonly missing: ReadonlyArray<SetAside>
}

/** None of the paths gave any input, so there is nothing to do. */
export class NothingToRead extends Data.TaggedError("NothingToRead")<{ readonly paths: ReadonlyArray<string> }> {
  override get message(): string {
    return this.paths.length === 0
      ? "No input named: give files, folders, globs such as 'inbox/**/*.csv', or - for standard input."
      : `Nothing to read: no file at ${this.paths.join(", ")}. Check the spelling; quote globs so that the shell does not expand them.`
  }
}

/** Files, folders (with all below, hidden ones left out), globs and `-` to a list of inputs. */
export const expand = Effect.fn("Inputs.expand")(function* (paths: ReadonlyArray<string>) {
  const found = new Map<string, Found>()
  const missing: Array<SetAside> = []
  for (const path of paths) {
    const result = yield* Effect.promise(() => locate(path).catch((error: NodeJS.ErrnoException) => unreadable(error)))
    if (typeof result === "string") missing.push(setAsideFile(path, result))
    else for (const one of result) if (!found.has(one.path === null ? "-" : resolve(one.path))) found.set(one.path === null ? "-" : resolve(one.path), one)
  }
  if (found.size === 0) return yield* new NothingToRead({ paths })
  return { found: [...found.values()], missing } satisfies Inputs
})

/** Opens an input far enough to recognise it. Rejects with `InputBroken` for what is no readable text. */
export const open = async (found: Found, reach: Reach = new Reach()): Promise<Input> => {
  if (found.path === null) return openStream(found.file, process.stdin, reach)
  const path = found.path
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputBroken({ reason: unreadable(error) })
  })
  if (!stats.isFile()) return openStream(found.file, createReadStream(path), reach)
  if (stats.size === 0) throw new InputBroken({ reason: emptyFile })
  const stream = () => createReadStream(path, { highWaterMark: 256 * 1024 })
  const { compressed, head } = await headOf(plainBytes(stream()))
  async function* text() {
    const source = stream()
    for await (const piece of decoded(plainBytes(source))) {
      yield piece
      reach.done(source.bytesRead / stats.size)
    }
  }
  return { file: found.file, head, bytes: compressed ? null : stats.size, reach, text }
}

export const setAsideFile = (file: string, reason: string, excerpt = ""): SetAside => ({
  origin: { file, line: 1 },
  reason,
  excerpt,
  transcript: null
})

const headLength = 65_536
const headBytes = 4 * headLength
const emptyFile = "the file is empty"

const locate = async (path: string): Promise<ReadonlyArray<Found> | string> => {
  if (path === "-") return [{ file: "-", path: null }]
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : Promise.reject(error)))
  if (stats?.isDirectory() === true) {
    const files = await filesBelow(path)
    return files.length > 0 ? files : "the folder holds no files"
  }
  if (stats !== null) return [{ file: path, path }]
  if (!isDynamicPattern(path)) return "no such file or folder"
  const matches = await glob(path, { absolute: isAbsolute(path), dot: false, onlyFiles: true, expandDirectories: false })
  return matches.length > 0 ? matches.sort(byName).map((file) => ({ file, path: file })) : "no file matches this pattern"
}

const filesBelow = async (folder: string): Promise<ReadonlyArray<Found>> => {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith("."))
  const files: Array<Found> = []
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await filesBelow(path)))
    // A link to a folder is not followed: it may lead back up.
    else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => null))?.isFile() !== false)) files.push({ file: path, path })
  }
  return files
}

/** By code unit, so that the order is the same on every machine and in every locale. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const unreadable = (error: NodeJS.ErrnoException): string =>
  error.code === "ENOENT" ? "no such file or folder" : error.code === "EACCES" ? "may not be read by this user (check its permissions)" : `cannot be read (${error.code ?? error.message})`

interface Opening {
  readonly compressed: () => boolean
  readonly bytes: AsyncIterable<Uint8Array>
}

const headOf = async (opening: Opening): Promise<{ readonly head: string; readonly compressed: boolean }> => {
  const decoder = new Decoder()
  let head = ""
  let seen = 0
  try {
    for await (const bytes of opening.bytes) {
      head += decoder.push(bytes)
      seen += bytes.length
      if (head.length >= headLength || seen >= headBytes) return { head: head.slice(0, headLength), compressed: opening.compressed() }
    }
  } catch (error) {
    // What can be read before the break may still hold whole conversations; reading on meets the break again.
    if (!(error instanceof InputBroken) || seen === 0) throw error
  }
  return { head: (head + decoder.end()).slice(0, headLength), compressed: opening.compressed() }
}

async function* decoded(opening: Opening): AsyncGenerator<string> {
  const decoder = new Decoder()
  try {
    for await (const bytes of opening.bytes) {
      const text = decoder.push(bytes)
      if (text !== "") yield text
    }
  } catch (error) {
    if (error instanceof InputBroken) yield decoder.end()
    throw error
  }
  const rest = decoder.end()
  if (rest !== "") yield rest
}

/** A pipe can be read only once, so what was read for the head is kept for the text. */
const openStream = async (file: string, stream: NodeJS.ReadableStream, reach: Reach): Promise<Input> => {
  const pieces = decoded(plainBytes(stream))
  const kept: Array<string> = []
  let head = ""
  while (head.length < headLength) {
    const next = await pieces.next()
    if (next.done === true) break
    kept.push(next.value)
    head += next.value
  }
  if (kept.length === 0) throw new InputBroken({ reason: "the input is empty" })
  async function* text() {
    try {
      while (kept.length > 0) yield kept.shift()!
      yield* pieces
    } finally {
      await pieces.return(undefined)
    }
  }
  return { file, head: head.slice(0, headLength), bytes: null, reach, text }
}
