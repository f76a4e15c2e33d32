import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from '../../support/control.ts'
import type { Fault } from './story.ts'

/** Kills a server, starts it again after a while, and waits until the work goes on. */
export const killServer =
  (server: Server, awayMs: number): Fault =>
  async scene => {
    await server.kill()
    try {
      await pause(awayMs)
    } finally {
      await server.start()
    }
    const failed = scene.workers.filter(worker => worker.hasFailed())
    if (failed.length > 0) throw new Error(`workers ended while ${server.name} was away`)
  }
