import { Schema } from "effect"
import { ExplainedRefusal } from "./kinds/ExplainedRefusal.ts"
import { ForbiddenPhrase } from "./kinds/ForbiddenPhrase.ts"
import { Refusal } from "./kinds/Refusal.ts"
import { ReplyTime } from "./kinds/ReplyTime.ts"
import { RequiredElements } from "./kinds/RequiredElements.ts"
import { Response } from "./kinds/Response.ts"

/** The kinds of rule there are. A new kind is one file and one name here. */
export const Rule = Schema.Union(ForbiddenPhrase, Refusal, ExplainedRefusal, RequiredElements, ReplyTime, Response)
export type Rule = typeof Rule.Type
