import { fork } from 'node:child_process'

const KILLED = 'SIGKILL'

/**
 * Runs this very program again as a child that tells each run it begins, and answers its exit code and the run that
 * ended it or did not end, for nothing inside a process can tell of either.
 */
export const supervise = (limitMs: number): Promise<{ code: number | null; fatal?: string; run: number }> => {
  const child = fork(process.argv[1]!, process.argv.slice(2))
  let run = -1
  let timer: NodeJS.Timeout | undefined
  child.on('message', message => {
    run = message as number
    clearTimeout(timer)
    timer = setTimeout(() => child.kill(KILLED), limitMs)
  })
  return new Promise(resolve => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      if (signal === null) resolve({ code, run })
      else
        resolve({
          code,
          run,
          fatal: signal === KILLED ? 'it does not end' : `it ends the process: ${signal}`,
        })
    })
  })
}
