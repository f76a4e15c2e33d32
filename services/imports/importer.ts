import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ImportJob, ImportOptions, ImportState } from '../../schemas/import.ts'
import { ProblemError, type Refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import type { KeyUse } from '../desk/index.ts'
import { BROKEN_OFF, uploadProblem } from './broken-off.ts'
import { createImportIds } from './import-id.ts'
import { findImport, type ImportQuery, idsIn, type Job, listImports, nextWaiting } from './jobs.ts'
import type { ImportChange, NewImport, Reached } from './record-job.ts'
import { openSpool } from './spool.ts'
import { CANCELLED, CLOSING, type TakeFileDeps, takeFile } from './take-file.ts'
import { createUnderWay } from './under-way.ts'

/** Takes in uploaded files in the background, one after the other, oldest first. */
export interface Importer {
  /**
   * Puts a file on the disk and in the queue; it is taken in whatever happens then. Throws ProblemError when the
   * upload breaks off.
   */
  upload(bytes: Readable, order: ImportOrder): Promise<ImportJob>
  find(id: string): Promise<ImportJob>
  /** A page, newest first */
  list(query: ImportQuery): Promise<ImportJob[]>
  /** Stops an import; what was taken until then stays. Throws ProblemError `wrong-state` when it has ended. */
  cancel(id: string): Promise<ImportJob>
  /** Resolves when none waits or runs. */
  settle(): Promise<void>
  /** Stops; what waits or runs is taken in after the next start. */
  close(): Promise<void>
}

/** Who sends a file, and how it is to be taken. */
export interface ImportOrder extends Pick<NewImport, 'fileName' | 'createdBy'> {
  readonly options: ImportOptions
  /** A key of the client: the same file under it again is the same import */
  readonly key?: string | undefined
}

export interface ImporterDeps extends TakeFileDeps {
  readonly db: Db
  /** The data folder */
  readonly folder: string
  readonly engine: TakeFileDeps['engine'] & {
    addImport(job: NewImport): Promise<void>
    queueImport(id: string, bytes: number, use?: KeyUse): Promise<{ id: string } | { refused: Refusal }>
    moveImport(id: string, from: ImportState, change: ImportChange): Promise<boolean>
  }
}

/** Takes up what an earlier process left; then serves. */
export const createImporter = async (deps: ImporterDeps): Promise<Importer> => {
  const { db, folder, engine, nowMs } = deps
  const spool = await openSpool(join(folder, 'imports'))
  const live = new Map<string, Reached>()
  const underWay = createUnderWay()
  const newId = createImportIds(nowMs)
  let working: Promise<void> | undefined
  let more = false
  let closing = false

  const find = async (id: string): Promise<ImportJob> => {
    const job = await findImport(db, id, live)
    if (!job) throw new ProblemError('not-found', `There is no import ${id}.`)
    return job
  }
  const run = (job: Job): Promise<void> =>
    underWay.during(job.id, async signal => {
      const { id } = job
      if (!(await engine.moveImport(id, 'waiting', { state: 'running', startedAtMs: nowMs() }))) return
      const end = await takeFile(job, spool.read(id), deps, signal, reached => live.set(id, reached))
      await engine.moveImport(id, 'running', end)
      live.delete(id)
      if (end.state !== 'waiting') await spool.remove(id)
    })
  const workOff = async (): Promise<void> => {
    try {
      do {
        more = false
        for (let job = await nextWaiting(db); job && !closing; job = await nextWaiting(db)) await run(job)
      } while (more)
    } catch (error) {
      deps.log.error({ err: error }, 'Imports cannot be worked off.')
    } finally {
      working = undefined
    }
  }
  const kick = (): void => {
    more = true
    working ??= workOff()
  }
  /** Answers the id of the import that the upload is: another one when it came before under the same key. */
  const receive = async (
    id: string,
    bytes: Readable,
    order: ImportOrder,
    signal: AbortSignal,
  ): Promise<string> => {
    const size = await spool.keep(id, bytes, signal).catch(async error => {
      await spool.remove(id)
      const problem = uploadProblem(error)
      const end: ImportChange =
        signal.reason === CANCELLED ? { state: 'cancelled' } : { state: 'failed', problem: problem.message }
      await engine.moveImport(id, 'uploading', { ...end, endedAtMs: nowMs() })
      throw problem
    })
    const use = order.key === undefined ? undefined : await keyUse(order.key, order, spool.read(id))
    const queued = await engine.queueImport(id, size, use)
    if ('id' in queued && queued.id === id) return id
    await engine.moveImport(id, 'uploading', { state: 'cancelled', endedAtMs: nowMs() })
    await spool.remove(id)
    if ('refused' in queued) throw new ProblemError(queued.refused.code, queued.refused.detail)
    return queued.id
  }

  for (const id of await idsIn(db, 'uploading')) {
    await engine.moveImport(id, 'uploading', { state: 'failed', problem: BROKEN_OFF, endedAtMs: nowMs() })
  }
  for (const id of await idsIn(db, 'running')) {
    await engine.moveImport(id, 'running', { state: 'waiting', startedAtMs: null, reached: null })
  }
  await spool.removeAllBut(await idsIn(db, 'waiting'))
  kick()

  return {
    async upload(bytes, order) {
      if (closing) throw new ProblemError('busy', 'The service is stopping: send the file again later.')
      const id = newId()
      let queued = id
      await underWay.during(id, async signal => {
        await engine.addImport({ ...order, id, createdAtMs: nowMs() })
        queued = await receive(id, bytes, order, signal)
      })
      kick()
      return find(queued)
    },
    find,
    list: query => listImports(db, query, live),
    async cancel(id) {
      await find(id)
      const wasWaiting = () => engine.moveImport(id, 'waiting', { state: 'cancelled', endedAtMs: nowMs() })
      while (!(await wasWaiting()) && underWay.has(id)) await underWay.stop(id, CANCELLED)
      const job = await find(id)
      if (job.state !== 'cancelled') {
        throw new ProblemError('wrong-state', `Import ${id} is ${job.state}: it is too late to cancel it.`)
      }
      await spool.remove(id)
      return job
    },
    async settle() {
      while (working) await working
    },
    async close() {
      closing = true
      await underWay.stopAll(CLOSING)
      await working
    },
  }
}

/** What is asked by an upload under a key: this file, to be taken like this. */
const keyUse = async (
  key: string,
  { createdBy, fileName, options }: ImportOrder,
  file: Readable,
): Promise<KeyUse> => {
  const hash = createHash('sha256')
  for await (const bytes of file) hash.update(bytes as Uint8Array)
  return { account: createdBy, key, name: 'import', body: { fileName, options, sha256: hash.digest('hex') } }
}
