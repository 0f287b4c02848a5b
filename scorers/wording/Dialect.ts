import type { Compiler } from "../Kind.ts"
import type { Hit } from "./Matcher.ts"
import { isHan } from "./Pinyin.ts"
import { overlaps, type Reading, type Window } from "./Reading.ts"

interface Markers {
  readonly phrases: ReadonlyArray<string>
  readonly unless: ReadonlyArray<string>
  /** A dialect of Mandarin: one marker is not enough, and phrases of Mandarin are found in it. */
  readonly mandarin?: true
}

/** Words that are written down only where one of these is spoken. A single one may be a jest or a borrowing; two seldom are. */
const markers: Readonly<Record<string, Markers>> = {
  cantonese: {
    phrases: [
      "喺", "咗", "嘅", "冇", "啲", "哋", "嚟", "嗰", "嘢", "佢", "睇", "㗎", "畀", "啱", "乜", "攞", "瞓", "噉", "咁",
      "唔(该|使|系|知|好|得|到|可以|记得|见|够|凍|冻|通|同|买|要|想|会|识|明|洗|紧要|准|啱|过|去|来|返|收|制|做)",
      "点解", "听日", "寻日", "琴日", "而家", "宜家", "屋企", "边(度|个|位|区)", "几多钱", "系咪", "系(啊|呀|嘅|咁)", "真系", "上昼", "下昼", "晏昼", "倾偈", "多谢晒", "好(嘈|嬲|攰)", "郁埋", "雪柜", "点算", "(有|做|搞|讲|食|要)咩", "咩(事|料|话)"
    ],
    unless: ["^唔$", "唔好(的|啊|吧|呀|嘞|哒|滴)", "唔(知道|会的|要不|能)", "(联|关|体|维|星|直|母|干|派|太阳)系"]
  },
  sichuan: {
    // 晓得 and 没得 are heard far beyond, and all the rest is worded as in Mandarin.
    mandarin: true,
    phrases: ["啷个", "囊个", "哈儿", "(等|看|说|试|摆|问|查|搞)一哈", "噻", "要得", "莫得", "没得", "巴适", "咋个", "啥子", "爪子", "得行", "晓得", "莫(拿|慌|急|去|要|动)", "勒个", "幺妹", "雄起", "安逸得很"],
    unless: ["(需|想|只|就|才|还|主|重|必|不)要得", "要得(到|出|知|分|奖|罪|病)", "没得(到|出|选|说|罪|用|分|奖|商量)", "莫(急|慌)$", "变得行", "觉得行", "懂得行", "值得行"]
  },
  wu: {
    phrases: ["侬", "阿拉", "几钿", "铜钿", "屋里(厢|向)", "辰光", "坏脱", "交关", "迭个", "勿(来|是|晓得|会|冷|懂|灵|好|要|到|大|用|响|转|动|行|对)", "(好|对|是|有|灵|来|晓得)伐", "啥(辰光|地方|物事)", "伊拉", "搿个", "格末", "一眼也", "弗"],
    unless: ["请勿", "阿拉(伯|斯|善|木|丁|蕾)", "(切|万)勿", "讨伐|步伐|不伐", "弗(兰|朗|洛|罗|莱|雷|里)"]
  },
  hakka: { phrases: ["涯等", "恩兜", "仰般", "毋(会|知|系|使|好|曾|爱)", "爱仰"], unless: ["毋庸"] },
  minnan: { phrases: ["袂(晓|使|当|记)", "歹势", "呷(饱|饭)", "阮(的|兜|厝)", "恁(的|兜|厝)", "按怎", "啥物", "拢(总|无|是)", "敢会"], unless: ["收袂"] }
}

/** One marker alone tells of a dialect only among so few Chinese characters: of customers soon, of agents, whose 好嘅 may be a jest, late. */
const sparsest = { customer: 10, agent: 6 } as const

/** Tells turns in a dialect from those in Mandarin, by words that only the dialect writes. What a recogniser made into Mandarin it cannot know. */
export class Dialects {
  private readonly compiled

  constructor(compiler: Compiler) {
    this.compiled = Object.values(markers).map(({ mandarin, phrases, unless }) => ({
      mandarin: mandarin === true,
      phrases: compiler.phrases(phrases),
      unless: compiler.phrases(unless)
    }))
  }

  /** The agent's own markers of the dialect that has most. */
  own(reading: Reading): ReadonlyArray<Hit> {
    return this.most(reading, (turn) => reading.isOwn(turn)).hits
  }

  /** Turns of the customer that are in a dialect, ascending. */
  customerTurns(reading: Reading): ReadonlyArray<number> {
    return inDialect(reading, this.most(reading, (turn) => reading.isCustomer(turn)), sparsest.customer)
  }

  /** Whether at least half of what the agent says in a window is in a dialect that shares no phrases with Mandarin. */
  inAnotherLanguage(reading: Reading, window: Window): boolean {
    const most = this.most(reading, (turn) => reading.isOwn(turn) && turn >= window.from && turn <= window.to)
    const turns = reading.own.filter((t) => t >= window.from && t <= window.to)
    return !most.mandarin && inDialect(reading, most, sparsest.agent).length * 2 >= Math.max(turns.length, 1)
  }

  private most(reading: Reading, of: (turn: number) => boolean): Spoken {
    let most: Spoken = { mandarin: true, hits: [] }
    for (const { mandarin, phrases, unless } of this.compiled) {
      const found = reading.hits(phrases)
      if (found.length <= most.hits.length) continue
      const excuses = reading.hits(unless)
      const hits = found.filter((hit) => of(reading.turnOf(hit)) && !excuses.some((excuse) => overlaps(excuse, hit)))
      if (hits.length > most.hits.length) most = { mandarin, hits }
    }
    return most
  }
}

export const dialects = (compiler: Compiler) => new Dialects(compiler)

interface Spoken {
  readonly mandarin: boolean
  readonly hits: ReadonlyArray<Hit>
}

/** The turns of the utterances in which a dialect is dense enough. */
const inDialect = (reading: Reading, { hits, mandarin }: Spoken, sparse: number): ReadonlyArray<number> => {
  const { utterances } = reading
  const counts = new Map<number, number>()
  for (const hit of hits) {
    const utterance = utterances[reading.turnOf(hit)]!
    counts.set(utterance, (counts.get(utterance) ?? 0) + 1)
  }
  const turns: Array<number> = []
  utterances.forEach((utterance, turn) => {
    const count = counts.get(utterance)
    if (count !== undefined && (count > 1 || (!mandarin && count * sparse >= hanIn(reading, utterance)))) turns.push(turn)
  })
  return turns
}

const hanIn = ({ utterances, wording }: Reading, utterance: number): number => {
  let count = 0
  const to = wording.starts[utterances.lastIndexOf(utterance) + 1]!
  for (let at = wording.starts[utterances.indexOf(utterance)]!; at < to; at++) if (isHan(wording.units[at]!) && !fillers.has(wording.units[at]!)) count++
  return count
}

const fillers = new Set(Array.from("嗯呃啊哦额唔哎诶", (character) => character.charCodeAt(0)))
