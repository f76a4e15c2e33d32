import type { InjectOptions } from 'fastify'

/** A route that asks for no sign-in, and why. */
interface Open {
  readonly why: string
  readonly ask: Pick<InjectOptions, 'url' | 'payload'>
  /** What it answers to whoever comes by */
  readonly status: number
}

const open = (why: string, url: string, status = 200, payload?: object): Open => ({
  ...{ why, status },
  ask: { url, ...(payload ? { payload } : {}) },
})

const DOCS = 'What the API is: it stands in the sources too'
const KEYS = 'Public keys: whoever has a signed file verifies it'
const CONSOLE = 'The program of the page: what it shows it asks the API for'
const PAGE = 'A page to sign in by, for who has not yet'
const HEALTH = 'For supervisors and monitoring: counts of the service, no row of anybody'
const DOOR = 'Where people say who they are'
const CONTRACT = 'What the body of a webhook is: who builds a receiver has no account'
const PASSWORD = 'four words make one'

/** Every route that asks for no sign-in. All others name an ability. */
export const OPEN_ROUTES: Readonly<Record<string, Open>> = {
  'GET /': open(CONSOLE, '/', 302),
  'GET /console/*': open(CONSOLE, '/console/'),
  'GET /console/assets/*': open(CONSOLE, '/console/assets/none', 404),
  'GET /docs': open(DOCS, '/docs'),
  'GET /docs/static/index.html': open(DOCS, '/docs/static/index.html', 302),
  'GET /docs/static/swagger-initializer.js': open(DOCS, '/docs/static/swagger-initializer.js'),
  'GET /docs/json': open(DOCS, '/docs/json'),
  'GET /docs/yaml': open(DOCS, '/docs/yaml'),
  'GET /docs/static/*': open(DOCS, '/docs/static/none', 404),
  'GET /openapi.json': open(DOCS, '/openapi.json'),
  'GET /schemas/alert/v1/schema.json': open(CONTRACT, '/schemas/alert/v1/schema.json'),
  'GET /schemas/alert/v1/examples/:name': open(CONTRACT, '/schemas/alert/v1/examples/case.reported.json'),
  'GET /healthz': open(HEALTH, '/healthz'),
  'GET /readyz': open(HEALTH, '/readyz'),
  'GET /metrics': open(HEALTH, '/metrics'),
  'GET /v1/pricing/keys': open(KEYS, '/v1/pricing/keys'),
  'GET /welcome': open(PAGE, '/welcome'),
  'GET /sign-in': open(PAGE, '/sign-in'),
  'GET /sign-in.js': open(PAGE, '/sign-in.js'),
  'GET /sign-in.css': open(PAGE, '/sign-in.css'),
  'POST /v1/sign-in': open(DOOR, '/v1/sign-in', 401, { name: 'nobody', password: PASSWORD }),
  'POST /v1/sign-in/invitation': open(DOOR, '/v1/sign-in/invitation', 401, {
    secret: 'none',
    password: PASSWORD,
  }),
  'GET /v1/sign-in/oidc': open(DOOR, '/v1/sign-in/oidc', 404),
  'GET /v1/sign-in/oidc/callback': open(DOOR, '/v1/sign-in/oidc/callback?code=none', 401),
}
