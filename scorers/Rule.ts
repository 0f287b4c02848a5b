import { Schema } from "effect"
import { ForbiddenPhrase } from "./kinds/ForbiddenPhrase.ts"
import { ReplyTime } from "./kinds/ReplyTime.ts"
import { RequiredElements } from "./kinds/RequiredElements.ts"
import { Response } from "./kinds/Response.ts"

/** The kinds of rule there are. A new kind is one file and one name here. */
export const Rule = Schema.Union(ForbiddenPhrase, RequiredElements, ReplyTime, Response)
export type Rule = typeof Rule.Type
