import { type Migrations, statements } from './migrate.ts'

const MAIN_JOB = [
  `create table meter (
    meter_id text primary key, point_id text not null, customer_id text not null, customer_name text not null,
    district_code text not null, industry_code text not null, industry_edition text not null,
    contract_kva real not null, voltage_kv real not null, interval_minutes integer not null,
    licensed_processes text not null, supply_unit text not null, status text not null, updated_at integer not null)`,
  'create index meter_customer on meter (customer_id)',
  `create table feature (
    point_id text not null, day integer not null, features blob not null, coverage real not null, kwh real not null, scores text not null,
    primary key (point_id, day))`,
  'create table open_day (point_id text not null, day integer not null, primary key (point_id, day))',
  `create table finding (
    id text primary key, signature text not null, point_id text not null, customer_id text not null,
    day integer not null, score real not null, current integer not null, supersedes text, body text not null)`,
  'create index finding_place on finding (point_id, signature, day)',
  'create index finding_customer on finding (customer_id, signature)',
  `create table cases (
    id text primary key, number text not null unique, customer_id text not null, customer_name text not null,
    district_code text not null, state text not null, version integer not null, opened_at integer not null,
    submitted_by text, reported_at integer, audit_head text not null)`,
  // One open case a customer. No state closes a case yet, so every case is open.
  'create unique index one_open_case on cases (customer_id)',
  `create table charge (
    case_id text not null references cases (id), signature text not null, level text not null, score real not null,
    point_id text not null, finding_id text not null, opened_at integer not null, body text not null,
    primary key (case_id, signature))`,
  `create table audit (
    case_id text not null, sequence integer not null, at integer not null, actor text not null, action text not null,
    from_state text, to_state text, reason text not null, detail text not null, previous_hash text not null,
    hash text not null, primary key (case_id, sequence))`,
  `create trigger audit_is_not_altered before update on audit
    begin select raise(abort, 'the audit is append-only'); end`,
  `create trigger audit_is_not_deleted before delete on audit
    begin select raise(abort, 'the audit is append-only'); end`,
  // REPLACE would delete the old entry without asking the trigger above.
  `create trigger audit_is_not_replaced before insert on audit
    when exists (select 1 from audit where case_id = new.case_id and sequence = new.sequence)
    begin select raise(abort, 'the audit is append-only'); end`,
  `create table outbox (
    id text primary key, case_id text not null, case_version integer not null, district_code text not null,
    type text not null, body text not null, created_at integer not null, status text not null,
    attempts integer not null, next_attempt_at integer not null, delivered_at integer)`,
  'create index outbox_due on outbox (status, next_attempt_at)',
  `create table attempt (
    alert_id text not null, number integer not null, at integer not null, url text not null, status integer,
    error text, duration_ms integer not null, primary key (alert_id, number))`,
  `create table endpoint (
    district_code text primary key, url text not null, secret text not null, created_at integer not null)`,
  'create table account (name text primary key, role text not null, token_hash text not null unique)',
  `create table reject (
    sequence integer primary key autoincrement, id text not null unique, reason text not null, detail text not null,
    raw text not null, source text not null, first_at integer not null, last_at integer not null, times integer not null)`,
  'create index reject_reason on reject (reason, sequence)',
  'create table outcome (outcome text primary key, count integer not null)',
  'create table checkpoint (partition integer primary key, next_offset integer not null)',
]

