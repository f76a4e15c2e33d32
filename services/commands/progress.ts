import cliProgress from 'cli-progress'

/** How far a long work has come. Shown on a terminal, silent elsewhere. */
export interface Progress {
  update(done: number, note?: string): void
  stop(): void
}

/** `total` in the unit that `update` counts in; `what` names the work. */
export const showProgress = (what: string, total: number): Progress => {
  if (!process.stderr.isTTY) return { update() {}, stop() {} }
  const bar = new cliProgress.SingleBar({
    format: `${what} {bar} {percentage}% {note}`,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  })
  bar.start(total, 0, { note: '' })
  return { update: (done, note = '') => bar.update(done, { note }), stop: () => bar.stop() }
}
