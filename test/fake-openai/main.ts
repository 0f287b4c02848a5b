/** The endpoint as a program, for trying the judge without a key: `npm run fake-openai -- --help`. */
import { parseArgs } from "node:util"
import { type Fault, faults, isFault } from "./Fault.ts"
import { startFakeOpenAi } from "./FakeOpenAi.ts"
import { judgeNamed } from "./Judges.ts"

const help = `A local endpoint that speaks OpenAI's chat completions, files, batches and models. No model is behind it: its judges are a few
lines of code. For trying out the judge, and what happens when an endpoint misbehaves.

  --port 4010          where to listen on 127.0.0.1 (4010)
  --judge honest       honest: looks for the question's words · gullible: obeys the transcript · liar: invents quotes · flaky: changes its mind
  --seed 1             of flaky, and of the faults
  --fault 429:0.1      what goes wrong, and with what share of the requests; may be given several times
  --delay 0            milliseconds before each answer
  --key sk-test        answer only to this key

Faults: ${faults.join(", ")}
`

const fail = (message: string): never => {
  process.stderr.write(`fake-openai: ${message}\n`)
  process.exit(1)
}

const read = () => {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: "4010" },
        judge: { type: "string", default: "honest" },
        seed: { type: "string", default: "1" },
        fault: { type: "string", multiple: true, default: [] },
        delay: { type: "string", default: "0" },
        key: { type: "string" },
        help: { type: "boolean", default: false }
      }
    }).values
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}; see --help`)
  }
}

const number = (name: string, text: string): number => (/^\d+$/.test(text) ? Number(text) : fail(`--${name} takes a number, not “${text}”`))

const values = read()
if (values.help) {
  process.stdout.write(help)
  process.exit(0)
}

const seed = number("seed", values.seed)
const judge = judgeNamed(values.judge, seed) ?? fail(`no judge is called “${values.judge}”; there are honest, gullible, liar and flaky`)
const planned = values.fault.map((text): { readonly fault: Fault; readonly share: number } => {
  const [name = "", share = "1"] = text.split(":")
  return isFault(name) && Number(share) >= 0 && Number(share) <= 1 ? { fault: name, share: Number(share) } : fail(`“${text}” is no fault with a share from 0 to 1, such as 429:0.1; see --help`)
})

/** Numbers from 0 to 1 that are the same for the same seed. */
let state = seed
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const port = number("port", values.port)
const started = await startFakeOpenAi({
  port,
  judge,
  fault: () => planned.find(({ share }) => random() < share)?.fault ?? null,
  delayMs: number("delay", values.delay),
  ...(values.key === undefined ? {} : { key: values.key })
}).catch((error: NodeJS.ErrnoException) => fail(error.code === "EADDRINUSE" ? `port ${port} is taken; choose another with --port` : error.message))

process.stdout.write(`The fake endpoint listens. In another terminal:

  export OPENAI_BASE_URL=${started.url} TRANSCRIPT_QA_JUDGE_MODEL=${values.judge}

Ctrl-C ends it.
`)