const DATED_REGISTRY_AND_IMPORTS = [
  'drop index meter_customer',
  'alter table meter rename to meter_undated',
  // An entry holds from its first day (0: always) to its last (null: until the next begins).
  `create table meter (
    meter_id text not null, valid_from integer not null, valid_to integer, point_id text not null,
    customer_id text not null, customer_name text not null, district_code text not null, industry_code text not null,
    industry_edition text not null, contract_kva real not null, voltage_kv real not null,
    interval_minutes integer not null, licensed_processes text not null, supply_unit text not null,
    status text not null, multiplier real not null, feed text not null, parent_point_id text not null,
    updated_at integer not null, primary key (meter_id, valid_from))`,
  `insert into meter select meter_id, 0, null, point_id, customer_id, customer_name, district_code, industry_code,
    industry_edition, contract_kva, voltage_kv, interval_minutes, licensed_processes, supply_unit, status, 1, 'main',
    '', updated_at from meter_undated`,
  'drop table meter_undated',
  'create index meter_customer on meter (customer_id)',
  'create index meter_point on meter (point_id)',
  'alter table feature add column marks integer not null default 0',
  'create index feature_marks on feature (marks) where marks <> 0',
  // Whose day it was: a point may change hands.
  "alter table feature add column customer_id text not null default ''",
  `update feature set customer_id = coalesce(
    (select max(customer_id) from meter where meter.point_id = feature.point_id), '')`,
  'create index feature_customer on feature (customer_id, day)',
  // How the lines of an input are to be read, for those that are to be read again.
  'create table layout (id text primary key, body text not null)',
  'alter table reject add column layout_id text',
  'alter table reject add column replayed_at integer',
  'create index reject_source on reject (source, sequence)',
  `create table import_profile (
    name text primary key, body text not null, updated_at integer not null, updated_by text not null)`,
  `create table import_job (
    id text primary key, state text not null, file_name text not null, bytes integer not null, options text not null,
    created_by text not null, created_at integer not null, started_at integer, ended_at integer, result text,
    problem text)`,
  'create index import_job_state on import_job (state, created_at)',
  `create table correction (
    id integer primary key autoincrement, at integer not null, actor text not null, kind text not null,
    changes text not null, points integer not null, judged_days integer not null)`,
  // Stretches of days that a correction asks to be judged again.
  `create table rescore (
    sequence integer primary key autoincrement, correction_id integer not null, point_id text not null,
    from_day integer not null, to_day integer not null)`,
  'create index rescore_correction on rescore (correction_id)',
  `create table correction_effect (
    correction_id integer not null, point_id text not null, customer_id text not null, signature text not null,
    day integer not null, score_before real, score_after real, primary key (correction_id, point_id, signature, day))`,
]

const EMPTIED_DAYS = [
  'create table emptied_day (point_id text not null, day integer not null, primary key (point_id, day))',
]

/** SQLite has no trigger for any change at once; REPLACE would delete the old row without asking the first two. */
const appendOnly = (table: string, key: string): string[] => {
  const refuse = `begin select raise(abort, 'rows of ${table} are not altered'); end`
  return [
    `create trigger ${table}_is_not_altered before update on ${table} ${refuse}`,
    `create trigger ${table}_is_not_deleted before delete on ${table} ${refuse}`,
    `create trigger ${table}_is_not_replaced before insert on ${table}
      when exists (select 1 from ${table} where ${key}) ${refuse}`,
  ]
}

