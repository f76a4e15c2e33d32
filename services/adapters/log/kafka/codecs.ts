import { promisify } from 'node:util'
import { gunzip, zstdDecompress } from 'node:zlib'
import { unframeLz4 } from './lz4-frame.ts'
import { unframeSnappy } from './snappy-frame.ts'

/** Unpacks the records of a batch. */
export type Unpack = (data: Buffer) => Promise<Buffer>

/** Every way to pack records that a broker lets through. */
export const UNPACK: Readonly<Record<'gzip' | 'snappy' | 'lz4' | 'zstd', Unpack>> = {
  gzip: promisify(gunzip),
  snappy: async data => unframeSnappy(data),
  lz4: async data => unframeLz4(data),
  zstd: promisify(zstdDecompress),
}
