#!/usr/bin/env node
/**
 * Starts the project on whatever Node (20 or later) the machine has: installs the packages if they are missing or older
 * than the lock file, then hands over to the Node 24 among them.
 *
 *   launch.mjs <arguments…>               pipeline/main.ts with these arguments
 *   launch.mjs --exec <program> <args…>   a program of node_modules/.bin, which then comes first in PATH
 *
 * Plain JavaScript and built-in modules only: this file runs before anything is installed. The working directory stays the
 * caller's; the exit code is the program's, or 128 + n when signal n ended it.
 */
import { spawn } from "node:child_process"
import { existsSync, lstatSync, mkdirSync, realpathSync, rmdirSync, statSync, utimesSync } from "node:fs"
import { constants } from "node:os"
import { delimiter, dirname, join, sep } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"

const checkout = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const programs = join(checkout, "node_modules", ".bin")
const installLock = join(checkout, ".installing")
const lockRefresh = 2_000
const lockForgotten = 20_000

const fail = (/** @type {string} */ problem, /** @type {string} */ cure) => {
  process.stderr.write(`transcript-qa: ${problem}\n${cure}\n`)
  process.exit(1)
}

const modified = (/** @type {string} */ path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null

/** npm writes `node_modules/.package-lock.json` last, so an install that was cut short counts as none. */
const installed = () => {
  // A link leads to packages that somebody else looks after: installing would empty them.
  if (lstatSync(join(checkout, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) return true
  const done = modified(join(checkout, "node_modules", ".package-lock.json"))
  return done !== null && done >= (modified(join(checkout, "package-lock.json")) ?? 0)
}

/** Returns true when this process may install, false when another one has just done so. */
const takeTurn = async () => {
  let told = false
  while (true) {
    try {
      mkdirSync(installLock)
      return !installed()
    } catch (error) {
      if (error.code !== "EEXIST") {
        fail(
          `the packages are not installed and ${checkout} cannot be written (${error.code}).`,
          "Run `npm ci` there once as the folder's owner, or clone the project into a folder of your own."
        )
      }
    }
    const touched = modified(installLock)
    if (touched !== null && Date.now() - touched > lockForgotten) {
      // Its owner was killed: a living one touches it every two seconds.
      try { rmdirSync(installLock) } catch { /* another waiting process was faster */ }
      continue
    }
    if (!told) process.stderr.write("Waiting for another process that is installing the packages …\n")
    told = true
    await sleep(300)
  }
}

/** Runs npm with its output kept back; resolves to what it said and its exit code. */
const npm = (/** @type {string[]} */ words) =>
  new Promise((resolve) => {
    // The Node running now may be the one inside node_modules, which npm is about to delete: let npm find another.
    const path = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== programs)
    if (!process.execPath.startsWith(join(checkout, "node_modules") + sep)) path.push(dirname(process.execPath))
    const child = spawn("npm", words, {
      cwd: checkout,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ["ignore", "pipe", "pipe"]
    })
    const said = []
    child.stdout.on("data", (piece) => said.push(piece))
    child.stderr.on("data", (piece) => said.push(piece))
    child.on("error", (error) => resolve({ code: 1, said: String(error) }))
    child.on("close", (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString("utf8").trim() }))
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.once(signal, () => {
        child.kill(signal)
        process.exit(128 + constants.signals[signal])
      })
    }
  })

const install = async () => {
  const mine = await takeTurn()
  const release = () => { try { rmdirSync(installLock) } catch { /* gone already */ } }
  process.once("exit", release)
  const refresh = setInterval(() => {
    const now = new Date()
    try { utimesSync(installLock, now, now) } catch { /* taken away: npm's own result decides */ }
  }, lockRefresh)
  if (mine) {
    process.stderr.write("Installing the packages (once; up to a minute) …\n")
    const { code, said } = await npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"])
    if (code !== 0) {
      fail(
        `\`npm ci\` failed in ${checkout}:\n${said}`,
        "Correct what npm names above (often the network, a proxy or the disk) and start again; nothing else needs cleaning up."
      )
    }
  }
  clearInterval(refresh)
  process.off("exit", release)
  release()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal)
}

// Rows come and go by the million while little is kept: left to itself the collector lets the heap grow to several times what is needed.
const frugal = ["--max-semi-space-size=16", "--heap-growing-percent=40"]

const handOver = (/** @type {string} */ program, /** @type {string[]} */ words) => {
  const child = spawn(program, words, {
    stdio: "inherit",
    // Compiled modules are kept: the program starts in half the time.
    env: { NODE_COMPILE_CACHE: join(checkout, "node_modules", ".cache", "node"), ...process.env, PATH: programs + delimiter + (process.env["PATH"] ?? "") }
  })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR2"]) {
    process.on(signal, () => {
      // Ctrl-C reaches the whole foreground group; a second copy would turn an orderly end into a hard one.
      const fromTerminal = (signal === "SIGINT" || signal === "SIGQUIT") && process.stdin.isTTY
      if (!fromTerminal) child.kill(signal)
    })
  }
  child.on("error", (error) =>
    fail(
      `${program} cannot be started (${error.code ?? error.message}).`,
      `If the packages were installed on another kind of machine, delete ${join(checkout, "node_modules")} and start again.`
    ))
  child.on("exit", (code, signal) => process.exit(signal === null ? code ?? 1 : 128 + constants.signals[signal]))
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`this is Node ${process.versions.node}.`, "Install Node 20 or later; the project brings the Node it needs beyond that.")
}
if (!installed()) await install()

const node = join(programs, "node")
if (!existsSync(node)) {
  fail(
    "the Node 24 that the package `node` brings is not there: its install script was not allowed to run, or failed.",
    `Run this in ${checkout}:\n  npm rebuild node --foreground-scripts --ignore-scripts=false`
  )
}
const [first, program, ...rest] = process.argv.slice(2)
if (first === "--exec") {
  if (program === undefined || !existsSync(join(programs, program))) {
    fail(
      `${program ?? "a program to run after --exec"} is not in ${programs}.`,
      "Packages for development may have been left out of the install: run `npm ci --include=dev`."
    )
  }
  handOver(join(programs, program), rest)
} else {
  handOver(node, [...frugal, join(checkout, "pipeline", "main.ts"), ...process.argv.slice(2)])
}
