import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

const FOLDER = join(import.meta.dirname, '../../schemas')

it('names of schemas stand for one schema each: the API would describe the one as the other', async () => {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.ts') && name !== 'generate.ts')
  const named = new Map<string, Set<z.ZodType>>()
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(FOLDER, file))
    for (const schema of Object.values(exported)) {
      const id = schema instanceof z.ZodType ? schema.meta()?.id : undefined
      if (id !== undefined) named.set(id, (named.get(id) ?? new Set()).add(schema as z.ZodType))
    }
  }
  expect(named.size).toBeGreaterThan(100)
  expect([...named].filter(([, schemas]) => schemas.size > 1).map(([id]) => id)).toEqual([])
})
