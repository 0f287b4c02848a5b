import { lines } from "../../Lines.ts"

/** The lines of one conversation, and the number in the file of the first, from 1. */
export interface Block {
  readonly line: number
  readonly text: string
}

/** Cuts a text in the dialogue notation into conversations, at `---` and at `# id:` after the first turn, one in memory at a time. */
export async function* blocks(text: AsyncIterable<string>): AsyncGenerator<Block> {
  let block: Array<string> = []
  let first = 1
  let hasTurns = false
  for await (const batch of lines(text)) {
    for (let i = 0; i < batch.lines.length; i++) {
      const line = batch.lines[i]!
      const divider = /^-{3,}\s*$/.test(line)
      if (divider || (hasTurns && /^#\s*id\s*[:：]/i.test(line))) {
        if (block.some((one) => one.trim() !== "")) yield { line: first, text: block.join("\n") }
        block = []
        hasTurns = false
        first = batch.first + i + (divider ? 1 : 0)
        if (divider) continue
      }
      block.push(line)
      if (!line.startsWith("#") && line.trim() !== "") hasTurns = true
    }
  }
  if (block.some((one) => one.trim() !== "")) yield { line: first, text: block.join("\n") }
}
