import type { Alert, AlertOf } from '../../schemas/alert.ts'
import { createReceiver, isSecret, type Receiver } from '../alerts/index.ts'
import { CommandError } from './command-error.ts'

export interface ReceiveOptions {
  readonly secret: string
  readonly port: number
  readonly host: string
}

/** Starts the example receiver: it verifies each alert and prints what it says. */
export const receive = async (
  { secret, port, host }: ReceiveOptions,
  print: (line: string) => void,
): Promise<Receiver> => {
  if (!isSecret(secret)) {
    throw new CommandError(
      '--secret must be what setting the endpoint answered: whsec_ and 24 to 64 bytes in base64.',
    )
  }
  const receiver = createReceiver({
    secret,
    port,
    host,
    onAlert: (alert, id) => {
      for (const line of alertLines(alert, id)) print(line)
    },
    onRefused: reason => print(`refused: ${reason}`),
  })
  try {
    print(`Listening at http://${host}:${await receiver.listen()}/ for alerts.`)
    return receiver
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandError(`Nobody may listen at ${host}:${port} (${code}): choose another host or port.`)
  }
}

/** An alert in a few lines for a person. */
export const alertLines = (alert: Alert, id: string): string[] => {
  const verified = `(${alert.data.districtName}) — verified, ${id.slice(0, 16)}…`
  if (alert.type === 'endpoint.test') return [`${alert.type} ${verified}`, `  ${alert.data.message.zh}`]
  return [`${alert.type} ${alert.data.caseNumber} ${alert.data.customer.name} ${verified}`, ...linesOf(alert)]
}

const linesOf = (alert: Exclude<Alert, AlertOf<'endpoint.test'>>): string[] => {
  switch (alert.type) {
    case 'case.reported':
      return alert.data.charges.flatMap(chargeLines)
    case 'case.updated':
      return [`  更正：${alert.data.reason}`, ...alert.data.charges.flatMap(chargeLines)]
    case 'case.withdrawn':
      return [`  撤回：${alert.data.reason}`]
    case 'case.closed':
      return alert.data.outcomes.map(({ signature, outcome }) => `  ${signature}: ${outcome}`)
    case 'tier.decided': {
      const { document, entry } = alert.data
      return [
        `  ${document.issuer} ${document.documentNo}: ${entry.category}（${entry.action}，自 ${entry.from} 起）`,
      ]
    }
  }
}

type ToldCharge = AlertOf<'case.reported'>['data']['charges'][number]

const chargeLines = ({ signature, score, sentence, tier, estimate }: ToldCharge): string[] => [
  `  ${signature} ${score.toFixed(2)}: ${sentence.zh}`,
  tier
    ? `  ${tier.label} ${tier.category} +${tier.yuanPerKwh} 元/kWh，${tier.documentNo ?? '文号待核'}（${tier.sourceStatus}）${estimate ? `，约 ${estimate.yuan} 元 / ${estimate.days} 天` : ''}${tier.firstMeasure ? `；首要措施：${tier.firstMeasure}` : ''}`
    : '  无适用档位',
]
