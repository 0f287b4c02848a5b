import { type ChatScript, chatScripts } from "./ChatScripts.ts"
import { Random } from "./Random.ts"

/** One row of an export. `at` is seconds of local time since the first day began. */
export interface ChatTurn {
  readonly at: number
  readonly role: "客户" | "客服" | "系统"
  readonly agent: number | null
  readonly text: string
}

export interface Chat {
  readonly number: number
  readonly customer: number
  readonly turns: ReadonlyArray<ChatTurn>
}

export const agentCount = 320
const days = 56
const opening = 9 * 3600
const hoursOpen = 12 * 3600
const day = 24 * 3600

/** When chat `number` of `count` begins: evenly over the opening hours of eight weeks, so that more chats are more at a time. */
const beginning = (number: number, count: number): number => {
  const moment = (number / count) * days * hoursOpen
  return Math.floor(moment / hoursOpen) * day + opening + Math.floor(moment % hoursOpen)
}

/** Chat `number` of `count`; each has random numbers of its own. */
export const chatOf = (seed: number, number: number, count: number): Chat => {
  const random = new Random(seed ^ Math.imul(number + 1, 0x9e3779b1))
  const customer = random.between(1, count)
  return { number, customer, turns: new Conversation(random, beginning(number, count)).turns() }
}

/** Agents differ, or scorecards would all say the same: how likely agent `number` is to slip, relative to the others. */
const carelessness = (agent: number): number => 0.4 + ((agent * 7919) % 100) / 60

class Conversation {
  readonly #random: Random
  readonly #script: ChatScript
  readonly #turns: Array<ChatTurn> = []
  #agent: number
  #at: number

  constructor(random: Random, at: number) {
    this.#random = random
    this.#script = scriptOf(random)
    this.#agent = random.between(1, agentCount)
    this.#at = at
  }

  turns(): ReadonlyArray<ChatTurn> {
    const random = this.#random
    const script = this.#script
    this.#customer(script.ask, 0)
    this.#agentTurn(this.#slips(0.04) ? script.curtHello : script.hello, random.chance(0.1) ? random.between(31, 120) : random.between(3, 25))
    for (let exchanges = random.between(1, 5); exchanges > 0; exchanges--) this.#exchange()
    if (random.chance(0.03)) this.#transfer()
    if (!this.#slips(0.15)) {
      this.#agentTurn(script.anythingElse)
      this.#customer(script.nothingElse)
    }
    if (!this.#slips(0.1)) this.#agentTurn(script.goodbye)
    return this.#turns
  }

  #exchange(): void {
    const random = this.#random
    const script = this.#script
    const course = random.next()
    if (course < 0.07) {
      this.#customer(script.anger)
      if (!this.#slips(0.3)) this.#agentTurn(script.empathy)
      this.#agentTurn(script.help)
    } else if (course < 0.19) {
      this.#customer(script.request)
      this.#agentTurn(random.chance(0.4) ? script.help : this.#slips(0.5) ? script.refuse : script.refuseWithReason)
    } else {
      this.#customer(script.detail)
      if (random.chance(0.3)) this.#agentTurn(script.patience)
      this.#agentTurn(this.#slips(0.01) ? script.rude : random.chance(0.06) ? script.longHelp : script.help)
    }
    if (random.chance(0.35)) this.#customer(script.agree)
  }

  #transfer(): void {
    this.#add("系统", ["会话已转接"], 2)
    this.#agent = (this.#agent % agentCount) + 1
    this.#agentTurn(this.#script.hello)
    this.#exchange()
  }

  #slips(share: number): boolean {
    return this.#random.chance(share * carelessness(this.#agent))
  }

  #customer(list: ReadonlyArray<string>, wait = this.#random.between(4, 90)): void {
    this.#add("客户", list, wait)
  }

  #agentTurn(list: ReadonlyArray<string>, wait = this.#slips(0.05) ? this.#random.between(90, 400) : this.#random.between(4, 45)): void {
    this.#add("客服", list, wait)
  }

  #add(role: ChatTurn["role"], list: ReadonlyArray<string>, wait: number): void {
    this.#at += wait
    let text = this.#sentence(list)
    // Who explains something needs more than one sentence.
    while ((list === this.#script.help || list === this.#script.detail) && this.#random.chance(0.6)) text += `${this.#script.stop}${this.#sentence(list)}`
    this.#turns.push({ at: this.#at, role, agent: role === "客服" ? this.#agent : null, text })
  }

  #sentence(list: ReadonlyArray<string>): string {
    return this.#random.pick(list).replaceAll(/\{(\w+)\}/g, (_, slot: string) => this.#fill(slot))
  }

  #fill(slot: string): string {
    const random = this.#random
    if (slot === "product") return random.pick(this.#script.products)
    if (slot === "city") return random.pick(this.#script.cities)
    if (slot === "order") return `${random.between(100_000, 999_999)}${random.between(1_000, 9_999)}`
    if (slot === "amount") return `${random.between(5, 2_000)}.${random.between(0, 9)}0`
    return String(slot === "hour" ? random.between(8, 20) : random.between(2, 9))
  }
}

const scriptOf = (random: Random): ChatScript => {
  let at = random.next()
  for (const [script, share] of chatScripts) {
    if (at < share) return script
    at -= share
  }
  return chatScripts[0]![0]
}
