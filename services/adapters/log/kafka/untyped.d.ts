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
