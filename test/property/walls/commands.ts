import type { InjectOptions } from 'fastify'
import type { Site } from './world.ts'

/** How a route that writes is asked, with a body that would be taken. */
export interface Command {
  /** Whether its path names a case, so that the wall answers */
  readonly of: 'case' | 'service'
  readonly ask: (site: Site) => Pick<InjectOptions, 'url' | 'payload' | 'headers'>
}

const ofCase = (rest: string, payload: object = {}): Command => ({
  of: 'case',
  ask: ({ caseId }) => ({ url: `/v1/cases/${caseId}${rest}`, payload }),
})

const service = (url: string, payload: object | string = {}): Command => ({
  of: 'service',
  ask: () => ({ url, payload, ...(typeof payload === 'string' ? { headers: CSV } : {}) }),
})

const CSV = { 'content-type': 'text/csv' }
const REASON = { reason: 'seen' }
const THRESHOLDS = { signature: 'induction-furnace', yellowFrom: 0.7, orangeFrom: 0.8, redFrom: 0.9 }

/**
 * Every route behind the sign-in that writes. A new one belongs here in one line: `ofCase` when its path names a case,
 * else `service`, with a body that is as described.
 */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'POST /v1/cases/:id/submit': ofCase('/submit', REASON),
  'POST /v1/cases/:id/return': ofCase('/return', REASON),
  'POST /v1/cases/:id/release': ofCase('/release', REASON),
  'POST /v1/cases/:id/charges/:signature/outcome': ofCase('/charges/induction-furnace/outcome', {
    outcome: 'confirmed',
    note: 'seen',
  }),
  'POST /v1/readings': service('/v1/readings', 'meter_id,ts,kw\n'),
  'POST /v1/registry': service('/v1/registry', 'meter_id\n'),
  'POST /v1/imports': service('/v1/imports', 'meter_id,ts,kw\n'),
  'POST /v1/imports/preview': service('/v1/imports/preview', 'meter_id,ts,kw\n'),
  'POST /v1/imports/:id/cancel': service('/v1/imports/none/cancel'),
  'POST /v1/rejects/replay': service('/v1/rejects/replay'),
  'PUT /v1/profiles/:name': service('/v1/profiles/mine'),
  'DELETE /v1/profiles/:name': service('/v1/profiles/mine'),
  'PUT /v1/endpoints/:district': service('/v1/endpoints/500107', { url: 'https://elsewhere.example' }),
  'POST /v1/watch': service('/v1/watch', { address: '长江一路 1 号', document: '1' }),
  'POST /v1/watch/:id/end': service('/v1/watch/none/end', REASON),
  'POST /v1/watch/import': service('/v1/watch/import', 'document,address\n1,长江一路 1 号\n'),
  'POST /v1/criteria': service('/v1/criteria', { ...THRESHOLDS, ...REASON, validFrom: '2026-02-01' }),
  'POST /v1/criteria/preview': service('/v1/criteria/preview?from=2024-01-01&to=2024-12-31', THRESHOLDS),
  'POST /v1/criteria/:id/release': service('/v1/criteria/none/release'),
  'POST /v1/criteria/:id/refuse': service('/v1/criteria/none/refuse', REASON),
  ...Object.fromEntries(
    ['propose', 'release', 'refuse'].map(action => [
      `POST /v1/detectors/:signature/:version/${action}`,
      service(`/v1/detectors/induction-furnace/1/${action}`, REASON),
    ]),
  ),
}
