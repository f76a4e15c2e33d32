import { benchDetection } from './detection.ts'
import { benchIntake } from './intake.ts'
import type { Figure } from './measure.ts'
import { benchReplay } from './replay.ts'

/** Prints what was measured on this machine, each figure beside the aim or a bare loop in the same run. */
const print = ({ what, value, beside }: Figure): void =>
  console.log(`${what.padEnd(52)} ${value}\n${''.padEnd(52)} (${beside})`)

for (const bench of [benchDetection, benchIntake, benchReplay])
  for (const figure of await bench()) print(figure)
