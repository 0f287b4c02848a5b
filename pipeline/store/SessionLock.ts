import type { Pool } from "pg"

/** An advisory lock that lives as long as its connection: a process that dies, however it dies, gives it back. */
export interface SessionLock {
  readonly release: () => Promise<void>
}

/**
 * Takes the lock called `name`, number `number`, of the schema in use; `null` when somebody holds it. Occupies one
 * connection of the pool until released.
 */
export async function trySessionLock(pool: Pool, name: string, number: number): Promise<SessionLock | null> {
  const client = await pool.connect()
  let broken: Error | undefined
  // The loss of this connection is not the end of the work it stands for; whatever queries next will tell.
  const onError = (error: Error) => { broken = error }
  client.on("error", onError)
  const release = () => {
    client.off("error", onError)
    // Closing gives the lock back even where unlocking would fail.
    client.release(broken ?? true)
  }
  try {
    const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${lockClass("$1")}, $2) as locked`, [name, number])
    if (rows[0]!.locked) {
      return {
        release: async () => {
          await client.query(`select pg_advisory_unlock(${lockClass("$1")}, $2)`, [name, number]).catch((error: Error) => { broken ??= error })
          release()
        }
      }
    }
  } catch (error) {
    release()
    throw error
  }
  release()
  return null
}

/** SQL of the first half of a lock's key; `name` is SQL too. Two schemas in one database do not share locks. */
export function lockClass(name: string): string {
  return `hashtext('transcript-qa ' || current_schema() || ' ' || ${name}::text)`
}
