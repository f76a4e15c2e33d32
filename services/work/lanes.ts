/**
 * The partitions of the embedded log, by how urgent they are: `live` readings are worked off first; files (`bulk`),
 * and files whose old days are to be judged too (`backfill`), piece by piece beside them.
 */
export const LANES = { live: 0, bulk: 1, backfill: 2 } as const
export type Lane = keyof typeof LANES
