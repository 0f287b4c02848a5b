import type { Words } from "./Rubric.ts"
import type { OutcomeName } from "./Score.ts"
import type { Event, Role } from "./Transcript.ts"

/** What outcomes, speakers and events are called, the same wherever they are shown. */
interface NounWords {
  readonly outcomes: Readonly<Record<OutcomeName, string>>
  readonly roles: Readonly<Record<Role, string>>
  readonly events: Readonly<Record<Event["kind"], string>>
}

export const nounWords: Readonly<Record<keyof Words, NounWords>> = {
  zh: {
    outcomes: { Met: "达成", Partly: "部分达成", Breached: "违反", NotApplicable: "不适用", Unscored: "未评" },
    roles: { agent: "客服", customer: "客户", bot: "机器人", system: "系统" },
    events: { ring: "振铃", answer: "接听", assign: "分配", hold: "保持", transfer: "转接", "hang-up": "挂断", feedback: "反馈" }
  },
  en: {
    outcomes: { Met: "Met", Partly: "Partly", Breached: "Breached", NotApplicable: "Not applicable", Unscored: "Unscored" },
    roles: { agent: "Agent", customer: "Customer", bot: "Bot", system: "System" },
    events: { ring: "Ringing", answer: "Answered", assign: "Assigned", hold: "On hold", transfer: "Transferred", "hang-up": "Hung up", feedback: "Feedback" }
  }
}