const CRITERIA_VERSIONS_AND_OUTCOMES = [
  `create table criterion (
    id text primary key, signature text not null, detector_version text not null, yellow_from real not null,
    orange_from real not null, red_from real not null, close_below real not null, valid_from integer not null,
    reason text not null, proposed_by text not null, proposed_at integer not null, state text not null,
    decided_by text, decided_at integer, audit_head text not null)`,
  // What was proposed stays as it was proposed; what was decided stays decided.
  `create trigger criterion_is_not_altered before update of id, signature, detector_version, yellow_from,
    orange_from, red_from, close_below, valid_from, reason, proposed_by, proposed_at on criterion
    begin select raise(abort, 'a criterion is not altered'); end`,
  `create trigger criterion_is_decided_once before update of state, decided_by, decided_at on criterion
    when old.state <> 'proposed' begin select raise(abort, 'a criterion is decided once'); end`,
  `create trigger criterion_is_not_deleted before delete on criterion
    begin select raise(abort, 'a criterion is not altered'); end`,
  `create trigger criterion_is_not_replaced before insert on criterion
    when exists (select 1 from criterion where id = new.id)
    begin select raise(abort, 'a criterion is not altered'); end`,
  `create table detector_version (
    signature text not null, version text not null, state text not null, since_day integer, first_seen_at integer not null,
    reason text not null, proposed_by text, proposed_at integer, released_by text, released_at integer,
    audit_head text not null, primary key (signature, version))`,
  // What a version that runs in shadow said of a judged day.
  `create table shadow_score (
    signature text not null, version text not null, day integer not null, point_id text not null, score real not null,
    primary key (signature, version, day, point_id))`,
  `create table shadow_day (
    signature text not null, version text not null, day integer not null, primary key (signature, version, day))`,
  // One OPEN case a customer: a closed one does not stand in the way of the next.
  'alter table cases add column closed_at integer',
  'drop index one_open_case',
  "create unique index one_open_case on cases (customer_id) where state <> 'closed'",
  'create index case_customer on cases (customer_id)',
  // What inspections found, as of when it was recorded.
  `create table charge_outcome (
    case_id text not null, signature text not null, sequence integer not null, outcome text not null, cause text,
    note text not null, inspected_on integer, met_running integer, final integer not null, recorded_by text not null,
    recorded_at integer not null, customer_id text not null, district_code text not null, level text not null,
    score real not null, detector_version text not null, criterion_id text not null, attributable_kw real not null,
    primary key (case_id, signature, sequence))`,
  'create index charge_outcome_at on charge_outcome (recorded_at)',
  'create index charge_outcome_customer on charge_outcome (customer_id, signature)',
  ...appendOnly(
    'charge_outcome',
    'case_id = new.case_id and signature = new.signature and sequence = new.sequence',
  ),
]

const WATCH = [
  "alter table meter add column address text not null default ''",
  "alter table meter add column transformer_id text not null default ''",
  'alter table meter add column licensed_tonnes_per_year real not null default 0',
  // A watch is never deleted: it is ended. Empty texts: not told.
  `create table watch (
    id text primary key, reason text not null, customer_id text not null, point_id text not null,
    transformer_id text not null, address text not null, watched_for text, since_day integer not null,
    until_day integer, case_id text, document text not null, note text not null, created_at integer not null,
    created_by text not null, ended_at integer, ended_by text, end_reason text)`,
]

const PEERS = [
  // Whose peer a day is, and what it is compared by.
  "alter table feature add column district_code text not null default ''",
  "alter table feature add column trade text not null default ''",
  'alter table feature add column moves blob',
  'create index feature_peers on feature (district_code, day)',
  `create table held (
    finding_id text primary key, customer_id text not null, signature text not null, reason text not null)`,
  'create index held_customer on held (customer_id, signature)',
  `create table peer_day (
    district_code text not null, day integer not null, trade text not null, customers integer not null,
    body text not null, primary key (district_code, day, trade))`,
  `create table peer_due (
    sequence integer primary key autoincrement, district_code text not null, from_day integer not null,
    to_day integer not null)`,
  `create table peer_look (
    district_code text not null, customer_id text not null, signature text not null, from_day integer not null,
    to_day integer not null, primary key (district_code, customer_id, signature))`,
  'create index peer_look_customer on peer_look (customer_id, signature)',
  `create table suspected (
    sequence integer primary key autoincrement, customer_id text not null, signature text not null)`,
]

