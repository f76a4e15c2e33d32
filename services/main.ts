import closeWithGrace from 'close-with-grace'
import { Command, InvalidArgumentError, Option } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { Role } from '../schemas/account.ts'
import { type Config, ConfigError, readConfig, usesEngines } from '../schemas/config.ts'
import { PriceChangeKind } from '../schemas/price-change.ts'
import { ProblemError } from '../schemas/problem.ts'
import { localTokenIn, tokensFileIn } from './accounts/index.ts'
import { EngineError, FolderError } from './adapters/index.ts'
import { StartError, startApp } from './app.ts'
import {
  accusation,
  addAccount,
  addToken,
  backtest,
  CANNOT,
  CommandError,
  demo,
  importFiles,
  importPrices,
  listAccounts,
  listProfiles,
  price,
  receive,
  removeProfile,
  rotateHandOverKey,
  sample,
  saveProfile,
  verify,
  verifyAuditOf,
  verifyHandOver,
} from './commands/index.ts'
import { createLog } from './log.ts'

/** sysexits.h: EX_CONFIG */
const EXIT_CONFIG = 78
const EXIT_FAILURE = 1
const CLOSE_WITHIN_MS = 10_000

const print = (line: string): void => console.log(line)
const environment = process.env

const port = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('0 to 65535.')
  return value
}

const start = async (): Promise<void> => {
  process.umask(0o077) // what the service writes is for its own user only
  const config = readConfig(environment)
  const log = createLog(config.DIANSHAO_LOG_LEVEL)
  const app = await startApp(config, log, error => {
    log.fatal(
      { err: error },
      'The work cannot go on and stops here; what was confirmed is kept. Mend the cause (is the disk full?) and start again.',
    )
    process.exit(EXIT_FAILURE)
  })
  const roles = config.DIANSHAO_ROLES
  log.info(
    roles.includes('api')
      ? `Dianshao listens at ${app.url}; its API is described at ${app.url}/docs.`
      : `Dianshao does ${roles.join(' and ')}; ${app.url}/readyz and /metrics tell how it is.`,
  )
  const { firstSignIn: first } = app
  if (first) {
    // The link is a secret while it is good; a log is read, shipped and kept by more people than a file is.
    const until = first.isNew ? ' within 24 hours' : ''
    log.info(`There is no operator yet: make yourself one${until} by the link that stands in ${first.path}.`)
  }
  endWithNpm()
  closeWithGrace({ delay: CLOSE_WITHIN_MS, logger: log }, async () => {
    await app.close()
    log.info('Dianshao has stopped.')
  })
}

/**
 * npm runs a script in a shell that a signal to npm ends without telling us: a service left without its parent
 * ends as if it had got the signal.
 */
