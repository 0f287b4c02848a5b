import { Effect } from "effect"
import { type LoadedRules, loadRules, RulesInvalid, shownPath } from "../scorers/RuleFiles.ts"
import { rulesFolders } from "./Settings.ts"

/** The bundled rules, those of the configured folders, and those of `folders` on top. Fails with every fault there is, as paths people can open. */
export const rulesInForce = Effect.fn("RulesInForce")(function*(folders: ReadonlyArray<string>) {
  const configured = yield* rulesFolders
  return yield* Effect.try({
    try: (): LoadedRules => loadRules([...configured, ...folders]),
    catch: (error) => {
      if (!(error instanceof RulesInvalid)) throw error
      return new RulesInvalid({ faults: error.faults.map((fault) => ({ ...fault, file: shownPath(fault.file) })) })
    }
  })
})
