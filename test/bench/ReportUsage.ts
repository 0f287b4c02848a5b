import { writeFileSync } from "node:fs"
import { join } from "node:path"

/** Loaded before a program by `Measured.ts`: leaves what the process has used in a folder when it ends. */
process.on("exit", () => writeFileSync(join(process.env["TRANSCRIPT_QA_USAGE"]!, `${process.pid}.json`), JSON.stringify(process.resourceUsage())))