const CASE_DESK = [
  // Who may sign in. Of secrets only hashes are kept.
  'alter table account rename to account_of_tokens',
  `create table account (
    name text primary key, role text not null, supply_units text, district_code text,
    department text not null default '', full_name text not null default '', password text,
    failures integer not null default 0, locked_until integer not null default 0,
    turned_away integer not null default 0, oidc_subject text unique,
    created_at integer not null, created_by text not null, disabled_at integer)`,
  `create table api_token (
    id text primary key, account text not null, label text not null, hash text not null unique, abilities text,
    created_at integer not null, created_by text not null, expires_at integer not null, revoked_at integer)`,
  'create index api_token_account on api_token (account)',
  'create table session (hash text primary key, account text not null, created_at integer not null, expires_at integer not null)',
  'create index session_account on session (account)',
  // A link that works once: of the first administrator (account empty), or to set a password.
  `create table invitation (
    hash text primary key, account text not null, created_at integer not null, created_by text not null,
    expires_at integer not null, used_at integer)`,
  `insert into account (name, role, created_at, created_by)
    select name, role, unixepoch() * 1000, 'system' from account_of_tokens`,
  `insert into api_token (id, account, label, hash, created_at, created_by, expires_at)
    select 'token-' || lower(hex(randomblob(8))), name, 'first token', token_hash, unixepoch() * 1000, 'system',
      (unixepoch() + 366 * 86400) * 1000 from account_of_tokens`,
  'drop table account_of_tokens',
  // What an inbox asks of a case stands in the case itself.
  "alter table cases add column supply_unit text not null default ''",
  "alter table cases add column industry_code text not null default ''",
  "alter table cases add column source text not null default 'finding'",
  "alter table cases add column opened_by text not null default 'system'",
  'alter table cases add column assignee text',
  'alter table cases add column snoozed_until integer',
  "alter table cases add column snooze_reason text not null default ''",
  'alter table cases add column merged_into text',
  'alter table cases add column told_district text',
  "alter table cases add column department text not null default ''",
  'alter table cases add column entered_at integer not null default 0',
  'alter table cases add column due_at integer',
  'alter table cases add column reminded_at integer',
  'alter table cases add column escalated_at integer',
  'alter table cases add column urged_at integer',
  'alter table cases add column level_rank integer not null default 0',
  'alter table cases add column score real not null default 0',
  'alter table cases add column stake_yuan real not null default 0',
  'alter table cases add column priority real not null default 0',
  "alter table cases add column signatures text not null default ''",
  `update cases set supply_unit = coalesce((select max(supply_unit) from meter where meter.customer_id = cases.customer_id), ''),
    industry_code = coalesce((select max(industry_code) from meter where meter.customer_id = cases.customer_id), ''),
    told_district = (select max(district_code) from outbox where outbox.case_id = cases.id),
    entered_at = coalesce(closed_at, reported_at, opened_at),
    level_rank = coalesce((select max(case level when 'red' then 3 when 'orange' then 2 else 1 end) from charge
      where charge.case_id = cases.id), 0),
    score = coalesce((select max(score) from charge where charge.case_id = cases.id), 0),
    signatures = coalesce((select group_concat(signature, ';') from
      (select signature from charge where charge.case_id = cases.id order by signature)), '')`,
  // Cases of before are ranked when the program starts.
  "update cases set priority = -1 where signatures <> ''",
  // A list is asked in one of these orders; what else it asks by stands beside, so that only its page is looked up.
  `create index case_inbox on cases (priority, id, supply_unit, told_district, district_code, assignee, snoozed_until,
    merged_into, due_at, level_rank, state, number, customer_id, customer_name)
    where state not in ('closed', 'merged')`,
  `create index case_assignee on cases (assignee, priority, id, supply_unit, merged_into, state, snoozed_until)
    where assignee is not null`,
  // SQLite keeps what a case is called by in lower case here: a search for text reads this index alone.
  `create index case_by_number on cases (
    (substr(number, 1, 5) || substr('000000000', length(number) - 4) || substr(number, 6)), id, supply_unit,
    told_district, district_code, merged_into, state, industry_code, priority, opened_at, level_rank, due_at,
    lower(number || '\n' || customer_id || '\n' || customer_name))`,
  'create index case_by_opened on cases (opened_at, id, supply_unit, told_district, merged_into, state)',
  'create index case_by_level on cases (level_rank, id, supply_unit, told_district, merged_into, state)',
  `create index case_by_due on cases (coalesce(due_at, 9007199254740991), id, supply_unit, told_district, merged_into,
    state, due_at)`,
  'create index case_by_priority on cases (priority, id, supply_unit, told_district, merged_into, state)',
  'create index case_told on cases (told_district, state)',
  'create index case_due on cases (due_at) where due_at is not null',
  'create index case_without_due on cases (state) where due_at is null',
  'create index case_not_escalated on cases (due_at) where due_at is not null and escalated_at is null',
  'create index case_merged on cases (merged_into) where merged_into is not null',
  // How long a dismissal holds, and what the registry said of the customer then.
  'alter table charge_outcome add column hold_until integer',
  'alter table charge_outcome add column hold_kw real',
  'alter table charge_outcome add column registry_digest text',
  "alter table charge_outcome add column passed_to text not null default ''",
  // Outcomes that count no more: undone, or their case was reopened since.
  `create table lapsed_outcome (
    case_id text not null, signature text not null, sequence integer not null, case_version integer not null,
    primary key (case_id, signature, sequence))`,
  // Feedback that its sender took back.
  'create table lapsed_feedback (case_id text not null, sequence integer not null, primary key (case_id, sequence))',
  `create table case_file (
    id text primary key, case_id text not null, name text not null, media_type text not null, bytes integer not null,
    sha256 text not null, note text not null, uploaded_by text not null, uploaded_at integer not null,
    withdrawn_at integer, shared integer not null default 0, district_code text, content blob not null)`,
  'create index case_file_case on case_file (case_id)',
  // A file stays as it was uploaded; it may be withdrawn.
  `create trigger case_file_is_not_altered before update of id, case_id, name, media_type, bytes, sha256, note, uploaded_by,
    uploaded_at, content on case_file
    begin select raise(abort, 'rows of case_file are not altered'); end`,
  `create trigger case_file_is_not_deleted before delete on case_file
    begin select raise(abort, 'rows of case_file are not altered'); end`,
  `create trigger case_file_is_not_replaced before insert on case_file
    when exists (select 1 from case_file where id = new.id)
    begin select raise(abort, 'rows of case_file are not altered'); end`,
  // What a district reported back.
  `create table feedback (
    case_id text not null, sequence integer not null, by text not null, at integer not null, body text not null,
    primary key (case_id, sequence))`,
  ...appendOnly('feedback', 'case_id = new.case_id and sequence = new.sequence'),
  // Customers whose signature is known to be good, as somebody answers for, until a day.
  `create table known_good (
    id text primary key, customer_id text not null, signature text, owner text not null, reason text not null,
    document text not null, until_day integer not null, state text not null, proposed_by text not null,
    proposed_at integer not null, decided_by text, decided_at integer, ended_by text, ended_at integer,
    end_reason text not null default '')`,
  'create index known_good_customer on known_good (customer_id)',
  // Automatic release of a district and level: the last row counts.
  `create table release_switch (
    sequence integer primary key autoincrement, district_code text not null, level text not null,
    is_on integer not null, reason text not null, by text not null, at integer not null)`,
  ...appendOnly('release_switch', 'sequence = new.sequence'),
  'create table deadline (state text primary key, working_days integer not null, set_by text not null, set_at integer not null)',
  // Commands that were carried out under a key of the client, with their answers.
  `create table done_command (
    account text not null, key text not null, fingerprint text not null, answer text not null, at integer not null,
    primary key (account, key))`,
  'create index done_command_at on done_command (at)',
  // What happened, for who listens; with the walls it stands behind.
  `create table event (
    sequence integer primary key autoincrement, at integer not null, kind text not null, case_id text not null,
    body text not null, supply_unit text not null, told_district text, department text not null)`,
  'create index event_at on event (at)',
  // A root a day over every link of every chain of that day, and over the root before.
  `create table audit_root (
    day integer primary key, links integer not null, links_hash text not null, previous_hash text not null,
    hash text not null, made_at integer not null)`,
  ...appendOnly('audit_root', 'day = new.day'),
  'create index audit_at on audit (at)',
  // How long each audit chain is and its last hash, beside the head that whose chain it is keeps; of the roots too.
  'create table audit_chain (id text primary key, links integer not null, head text not null)',
  `insert into audit_chain (id, links, head) select case_id, sequence, hash from audit
    where sequence = (select max(sequence) from audit link where link.case_id = audit.case_id)`,
  `create trigger audit_chain_only_grows before update on audit_chain
    when new.id <> old.id or new.links <> old.links + 1
    begin select raise(abort, 'rows of audit_chain are not altered'); end`,
  `create trigger audit_chain_is_not_deleted before delete on audit_chain
    begin select raise(abort, 'rows of audit_chain are not altered'); end`,
  `create trigger audit_chain_is_not_replaced before insert on audit_chain
    when exists (select 1 from audit_chain where id = new.id)
    begin select raise(abort, 'rows of audit_chain are not altered'); end`,
]

