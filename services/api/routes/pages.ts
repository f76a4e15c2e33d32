import { readFileSync } from 'node:fs'
import type { FastifyReply } from 'fastify'
import type { Api, ApiDeps } from '../deps.ts'

/** Nothing from elsewhere, nothing inline, in no frame; nothing is kept, and no address is told to others. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

const FILES = ['welcome.html', 'sign-in.html', 'signed-in.html', 'sign-in.js', 'sign-in.css'] as const

const texts = new Map(
  FILES.map(name => [name, readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8')]),
)

const WAY_BY_IDENTITY = '<!-- identity provider -->'

/** Sends a page of the sign-in, or what belongs to one. */
export const sendPage = (
  reply: FastifyReply,
  name: (typeof FILES)[number],
  edit = (text: string) => text,
) => {
  const type = TYPES[name.split('.').at(-1) as keyof typeof TYPES]
  return reply
    .headers(HEADERS)
    .type(`${type}; charset=utf-8`)
    .send(edit(texts.get(name)!))
}

/** The pages to sign in by, until somebody is in. */
export const pageRoutes = (api: Api, { signIn: { identity } }: ApiDeps): void => {
  const hidden = { schema: { hide: true } }
  const link =
    '<p><a class="other" href="/v1/sign-in/oidc">用统一身份登录 · Sign in by the identity provider</a></p>'
  api.get('/welcome', hidden, (_request, reply) => sendPage(reply, 'welcome.html'))
  api.get('/sign-in', hidden, (_request, reply) =>
    sendPage(reply, 'sign-in.html', text => text.replace(WAY_BY_IDENTITY, identity ? link : '')),
  )
  api.get('/sign-in.js', hidden, (_request, reply) => sendPage(reply, 'sign-in.js'))
  api.get('/sign-in.css', hidden, (_request, reply) => sendPage(reply, 'sign-in.css'))
}
