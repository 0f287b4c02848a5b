import { readFileSync } from "node:fs"
import { Either, ParseResult, Schema } from "effect"
import { isNode, LineCounter, parseDocument } from "yaml"

/** One fault of a rule or rubric file; lines count from 1. */
export interface FileFault {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A decoded YAML file that still knows on which line each of its values stands. */
export class YamlFile<A> {
  readonly file: string
  readonly value: A
  private readonly locate: (path: ReadonlyArray<PropertyKey>) => number

  constructor(file: string, value: A, locate: (path: ReadonlyArray<PropertyKey>) => number) {
    this.file = file
    this.value = value
    this.locate = locate
  }

  lineOf(path: ReadonlyArray<PropertyKey>): number {
    return this.locate(path)
  }

  fault(path: ReadonlyArray<PropertyKey>, message: string): FileFault {
    return { file: this.file, line: this.locate(path), message }
  }
}

/** Reads and decodes a YAML file; unknown fields are refused, since a misspelt one would silently do nothing. */
export const readYaml = <A, I>(file: string, schema: Schema.Schema<A, I>): Either.Either<YamlFile<A>, ReadonlyArray<FileFault>> => {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => lines.linePos(offset).line
  if (document.errors.length > 0) {
    return Either.left(document.errors.map((error) => ({ file, line: at(error.pos[0]), message: `not valid YAML: ${error.message}` })))
  }
  const locate = (path: ReadonlyArray<PropertyKey>): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return 1
  }
  const decoded = Schema.decodeUnknownEither(schema)(document.toJS(), { onExcessProperty: "error", errors: "all" })
  if (Either.isRight(decoded)) return Either.right(new YamlFile(file, decoded.right, locate))
  const issues = ParseResult.ArrayFormatter.formatErrorSync(decoded.left)
  return Either.left(telling(issues).map((issue) => ({ file, line: locate(issue.path), message: `${issue.path.join(".") || "the file"}: ${issue.message}` })))
}

/**
 * Where several shapes are allowed, each complains of not being the one that was meant. Those that say no more than that are
 * left out where another says what is wrong inside, else they become one.
 */
const telling = (issues: ReadonlyArray<ParseResult.ArrayFormatterIssue>): ReadonlyArray<ParseResult.ArrayFormatterIssue> => {
  const isBare = ({ message }: ParseResult.ArrayFormatterIssue) => message.startsWith("Expected ") && message.includes(", actual ")
  const kept = issues.filter((issue) =>
    !isBare(issue) || !issues.some((other) => {
      const isInside = issue.path.every((key, i) => other.path[i] === key)
      return isInside && (other.path.length > issue.path.length || !isBare(other) || (issue.message.startsWith("Expected undefined,") && other !== issue))
    })
  )
  const inOnePlace = Map.groupBy(kept, (issue) => (isBare(issue) ? JSON.stringify(issue.path) : issue))
  return [...inOnePlace.values()].map(([first, ...more]) => {
    const expected = (message: string) => message.slice("Expected ".length, message.indexOf(", actual "))
    if (first === undefined || more.length === 0) return first!
    const actual = first.message.slice(first.message.indexOf(", actual "))
    return { ...first, message: `Expected ${[first, ...more].map(({ message }) => expected(message)).join(" or ")}${actual}` }
  })
}
