import type { Alert } from '../../schemas/alert.ts'
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
export const alertLines = ({ type, data }: Alert, id: string): string[] => [
  `${type} ${data.caseNumber} ${data.customer.name} (${data.districtName}) — verified, ${id.slice(0, 16)}…`,
  ...data.charges.flatMap(({ signature, score, sentence, tier, estimate }) => [
    `  ${signature} ${score.toFixed(2)}: ${sentence.zh}`,
    tier
      ? `  ${tier.label} ${tier.category} +${tier.yuanPerKwh} 元/kWh，${tier.documentNo ?? '文号待核'}（${tier.sourceStatus}）${estimate ? `，约 ${estimate.yuan} 元 / ${estimate.days} 天` : ''}${tier.firstMeasure ? `；首要措施：${tier.firstMeasure}` : ''}`
      : '  无适用档位',
  ]),
]
