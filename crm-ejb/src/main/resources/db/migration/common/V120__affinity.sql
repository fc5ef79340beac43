-- In which documents a product is; the way from a rule to the purchases behind it.
create index purchase_line_product on purchase_line (product, purchase_id);

-- Which rules are worth having. A new version never changes what an older one found.
create table affinity_policy (
  id bigint not null primary key,
  version bigint not null,
  policy_no integer not null,
  min_support ${double} not null,
  min_confidence ${double} not null,
  min_lift ${double} not null,
  most_items integer not null,
  dismissed_days integer not null,
  excluded varchar(4000),
  changed_at ${timestamp} not null,
  changed_by varchar(200) not null,
  constraint affinity_policy_no unique (policy_no)
);

-- One search for rules. The newest one that is complete counts.
create table affinity_run (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  policy_id bigint not null,
  job_id varchar(22),
  state varchar(12) not null,
  started_at ${timestamp} not null,
  started_by varchar(200) not null,
  finished_at ${timestamp},
  newest_line bigint not null,
  basket_count integer not null,
  item_count integer not null,
  rule_count integer not null,
  failure varchar(80),
  constraint affinity_run_public_id unique (public_id),
  constraint affinity_run_policy foreign key (policy_id) references affinity_policy (id)
);
create index affinity_run_policy on affinity_run (policy_id);
create index affinity_run_state on affinity_run (state, id);

-- What the products were called when the rules were found.
create table affinity_item (
  id bigint not null primary key,
  version bigint not null,
  run_id bigint not null,
  product varchar(200) not null,
  name varchar(200),
  folded varchar(420) not null,
  basket_count integer not null,
  constraint affinity_item_product unique (run_id, product),
  constraint affinity_item_run foreign key (run_id) references affinity_run (id)
);

create table affinity_rule (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  run_id bigint not null,
  -- The left side, one product a line, in the order of their codes.
  items varchar(3000) not null,
  item_count integer not null,
  recommended varchar(200) not null,
  together_count integer not null,
  items_count integer not null,
  recommended_count integer not null,
  confidence ${double} not null,
  lift ${double} not null,
  constraint affinity_rule_public_id unique (public_id),
  constraint affinity_rule_run foreign key (run_id) references affinity_run (id)
);
create index affinity_rule_lift on affinity_rule (run_id, lift, id);
create index affinity_rule_confidence on affinity_rule (run_id, confidence, id);
create index affinity_rule_together on affinity_rule (run_id, together_count, id);
create index affinity_rule_recommended on affinity_rule (run_id, recommended);

-- The left side once more, to find the rules that speak to what a customer has.
create table affinity_rule_item (
  id bigint not null primary key,
  version bigint not null,
  rule_id bigint not null,
  run_id bigint not null,
  product varchar(200) not null,
  constraint affinity_rule_item_rule foreign key (rule_id) references affinity_rule (id)
);
create index affinity_rule_item_rule on affinity_rule_item (rule_id);
create index affinity_rule_item_product on affinity_rule_item (run_id, product, rule_id);

-- "Do not offer this to that customer", until a day.
create table affinity_dismissal (
  id bigint not null primary key,
  version bigint not null,
  public_id varchar(22) not null,
  customer_id bigint not null,
  product varchar(200) not null,
  reason varchar(20) not null,
  dismissed_at ${timestamp} not null,
  dismissed_by varchar(200) not null,
  silent_until date not null,
  constraint affinity_dismissal_public_id unique (public_id),
  constraint affinity_dismissal_product unique (customer_id, product),
  constraint affinity_dismissal_customer foreign key (customer_id) references customer (id)
);
