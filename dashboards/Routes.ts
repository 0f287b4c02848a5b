import { HttpRouter, HttpServerRequest, HttpServerResponse } from "@effect/platform"
import { Cause, Effect } from "effect"
import { Archive, ArchiveTrouble, type Connection } from "./Archive.ts"
import { agentPage } from "./pages/AgentPage.ts"
import { noticePage } from "./pages/NoticePage.ts"
import { rulebookPage } from "./pages/RulebookPage.ts"
import { rulePage } from "./pages/RulePage.ts"
import { teamPage } from "./pages/TeamPage.ts"
import { transcriptPage } from "./pages/TranscriptPage.ts"
import type { Html } from "./parts/Html.ts"
import { knownAgent } from "./questions/Agent.ts"
import { askAgentStory } from "./questions/AgentStory.ts"
import { shownPeriod } from "./questions/ShownPeriod.ts"
import { shownRubric } from "./questions/ShownRubric.ts"
import { askTeam } from "./questions/Team.ts"
import { askTranscriptAudit } from "./questions/TranscriptAudit.ts"
import { assetRoutes } from "./Assets.ts"
import { Visit } from "./Visit.ts"

type Params = Readonly<Record<string, string | undefined>>

/** A page, or `null` where the address names nothing that is stored. */
type Show = (connection: Connection, visit: Visit, params: Params) => Promise<Html | null>

const team: Show = async (connection, visit) => {
  const rubric = await shownRubric(connection, visit.rubric)
  if (rubric === null) return visit.rubric === null ? nothingScored(visit) : null
  const shown = await shownPeriod(connection, visit, rubric.id, null)
  return teamPage(visit.reader, rubric, shown, await askTeam(connection, rubric.id, shown), visit.order)
}

const agent: Show = async (connection, visit, params) => {
  const rubric = await shownRubric(connection, visit.rubric)
  const known = await knownAgent(connection, params["id"] ?? null)
  if (rubric === null || known === null) return null
  const shown = await shownPeriod(connection, visit, rubric.id, known.key)
  return agentPage(visit.reader, rubric, await askAgentStory(connection, rubric, known, shown, { page: visit.page, quality: visit.quality, timeZone: visit.reader.timeZone }))
}

const transcript: Show = async (connection, visit, params) => {
  const { source = "", id = "" } = params
  const audit = await askTranscriptAudit(connection, { source, id, rubric: visit.rubric, agent: visit.agent })
  return audit === null ? null : transcriptPage(visit.reader, audit)
}

const rulebook: Show = async (connection, visit) => {
  const rubric = await shownRubric(connection, visit.rubric)
  if (rubric === null) return visit.rubric === null ? nothingScored(visit) : null
  return rulebookPage(visit.reader, rubric)
}

const rule: Show = async (connection, visit, params) => {
  const rubric = await shownRubric(connection, visit.rubric)
  const found = rubric?.rules.get(`${params["family"]}/${params["name"]}`)
  return rubric === null || found === undefined ? null : rulePage(visit.reader, rubric, found)
}

/** Every address there is; any other, and any trouble, is answered with a page that says so and nothing else. */
export function routes(timeZone: string) {
  const page = (show: Show) => answered(timeZone, show)
  return HttpRouter.empty.pipe(
    HttpRouter.get("/", page(team)),
    HttpRouter.get("/agents/:id", page(agent)),
    HttpRouter.get("/unnamed-agent", page(agent)),
    HttpRouter.get("/transcripts/:source/:id", page(transcript)),
    HttpRouter.get("/rules", page(rulebook)),
    HttpRouter.get("/rules/:family/:name", page(rule)),
    HttpRouter.concat(assetRoutes),
    // An id may be as long as an address.
    HttpRouter.withRouterConfig({ maxParamLength: 16_384, ignoreTrailingSlash: true }),
    Effect.catchTag("RouteNotFound", () => notice(timeZone, 404, notFound)),
    Effect.catchAllCause((cause) => Effect.zipRight(logTrouble(cause), notice(timeZone, 500, trouble)))
  )
}

/** The answer to a request that `guarded` turned away. */
export function refusal(timeZone: string, refused: "method" | "host") {
  return refused === "method"
    ? notice(timeZone, 405, ({ words }) => ({ title: words.wrongMethod, why: words.wrongMethodWhy })).pipe(Effect.map(HttpServerResponse.setHeader("allow", "GET, HEAD")))
    : notice(timeZone, 421, ({ words }) => ({ title: words.wrongHost, why: words.wrongHostWhy }))
}

const answered = (timeZone: string, show: Show) =>
  Effect.gen(function*() {
    const archive = yield* Archive
    const visit = new Visit(yield* HttpServerRequest.HttpServerRequest, timeZone)
    const params = yield* HttpRouter.params
    if (Object.values(params).some((param) => param?.includes("\0"))) return yield* notice(timeZone, 404, notFound)
    const page = yield* archive.read((connection) => show(connection, visit, params))
    return page === null ? yield* notice(timeZone, 404, notFound) : yield* document(page, 200)
  })

type Notice = Parameters<typeof noticePage>[1]

const notFound = ({ words }: Visit["reader"]): Notice => ({ title: words.notFound, why: words.notFoundWhy, link: true })
const trouble = ({ words }: Visit["reader"]): Notice => ({ title: words.trouble, why: words.troubleWhy })

function nothingScored({ reader }: Visit): Html {
  return noticePage(reader, { title: reader.words.nothingScored, why: reader.words.nothingScoredHow, command: "npx transcript-qa score <folder>" })
}

const notice = (timeZone: string, status: number, say: (reader: Visit["reader"]) => Notice) =>
  Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
    const { reader } = new Visit(request, timeZone)
    return document(noticePage(reader, say(reader)), status)
  })

function document(page: Html, status: number) {
  return Effect.map(Effect.promise(async () => String(await page)), (text) => HttpServerResponse.text(text, { status, contentType: "text/html; charset=utf-8" }))
}

/** The kind of trouble and where it arose; never a message of the database about data, which may quote a transcript. */
function logTrouble(cause: Cause.Cause<unknown>) {
  const failure = Cause.squash(cause)
  const origin = failure instanceof ArchiveTrouble ? failure.cause : failure
  const code = origin instanceof Error && "code" in origin ? String(origin.code) : ""
  const name = origin instanceof Error ? origin.name : typeof origin
  const place = origin instanceof Error ? (origin.stack?.split("\n").find((line) => line.trimStart().startsWith("at "))?.trim() ?? "") : ""
  return Effect.logError("A page could not be shown").pipe(Effect.annotateLogs({ name, code, place }))
}