const PRICING = [
  // What pricing staff enter waits as one change for a second person; its rows count once it is released.
  `create table price_change (
    id text primary key, kind text not null, state text not null, rows integer not null, reason text not null,
    proposed_by text not null, proposed_at integer not null, decided_by text, decided_at integer,
    decided_reason text not null default '', released integer)`,
  'create unique index price_change_released on price_change (released) where released is not null',
  'create index price_change_kind on price_change (kind, released)',
  `create trigger price_change_is_decided_once before update on price_change
    when old.state <> 'proposed' or new.id <> old.id or new.kind <> old.kind or new.rows <> old.rows
      or new.proposed_by <> old.proposed_by or new.proposed_at <> old.proposed_at
    begin select raise(abort, 'rows of price_change are not altered'); end`,
  `create trigger price_change_is_not_deleted before delete on price_change
    begin select raise(abort, 'rows of price_change are not altered'); end`,
  `create table tariff_rule (
    change_id text not null, row integer not null, rule_id text not null, version integer not null,
    body text not null, primary key (change_id, row))`,
  'create index tariff_rule_id on tariff_rule (rule_id, version)',
  ...appendOnly('tariff_rule', 'change_id = new.change_id and row = new.row'),
  `create table assessment (
    id text primary key, change_id text not null, customer_id text not null, line text not null, year integer not null,
    body text not null)`,
  'create index assessment_customer on assessment (customer_id, line, year)',
  'create index assessment_change on assessment (change_id)',
  ...appendOnly('assessment', 'id = new.id'),
  `create table decision (
    change_id text primary key, document_no text not null, title text not null, issuer text not null,
    issued_on integer not null, rests_on text not null)`,
  ...appendOnly('decision', 'change_id = new.change_id'),
  // points: JSON list, [] for all energy of the customer
  `create table decision_entry (
    id text primary key, change_id text not null, row integer not null, action text not null, entry_id text,
    customer_id text not null, industry text not null, category text not null, step integer, line text not null,
    points text not null, yuan_per_kwh text, from_day integer not null, to_day integer, case_number text,
    note text not null)`,
  'create index decision_entry_customer on decision_entry (customer_id, id)',
  'create index decision_entry_change on decision_entry (change_id, row)',
  'create index decision_entry_target on decision_entry (entry_id) where entry_id is not null',
  'create index decision_entry_day on decision_entry (from_day, to_day, customer_id)',
  ...appendOnly('decision_entry', 'id = new.id'),
  `create table surcharge_notice (
    id text primary key, change_id text not null, customer_id text not null, from_day integer not null,
    to_day integer not null, noticed_on integer not null, paid_on integer, document_no text not null, note text not null)`,
  'create index surcharge_notice_customer on surcharge_notice (customer_id, from_day)',
  'create index surcharge_notice_change on surcharge_notice (change_id)',
  ...appendOnly('surcharge_notice', 'id = new.id'),
  // What a release of rules makes of the tiers that open charges propose; JSON, null: none
  `create table correction_tier (
    correction_id integer not null, case_id text not null, signature text not null, customer_id text not null,
    point_id text not null, follows integer not null, tier_before text, tier_after text,
    primary key (correction_id, case_id, signature))`,
  // What was handed over to the billing of the grid company, to the byte, in either rendering.
  `create table hand_over (
    id text primary key, made_at integer not null, made_by text not null, from_day integer not null,
    to_day integer not null, lines integer not null, withheld integer not null, previous text, key_id text not null,
    json blob not null, json_sha256 text not null, json_signature text not null, csv blob not null,
    csv_sha256 text not null, csv_signature text not null)`,
  ...appendOnly('hand_over', 'id = new.id'),
  // As what each entry was told, so that the next hand-over can say what changed.
  `create table hand_over_line (
    hand_over_id text not null, entry_id text not null, body text not null, primary key (entry_id, hand_over_id))`,
  ...appendOnly('hand_over_line', 'entry_id = new.entry_id and hand_over_id = new.hand_over_id'),
  `create table hand_over_receipt (
    hand_over_id text primary key, received_by text not null, received_at integer not null, sha256 text not null,
    note text not null)`,
  ...appendOnly('hand_over_receipt', 'hand_over_id = new.hand_over_id'),
  `create table signing_key (
    id text primary key, private_jwk text not null, public_jwk text not null, created_at integer not null)`,
  ...appendOnly('signing_key', 'id = new.id'),
  // Grows with each import that may change what the registry says.
  'create table registry_version (id integer primary key, version integer not null)',
  'insert into registry_version values (1, 0)',
]

