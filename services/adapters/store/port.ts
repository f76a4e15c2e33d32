import type { Generated, Kysely } from 'kysely'
import type { Role } from '../../../schemas/account.ts'
import type { AlertType, DeliveryStatus } from '../../../schemas/alert.ts'
import type { AlertProposalKind, AlertProposalState } from '../../../schemas/alert-proposal.ts'
import type { AuditEntry, CaseSource, CaseState, Level } from '../../../schemas/case.ts'
import type { ChargeOutcome, DismissalCause } from '../../../schemas/charge-outcome.ts'
import type { CorrectionKind } from '../../../schemas/correction.ts'
import type { CriterionState } from '../../../schemas/criterion.ts'
import type { VersionState } from '../../../schemas/detector-version.ts'
import type { EndpointOffReason, EndpointState } from '../../../schemas/endpoint.ts'
import type { HeldReason, Signature } from '../../../schemas/finding.ts'
import type { ImportState } from '../../../schemas/import.ts'
import type { CustomerStatus } from '../../../schemas/meter.ts'
import type { PriceChangeKind, PriceChangeState } from '../../../schemas/price-change.ts'
import type { TariffCategory } from '../../../schemas/tariff.ts'
import type { WatchReason } from '../../../schemas/watch.ts'

/** Instants are UTC milliseconds, days are epoch days of the plant, JSON stands in text columns. */
export interface Tables {
  meter: {
    meter_id: string
    /** first day it holds; 0: always has */
    valid_from: number
    /** last day it holds; null: until the next entry begins */
    valid_to: number | null
    point_id: string
    customer_id: string
    customer_name: string
    /** 统一社会信用代码; empty: not known */
    credit_code: string
    district_code: string
    industry_code: string
    industry_edition: '2011' | '2017'
    contract_kva: number
    voltage_kv: number
    interval_minutes: number
    /** `;`-list */
    licensed_processes: string
    supply_unit: string
    status: CustomerStatus
    multiplier: number
    feed: 'main' | 'backup'
    parent_point_id: string
    address: string
    transformer_id: string
    /** 0: not known */
    licensed_tonnes_per_year: number
    updated_at: number
  }
  /** One row a judged day of a point: what the detectors see, and what they said. */
  feature: {
    point_id: string
    day: number
    /** Float32Array in the order of FEATURE_NAMES */
    features: Uint8Array
    /** share of slots with a reading */
    coverage: number
    kwh: number
    /** JSON {signature: score} */
    scores: string
    /** QualityMark as bits */
    marks: number
    /** whose day it was */
    customer_id: string
    /** where, and the first two digits of the industry code */
    district_code: Generated<string>
    trade: Generated<string>
    /** Float32Array in the order of PEER_MEASURES; null when the day cannot be compared */
    moves: Uint8Array | null
  }
  /** Days that hold readings and are not closed yet. */
  open_day: { point_id: string; day: number }
  /** Days of a point whose values all went to another: what comes for them is not their first. */
  emptied_day: { point_id: string; day: number }
  finding: {
    id: string
    signature: Signature
    point_id: string
    customer_id: string
    day: number
    score: number
    /** 1 until a later finding supersedes it */
    current: number
    supersedes: string | null
    /** JSON Finding */
    body: string
  }
  cases: {
    id: string
    number: string
    customer_id: string
    customer_name: string
    district_code: string
    state: CaseState
    version: number
    opened_at: number
    submitted_by: string | null
    reported_at: number | null
    closed_at: number | null
    /** hash of the last link of its audit chain */
    audit_head: string
    supply_unit: Generated<string>
    industry_code: Generated<string>
    source: Generated<CaseSource>
    /** who opened it by hand, or "system" */
    opened_by: Generated<string>
    assignee: string | null
    snoozed_until: number | null
    snooze_reason: Generated<string>
    /** id of the case it was merged into */
    merged_into: string | null
    /** the district that was told at the release; null until then */
    told_district: string | null
    /** to which of its departments the district passed it */
    department: Generated<string>
    /** when it came into its state */
    entered_at: Generated<number>
    due_at: number | null
    reminded_at: number | null
    escalated_at: number | null
    /** when it was last pressed for (督办) */
    urged_at: number | null
    /** of its highest charge: 3 red, 2 orange, 1 yellow, 0 none */
    level_rank: Generated<number>
    /** of its highest charge */
    score: Generated<number>
    /** attributable energy of its charges at their tiers */
    stake_yuan: Generated<number>
    /** attributable energy of its charges, kWh */
    stake_kwh: Generated<number>
    /** likelihood × yuan */
    priority: Generated<number>
    /** of its charges, joined by ; in their order */
    signatures: Generated<string>
    /** when its alert was taken back from the district */
    withdrawn_at: number | null
  }
  charge: {
    case_id: string
    signature: Signature
    level: Level
    score: number
    point_id: string
    finding_id: string
    opened_at: number
    /** JSON Charge */
    body: string
  }
  /** Chains of links, append-only: of a case, and by their ids of a criterion or a detector version. */
  audit: {
    case_id: string
    sequence: number
    at: number
    actor: string
    action: AuditEntry['action']
    from_state: CaseState | null
    to_state: CaseState | null
    reason: string
    /** canonical JSON */
    detail: string
    previous_hash: string
    hash: string
  }
  /** What an inspection found of a charge, with the charge as it stood. The last final one counts. */
  charge_outcome: {
    case_id: string
    signature: Signature
    sequence: number
    outcome: ChargeOutcome
    cause: DismissalCause | null
    note: string
    inspected_on: number | null
    /** 1: the inspection met it running */
    met_running: number | null
    /** 0: proposed by an analyst */
    final: number
    recorded_by: string
    recorded_at: number
    customer_id: string
    district_code: string
    level: Level
    score: number
    detector_version: string
    criterion_id: string
    attributable_kw: number
    /** of a dismissed charge: last day the dismissal holds … */
    hold_until: number | null
    /** … for powers up to this, kW … */
    hold_kw: number | null
    /** … and while the registry says the same of the customer; null: not asked */
    registry_digest: string | null
    /** of a charge passed on (转办): to whom */
    passed_to: Generated<string>
  }
  /** Feedback that its sender took back. */
  lapsed_feedback: { case_id: string; sequence: number }
  /** Outcomes that count no more, and the version of the case that its undoing or reopening came to. */
  lapsed_outcome: { case_id: string; signature: Signature; sequence: number; case_version: number }
  /** From which scores on which level. Values never change; a decision is made once. */
  criterion: {
    id: string
    signature: Signature
    /** that was active when it was proposed */
    detector_version: string
    yellow_from: number
    orange_from: number
    red_from: number
    close_below: number
    /** first day it holds for */
    valid_from: number
    reason: string
    proposed_by: string
    proposed_at: number
    state: CriterionState
    decided_by: string | null
    decided_at: number | null
    audit_head: string
  }
  detector_version: {
    signature: Signature
    version: string
    state: VersionState
    /** first day it judges; 0: from the beginning, null: in shadow */
    since_day: number | null
    first_seen_at: number
    reason: string
    proposed_by: string | null
    proposed_at: number | null
    released_by: string | null
    released_at: number | null
    audit_head: string
  }
  shadow_score: { signature: Signature; version: string; day: number; point_id: string; score: number }
  /** Days of data judged in shadow */
  shadow_day: { signature: Signature; version: string; day: number }
  /** Alerts that were released. `body` holds the very bytes that are signed and sent. */
  outbox: {
    id: string
    case_id: string
    case_version: number
    district_code: string
    /** Of the district, to which its case is passed; empty: none */
    department: string
    type: AlertType
    /** The highest of its charges; null where it tells of none */
    level: Level | null
    /** JSON list */
    signatures: string
    body: string
    created_at: number
  }
  /** One alert at one endpoint. */
  delivery: {
    alert_id: string
    endpoint_id: string
    status: DeliveryStatus
    /** All there were */
    attempts: number
    /** Of these those of the schedule that runs: a resend begins it anew */
    tries: number
    /** of the schedule that runs */
    first_attempt_at: number | null
    /** when the next try is due, UTC ms */
    next_attempt_at: number
    /** stays when it is sent again */
    delivered_at: number | null
    /** 1: a person had it sent again; it goes behind what is new */
    resent: Generated<number>
  }
  attempt: {
    alert_id: string
    endpoint_id: string
    number: number
    at: number
    url: string
    status: number | null
    error: string | null
    duration_ms: number
  }
  endpoint: {
    id: string
    district_code: string
    /** empty: the whole district */
    department: string
    url: string
    /** JSON list; [] for all */
    types: string
    /** JSON list; [] for all */
    signatures: string
    /** the lowest that is told */
    level: Level
    note: string
    secret: string
    /** signs besides until a rotation is over */
    old_secret: string | null
    old_secret_until: number | null
    state: EndpointState
    /** empty while it is on */
    off_reason: Generated<EndpointOffReason | ''>
    /** the first failure after the last success */
    failing_since: number | null
    warned_at: number | null
    last_success_at: number | null
    created_at: number
    created_by: string
  }
  /** Who may sign in. */
  account: {
    name: string
    role: Role
    /** JSON list; null: every supply unit */
    supply_units: string | null
    district_code: string | null
    /** empty: the whole district */
    department: Generated<string>
    full_name: Generated<string>
    /** scrypt; null: none is set */
    password: string | null
    /** wrong passwords since the last right one */
    failures: Generated<number>
    locked_until: Generated<number>
    /** attempts while it was locked, since the last that is on record */
    turned_away: Generated<number>
    oidc_subject: string | null
    created_at: number
    created_by: string
    disabled_at: number | null
  }
  api_token: {
    id: string
    account: string
    label: string
    hash: string
    /** JSON list; null: all that the role has */
    abilities: string | null
    created_at: number
    created_by: string
    expires_at: number
    revoked_at: number | null
  }
  session: { hash: string; account: string; created_at: number; expires_at: number }
  /** Links that work once: of the first administrator (account empty), or to set a password. */
  invitation: {
    hash: string
    account: string
    created_at: number
    created_by: string
    expires_at: number
    used_at: number | null
  }
  case_file: {
    id: string
    case_id: string
    name: string
    media_type: string
    bytes: number
    sha256: string
    note: string
    uploaded_by: string
    uploaded_at: number
    withdrawn_at: number | null
    /** 1: the grid company shows it to districts that see the case */
    shared: Generated<number>
    /** of the district that uploaded it; null: the grid company did */
    district_code: string | null
    content: Uint8Array
  }
  /** What a district reported back: JSON Feedback. */
  feedback: { case_id: string; sequence: number; by: string; at: number; body: string }
  /** Customers whose signature somebody answers for, until a day. */
  known_good: {
    id: string
    customer_id: string
    /** null: every signature */
    signature: Signature | null
    owner: string
    reason: string
    document: string
    until_day: number
    state: 'proposed' | 'released' | 'refused' | 'ended'
    proposed_by: string
    proposed_at: number
    decided_by: string | null
    decided_at: number | null
    ended_by: string | null
    ended_at: number | null
    end_reason: Generated<string>
  }
  /** Automatic release of a district and level: of each the last row counts. */
  release_switch: {
    sequence: Generated<number>
    district_code: string
    level: Level
    is_on: number
    reason: string
    by: string
    at: number
  }
  /** Working days a case may stay in a state, where they were set. */
  deadline: { state: CaseState; working_days: number; set_by: string; set_at: number }
  /** Commands carried out under a key of the client. */
  done_command: {
    account: string
    key: string
    /** of what was asked */
    fingerprint: string
    /** JSON */
    answer: string
    at: number
  }
  /** What happened, with the walls it stands behind. */
  event: {
    sequence: Generated<number>
    at: number
    kind: string
    case_id: string
    /** JSON */
    body: string
    supply_unit: string
    told_district: string | null
    department: string
  }
  /** Length and last hash of each audit chain, and under "roots" of the chain of the roots. */
  audit_chain: { id: string; links: number; head: string }
  /** A root a day over every link of every chain of that day, and over the root before. */
  audit_root: {
    day: number
    links: number
    links_hash: string
    previous_hash: string
    hash: string
    made_at: number
  }
  /** What a district is to be told after its alert; it waits for a second person. */
  alert_proposal: {
    id: string
    case_id: string
    /** the version it was put up at */
    case_version: number
    kind: AlertProposalKind
    state: AlertProposalState
    reason: string
    /** of a withdrawal: why its charges are dismissed */
    cause: DismissalCause | null
    /** SHA-256 of what it rests on: the program puts up the same once */
    basis: string
    /** JSON Charge[]: what an update tells of the charges */
    body: string
    proposed_by: string
    proposed_at: number
    decided_by: string | null
    decided_at: number | null
    decided_reason: Generated<string>
    alert_id: string | null
  }
  /** A letter (告知函) as it was printed. */
  letter: {
    id: string
    number: string
    district_code: string
    /** empty: the whole district */
    department: string
    made_by: string
    made_at: number
    sha256: string
    content: Uint8Array
  }
  letter_alert: { letter_id: string; row: number; alert_id: string; case_id: string }
  /** What came back signed (回执). */
  letter_receipt: {
    letter_id: string
    received_on: number
    received_by: string
    document_no: string
    entered_by: string
    entered_at: number
  }
  /** What pricing staff entered: it counts once another person released it. */
  price_change: {
    id: string
    kind: PriceChangeKind
    state: PriceChangeState
    rows: number
    reason: string
    proposed_by: string
    proposed_at: number
    decided_by: string | null
    decided_at: number | null
    decided_reason: Generated<string>
    /** how many were released before it; null: it is not */
    released: number | null
  }
  /** Of one rule the version released last counts. */
  tariff_rule: {
    change_id: string
    row: number
    rule_id: string
    version: number /** JSON TariffRule */
    body: string
  }
  /** Of one customer, line and year the one released last counts. */
  assessment: {
    id: string
    change_id: string
    customer_id: string
    line: string
    year: number
    /** JSON Assessment */
    body: string
  }
  decision: {
    change_id: string
    document_no: string
    title: string
    issuer: string
    issued_on: number
    rests_on: string
  }
  decision_entry: {
    id: string
    change_id: string
    row: number
    action: 'apply' | 'correct' | 'end'
    /** that is corrected or ended */
    entry_id: string | null
    customer_id: string
    industry: string
    category: TariffCategory
    step: number | null
    line: string
    /** JSON list; [] is all energy of the customer */
    points: string
    yuan_per_kwh: string | null
    from_day: number
    /** last day, inclusive */
    to_day: number | null
    case_number: string | null
    note: string
  }
  surcharge_notice: {
    id: string
    change_id: string
    customer_id: string
    from_day: number
    to_day: number
    noticed_on: number
    paid_on: number | null
    document_no: string
    note: string
  }
  /** What was handed over to the grid company's billing, to the byte, in either rendering. */
  hand_over: {
    id: string
    made_at: number
    made_by: string
    from_day: number
    to_day: number
    lines: number
    withheld: number
    /** id of the hand-over before */
    previous: string | null
    key_id: string
    json: Uint8Array
    json_sha256: string
    /** Detached JWS in its compact form */
    json_signature: string
    csv: Uint8Array
    csv_sha256: string
    csv_signature: string
  }
  /** As what an entry was told: JSON HandOverLine. */
  hand_over_line: { hand_over_id: string; entry_id: string; body: string }
  hand_over_receipt: {
    hand_over_id: string
    received_by: string
    received_at: number
    sha256: string
    note: string
  }
  /** private_jwk leaves the store for nothing but a signature. */
  signing_key: { id: string; private_jwk: string; public_jwk: string; created_at: number }
  /** The reject book: what was turned away. The same line again only raises `times`. */
  reject: {
    sequence: Generated<number>
    id: string
    reason: string
    detail: string
    raw: string
    source: string
    first_at: number
    last_at: number
    times: number
    layout_id: string | null
    /** when it was taken in after all */
    replayed_at: number | null
  }
  /** How the lines of an input are read: JSON Layout. */
  layout: { id: string; body: string }
  import_profile: { name: string; body: string; updated_at: number; updated_by: string }
  import_job: {
    id: string
    state: ImportState
    file_name: string
    /** of the upload */
    bytes: number
    /** JSON ImportOptions */
    options: string
    created_by: string
    created_at: number
    started_at: number | null
    ended_at: number | null
    /** JSON of what became of its readings */
    result: string | null
    problem: string | null
  }
  correction: {
    id: Generated<number>
    at: number
    actor: string
    kind: CorrectionKind
    /** JSON list of what changed */
    changes: string
    points: number
    judged_days: number
  }
  rescore: {
    sequence: Generated<number>
    correction_id: number
    point_id: string
    from_day: number
    to_day: number
  }
  correction_effect: {
    correction_id: number
    point_id: string
    customer_id: string
    signature: Signature
    day: number
    score_before: number | null
    score_after: number | null
  }
  /** What a release of rules makes of the tiers that open charges propose. */
  correction_tier: {
    correction_id: number
    case_id: string
    signature: Signature
    customer_id: string
    point_id: string
    /** 1: the charge is priced anew; 0: it holds still */
    follows: number
    /** JSON of a proposed tier; null: none */
    tier_before: string | null
    tier_after: string | null
  }
  /** What is watched for coming back to life. Never deleted: it is ended. Empty texts: not told. */
  watch: {
    id: string
    reason: WatchReason
    customer_id: string
    point_id: string
    transformer_id: string
    address: string
    watched_for: Signature | null
    since_day: number
    /** the first day it holds no more; null: until further notice */
    until_day: number | null
    case_id: string | null
    document: string
    note: string
    created_at: number
    created_by: string
    ended_at: number | null
    ended_by: string | null
    end_reason: string | null
  }
  /** Kafka partitions, to be locked by who works on them; `worker` was there last (PostgreSQL). */
  shard: { shard: number; worker: string }
  /** The shard a point's readings first came by (PostgreSQL). */
  point_home: { point_id: string; shard: number }
  /** Points that were changed from elsewhere, for who remembers them (PostgreSQL). */
  invalidated: { shard: number; point_id: string }
  /** One row: rises with every change of the registry (PostgreSQL). */
  registry_version: { id: number; version: number }
  /** Who does what only one worker may do, and until when, UTC ms (PostgreSQL). */
  leader: { task: string; worker: string; until: number }
  /** Marks of corrections whose writes of the history count (PostgreSQL). */
  correction_mark: { mark: number }
  /** Findings that open no case, and why. */
  held: { finding_id: string; customer_id: string; signature: Signature; reason: HeldReason }
  /** Published aggregates of a day: of a district (trade '') and of each trade in it that has enough customers. */
  peer_day: {
    district_code: string
    day: number
    trade: string
    customers: number
    /** JSON {measure: Spread} */
    body: string
  }
  /** Days of a district of which days were judged since. */
  peer_due: { sequence: Generated<number>; district_code: string; from_day: number; to_day: number }
  /** The days of a district that the verdict on a suspicion looked at. */
  peer_look: {
    district_code: string
    customer_id: string
    signature: Signature
    from_day: number
    to_day: number
  }
  /** Whose charges may have to be made anew. */
  suspected: { sequence: Generated<number>; customer_id: string; signature: Signature }
  /** Closed networks that alerts may go to, until they are ended. */
  allowed_network: {
    id: string
    /** `10.20.0.0/16`, as canonicalNetwork writes it */
    cidr: string
    reason: string
    added_by: string
    added_at: number
    ended_by: string | null
    ended_at: number | null
    end_reason: string
  }
  /** Readings by what became of them. */
  outcome: { outcome: string; count: number }
  /** How far each partition of the reading log is worked off. */
  checkpoint: { partition: number; next_offset: number }
}

export type Db = Kysely<Tables>

/** The relational store. Commands run in `transact`; queries use `db` and see the last commit. */
export interface Store {
  readonly db: Db
  /** Runs `work` in one transaction, alone; commits when it resolves, rolls back when it rejects. */
  transact<T>(work: (trx: Db) => Promise<T>): Promise<T>
  /**
   * Waits until no other transaction holds the lock of that name; it is held until the transaction ends. Rejects,
   * and the transaction is lost, when that takes too long.
   */
  lock(trx: Db, name: string): Promise<void>
  close(): Promise<void>
}
