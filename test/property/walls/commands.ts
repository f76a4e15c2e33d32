import type { InjectOptions } from 'fastify'
import type { Ability } from '../../../schemas/account.ts'
import { loadTariffRules } from '../../../services/pricing/index.ts'
import type { Site } from './world.ts'

/** How a route that writes is asked, with a body that would be taken. */
export interface Command {
  /** case: of a case that may stand behind a wall, customer: of a customer; service: of neither */
  readonly of: 'case' | 'customer' | 'service'
  readonly ask: (site: Site) => Pick<InjectOptions, 'url' | 'payload' | 'headers'>
  /** What it answers to who has the ability, and must not all the same; 404 unless told */
  readonly refused?: readonly number[]
  /** Everybody has the ability, for himself; of others this one is needed */
  readonly ofOthers?: Ability
}

type Body = object | string | ((site: Site) => object)

const bodyFor = (body: Body, site: Site) => ({
  payload: typeof body === 'function' ? (body as (site: Site) => object)(site) : body,
  ...(typeof body === 'string' ? { headers: CSV } : {}),
})

const CSV = { 'content-type': 'text/csv' }

/** `rest` may name what is inside the case. */
const ofCase = (rest: string | ((site: Site) => string), body: Body = {}): Command => ({
  of: 'case',
  ask: site => {
    const path = typeof rest === 'string' ? rest : rest(site)
    return { url: `/v1/cases/${site.caseId}${path}`, ...bodyFor(body, site) }
  },
})

const ofCustomer = (url: string | ((site: Site) => string), body: Body, refused = [404]): Command => ({
  of: 'customer',
  ask: site => ({ url: typeof url === 'string' ? url : url(site), ...bodyFor(body, site) }),
  refused,
})

const service = (url: string, body: Body = {}): Command => ({
  of: 'service',
  ask: site => ({ url, ...bodyFor(body, site) }),
})

/** Everybody may for himself; asked so that it would touch others. */
const own = (
  url: string | ((site: Site) => string),
  body: Body,
  refused: readonly number[],
  ofOthers?: Ability,
): Command => ({
  of: 'service',
  ask: site => ({ url: typeof url === 'string' ? url : url(site), ...bodyFor(body, site) }),
  refused,
  ...(ofOthers ? { ofOthers } : {}),
})

const REASON = { reason: 'seen' }
const THRESHOLDS = { signature: 'induction-furnace', yellowFrom: 0.7, orangeFrom: 0.8, redFrom: 0.9 }
const entry = ({ customer }: Site) => ({
  ...{ customerId: customer, signature: 'restart', owner: 'somebody', reason: 'seen', document: 'one' },
  until: '2026-06-30',
})
const PRICES = {
  ...REASON,
  content: {
    kind: 'notices',
    notices: [
      {
        ...{ customerId: 'nobody', from: '2026-01-01', to: '2026-01-31', noticedOn: '2026-02-03' },
        documentNo: '1',
      },
    ],
  },
}
const NOTICES = '户号,期间起,期间止,通知日期,文号\nnone,2026-01-01,2026-01-31,2026-02-01,1\n'
const MEANT = 'all-analyst'
const TOKEN = { label: 'mine', days: 1 }
/** No role has both */
const BEYOND = { ...TOKEN, abilities: ['accounts.write', 'cases.act'] }
const PASSWORDS = { old: 'four words make one', new: 'five other words make one' }

/**
 * Every route behind the sign-in that writes, or asks with a body. A new one belongs here in one line: `ofCase` when its
 * path names a case, `ofCustomer` when it names a customer or what is written of one, `own` when everybody may for
 * himself, else `service`; each with a body that is as described.
 */
