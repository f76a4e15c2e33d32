declare module 'snappyjs' {
  export const compress: (data: Buffer) => Buffer
  export const uncompress: (data: Buffer) => Buffer
}

declare module 'lz4js' {
  export const compress: (data: Uint8Array) => Uint8Array
  /** Answers where in `into` the block ends. */
  export const decompressBlock: (
    from: Uint8Array,
    into: Uint8Array,
    start: number,
    length: number,
    at: number,
  ) => number
}

declare module 'kafkajs/src/network/requestQueue/index.js' {
  interface Queue {
    throttleCheckTimeoutId: NodeJS.Timeout | null
    /** UTC ms; -1 while the broker did not ask for patience */
    throttledUntil: number
    pending: readonly unknown[]
    checkPendingRequests(): void
    scheduleCheckPendingRequests(this: Queue): void
  }
  const RequestQueue: { prototype: Queue }
  export default RequestQueue
}
