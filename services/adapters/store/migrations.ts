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

/** Of SQLite: numbered, forward only. A released one is never edited. */
export const SQLITE_MIGRATIONS: Migrations = {
  '001-main-job': statements(MAIN_JOB),
  '002-dated-registry-and-imports': statements(DATED_REGISTRY_AND_IMPORTS),
  '003-emptied-days': statements(EMPTIED_DAYS),
  '004-watch': statements(WATCH),
  '005-criteria-versions-and-outcomes': statements(CRITERIA_VERSIONS_AND_OUTCOMES),
  '006-peers': statements(PEERS),
}
