import { Context, Effect, Layer } from "effect"
import { Database } from "./Database.ts"
import { MigrationFailed, migrate } from "./store/Migrations.ts"

/** The configured database with its tables as this version needs them. */
export const openStore = Layer.tap(Database.live, (context) => {
  const { kysely } = Context.get(context, Database)
  return Effect.tryPromise({
    try: () => migrate(kysely),
    catch: (error) => {
      if (error instanceof MigrationFailed) return error
      throw error
    }
  })
})
