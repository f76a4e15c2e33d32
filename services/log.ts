import { type Logger, pino } from 'pino'
import type { Config } from '../schemas/config.ts'

/** The program's log, one JSON object a line on standard output. */
export const createLog = (level: Config['DIANSHAO_LOG_LEVEL']): Logger => pino({ level })
