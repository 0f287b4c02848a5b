import { parse } from "csv-parse"
import { createReadStream } from "node:fs"

/** csv-parse alone over a file, records as arrays: what everything else is compared with. */
const parser = createReadStream(process.argv[2]!, { highWaterMark: 256 * 1024 }).pipe(parse({ bom: true }))
let records = 0
parser.on("readable", () => {
  while (parser.read() !== null) records++
})
parser.on("end", () => console.log(records))
