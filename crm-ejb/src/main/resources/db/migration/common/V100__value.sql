-- What figures are made of. A new version never changes what an older one decided.
create table value_policy (
  id bigint not null primary key,
  version bigint not null,
  policy_no integer not null,
  currency varchar(3),
  measure varchar(10) not null,
  rfm_definition varchar(20) not null,
  rfm_frequency varchar(10) not null,
  rfm_window_days integer not null,
  horizon_months integer not null,
  monthly_rate ${double} not null,
  weeks_per_month ${double} not null,
  fewest_repeaters integer not null,
  retention ${double} not null,
  pause_percent integer not null,
  fewest_pauses integer not null,
  usual_pause_days integer not null,
  lapsed_factor ${double} not null,
  expansion_percent integer not null,
  fixed_as_of date,
  changed_at ${timestamp} not null,
  changed_by varchar(200) not null,
  reason varchar(500),
  constraint value_policy_no unique (policy_no)
);

-- What one unit of another currency is worth in the currency of the figures.
create table value_rate (
  policy_id bigint not null,
  currency varchar(3) not null,
  rate numeric(19, 8) not null,
  constraint value_rate_pk primary key (policy_id, currency),
  constraint value_rate_policy foreign key (policy_id) references value_policy (id)
);

-- One computation of all figures: the model card of its day. The newest one that is finished counts.
create table value_run (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  job_id varchar(22),
  state varchar(12) not null,
  as_of date not null,
  time_unit varchar(6) not null,
  periods integer not null,
  policy_no integer not null,
  tier_policy_no integer not null,
  rfm_definition varchar(20) not null,
  measure varchar(10) not null,
  currency varchar(3) not null,
  started_at ${timestamp} not null,
  finished_at ${timestamp},
  started_by varchar(200) not null,
  customers bigint not null,
  repeaters bigint not null,
  prospects bigint not null,
  purchases bigint not null,
  returns bigint not null,
  first_purchase date,
  last_purchase date,
  revenue numeric(19, 4) not null,
  returned numeric(19, 4) not null,
  with_cost bigint not null,
  left_out bigint not null,
  fitted_on bigint not null,
  repeat_purchases bigint not null,
  model varchar(24),
  warnings varchar(200),
  bg_r ${double},
  bg_alpha ${double},
  bg_a ${double},
  bg_b ${double},
  bg_r_error ${double},
  bg_alpha_error ${double},
  bg_a_error ${double},
  bg_b_error ${double},
  bg_likelihood ${double},
  bg_state varchar(10),
  gg_p ${double},
  gg_q ${double},
  gg_v ${double},
  gg_p_error ${double},
  gg_q_error ${double},
  gg_v_error ${double},
  gg_likelihood ${double},
  gg_state varchar(10),
  gg_customers bigint,
  correlation ${double},
  pareto_r ${double},
  pareto_alpha ${double},
  pareto_s ${double},
  pareto_beta ${double},
  pareto_likelihood ${double},
  pareto_state varchar(10),
  expected_purchases ${double},
  expected_spend ${double},
  lifetime_value ${double},
  best_cut ${double},
  growth_cut ${double},
  check_from date,
  check_until date,
  check_customers bigint,
  check_expected ${double},
  check_actual bigint,
  check_lift ${double},
  grade varchar(10),
  constraint value_run_public_id unique (public_id)
);
create index value_run_finished on value_run (state, finished_at, id);

-- Groups of the check on what came after the observation.
create table value_run_group (
  run_id bigint not null,
  kind varchar(10) not null,
  label integer not null,
  customers bigint not null,
  mean_expected ${double} not null,
  mean_actual ${double} not null,
  constraint value_run_group_pk primary key (run_id, kind, label),
  constraint value_run_group_run foreign key (run_id) references value_run (id)
);

-- Cut points of the three definitions; customer_at breaks ties where groups are of equal size.
create table value_run_cut (
  run_id bigint not null,
  definition varchar(20) not null,
  figure varchar(10) not null,
  place integer not null,
  cut ${double} not null,
  customer_at bigint,
  constraint value_run_cut_pk primary key (run_id, definition, figure, place),
  constraint value_run_cut_run foreign key (run_id) references value_run (id)
);

-- What one in ten customers of a group of alike reaches.
create table value_run_peer (
  run_id bigint not null,
  peer_group varchar(60) not null,
  customers bigint not null,
  best ${double} not null,
  constraint value_run_peer_pk primary key (run_id, peer_group),
  constraint value_run_peer_run foreign key (run_id) references value_run (id)
);

