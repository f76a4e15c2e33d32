import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to a service that can be cut and mended. */
export const openLine = async (url: string) => {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer(from => {
    const to = connect(Number(port), hostname)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one)
      one
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(one)
          other.destroy()
        })
      one.pipe(other)
    }
  })
  const listen = (at: number): Promise<void> =>
    new Promise(resolve => void server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const here = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${here}`,
    cut: async (): Promise<void> => {
      const closed = new Promise(resolve => void server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    mend: () => listen(here),
  }
}
