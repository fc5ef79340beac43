-- One fit of the chance to leave, with its check on customers it had not seen.
create table churn_run (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  job_id varchar(22),
  state varchar(12) not null,
  as_of date not null,
  cut_on date not null,
  window_days integer not null,
  started_at ${timestamp} not null,
  started_by varchar(200) not null,
  finished_at ${timestamp},
  learned_from integer not null,
  gone integer not null,
  checked_on integer not null,
  area ${double},
  top_rate ${double},
  top_lift ${double},
  base_rate ${double},
  intercept ${double},
  scored integer not null,
  failure varchar(80),
  constraint churn_run_public_id unique (public_id)
);
create index churn_run_state on churn_run (state, id);

create table churn_weight (
  id bigint not null primary key,
  version bigint not null,
  run_id bigint not null,
  feature varchar(20) not null,
  mean_value ${double} not null,
  deviation ${double} not null,
  weight ${double} not null,
  constraint churn_weight_run foreign key (run_id) references churn_run (id),
  constraint churn_weight_feature unique (run_id, feature)
);

-- Tenths of the checked customers by chance: foretold and happened.
create table churn_band (
  id bigint not null primary key,
  version bigint not null,
  run_id bigint not null,
  place integer not null,
  customers integer not null,
  mean_chance ${double} not null,
  happened ${double} not null,
  constraint churn_band_run foreign key (run_id) references churn_run (id),
  constraint churn_band_place unique (run_id, place)
);

-- The chance of each customer who is still buying, and what is at stake.
create table customer_churn (
  customer_id bigint not null primary key,
  run_id bigint not null,
  chance ${double} not null,
  at_stake ${double} not null,
  main_factor varchar(20) not null,
  constraint customer_churn_customer foreign key (customer_id) references customer (id),
  constraint customer_churn_run foreign key (run_id) references churn_run (id)
);
create index customer_churn_stake on customer_churn (at_stake, customer_id);
create index customer_churn_run on customer_churn (run_id);
