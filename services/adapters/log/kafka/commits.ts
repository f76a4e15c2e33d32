import type { GroupMember } from './client.ts'
import { placeOf } from './shards.ts'
import type { KafkaCounts } from './types.ts'

const MS_BETWEEN = 1_000

/**
 * Tells the group's coordinator how far partitions are worked off, at most once a second. It is for lag displays
 * alone, so what fails is counted and left to the next time.
 */
export const createCommits = (prefix: string, counts: KafkaCounts, member: () => GroupMember | undefined) => {
  const offsets = new Map<number, number>()
  let timer: NodeJS.Timeout | undefined
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const told = [...offsets].map(([partition, offset]) => ({ ...placeOf(partition, prefix), offset }))
    offsets.clear()
    if (told.length === 0) return
    try {
      await member()?.commit(told)
    } catch {
      counts.errors++
    }
  }
  return {
    note(partition: number, offset: number): void {
      offsets.set(partition, offset)
      timer ??= setTimeout(() => void flush(), MS_BETWEEN).unref()
    },
    /** Others tell of what is not owned any more. */
    keepOnly(owned: (partition: number) => boolean): void {
      for (const partition of offsets.keys()) if (!owned(partition)) offsets.delete(partition)
    },
    flush,
  }
}
