import type { Pool } from "pg"
import { type SessionLock, trySessionLock } from "./SessionLock.ts"

/** Only one nightly run at a time: `null` when another one is under way. */
export function tryNightly(pool: Pool): Promise<SessionLock | null> {
  return trySessionLock(pool, "nightly", 0)
}
