import { HttpRouter, HttpServerResponse } from "@effect/platform"
import { readFileSync } from "node:fs"

const asset = (name: string, contentType: string) => {
  const text = readFileSync(new URL(`./static/${name}`, import.meta.url), "utf8")
  return HttpServerResponse.text(text, { contentType })
}

/** The three files the pages need besides themselves, read once. */
export const assetRoutes = HttpRouter.empty.pipe(
  HttpRouter.get("/pages.css", asset("pages.css", "text/css; charset=utf-8")),
  HttpRouter.get("/keys.js", asset("keys.js", "text/javascript; charset=utf-8")),
  HttpRouter.get("/icon.svg", asset("icon.svg", "image/svg+xml"))
)