const endWithNpm = (): void => {
  if (!environment.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

/** A signal ends the process by `exit`, so that scratch folders are removed. */
const endOnSignal = (): void => {
  closeWithGrace({ delay: CLOSE_WITHIN_MS }, async () => {})
}

/** The token given, or that of this machine in the data folder of a service on it. */
const tokenFor = (given: string | undefined): string => {
  const token = given ?? environment.DIANSHAO_TOKEN
  if (token) return token
  const folder = readConfig(environment).DIANSHAO_DATA
  try {
    return localTokenIn(folder)
  } catch {
    throw new CommandError(
      `There is no token in ${tokensFileIn(folder)}: give --token, or set DIANSHAO_TOKEN.`,
    )
  }
}

/** Throws ConfigError when the environment names no servers. */
const enginesNamed = (): Config => {
  const config = readConfig(environment)
  if (usesEngines(config)) return config
  throw new ConfigError(
    'DIANSHAO_KAFKA_BROKERS, DIANSHAO_INFLUX_URL and DIANSHAO_POSTGRES_URL must name the servers.',
  )
}

const SENTENCES = [CommandError, EngineError, FolderError, StartError, ProblemError]

const isSentence = (error: unknown): error is Error => SENTENCES.some(kind => error instanceof kind)

const program = new Command('dianshao')
  .version(manifest.version)
  .description(
    'Finds the enterprises whose electricity gives away an illegal induction furnace or a crypto mine.',
  )
  .configureHelp({ sortSubcommands: false })
  .showHelpAfterError('(--help shows what a command takes)')

const example = (text: string): string => `\nExample:\n  npm run dianshao -- ${text}\n`

program
  .command('start')
  .description('run the service; configured by the environment variables DIANSHAO_…, see the README')
  .addHelpText('after', example('start'))
  .action(start)

/** A command that asks a running service. */
const asking = (command: Command): Command =>
  command
    .option('--url <url>', 'the service', 'http://127.0.0.1:8080')
    .option('--token <token>', 'of an account; else DIANSHAO_TOKEN, else the tokens file of the data folder')

const FORMS = 'CSV, NDJSON, either as .gz, or .xlsx'

asking(program.command('import'))
  .description('send a registry and readings, day rows or daily registers to a running service')
  .option('--meters <file>', 'registry: CSV, .gz or .xlsx')
  .option('--readings <file>', FORMS)
  .option('--red-cards <file>', 'places to be watched: CSV or .xlsx; with the token of a reviewer')
  .option('--profile <name>', 'a saved profile that tells how the files are to be understood')
  .option('--preview', 'only show how the first rows would be understood')
  .option('--backfill', 'judge days of readings that are more than 7 days behind, too')
  .option('--replace', 'the rows of a meter are all that is known of it, instead of being added')
  .addHelpText('after', example('import --meters meters.csv --readings readings.csv.gz'))
  .action(async options => {
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    const allGood = await importFiles({ ...options, token: tokenFor(options.token) }, print, stop.signal)
    if (!allGood) process.exitCode = EXIT_FAILURE
  })

asking(
  program
    .command('pricing')
    .description('rules, assessments, decisions and notices of differential pricing')
    .command('import <file>'),
)
  .description('put a table up for release by another person, CSV or .xlsx, with the token of pricing staff')
  .addOption(
    new Option('--kind <kind>', PriceChangeKind.options.join(', '))
      .choices(PriceChangeKind.options)
      .makeOptionMandatory(),
  )
  .option('--reason <text>', 'why it is put up; not needed with --dry-run')
  .option('--dry-run', 'only tell every fault, and what it would do')
  .option('--document-no <text>', 'of a decision, where no column tells it: 文号')
  .option('--title <text>', 'the same: its title')
  .option('--issuer <text>', 'the same: 发文机关')
  .option('--issued-on <day>', 'the same: YYYY-MM-DD')
  .option('--rests-on <text>', 'the same: what it rests on')
  .addHelpText('after', example('pricing import list.xlsx --kind decision --dry-run'))
  .action(async (file, options) => {
    const isGood = await importPrices(file, { ...options, token: tokenFor(options.token) }, print)
    if (!isGood) process.exitCode = EXIT_FAILURE
  })

const profile = program
  .command('profile')
  .description('import profiles: how the files of a source differ from ours')

asking(profile.command('save <name> <file>'))
  .description('save a profile of a JSON file')
  .addHelpText('after', example('profile save collector collector.json'))
  .action((name, file, options) =>
    saveProfile({ ...options, token: tokenFor(options.token) }, name, file, print),
  )

asking(profile.command('list'))
  .description('show the saved profiles')
  .action(options => listProfiles({ ...options, token: tokenFor(options.token) }, print))

asking(profile.command('remove <name>'))
  .description('remove a saved profile')
  .action((name, options) => removeProfile({ ...options, token: tokenFor(options.token) }, name, print))

const account = program.command('account').description('accounts of people, with the token of an operator')

asking(account.command('add <name>'))
  .description('make an account and print the one-time link that sets its password')
  .requiredOption('--role <role>', Role.options.join(', '))
  .option('--units <names>', 'supply units with commas between, of an analyst or reviewer')
  .option('--district <code>', 'of the role district')
  .option('--department <name>', 'inside the district')
  .option('--full-name <name>', 'of the person')
  .option('--oidc-subject <sub>', 'by which the identity provider knows the person')
  .addHelpText('after', example('account add li.na --role analyst --units 永川供电公司'))
  .action((name, options) => addAccount({ ...options, token: tokenFor(options.token) }, name, print))

asking(account.command('list'))
  .description('show the accounts')
  .action(options => listAccounts({ ...options, token: tokenFor(options.token) }, print))

asking(program.command('token').description('tokens for programs').command('add'))
  .description('make a token for oneself, or as an operator for somebody')
  .requiredOption('--label <text>', 'what it is for')
  .requiredOption('--days <days>', 'how long it is good, to 366', Number)
  .option('--abilities <names>', 'what it is good for, with commas between; else all that the role may')
  .option('--account <name>', 'for whom')
  .addHelpText('after', example('token add --label collector --days 90 --abilities readings.write'))
  .action(options => addToken({ ...options, token: tokenFor(options.token) }, print))

program
  .command('backtest')
  .description('replay a period through the same pipeline and write what it would have found')
  .requiredOption('--meters <file>', 'registry: CSV, .gz or .xlsx')
  .requiredOption('--readings <file>', FORMS)
  .option('--profile <json>', 'how the files are to be understood')
  .option('--context <json>', 'holidays, extra_working_days, tou')
  .requiredOption('--cases <ndjson>', 'written: a line per charge of an opened case')
  .requiredOption('--scores <ndjson>', 'written: the highest score of each meter and signature')
  .addHelpText(
    'after',
    example(
      'backtest --meters meters.csv --readings readings.csv.gz --cases cases.ndjson --scores scores.ndjson',
    ),
  )
  .action(async options => {
    endOnSignal()
    const { intake, registryFaults, charges, seconds } = await backtest(options)
    print(
      `${intake.received} readings: ${intake.accepted} accepted, ${intake.rejected} rejected, ${seconds.toFixed(1)} s.`,
    )
    for (const [reason, count] of Object.entries(intake.byReason)) print(`  ${count} ${reason}`)
    if (registryFaults > 0) print(`${registryFaults} rows of the registry could not be used.`)
    print(`${charges} charges in ${options.cases}; highest scores in ${options.scores}.`)
  })

/** Not 1: nothing was found different. */
const cannot = (error: unknown): number => {
  if (error instanceof ConfigError) throw error
  console.error(isSentence(error) ? error.message : error)
  return CANNOT
}

/** A language that people read. */
const speaking = (command: Command, usual: 'zh' | 'en'): Command =>
  command.addOption(new Option('--lang <lang>', 'zh or en').choices(['zh', 'en']).default(usual))

speaking(asking(program.command('accusation <case>')), 'zh')
  .description('print a case as the document a district reads, in Markdown; the view is on record')
  .addHelpText('after', example('accusation 2026-00012 --lang en'))
  .action((name, options) => accusation({ ...options, token: tokenFor(options.token) }, name, print))

speaking(program.command('verify <case>'), 'en')
  .description('make every number of a case anew from what is stored, and tell what differs; writes nothing')
  .option('--json', 'print the whole verification as JSON')
  .addHelpText(
    'after',
    `${example('verify 2026-00012')}
The case is named by its number or id, in the data folder or on the servers that DIANSHAO_… names, beside a running
service or without one. Exit: 0 identical, 1 different, ${CANNOT} it cannot be told.
`,
  )
  .action(async (name, options) => {
    process.exitCode = await verify(readConfig(environment), name, options, print).catch(cannot)
  })

const year = (text: string): number => {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError('A year such as 2018.')
  return Number(text)
}

speaking(program.command('price <readings>'), 'zh')
  .description('price a file of readings under rules side by side, with the arithmetic of every amount')
  .requiredOption('--meters <file>', 'registry: CSV, .gz or .xlsx')
  .requiredOption(
    '--rule <ids>',
    'rules of the program with commas between; ID:2 for the step, ID:13471 for the kWh/t it goes by',
  )
  .option('--year <year>', 'only the days of this year', year)
  .option('--profile <json>', 'how the files are to be understood')
  .addHelpText(
    'after',
    example(
      'price readings.csv.gz --meters meters.csv --rule CN-STEEL-ELIM-2017,CN-STEEL-TIER-2017:2 --year 2018',
    ),
  )
  .action((readings, options) => {
    endOnSignal()
    return price({ ...options, readings }, print)
  })

program
  .command('audit')
  .description('the audit: what everybody did, in chains of hashes')
  .command('verify')
  .description(
    'hash every link and every daily root of the audit anew, and tell what is broken; writes nothing',
  )
  .option(
    '--from <day>',
    'only chains that have a link from this day on, YYYY-MM-DD, and roots of these days',
  )
  .option('--to <day>', 'the last day')
  .option('--json', 'print the verification as JSON')
  .addHelpText(
    'after',
    `${example('audit verify')}
In the data folder or on the servers that DIANSHAO_… names, beside a running service or without one. Compare the roots
with those in the log, or kept elsewhere: GET /v1/audit/roots. Exit: 0 whole, 1 broken, ${CANNOT} it cannot be told.
`,
  )
  .action(async options => {
    process.exitCode = await verifyAuditOf(readConfig(environment), options, print).catch(cannot)
  })

const handOver = program
  .command('hand-over')
  .description('hand-overs to the billing of the grid company: signed lists of who pays what')

handOver
  .command('verify <file> <signature>')
  .description('tell whether a file is to the byte what was signed; asks no service')
  .requiredOption('--keys <jwks>', 'file with the answer of GET /v1/pricing/keys')
  .addHelpText(
    'after',
    `${example('hand-over verify hand-over-000001.json hand-over-000001.jws --keys keys.json')}
Exit: 0 good, 1 not what was signed, or by none of these keys, ${CANNOT} it cannot be told.
`,
  )
  .action(async (file, signature, options) => {
    process.exitCode = await verifyHandOver(file, signature, options, print).catch(cannot)
  })

asking(handOver.command('rotate-key'))
  .description('sign with another key from now on, with the token of an operator; old public keys stay')
  .requiredOption('--reason <text>', 'why')
  .addHelpText('after', example('hand-over rotate-key --reason "every year"'))
  .action(options => rotateHandOverKey({ ...options, token: tokenFor(options.token) }, print))

program
  .command('receive')
  .description('an example of the receiving end: verifies alerts and prints them')
  .requiredOption('--secret <whsec>', 'the secret that setting the endpoint answered')
  .option('--port <port>', 'to listen at', port, 9000)
  .option('--host <host>', 'to listen at', '127.0.0.1')
  .addHelpText('after', example('receive --secret whsec_… --port 9000'))
  .action(async options => {
    const receiver = await receive(options, print)
    closeWithGrace({ delay: CLOSE_WITHIN_MS }, () => receiver.close())
  })

program
  .command('sample <folder>')
  .description('write the demo’s invented district as files to import: meters.csv and readings.csv.gz')
  .addHelpText('after', example('sample district'))
  .action(folder => sample(folder, Date.now(), print))

program
  .command('demo')
  .description('make a district of invented enterprises, replay five weeks of it and watch the whole job')
  .option('--keep', 'leave the service running and its data in place')
  .option('--engines', 'play on the Kafka, InfluxDB and PostgreSQL that the environment names')
  .addHelpText('after', example('demo --keep'))
  .action(async options => {
    if (!options.keep) endOnSignal()
    const engines = options.engines ? enginesNamed() : undefined
    const running = await demo({ keep: options.keep === true, engines, nowMs: Date.now() }, print)
    if (running) closeWithGrace({ delay: CLOSE_WITHIN_MS }, () => running.close())
  })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof ConfigError) {
    console.error(error.message)
    process.exit(EXIT_CONFIG)
  }
  console.error(isSentence(error) ? error.message : error)
  process.exit(EXIT_FAILURE)
}
