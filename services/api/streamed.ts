import {
  DECISION_CSV,
  READINGS_CSV,
  RED_CARDS_CSV,
  REGISTRY_CSV,
  REPORT_TEXT,
  STREAMED_ANSWERS,
} from './examples.ts'

type Content = Readonly<Record<string, object>>

const TEXT = { type: 'string' }
const BYTES = { type: 'string', format: 'binary', description: 'The bytes of the file' }
const FILE = { schema: BYTES }
const PACKED: Content = {
  'application/gzip': FILE,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE,
  'application/octet-stream': FILE,
}
const LINES = {
  schema: {
    description: 'One of them a line',
    anyOf: ['ReadingInput', 'DayRowInput', 'DailyRegisterInput'].map(name => ({
      $ref: `#/components/schemas/${name}`,
    })),
  },
}

const text = (example: string) => ({ schema: TEXT, example })

/** The bodies that are read as streams, and so are not validated by a schema but line by line. */
export const STREAMED_BODIES: Readonly<Record<string, Content>> = {
  '/v1/readings': { 'application/x-ndjson': LINES, 'text/csv': text(READINGS_CSV) },
  '/v1/registry': { 'text/csv': text(REGISTRY_CSV), ...PACKED },
  '/v1/watch/import': { 'text/csv': text(RED_CARDS_CSV), ...PACKED },
  '/v1/pricing/changes/import': { 'text/csv': text(DECISION_CSV), ...PACKED },
  '/v1/imports': { 'text/csv': text(READINGS_CSV), 'application/x-ndjson': LINES, ...PACKED },
  '/v1/imports/preview': { 'text/csv': text(READINGS_CSV), 'application/x-ndjson': LINES, ...PACKED },
  '/v1/cases/{id}/files': { 'text/plain': text(REPORT_TEXT), 'application/octet-stream': FILE },
}

/** What an operation answers as a stream; undefined when it answers JSON. */
export const streamedAnswerOf = (
  operationId: string,
): { description: string; content: Content } | undefined => {
  const examples = STREAMED_ANSWERS[operationId]
  if (!examples) return undefined
  const content = Object.entries(examples).map(([type, example]) => [
    type,
    example === null ? FILE : text(example),
  ])
  return { description: 'As it is read, of any length', content: Object.fromEntries(content) }
}