export const COMMANDS: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(
    [
      ...['inspect', 'submit', 'return', 'release', 'acknowledge', 'handle', 'reopen'],
      ...['snooze', 'wake', 'urge', 'undo'],
    ].map(action => [`POST /v1/cases/:id/${action}`, ofCase(`/${action}`, REASON)]),
  ),
  'POST /v1/cases/:id/answer': ofCase('/answer', {
    ...REASON,
    found: [{ signature: 'induction-furnace', found: 'confirmed' }],
    measures: ['power-cut'],
  }),
  'POST /v1/cases/:id/assign': ofCase('/assign', { to: MEANT, ...REASON }),
  'POST /v1/cases/:id/comment': ofCase('/comment', { text: 'seen', audience: 'all' }),
  'POST /v1/cases/:id/pass': ofCase('/pass', { department: 'industry' }),
  'POST /v1/cases/:id/merge': ofCase('/merge', ({ caseId }) => ({ with: [caseId], ...REASON })),
  'POST /v1/cases/:id/split': ofCase('/split', ({ caseId }) => ({ member: caseId, ...REASON })),
  'POST /v1/cases/:id/files': ofCase('/files?name=seen.csv&shared=true', 'seen\n'),
  'POST /v1/cases/:id/files/:fileId/withdraw': ofCase(
    ({ sharedFile }) => `/files/${sharedFile}/withdraw`,
    REASON,
  ),
  'POST /v1/cases/:id/charges/:signature/outcome': ofCase('/charges/induction-furnace/outcome', {
    outcome: 'confirmed',
    note: 'seen',
  }),
  // Each of its cases is refused by itself.
  'POST /v1/cases/bulk': ofCustomer(
    '/v1/cases/bulk',
    ({ caseId }) => ({ action: 'comment', text: 'seen', ids: [caseId], ...REASON }),
    [200],
  ),
  'POST /v1/cases': ofCustomer(
    '/v1/cases',
    ({ customer }) => ({ customerId: customer, signature: 'restart', source: 'tip', note: 'seen' }),
    [403, 404],
  ),
  'POST /v1/cases/:id/alert-proposals': ofCase('/alert-proposals', { kind: 'update', ...REASON }),
  ...Object.fromEntries(
    ['release', 'refuse'].map(action => [
      `POST /v1/cases/:id/alert-proposals/:proposal/${action}`,
      ofCase(`/alert-proposals/proposal-000001/${action}`, REASON),
    ]),
  ),
  'POST /v1/letters': service('/v1/letters', { districtCode: '500107', alertIds: ['none'] }),
  'POST /v1/letters/:id/receipt': service('/v1/letters/none/receipt', {
    ...{ receivedOn: '2026-03-01', receivedBy: 'the office' },
  }),
  'POST /v1/known-good': ofCustomer('/v1/known-good', entry),
  'POST /v1/known-good/preview': ofCustomer('/v1/known-good/preview', entry),
  ...Object.fromEntries(
    ['release', 'refuse', 'end'].map(action => [
      `POST /v1/known-good/:id/${action}`,
      ofCustomer(({ knownGood }) => `/v1/known-good/${knownGood}/${action}`, REASON),
    ]),
  ),
  'POST /v1/pricing/changes/import': service('/v1/pricing/changes/import?kind=notices&dryRun=true', NOTICES),
  'POST /v1/pricing/changes': service('/v1/pricing/changes?dryRun=true', PRICES),
  ...Object.fromEntries(
    ['release', 'refuse', 'withdraw'].map(action => [
      `POST /v1/pricing/changes/:id/${action}`,
      service(`/v1/pricing/changes/change-000001/${action}`, REASON),
    ]),
  ),
  'PUT /v1/deadlines/:state': service('/v1/deadlines/handling', { workingDays: 60, ...REASON }),
  'PUT /v1/release-switches/:district/:level': service('/v1/release-switches/500107/red', {
    on: true,
    ...REASON,
  }),
  'POST /v1/pricing/hand-overs': service('/v1/pricing/hand-overs', { from: '2026-11-01', to: '2026-11-30' }),
  'POST /v1/pricing/hand-overs/:id/received': service('/v1/pricing/hand-overs/none/received', {
    sha256: '0'.repeat(64),
  }),
  'POST /v1/pricing/keys': service('/v1/pricing/keys', REASON),
  'POST /v1/accounts': service('/v1/accounts', { name: 'new', role: 'auditor' }),
  'POST /v1/accounts/:name/change': service(`/v1/accounts/${MEANT}/change`, { role: 'operator' }),
  'POST /v1/accounts/:name/disable': service(`/v1/accounts/${MEANT}/disable`),
  'POST /v1/accounts/:name/enable': service(`/v1/accounts/${MEANT}/enable`),
  'POST /v1/accounts/:name/invite': service(`/v1/accounts/${MEANT}/invite`),
  'POST /v1/accounts/:name/tokens': service(`/v1/accounts/${MEANT}/tokens`, TOKEN),
  'POST /v1/tokens': own('/v1/tokens', BEYOND, [403]),
  'POST /v1/tokens/:id/revoke': own(({ token }) => `/v1/tokens/${token}/revoke`, {}, [404], 'accounts.write'),
  'POST /v1/sign-out': own('/v1/sign-out', {}, [409]),
  'POST /v1/me/password': own('/v1/me/password', PASSWORDS, [409]),
  'POST /v1/readings': service('/v1/readings', 'meter_id,ts,kw\n'),
  'POST /v1/registry': service('/v1/registry', 'meter_id\n'),
  'POST /v1/imports': service('/v1/imports', 'meter_id,ts,kw\n'),
  'POST /v1/imports/preview': service('/v1/imports/preview', 'meter_id,ts,kw\n'),
  'POST /v1/imports/:id/cancel': service('/v1/imports/none/cancel'),
  'POST /v1/rejects/replay': service('/v1/rejects/replay'),
  'PUT /v1/profiles/:name': service('/v1/profiles/mine'),
  'DELETE /v1/profiles/:name': service('/v1/profiles/mine'),
  'POST /v1/endpoints': service('/v1/endpoints', {
    ...{ districtCode: '500107', url: 'https://elsewhere.example' },
  }),
  'POST /v1/endpoints/:id/change': service('/v1/endpoints/endpoint-000001/change', {
    url: 'https://elsewhere.example',
  }),
  'POST /v1/endpoints/:id/replay': service('/v1/endpoints/endpoint-000001/replay', {
    ...{ from: '2025-12-01T00:00:00Z', to: '2026-01-02T00:00:00Z', ...REASON },
  }),
  ...Object.fromEntries(
    ['rotate', 'test', 'off', 'on'].map(action => [
      `POST /v1/endpoints/:id/${action}`,
      service(`/v1/endpoints/endpoint-000001/${action}`),
    ]),
  ),
  'POST /v1/alerts/:id/resend': service('/v1/alerts/msg_none/resend', REASON),
  'POST /v1/networks': service('/v1/networks', { cidr: '10.20.0.0/16', ...REASON }),
  'POST /v1/networks/:id/end': service('/v1/networks/none/end', REASON),
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
  // Of who is on the list its government reads the bill, whatever cases there are; who it is not told to: GET.
  'POST /v1/pricing/bill': ofCustomer(
    '/v1/pricing/bill',
    ({ customer }) => ({
      customerId: customer,
      cycles: [{ from: '2024-05-01', to: '2024-05-31', kwh: 3_100 }],
    }),
    [200, 404],
  ),
  'POST /v1/pricing/what-if': service('/v1/pricing/what-if', {
    ...{ from: '2024-05-01', to: '2024-05-31', rules: loadTariffRules().slice(0, 1) },
  }),
}
