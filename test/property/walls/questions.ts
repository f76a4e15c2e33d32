import { FIRST, LAST, type Site } from './world.ts'

/** How a GET route is asked. */
export interface Question {
  /**
   * Of one site each, or undefined: of all at once; service: of nobody; own: of who asks, else refused; customer: of one
   * who may be on no list that is seen
   */
  readonly of?: 'case' | 'point' | 'service' | 'own' | 'customer'
  readonly urls: (site: Site) => readonly string[]
  /** Whether its answers name customers, cases or points; then somebody must be told of his own */
  readonly names: boolean
  /** Whether it has no end, and is read up to the last that has happened */
  readonly endless?: true
  /** Whether it tells of who is on the list, which a government makes and its district may read */
  readonly prices?: true
  /** Whether it tells who runs the service which alerts wait, by the ids of their cases */
  readonly deliveries?: true
}

const ofCase = (rest: string, ...queries: string[]): Question => ({
  of: 'case',
  urls: ({ caseId }) => ['', ...queries].map(query => `/v1/cases/${caseId}${rest}${query}`),
  names: true,
})

const ofPoint = (url: (point: string) => string): Question => ({
  of: 'point',
  urls: ({ point }) => [url(point)],
  names: true,
})

const ofCustomer = (...urls: ((customer: string) => string)[]): Question => ({
  of: 'customer',
  urls: ({ customer }) => urls.map(url => url(customer)),
  names: true,
})

const priced = (question: Question): Question => ({ ...question, prices: true })

/** A list: what is in it is for the wall to say. */
const list = (...urls: string[]): Question => ({ urls: () => urls, names: true })

/** What names no customer, and says the same to everybody who may ask. */
const service = (...urls: string[]): Question => ({ of: 'service', urls: () => urls, names: false })

/** A list and the whole of it as a table in either form. */
const exported = (path: string, query = ''): Question =>
  list(...['csv', 'xlsx'].map(format => `${path}/export?format=${format}${query}`))

/** What concerns who asks. */
const own = (...urls: string[]): Question => ({ of: 'own', urls: () => urls, names: true })

const DAYS = `from=${FIRST}&to=${LAST}`
const PERIOD = 'from=2024-01-01&to=2026-12-31'
const FURNACE = 'induction-furnace'