-- The purchases of a customer up to the day of the figures, in numbers: all that scoring reads again.
create table customer_history (
  customer_id bigint not null primary key,
  run_id bigint not null,
  first_on date,
  last_on date,
  orders integer not null,
  purchase_days integer not null,
  spent numeric(19, 4) not null,
  window_orders integer not null,
  window_spent numeric(19, 4) not null,
  returned numeric(19, 4) not null,
  cost numeric(19, 4) not null,
  year_margin numeric(19, 4) not null,
  repeats integer not null,
  last_repeat_on date,
  mean_value ${double} not null,
  later_purchases integer not null,
  check_first_on date,
  check_last_on date,
  check_repeats integer not null,
  check_purchases integer not null,
  left_out integer not null,
  peer_group varchar(60),
  phase varchar(12) not null,
  phase_since date not null,
  phase_rule varchar(20) not null,
  constraint customer_history_customer foreign key (customer_id) references customer (id)
);

-- The figures of a customer as people see them, one row a customer who is not deleted.
create table customer_value (
  customer_id bigint not null primary key,
  run_id bigint not null,
  as_of date not null,
  computed_at ${timestamp} not null,
  currency varchar(3) not null,
  model varchar(24) not null,
  flags varchar(120),
  first_on date,
  last_on date,
  recency_days integer,
  frequency integer,
  monetary numeric(19, 4),
  rfm integer,
  rfm_a integer,
  rfm_b integer,
  rfm_c integer,
  rfm_cell varchar(24),
  repeats integer not null,
  last_repeat ${double} not null,
  age ${double} not null,
  mean_value ${double} not null,
  p_alive ${double},
  expected_purchases ${double},
  expected_spend ${double},
  ltv_gross ${double},
  ltv_service ${double},
  ltv ${double},
  net_revenue numeric(19, 4) not null,
  margin numeric(19, 4) not null,
  year_margin numeric(19, 4) not null,
  year_service numeric(19, 4) not null,
  contribution numeric(19, 4) not null,
  potential ${double},
  gap ${double},
  peer_group varchar(60),
  churn_risk ${double},
  tier varchar(12),
  tier_reason varchar(40),
  tier_since date,
  tier_suggested varchar(12),
  tier_seen integer not null,
  tier_policy_no integer not null,
  hand_tier varchar(12),
  hand_until date,
  phase varchar(12) not null,
  phase_since date not null,
  phase_rule varchar(20) not null,
  -- Quarter of the first purchase, as 2026-Q4.
  cohort varchar(7),
  -- 1 identified, 2 differentiated, 4 interacted, 8 personalised, added up.
  idip integer not null,
  constraint customer_value_customer foreign key (customer_id) references customer (id),
  constraint customer_value_run foreign key (run_id) references value_run (id)
);
create index customer_value_tier on customer_value (tier, ltv, customer_id);
create index customer_value_ltv on customer_value (ltv, customer_id);
create index customer_value_phase on customer_value (phase, ltv, customer_id);
create index customer_value_rfm on customer_value (rfm, ltv, customer_id);

-- Customers whose purchases changed after their figures were made; one row a change, so that nobody waits for anybody.
create table value_stale (
  customer_id bigint not null,
  since ${timestamp} not null,
  constraint value_stale_customer foreign key (customer_id) references customer (id)
);
create index value_stale_customer on value_stale (customer_id, since);

create table tier_policy (
  id bigint not null primary key,
  version bigint not null,
  policy_no integer not null,
  new_days integer not null,
  new_purchases integer not null,
  best_share ${double} not null,
  fewest_best ${double} not null,
  most_best ${double} not null,
  growth_quantile integer not null,
  band ${double} not null,
  confirmations integer not null,
  changed_at ${timestamp} not null,
  changed_by varchar(200) not null,
  reason varchar(500),
  constraint tier_policy_no unique (policy_no)
);

create table tier_treatment (
  policy_id bigint not null,
  tier varchar(12) not null,
  service_multiplier numeric(9, 4) not null,
  exclusive_channel ${boolean} not null,
  discount_ceiling numeric(9, 4) not null,
  incentive_budget numeric(19, 4) not null,
  cadence_days integer not null,
  constraint tier_treatment_pk primary key (policy_id, tier),
  constraint tier_treatment_policy foreign key (policy_id) references tier_policy (id)
);

-- Every change of tier and why; from_tier is null for the first one.
create table tier_change (
  id bigint not null primary key,
  version bigint not null,
  customer_id bigint not null,
  changed_at ${timestamp} not null,
  as_of date not null,
  from_tier varchar(12),
  to_tier varchar(12) not null,
  reason varchar(40) not null,
  policy_no integer not null,
  run_id bigint,
  ltv ${double},
  contribution numeric(19, 4),
  best_cut ${double},
  growth_cut ${double},
  gap ${double},
  inputs_hash varchar(22),
  changed_by varchar(200) not null,
  note varchar(1000),
  constraint tier_change_customer foreign key (customer_id) references customer (id)
);
create index tier_change_customer on tier_change (customer_id, changed_at, id);
create index tier_change_run on tier_change (run_id);

