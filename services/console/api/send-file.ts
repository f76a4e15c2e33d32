import { commandKey, leaveToSignIn, ProblemAnswer, Unreached } from './client.ts'

interface Sending {
  /** Hears how much of the file is out, 0…1 */
  readonly onSent?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * Sends the bytes of a file and answers what came back. Throws what dataOf throws, and what the signal was aborted
 * with. By XMLHttpRequest: fetch does not tell how far an upload has come.
 */
export const sendFile = <T>(path: string, file: File, { onSent, signal }: Sending = {}): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', commandKey())
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onSent?.(total === 0 ? 1 : loaded / total)
    request.onerror = () => reject(new Unreached())
    request.onabort = () => reject(signal?.reason)
    request.onload = () => {
      if (request.status === 401) leaveToSignIn()
      if (request.status < 300) resolve(request.response as T)
      else reject(request.response === null ? new Unreached() : new ProblemAnswer(request.response))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
