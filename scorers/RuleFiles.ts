import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { Data, Either, Schema } from "effect"
import type { Rubric, RubricRule } from "../schemas/Rubric.ts"
import { CompiledRubric, PhraseFaults } from "./CompiledRubric.ts"
import { provenOnce } from "./ProvenRules.ts"
import { Rule } from "./Rule.ts"
import { failingExamples } from "./RuleExamples.ts"
import { RubricFile } from "./RubricFile.ts"
import { type FileFault, readYaml, type YamlFile } from "./YamlFile.ts"

/** The rules that come with the product. */
export const bundledRules = fileURLToPath(new URL("./rules", import.meta.url))

/** Raise it when the same rule files would give other scores than before: scores of old and new must not be mixed. */
const judgingVersion = 1

const WordListFile = Schema.Record({ key: Schema.String, value: Schema.NonEmptyArray(Schema.NonEmptyString) })

/** Rule files that cannot be used. Every fault is listed, with file, line and what to do. */
export class RulesInvalid extends Data.TaggedError("RulesInvalid")<{ readonly faults: ReadonlyArray<FileFault> }> {
  override get message(): string {
    return this.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`).join("\n")
  }
}

export interface LoadedRules {
  readonly compiled: CompiledRubric
  readonly rules: ReadonlyArray<YamlFile<Rule>>
  /** The whole rubric as data: what is stored beside its fingerprint. */
  readonly definition: unknown
}

/**
 * Loads the bundled rules and then those of the given folders; a later file replaces an earlier rule of the same id, a later
 * `rubric.yaml` the earlier, and a later list of `words.yaml` the list of the same name. Runs every example, unless these very rules have passed before. Throws `RulesInvalid`.
 */
export const loadRules = (folders: ReadonlyArray<string>): LoadedRules => {
  const state = stateOf([bundledRules, ...folders])
  if (last?.state !== state) last = { state, loaded: loadAnew(folders) }
  return last.loaded
}

/** The rules loaded last, and what the files held then: whoever asks again while nothing has changed gets the same. */
let last: { readonly state: string; readonly loaded: LoadedRules } | undefined

const stateOf = (folders: ReadonlyArray<string>): string => {
  const hash = createHash("sha256")
  for (const folder of folders) {
    hash.update(`${folder}\0`)
    for (const file of yamlFiles(folder, [])) hash.update(`${file}\0`).update(textOf(file))
  }
  return hash.digest("base64")
}

/** A file that cannot be read is for `readYaml` to report. */
const textOf = (file: string): Buffer | string => {
  try {
    return readFileSync(file)
  } catch {
    return "unreadable"
  }
}

const loadAnew = (folders: ReadonlyArray<string>): LoadedRules => {
  const faults: Array<FileFault> = []
  const kept = <A>(result: Either.Either<A, ReadonlyArray<FileFault>>): A | undefined => {
    if (Either.isRight(result)) return result.right
    faults.push(...result.left)
    return undefined
  }
  const lists = new Map<string, ReadonlyArray<string>>()
  const rules = new Map<string, YamlFile<Rule>>()
  let rubricFile: YamlFile<RubricFile> | undefined
  for (const folder of [bundledRules, ...folders]) {
    const inThisFolder = new Map<string, string>()
    for (const file of yamlFiles(folder, faults)) {
      if (basename(file) === "rubric.yaml") rubricFile = kept(readYaml(file, RubricFile)) ?? rubricFile
      else if (basename(file) === "words.yaml") {
        for (const [name, phrases] of Object.entries(kept(readYaml(file, WordListFile))?.value ?? {})) lists.set(name, phrases)
      } else {
        const rule = kept(readYaml(file, Rule))
        if (rule === undefined) continue
        const other = inThisFolder.get(rule.value.id)
        if (other !== undefined) faults.push(rule.fault(["id"], `the id ${rule.value.id} is already taken by ${other}`))
        inThisFolder.set(rule.value.id, file)
        rules.set(rule.value.id, rule)
      }
    }
  }
  stopAt(faults)
  const inForce = arrange(rubricFile!, rules, faults)
  stopAt(faults)
  const { rubric, definition } = assemble(rubricFile!, inForce, lists)
  const compiled = compile(rubric, inForce, lists, faults)
  provenOnce(definition, () => {
    for (const rule of inForce) {
      for (const { example, message } of failingExamples(compiled, rule.value)) {
        faults.push(rule.fault(["examples", example], `example ${example + 1} of ${rule.value.id}: ${message}`))
      }
    }
    return faults.length === 0
  })
  stopAt(faults)
  return { compiled, rules: inForce, definition }
}

const stopAt = (faults: ReadonlyArray<FileFault>) => {
  if (faults.length > 0) throw new RulesInvalid({ faults })
}

const compile = (
  rubric: Rubric,
  inForce: ReadonlyArray<YamlFile<Rule>>,
  lists: ReadonlyMap<string, ReadonlyArray<string>>,
  faults: Array<FileFault>
): CompiledRubric => {
  try {
    return new CompiledRubric(rubric, inForce.map((rule) => rule.value), lists)
  } catch (error) {
    if (!(error instanceof PhraseFaults)) throw error
    for (const { rule, message } of error.faults) faults.push(inForce.find((file) => file.value.id === rule)!.fault([], message))
    throw new RulesInvalid({ faults })
  }
}

const yamlFiles = (folder: string, faults: Array<FileFault>): ReadonlyArray<string> => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch {
    faults.push({ file: folder, line: 1, message: "no such folder of rules" })
    return []
  }
}

/** The rules in force, in the order of their sections and then by id. */
const arrange = (rubric: YamlFile<RubricFile>, rules: ReadonlyMap<string, YamlFile<Rule>>, faults: Array<FileFault>) => {
  const sections = rubric.value.sections.map((section) => section.id)
  for (const id of Object.keys(rubric.value.rules)) {
    if (!rules.has(id)) faults.push(rubric.fault(["rules", id], `there is no rule ${id}; see “transcript-qa rules” for those there are`))
  }
  for (const rule of rules.values()) {
    if (!sections.includes(familyOf(rule.value))) {
      faults.push(rule.fault(["id"], `the rubric has no section ${familyOf(rule.value)}; sections: ${sections.join(", ")}`))
    }
  }
  return [...rules.values()]
    .filter((rule) => rubric.value.rules[rule.value.id]?.off !== true)
    .sort((a, b) => sections.indexOf(familyOf(a.value)) - sections.indexOf(familyOf(b.value)) || (a.value.id < b.value.id ? -1 : 1))
}

const familyOf = (rule: Rule) => rule.id.slice(0, rule.id.indexOf("/"))

const assemble = (rubricFile: YamlFile<RubricFile>, inForce: ReadonlyArray<YamlFile<Rule>>, lists: ReadonlyMap<string, ReadonlyArray<string>>) => {
  const file = rubricFile.value
  const rules = inForce.map(({ value: rule }): RubricRule => {
    const change = file.rules[rule.id]
    return {
      id: rule.id,
      section: familyOf(rule),
      title: rule.title,
      why: rule.why,
      instead: rule.instead,
      source: rule.source,
      weight: change?.weight ?? rule.weight,
      critical: change?.critical === "no" ? null : (change?.critical ?? rule.critical ?? null),
      bonus: change?.bonus ?? rule.bonus,
      quality: rule.quality ?? null,
      indicator: rule.indicator ?? null
    }
  })
  const { name, passMark, bands, sections } = file
  const data = inForce.map(({ value }) => ({ ...value }))
  // Examples explain and test a rule; they change no score.
  const judged = data.map(({ examples: _, ...rule }) => rule)
  const scale = { name, passMark, bands, sections, rules }
  const fingerprint = createHash("sha256").update(JSON.stringify([judgingVersion, scale, judged, [...lists]])).digest("hex").slice(0, 12)
  const rubric: Rubric = { fingerprint, ...scale }
  const definition = { ...scale, rules: data.map((rule, i) => ({ ...rule, ...rules[i] })), lists: Object.fromEntries(lists) }
  return { rubric, definition }
}

/** The path of a rule file as messages show it: from the folder the user stands in where that is shorter. */
export const shownPath = (file: string): string => {
  const near = relative(process.cwd(), file)
  return near.startsWith("..") || near === "" ? file : near
}
