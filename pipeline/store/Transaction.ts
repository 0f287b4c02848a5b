import type { Pool, PoolClient } from "pg"

/**
 * Runs `work` in one transaction on a connection of its own: committed when it resolves, rolled back when it rejects. With
 * `settings`, those hold for it alone.
 */
export async function transaction<A>(pool: Pool, work: (client: PoolClient) => Promise<A>, settings = ""): Promise<A> {
  const client = await pool.connect()
  let broken: Error | undefined
  // Without a listener a connection that dies between two queries would end the process; the next query reports it.
  const onError = (error: Error) => { broken = error }
  client.on("error", onError)
  try {
    await client.query(`begin; ${settings}`)
    const result = await work(client)
    await client.query("commit")
    return result
  } catch (error) {
    await client.query("rollback").catch((second: Error) => { broken ??= second })
    throw error
  } finally {
    client.off("error", onError)
    client.release(broken)
  }
}
