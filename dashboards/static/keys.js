// The keyboard of the transcript page: j/k go through the findings, n/p through the agent's transcripts, ? shows the keys.
// Everything it reaches can also be reached by links; without this file nothing is missing but the shortcuts.
"use strict"

const findings = () => [...document.querySelectorAll('[id^="finding-"]')]
const dialog = document.getElementById("keys")
const button = document.querySelector('[data-opens="keys"]')

/** Lights a finding where it was said, where it is explained and, for an absence, the turns that were searched. */
const light = (number) => {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit")
  for (const place of document.querySelectorAll(`[data-finding="${CSS.escape(number)}"]`)) {
    place.classList.add("lit")
    place.closest("details")?.setAttribute("open", "")
    if (place.dataset.from === undefined) continue
    for (let turn = Number(place.dataset.from); turn <= Number(place.dataset.to); turn++) {
      document.getElementById(`turn-${turn}`)?.classList.add("lit")
    }
  }
}

const go = (step) => {
  const all = findings()
  if (all.length === 0) return
  const at = all.findIndex((one) => one.classList.contains("current"))
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]
  show(next)
}

const show = (finding) => {
  for (const one of findings()) one.classList.remove("current")
  finding.classList.add("current")
  const number = finding.dataset.finding
  light(number)
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"
  const about = document.getElementById(`about-${number}`)
  const beside = document.querySelector(".beside")
  if (about !== null && beside !== null && beside.scrollHeight > beside.clientHeight + 1) {
    beside.scrollTo({ top: beside.scrollTop + about.getBoundingClientRect().top - beside.getBoundingClientRect().top - beside.clientHeight / 3, behavior: calm })
  }
  finding.scrollIntoView({ block: "center", behavior: calm })
}

const follow = (rel) => {
  const link = document.querySelector(`link[rel="${rel}"]`)
  if (link !== null) location.assign(link.href)
}

const help = () => {
  if (dialog === null) return
  if (dialog.open) dialog.close()
  else dialog.showModal()
}

if (button !== null) {
  button.hidden = false
  button.addEventListener("click", help)
}

document.addEventListener("click", (event) => {
  const numbered = event.target.closest?.(".ref")?.closest("[data-finding], .ref")
  if (numbered == null) return
  const number = numbered.dataset.finding ?? /-(\d+)$/.exec(numbered.getAttribute("href") ?? "")?.[1]
  if (number !== undefined) light(number)
})

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return
  if (event.key === "?") return help()
  if (dialog?.open) return
  if (event.key === "j") go(1)
  else if (event.key === "k") go(-1)
  else if (event.key === "n") follow("next")
  else if (event.key === "p") follow("prev")
})

// A link to a mark or to what is said of it opens what is folded around it.
const opened = () => {
  const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target?.dataset.finding !== undefined) light(target.dataset.finding)
}
addEventListener("hashchange", opened)
opened()