-- A tier that a person decided, until a day.
create table tier_override (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  tier varchar(12) not null,
  reason varchar(1000) not null,
  valid_until date not null,
  decided_at ${timestamp} not null,
  decided_by varchar(200) not null,
  asked_by varchar(200),
  ended_at ${timestamp},
  ended_by varchar(200),
  constraint tier_override_public_id unique (public_id),
  constraint tier_override_customer foreign key (customer_id) references customer (id)
);
create index tier_override_customer on tier_override (customer_id, id);
create index tier_override_until on tier_override (ended_at, valid_until);

-- Somebody, staff or the customer, asks a person to look at what the figures decided.
create table tier_review (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  state varchar(12) not null,
  present_tier varchar(12),
  wanted_tier varchar(12),
  question varchar(1000) not null,
  asked_at ${timestamp} not null,
  asked_by varchar(200) not null,
  by_customer ${boolean} not null,
  answered_at ${timestamp},
  answered_by varchar(200),
  answer varchar(1000),
  constraint tier_review_public_id unique (public_id),
  constraint tier_review_customer foreign key (customer_id) references customer (id)
);
create index tier_review_customer on tier_review (customer_id, id);
create index tier_review_state on tier_review (state, asked_at, id);

-- Every change of phase, replayed from what happened; from_phase is null for the first one.
create table phase_change (
  id bigint not null primary key,
  version bigint not null,
  customer_id bigint not null,
  changed_on date not null,
  place integer not null,
  from_phase varchar(12),
  to_phase varchar(12) not null,
  rule_name varchar(20) not null,
  -- Day of the next change and the days between; null for the present phase.
  left_on date,
  stay_days integer,
  constraint phase_change_customer foreign key (customer_id) references customer (id),
  constraint phase_change_place unique (customer_id, place)
);
create index phase_change_day on phase_change (changed_on, to_phase, customer_id);
create index phase_change_stay on phase_change (to_phase, changed_on, left_on);
create index phase_change_left on phase_change (left_on, to_phase);

-- What a person recorded about a relationship: that it ended, was closed, or grew.
create table phase_event (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  happened_on date not null,
  kind varchar(12) not null,
  note varchar(1000),
  recorded_at ${timestamp} not null,
  recorded_by varchar(200) not null,
  constraint phase_event_public_id unique (public_id),
  constraint phase_event_customer foreign key (customer_id) references customer (id)
);
create index phase_event_customer on phase_event (customer_id, happened_on);

-- What a house starts with; ids below 50 are not handed out.
insert into value_policy (id, version, policy_no, currency, measure, rfm_definition, rfm_frequency, rfm_window_days,
  horizon_months, monthly_rate, weeks_per_month, fewest_repeaters, retention, pause_percent, fewest_pauses,
  usual_pause_days, lapsed_factor, expansion_percent, fixed_as_of, changed_at, changed_by, reason)
  values (1, 1, 1, null, 'MARGIN', 'QUANTILES', 'ORDERS', 0, 36, 0.01, 4.348214285714286, 200, 0.8, 80, 3, 180, 2, 10, null,
  current_timestamp, 'system', null);
insert into tier_policy (id, version, policy_no, new_days, new_purchases, best_share, fewest_best, most_best,
  growth_quantile, band, confirmations, changed_at, changed_by, reason)
  values (1, 1, 1, 90, 2, 0.5, 0.05, 0.2, 80, 0.1, 2, current_timestamp, 'system', null);
insert into tier_treatment (policy_id, tier, service_multiplier, exclusive_channel, discount_ceiling, incentive_budget,
  cadence_days) values (1, 'MVC', 0.5, true, 0.15, 300, 30);
insert into tier_treatment (policy_id, tier, service_multiplier, exclusive_channel, discount_ceiling, incentive_budget,
  cadence_days) values (1, 'MGC', 0.8, false, 0.15, 150, 45);
insert into tier_treatment (policy_id, tier, service_multiplier, exclusive_channel, discount_ceiling, incentive_budget,
  cadence_days) values (1, 'INTERMEDIATE', 1, false, 0.1, 50, 90);
insert into tier_treatment (policy_id, tier, service_multiplier, exclusive_channel, discount_ceiling, incentive_budget,
  cadence_days) values (1, 'NEW', 1, false, 0.1, 50, 30);
insert into tier_treatment (policy_id, tier, service_multiplier, exclusive_channel, discount_ceiling, incentive_budget,
  cadence_days) values (1, 'BZ', 1, false, 0, 0, 180);
