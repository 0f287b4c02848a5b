import { html } from "hono/html"

/** Markup in which everything that is not markup has been escaped. */
export type Html = ReturnType<typeof html>
