import { Schema } from "effect"
import { AnswerTime } from "./kinds/AnswerTime.ts"
import { AskedAgain } from "./kinds/AskedAgain.ts"
import { Condition } from "./kinds/Condition.ts"
import { DeadAir } from "./kinds/DeadAir.ts"
import { ExplainedRefusal } from "./kinds/ExplainedRefusal.ts"
import { ForbiddenPhrase } from "./kinds/ForbiddenPhrase.ts"
import { HoldCourtesy } from "./kinds/HoldCourtesy.ts"
import { Interruptions } from "./kinds/Interruptions.ts"
import { KeepsToMandarin } from "./kinds/KeepsToMandarin.ts"
import { Occasion } from "./kinds/Occasion.ts"
import { Protocol } from "./kinds/Protocol.ts"
import { ReadBack } from "./kinds/ReadBack.ts"
import { Refusal } from "./kinds/Refusal.ts"
import { ReplyTime } from "./kinds/ReplyTime.ts"
import { RequiredElements } from "./kinds/RequiredElements.ts"
import { Resolved } from "./kinds/Resolved.ts"
import { Reversal } from "./kinds/Reversal.ts"
import { Response } from "./kinds/Response.ts"
import { UsesName } from "./kinds/UsesName.ts"

/** The kinds of rule there are. A new kind is one file and one name here. */
export const Rule = Schema.Union(ForbiddenPhrase, Refusal, ExplainedRefusal, Reversal, RequiredElements, ReplyTime, Interruptions, HoldCourtesy, DeadAir, AnswerTime, Response, Occasion, AskedAgain, ReadBack, Resolved, Protocol, UsesName, KeepsToMandarin, Condition)
export type Rule = typeof Rule.Type
