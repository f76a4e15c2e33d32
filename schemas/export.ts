import { z } from 'zod'

export const ExportFormat = z.enum(['csv', 'xlsx']).meta({ id: 'ExportFormat' })
export type ExportFormat = z.infer<typeof ExportFormat>

/** How a list is to be taken away. */
export const ExportOptions = z.object({
  format: ExportFormat.default('csv'),
  lang: z.enum(['zh', 'en']).default('zh').describe('Language of the headings'),
})
