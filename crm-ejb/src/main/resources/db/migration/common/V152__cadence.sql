-- How long a relationship may be silent: the days of the tier, stretched or shortened by the phase, in per cent.
create table cadence_policy (
  id bigint not null primary key,
  version bigint not null,
  number integer not null,
  acquisition integer not null,
  retention integer not null,
  extension integer not null,
  at_risk integer not null,
  lapsed integer not null,
  won_back integer not null,
  ordered_on date,
  changed_at ${timestamp} not null,
  changed_by varchar(200) not null,
  constraint cadence_policy_number unique (number)
);
insert into cadence_policy (id, version, number, acquisition, retention, extension, at_risk, lapsed, won_back, ordered_on,
    changed_at, changed_by) values (-1, 1, 1, 50, 100, 100, 50, 200, 75, null, '2026-01-01 00:00:00', 'system');

-- A contact that is proposed, and what somebody decided about it.
create table contact_proposal (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  tier varchar(12) not null,
  phase varchar(12) not null,
  last_on date,
  silent_days integer not null,
  limit_days integer not null,
  channel varchar(20) not null,
  state varchar(12) not null,
  snoozed_until date,
  proposed_at ${timestamp} not null,
  settled_at ${timestamp},
  settled_by varchar(200),
  task_id varchar(22),
  constraint contact_proposal_public_id unique (public_id),
  constraint contact_proposal_customer unique (customer_id),
  constraint contact_proposal_of foreign key (customer_id) references customer (id)
);
create index contact_proposal_state on contact_proposal (state, silent_days, id);
