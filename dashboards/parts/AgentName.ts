import { html } from "hono/html"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

interface Named {
  readonly id: string | null
  readonly name: string | null
}

/** What people call the agent, else what the input calls them. */
export function agentLabel(reader: Reader, agent: Named): string {
  return agent.name ?? agent.id ?? reader.words.unnamedAgent
}

export function agentName(reader: Reader, agent: Named): Html {
  return html`<bdi>${visibleText(agentLabel(reader, agent))}</bdi>`
}

/** The input's own name, where the label does not already say it. */
export function agentId(agent: Named): Html {
  return agent.name !== null && agent.id !== null && agent.id !== agent.name ? html` <bdi class="id">${visibleText(agent.id)}</bdi>` : html``
}
