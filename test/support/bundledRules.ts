import { type LoadedRules, loadRules } from "../../scorers/RuleFiles.ts"

let loaded: LoadedRules | undefined

/** The bundled rules, loaded once a worker. */
export const bundledRules = (): LoadedRules => (loaded ??= loadRules([]))
