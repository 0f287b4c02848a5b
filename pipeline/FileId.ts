import { createHash } from "node:crypto"
import { basename, extname } from "node:path"

/**
 * The id of a conversation that carries none: the name of its file without folder and extensions, with `#2`, `#3` … for
 * further ones; for standard input a hash of `content`.
 */
export const fileId = (file: string, number: number, content: string): string => {
  if (file === "-") return `stdin-${createHash("sha256").update(content).digest("hex").slice(0, 16)}`
  const unpacked = basename(file).replace(/\.gz$/i, "")
  const name = basename(unpacked, extname(unpacked))
  return number === 1 ? name : `${name}#${number}`
}
