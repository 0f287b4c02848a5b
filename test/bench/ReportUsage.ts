import { writeFileSync } from "node:fs"

/** Loaded before a program by `Measured.ts`: leaves what the process has used in a file when it ends. */
process.on("exit", () => writeFileSync(process.env["TRANSCRIPT_QA_USAGE"]!, JSON.stringify(process.resourceUsage())))