/**
 * Every GET route behind the sign-in. A new one belongs here in one line: `list` of what it is asked, `ofCase` or
 * `ofPoint` when its path names one, `service` when its answers name nobody.
 */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  'GET /v1/cases': {
    urls: ({ customer, number }) => [
      '/v1/cases?limit=500&merged=true&count=true',
      `/v1/cases?merged=true&text=${customer}`,
      `/v1/cases?merged=true&text=${number}`,
    ],
    names: true,
  },
  'GET /v1/cases/weeks': {
    urls: ({ caseId }) => [`/v1/cases/weeks?cases=${caseId}`],
    names: true,
  },
  'GET /v1/cases/export': exported('/v1/cases', '&merged=true'),
  'GET /v1/cases/:id/comments': ofCase('/comments'),
  'GET /v1/cases/:id/files': ofCase('/files'),
  'GET /v1/cases/:id/files/:fileId': {
    of: 'case',
    urls: ({ caseId, sharedFile }) => [`/v1/cases/${caseId}/files/${sharedFile}`],
    names: true,
  },
  'GET /v1/overdue': list(...['district', 'state', 'supplyUnit'].map(by => `/v1/overdue?by=${by}`)),
  'GET /v1/events': { ...list('/v1/events?after=0'), endless: true },
  'GET /v1/audit': {
    urls: ({ caseId }) => ['/v1/audit?limit=500', `/v1/audit?limit=500&case=${caseId}`],
    names: true,
  },
  'GET /v1/audit/export': list('/v1/audit/export', '/v1/audit/export?format=csv'),
  'GET /v1/audit/roots': service('/v1/audit/roots'),
  'GET /v1/audit/verify': {
    of: 'case',
    urls: ({ caseId }) => [`/v1/audit/verify?case=${caseId}`],
    names: false,
  },
  'GET /v1/known-good': {
    urls: ({ customer }) => ['/v1/known-good?limit=500', `/v1/known-good?customer=${customer}`],
    names: true,
  },
  'GET /v1/pricing/changes': service('/v1/pricing/changes'),
  'GET /v1/pricing/changes/export': service('/v1/pricing/changes/export'),
  'GET /v1/pricing/changes/template': service('/v1/pricing/changes/template?kind=rules'),
  'GET /v1/pricing/changes/:id/table': service('/v1/pricing/changes/change-000001/table'),
  'GET /v1/pricing/changes/:id': service('/v1/pricing/changes/change-000001'),
  'GET /v1/deadlines': service('/v1/deadlines'),
  'GET /v1/release-switches': service('/v1/release-switches'),
  'GET /v1/networks': service('/v1/networks'),
  'GET /v1/accounts': own('/v1/accounts'),
  'GET /v1/tokens': own('/v1/tokens', '/v1/tokens?account=all-analyst', '/v1/tokens?account=north'),
  'GET /v1/me': own('/v1/me'),
  'GET /v1/alerts/export': { ...exported('/v1/alerts'), deliveries: true },
  'GET /v1/registry/export': exported('/v1/registry'),
  'GET /v1/watch/export': exported('/v1/watch'),
  'GET /v1/corrections/export': { ...exported('/v1/corrections'), names: false },
  'GET /v1/criteria/export': service('/v1/criteria/export', '/v1/criteria/export?format=xlsx'),
  'GET /v1/findings/export': ofPoint(point => `/v1/findings/export?point=${point}`),
  'GET /v1/cases/:id': ofCase(''),
  'GET /v1/cases/:id/audit': ofCase('/audit'),
  'GET /v1/cases/:id/accusation': ofCase('/accusation', '?lang=en'),
  'GET /v1/cases/:id/verify': ofCase('/verify'),
  'GET /v1/findings': ofPoint(point => `/v1/findings?point=${point}`),
  'GET /v1/points/:point/curve': ofPoint(point => `/v1/points/${point}/curve?${DAYS}`),
  'GET /v1/points/:point/bands': ofPoint(point => `/v1/points/${point}/bands?${DAYS}`),
  'GET /v1/points/:point/days': ofPoint(point => `/v1/points/${point}/days?${DAYS}`),
  'GET /v1/points/:point/peers': ofPoint(point => `/v1/points/${point}/peers?${DAYS}`),
  'GET /v1/readings/export': {
    urls: ({ customer }) => [
      `/v1/readings/export?${DAYS}`,
      `/v1/readings/export?${DAYS}&customer=${customer}`,
    ],
    names: true,
  },
  'GET /v1/registry': {
    urls: ({ customer }) => ['/v1/registry?limit=500', `/v1/registry?customer=${customer}`],
    names: true,
  },
  'GET /v1/watch': {
    urls: ({ customer }) => ['/v1/watch?limit=500', `/v1/watch?customer=${customer}`],
    names: true,
  },
  'GET /v1/alerts': { ...list('/v1/alerts'), deliveries: true },
  'GET /v1/alert-proposals': list('/v1/alert-proposals?limit=500'),
  'GET /v1/letters': service('/v1/letters'),
  'GET /v1/letters/:id/file': service('/v1/letters/none/file'),
  'GET /v1/endpoints': service('/v1/endpoints'),
  'GET /v1/endpoints/export': service('/v1/endpoints/export', '/v1/endpoints/export?format=xlsx'),
  'GET /v1/endpoints/:id': {
    ...service('/v1/endpoints/endpoint-000001', '/v1/endpoints/endpoint-000002'),
    deliveries: true,
  },
  'GET /v1/corrections': list('/v1/corrections'),
  'GET /v1/corrections/:id': list(...[1, 2, 3, 4, 5, 6].map(id => `/v1/corrections/${id}`)),
  'GET /v1/rejects': list('/v1/rejects'),
  'GET /v1/rejects/export': list('/v1/rejects/export'),
  'GET /v1/imports': service('/v1/imports'),
  'GET /v1/imports/:id': service('/v1/imports/none'),
  'GET /v1/profiles': service('/v1/profiles'),
  'GET /v1/profiles/:name': service('/v1/profiles/none'),
  'GET /v1/criteria': service('/v1/criteria'),
  'GET /v1/criteria/:id/preview': service(`/v1/criteria/none/preview?${PERIOD}`),
  'GET /v1/detectors': service('/v1/detectors'),
  'GET /v1/detectors/:signature/:version/preview': service(`/v1/detectors/${FURNACE}/none/preview?${PERIOD}`),
  'GET /v1/board': service(...['detector', 'district', 'month'].map(by => `/v1/board?${PERIOD}&by=${by}`)),
  'GET /v1/board/export': service(`/v1/board/export?${PERIOD}`),
  'GET /v1/status': service('/v1/status'),
  'GET /v1/pricing/bill': priced(
    ofCustomer(customer => `/v1/pricing/bill?customer=${customer}&from=${LAST}&to=${LAST}`),
  ),
  'GET /v1/pricing/what-if': priced(list(`/v1/pricing/what-if?change=change-000001&${DAYS}`)),
  'GET /v1/pricing/what-if/export': priced(list(`/v1/pricing/what-if/export?change=change-000001&${DAYS}`)),
  'GET /v1/districts': service('/v1/districts'),
  'GET /v1/districts/:code': service('/v1/districts/500112?day=2025-11-06'),
  'GET /v1/pricing/hand-overs': service('/v1/pricing/hand-overs'),
  'GET /v1/pricing/hand-overs/:id/file': service('/v1/pricing/hand-overs/none/file'),
  'GET /v1/pricing/hand-overs/:id/signature': service('/v1/pricing/hand-overs/none/signature'),
  'GET /v1/pricing/tier': priced(
    ofCustomer(
      customer => `/v1/pricing/tier?customer=${customer}`,
      customer => `/v1/pricing/tier?customer=${customer}&day=${LAST}`,
    ),
  ),
  'GET /v1/pricing/customers/:id/history': priced(
    ofCustomer(customer => `/v1/pricing/customers/${customer}/history`),
  ),
  'GET /v1/pricing/customers': priced(
    list('/v1/pricing/customers?limit=500', `/v1/pricing/customers?day=${LAST}`),
  ),
  'GET /v1/pricing/customers/export': priced(exported('/v1/pricing/customers')),
  'GET /v1/pricing/rules': service('/v1/pricing/rules?limit=500'),
  'GET /v1/pricing/rules/:id/history': service('/v1/pricing/rules/CN-STEEL-ELIM-2017/history'),
  'GET /v1/pricing/rules/export': service('/v1/pricing/rules/export', '/v1/pricing/rules/export?format=xlsx'),
  'GET /v1/pricing/differences': priced(list(`/v1/pricing/differences?list=customers&${DAYS}`)),
  'GET /v1/pricing/differences/export': priced(
    exported('/v1/pricing/differences', `&list=customers&${DAYS}`),
  ),
}
