import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_HOURS } from '../accounts/index.ts'

export const SESSION_COOKIE = 'dianshao_session'

const SECONDS_PER_HOUR = 3_600

/** Whether browsers reach the service by TLS. What a header of the request says of that is not believed. */
export const isSecure = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false

/** Hands a session to a browser, out of reach of scripts and of other sites. */
export const giveSession = (reply: FastifyReply, secret: string, publicUrl: string | undefined): void => {
  reply.setCookie(SESSION_COOKIE, secret, { ...kept(publicUrl), maxAge: SESSION_HOURS * SECONDS_PER_HOUR })
}

export const takeSession = (reply: FastifyReply, publicUrl: string | undefined): void => {
  reply.clearCookie(SESSION_COOKIE, kept(publicUrl))
}

export const sessionIn = (request: FastifyRequest): string | undefined => request.cookies[SESSION_COOKIE]

const kept = (publicUrl: string | undefined) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(publicUrl) }) as const
