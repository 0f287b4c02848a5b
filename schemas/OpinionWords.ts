import type { OpinionState } from "./Opinion.ts"
import type { Words } from "./Rubric.ts"

/** What the judge and its opinions are called, the same wherever they are shown. */
export interface OpinionWords {
  readonly opinion: string
  readonly advisory: string
  readonly counting: string
  readonly states: Readonly<Record<OpinionState, string>>
  readonly onCard: (counts: { readonly advisory: number; readonly counting: number; readonly review: number; readonly pending: number; readonly failed: number }) => string
}

const joined = (parts: ReadonlyArray<readonly [number, string]>, joint: string) => parts.flatMap(([count, text]) => (count === 0 ? [] : [text])).join(joint)

export const opinionWords: Readonly<Record<keyof Words, OpinionWords>> = {
  zh: {
    opinion: "模型评审意见",
    advisory: "仅供参考，不计分",
    counting: "计入得分",
    states: { pending: "等待模型答复", given: "已有意见", review: "需人工复核", failed: "没有可用的答复" },
    onCard: ({ advisory, counting, failed, pending, review }) =>
      `模型评审：${joined([[counting, `${counting} 条计入得分`], [advisory, `${advisory} 条仅供参考、不计分`], [review, `${review} 条需人工复核`], [pending, `${pending} 条等待答复`], [failed, `${failed} 条没有可用的答复`]], "，")}`
  },
  en: {
    opinion: "Opinion of the model judge",
    advisory: "advisory, weighs nothing",
    counting: "counts",
    states: { pending: "waiting for an answer", given: "given", review: "for a person to review", failed: "no usable answer" },
    onCard: ({ advisory, counting, failed, pending, review }) =>
      `Model judge: ${joined([[counting, `${counting} opinions count`], [advisory, `${advisory} opinions are advisory and weigh nothing`], [review, `${review} for a person to review`], [pending, `${pending} wait for an answer`], [failed, `${failed} without a usable answer`]], ", ")}`
  }
}
