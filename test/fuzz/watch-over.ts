import { Worker } from 'node:worker_threads'

/** A thread that ends the process when one run blocks it: nothing else could. */
const WATCHER = `
const { workerData: { now, seed, limitMs } } = require('node:worker_threads')
const { writeSync } = require('node:fs')
let seen = -1, sinceMs = Date.now()
setInterval(() => {
  const run = Atomics.load(now, 0)
  if (run !== seen) { seen = run; sinceMs = Date.now() }
  if (Date.now() - sinceMs < limitMs) return
  writeSync(1, 'FAILED: run ' + run + ' of seed ' + seed + ' does not end\\n')
  process.kill(process.pid, 'SIGKILL')
}, 1000)`

export const watchOver = (seed: number, limitMs: number) => {
  const now = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(WATCHER, { eval: true, workerData: { now, seed, limitMs } })
  return {
    begin(run: number): void {
      Atomics.store(now, 0, run)
    },
    end: () => worker.terminate(),
  }
}
