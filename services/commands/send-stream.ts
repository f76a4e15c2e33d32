import { type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

/**
 * Sends a body as it comes, no more of it in memory than is on its way; `fetch` would gather all of it. Resolves
 * with the answer, which may come before the stream has ended.
 */
export const sendStream = (
  url: URL,
  options: Pick<RequestOptions, 'method' | 'headers' | 'signal'>,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options)
    request.on('response', async answer => {
      try {
        resolve(new Response(await text(answer), { status: answer.statusCode ?? 500 }))
      } catch (error) {
        reject(error)
      }
      request.destroy()
    })
    pipeline(bytes, request).catch(reject)
  })