const ENDPOINTS = [
  'alter table endpoint rename to endpoint_of_district',
  // types and signatures: JSON list, [] for all of them; level: the lowest that is told. The old secret signs besides
  // until a rotation is over; failing_since is the first failure after the last success.
  `create table endpoint (
    id text primary key, district_code text not null, department text not null, url text not null,
    types text not null, signatures text not null, level text not null, note text not null, secret text not null,
    old_secret text, old_secret_until integer, state text not null, off_reason text not null default '',
    failing_since integer, warned_at integer, last_success_at integer, created_at integer not null,
    created_by text not null)`,
  'create index endpoint_district on endpoint (district_code, department)',
  `insert into endpoint (id, district_code, department, url, types, signatures, level, note, secret, state, created_at,
    created_by)
    select printf('endpoint-%06d', row_number() over (order by district_code)), district_code, '', url, '[]', '[]',
      'yellow', '', secret, 'on', created_at, 'system' from endpoint_of_district`,
  'drop table endpoint_of_district',
  // One alert at one endpoint. attempts: all there were; tries: of them those of the schedule that runs, which a resend
  // begins anew. delivered_at stays when it is sent again.
  `create table delivery (
    alert_id text not null, endpoint_id text not null, status text not null, attempts integer not null,
    tries integer not null, first_attempt_at integer, next_attempt_at integer not null, delivered_at integer,
    resent integer not null default 0, primary key (alert_id, endpoint_id))`,
  `insert into delivery (alert_id, endpoint_id, status, attempts, tries, first_attempt_at, next_attempt_at, delivered_at)
    select outbox.id, endpoint.id, case outbox.status when 'no-endpoint' then 'waiting' else outbox.status end,
      outbox.attempts, outbox.attempts, (select min(attempt.at) from attempt where attempt.alert_id = outbox.id),
      outbox.next_attempt_at, outbox.delivered_at
    from outbox join endpoint on endpoint.district_code = outbox.district_code`,
  // What is due, and where to; and of one endpoint in the order it goes out.
  'create index delivery_due on delivery (status, next_attempt_at, endpoint_id)',
  'create index delivery_lane on delivery (endpoint_id, status, resent, next_attempt_at, alert_id)',
  'alter table attempt rename to attempt_of_alert',
  `create table attempt (
    alert_id text not null, endpoint_id text not null, number integer not null, at integer not null, url text not null,
    status integer, error text, duration_ms integer not null, primary key (alert_id, endpoint_id, number))`,
  `insert into attempt (alert_id, endpoint_id, number, at, url, status, error, duration_ms)
    select attempt_of_alert.alert_id, coalesce(endpoint.id, ''), number, at, attempt_of_alert.url,
      attempt_of_alert.status, error, duration_ms
    from attempt_of_alert left join outbox on outbox.id = attempt_of_alert.alert_id
      left join endpoint on endpoint.district_code = outbox.district_code`,
  'drop table attempt_of_alert',
  'create index attempt_endpoint on attempt (endpoint_id, at)',
  // Of the message itself only what endpoints choose by.
  "alter table outbox add column department text not null default ''",
  'alter table outbox add column level text',
  "alter table outbox add column signatures text not null default '[]'",
  `update outbox set
    signatures = (select coalesce(json_group_array(signature), '[]') from (
      select distinct json_extract(value, '$.signature') as signature
        from json_each(outbox.body, '$.data.charges') order by 1)),
    level = (select json_extract(value, '$.level') from json_each(outbox.body, '$.data.charges')
      order by case json_extract(value, '$.level') when 'red' then 0 when 'orange' then 1 else 2 end limit 1)`,
  'drop index outbox_due',
  'alter table outbox drop column status',
  'alter table outbox drop column attempts',
  'alter table outbox drop column next_attempt_at',
  'alter table outbox drop column delivered_at',
  'create index outbox_created on outbox (created_at, id)',
  'create index outbox_district on outbox (district_code, created_at)',
  'create index outbox_case on outbox (case_id)',
]

