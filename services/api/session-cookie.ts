import type { FastifyReply, FastifyRequest } from 'fastify'
import { MS_PER_HOUR } from '../../schemas/day.ts'
import { SESSION_HOURS } from '../accounts/index.ts'

export const SESSION_COOKIE = 'dianshao_session'

/** Whether browsers reach the service by TLS. What a header of the request says of that is not believed. */
export const isSecure = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false

/** Hands a session to a browser, out of reach of scripts and of other sites; answers when it ends. */
export const giveSession = (
  reply: FastifyReply,
  secret: string,
  { publicUrl, nowMs }: { publicUrl: string | undefined; nowMs: number },
): string => {
  const expires = new Date(nowMs + SESSION_HOURS * MS_PER_HOUR)
  reply.setCookie(SESSION_COOKIE, secret, { ...kept(publicUrl), maxAge: SESSION_HOURS * 3_600 })
  return expires.toISOString()
}

export const takeSession = (reply: FastifyReply, publicUrl: string | undefined): void => {
  reply.clearCookie(SESSION_COOKIE, kept(publicUrl))
}

export const sessionIn = (request: FastifyRequest): string | undefined => request.cookies[SESSION_COOKIE]

const kept = (publicUrl: string | undefined) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(publicUrl) }) as const