const CONSOLE = [
  'alter table cases add column stake_kwh real not null default 0',
  // Cases of before are ranked when the program starts.
  "update cases set priority = -1 where signatures <> ''",
]

const ALERT_PROPOSALS = [
  // 统一社会信用代码: who is a sole trader is told by it.
  "alter table meter add column credit_code text not null default ''",
  // Taken back from the district that was told of it
  'alter table cases add column withdrawn_at integer',
  // What a district is told after its alert waits for a second person. body: JSON list of the charges an update tells.
  `create table alert_proposal (
    id text primary key, case_id text not null, case_version integer not null, kind text not null, state text not null,
    reason text not null, cause text, basis text not null, body text not null, proposed_by text not null,
    proposed_at integer not null, decided_by text, decided_at integer, decided_reason text not null default '',
    alert_id text)`,
  'create index alert_proposal_case on alert_proposal (case_id, id)',
  `create trigger alert_proposal_is_decided_once before update on alert_proposal
    when old.state <> 'proposed' or new.id <> old.id or new.case_id <> old.case_id or new.kind <> old.kind
      or new.reason <> old.reason or new.body <> old.body or new.proposed_by <> old.proposed_by
    begin select raise(abort, 'rows of alert_proposal are not altered'); end`,
  `create trigger alert_proposal_is_not_deleted before delete on alert_proposal
    begin select raise(abort, 'rows of alert_proposal are not altered'); end`,
  // A letter as it was printed, to the byte, with the alerts it lists, and what came back signed.
  `create table letter (
    id text primary key, number text not null unique, district_code text not null, department text not null,
    made_by text not null, made_at integer not null, sha256 text not null, content blob not null)`,
  'create index letter_district on letter (district_code, id)',
  ...appendOnly('letter', 'id = new.id'),
  `create table letter_alert (
    letter_id text not null, row integer not null, alert_id text not null, case_id text not null,
    primary key (letter_id, row))`,
  ...appendOnly('letter_alert', 'letter_id = new.letter_id and row = new.row'),
  `create table letter_receipt (
    letter_id text primary key, received_on integer not null, received_by text not null, document_no text not null,
    entered_by text not null, entered_at integer not null)`,
  ...appendOnly('letter_receipt', 'letter_id = new.letter_id'),
]

/** Closed networks that alerts may go to. Never deleted: one is ended. */
const NETWORKS: readonly string[] = [
  `create table allowed_network (
    id text primary key, cidr text not null, reason text not null, added_by text not null, added_at integer not null,
    ended_by text, ended_at integer, end_reason text not null)`,
  'create unique index allowed_network_open on allowed_network (cidr) where ended_at is null',
]

/** Of SQLite: numbered, forward only. A released one is never edited. */
export const SQLITE_MIGRATIONS: Migrations = {
  '001-main-job': statements(MAIN_JOB),
  '002-dated-registry-and-imports': statements(DATED_REGISTRY_AND_IMPORTS),
  '003-emptied-days': statements(EMPTIED_DAYS),
  '004-watch': statements(WATCH),
  '005-criteria-versions-and-outcomes': statements(CRITERIA_VERSIONS_AND_OUTCOMES),
  '006-peers': statements(PEERS),
  '007-case-desk': statements(CASE_DESK),
  '008-pricing': statements(PRICING),
  '009-endpoints': statements(ENDPOINTS),
  '010-alert-proposals': statements(ALERT_PROPOSALS),
  '011-networks': statements(NETWORKS),
  '012-console': statements(CONSOLE),
}
